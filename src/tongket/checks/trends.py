"""Figures that move where the other org units do not, and flows that look like running totals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from tongket.checks.intake import Intake
from tongket.checks.model import Finding, Notice
from tongket.checks.notices import notice
from tongket.checks.series import LEAST_PEERS, Place, Stage, in_words, previous, stages
from tongket.framework import Aggregation
from tongket.periods import Period
from tongket.reports import DataValue
from tongket.vietnamese import format_number

LEAST = 20
"""Smaller counts jump by themselves."""
CALM = Decimal("1.5")
"""The other units are calm where their median moves by no more than this."""
RUNNING_YEARS = 4
RUNNING = 3
"""A running total of four years is at least so many times its first year."""


def trend_notices(intake: Intake, told: Sequence[Finding]) -> Iterator[Notice]:
    """Jumps and running totals, where no finding speaks of the figure already."""
    known = {(f.org_unit or "", f.period or "", f.indicator or "") for f in told}
    seen: set[tuple[str, str, str]] = set()
    for stage, indicator in stages(intake):
        for (org_unit, period), value in stage.values.items():
            key = (org_unit, period.code, indicator)
            before = (org_unit, previous(period).code, indicator)
            doubtful = bool({key, before} & (known | seen))
            found = None if doubtful else _jump(intake, stage, (org_unit, period), value)
            if found is not None:
                seen.add(key)
                yield found
        if intake.framework[indicator].over_time is Aggregation.SUM:
            yield from _running(intake, stage, indicator)


def _jump(intake: Intake, stage: Stage, place: Place, value: DataValue) -> Notice | None:
    before = stage.values.get((place[0], previous(place[1])))
    others = stage.moves(place)
    if before is None or before is value or len(others) < LEAST_PEERS or max(before.value, value.value) < LEAST:
        return None
    ratio, far = value.value / before.value, intake.settings.jump_times
    calm = 1 / CALM <= others.middle <= CALM
    if not calm or 1 / far < ratio < far or others[0] <= ratio <= others[-1]:
        return None
    report = next(r for r in intake.current if r.file == stage.files[place])
    fields = {
        "stated": format_number(value.value),
        "previous": format_number(before.value),
        "times": format_number(round(ratio if ratio > 1 else 1 / ratio, 1)),
        "place": value.source.anchor,
        **in_words(others),
    }
    return notice(
        "jump",
        report,
        fields=fields,
        org_unit=place[0],
        period=place[1],
        indicator=value.indicator,
        note="jump_up" if ratio > 1 else "jump_down",
    )


def _running(intake: Intake, stage: Stage, indicator: str) -> Iterator[Notice]:
    """Org units whose yearly figures only grow, far more than the others': each may hold the years before it."""
    series: dict[str, list[tuple[Period, DataValue]]] = {}
    for (unit, period), value in sorted(stage.values.items(), key=lambda item: item[0][1]):
        series.setdefault(unit, []).append((period, value))
    growth = {unit: one[-1][1].value / one[0][1].value for unit, one in series.items() if len(one) >= RUNNING_YEARS}
    for unit, times in growth.items():
        numbers = [value.value for _, value in series[unit]]
        others = [one for other, one in growth.items() if other != unit]
        grows = all(two >= one for one, two in pairwise(numbers))
        if not grows or times < RUNNING or len(others) < LEAST_PEERS or median(others) > CALM or numbers[-1] < LEAST:
            continue
        period, value = series[unit][-1]
        report = next(r for r in intake.current if r.file == stage.files[unit, period])
        fields = {"figures": "; ".join(map(format_number, numbers)), "place": value.source.anchor}
        yield notice("running_total", report, fields=fields, org_unit=unit, period=period, indicator=indicator)
