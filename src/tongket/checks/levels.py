"""Figures far from where the unit's other years and the other units are: lost decimal marks, triệu for tỷ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.checks.series import LEAST_PEERS, Place, Rest, Stage, in_words, previous, stages
from tongket.checks.settings import CheckSettings
from tongket.framework import IndicatorKind
from tongket.reports import DataValue, stated
from tongket.vietnamese import format_number

PEERS_FAR = 5
"""Within so many times the other units' figures a number is plausible."""
SLIPS = (10, 100, 1000)
"""What a decimal mark in the wrong place, or triệu for tỷ, makes of a number."""
THOUSAND = 1000
SPOILED = 2
"""So many amounts of one table off by a thousand mean that its header is wrong."""
NOTES_BY_YEARS = {0: "level_of_peers", -1: "level_of_table"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A number that fits once divided by ``factor`` (multiplied, where it is below one)."""

    value: DataValue
    factor: Decimal
    level: Decimal
    years: int
    """By how many other years of the unit its level is known; 0 by other units, -1 by the table it stands in."""

    @property
    def thousand(self) -> bool:
        """Whether it is the slip between triệu and tỷ."""
        return self.factor in (Decimal(THOUSAND), 1 / Decimal(THOUSAND))


def level_findings(intake: Intake) -> Iterator[Finding]:
    """One for each file, org unit and indicator; ``unit_mismatch`` for amounts that are off by a thousand, and then for
    every other amount of a table of which several are: one header spoils them all."""
    told: set[tuple[str, str, str]] = set()
    spoiled: dict[str, list[Slip]] = {}
    for stage, indicator in stages(intake):
        amount = money(intake, indicator)
        for place, slip in slips(stage, intake.settings, amounts=amount):
            key = (slip.value.source.file, place[0], indicator)
            if key in told:
                continue
            told.add(key)
            if amount and slip.thousand:
                spoiled.setdefault(f"{key[0]}#{table_of(slip.value)}", []).append(slip)
            yield level_finding(slip, stage, amount=amount, file=key[0], indicator=indicator)
    yield from same_table(intake, spoiled, told)


def same_table(
    intake: Intake, spoiled: Mapping[str, Sequence["Slip"]], told: set[tuple[str, str, str]]
) -> Iterator[Finding]:
    """The amounts that stand in one table with several that are off by the same thousand."""
    for report in intake.current:
        for (org_unit, _, indicator), figure in stated(report).items():
            value = figure.value or figure.numerator
            key = (report.file, org_unit, indicator)
            if value is None or key in told or not money(intake, indicator):
                continue
            found = spoiled.get(f"{report.file}#{table_of(value)}", ())
            if len(found) >= SPOILED and len({one.factor for one in found}) == 1 and table_of(value):
                told.add(key)
                slip = Slip(value=value, factor=found[0].factor, level=value.value / found[0].factor, years=-1)
                yield level_finding(slip, None, amount=True, file=report.file, indicator=indicator)


def table_of(value: DataValue) -> str:
    """The table or sheet a value stands in; empty in running text."""
    anchor = value.source.anchor
    return anchor.partition("/row[")[0] if "/row[" in anchor else anchor.partition("!")[0] if "!" in anchor else ""


def money(intake: Intake, indicator: str) -> bool:
    """Whether the indicator, or what it is the ratio of, is an amount of money."""
    found = intake.framework[indicator]
    if found.kind is IndicatorKind.AMOUNT:
        return True
    element = intake.framework.elements.get(found.denominator or "")
    return element is not None and "đồng" in element.unit_of_measure


def slips(stage: Stage, settings: CheckSettings, *, amounts: bool) -> Iterator[tuple[Place, Slip]]:
    """The numbers that are far from their level and near it once a slip is undone."""
    for place, value in stage.statements:
        found = slip(value, stage.own(place), stage.peers(place), stage.drift(place), settings, amounts=amounts)
        if found:
            yield place, found


def slip(
    value: DataValue,
    own: Sequence[Decimal],
    peers: Rest,
    moved: Decimal,
    settings: CheckSettings,
    *,
    amounts: bool,
) -> Slip | None:
    """The slip of one number, by the unit's other years; by the other units where it has too few."""
    if len(own) >= 2:
        level = median(own) * moved
        far, near = settings.level_far, settings.level_near
        low, high = min(own) * min(moved, Decimal(1)) / near, max(own) * max(moved, Decimal(1)) * near
        years = len(own)
    elif amounts and len(peers) >= LEAST_PEERS:
        level, years = peers.middle, 0
        far = Decimal(100)
        low, high = min([*own, peers[0]]) / PEERS_FAR, max([*own, peers[-1]]) * PEERS_FAR
    else:
        return None
    times = value.value / level
    if 1 / far < times < far:
        return None
    for size in (THOUSAND,) if years == 0 else SLIPS:
        factor = Decimal(size) if times > 1 else 1 / Decimal(size)
        if low <= value.value / factor <= high and not low <= value.value <= high:
            return Slip(value=value, factor=factor, level=level, years=years)
    return None


def beside_peers(found: Slip, stage: Stage | None) -> dict[str, str]:
    """How the figure and those of the other units moved since the year before; nothing where too few are known."""
    value = found.value
    before = stage.values.get((value.org_unit, previous(value.period))) if stage is not None else None
    if stage is None or before is None or before is value or found.years <= 0:
        return {}
    others = stage.moves((value.org_unit, value.period))
    if len(others) < LEAST_PEERS:
        return {}
    ratio = value.value / before.value
    moved = format_number(round(ratio if ratio > 1 else 1 / ratio, 1))
    return {"previous": amount_words(before.value, value), "moved": moved, **in_words(others)}


def amount_words(number: Decimal, value: DataValue) -> str:
    """A number as people write it, with the unit of measure of a figure: "13,9 tỷ đồng"."""
    shown = number.normalize() if number != number.to_integral_value() else number.to_integral_value()
    return f"{format_number(shown)} {value.unit_of_measure}".strip()


def level_finding(found: Slip, stage: Stage | None, *, amount: bool, file: str, indicator: str) -> Finding:
    """The finding, with the number that would fit as a proposal."""
    value = found.value
    times = value.value / found.level
    peers = beside_peers(found, stage)
    note = NOTES_BY_YEARS.get(found.years, "")
    if peers and not (amount and found.thousand):
        note = "outlier_up" if times > 1 else "outlier_down"
    return finding(
        "unit_mismatch" if amount and found.thousand else "outlier",
        files=(file,),
        org_unit=value.org_unit,
        period=value.period.code,
        indicator=indicator,
        note=note,
        fields={
            "stated": amount_words(value.value, value),
            "times": format_number(round(times if times > 1 else 1 / times, 1)),
            "level": amount_words(round(found.level, 2), value),
            "proposed": amount_words(value.value / found.factor, value),
            "place": value.source.anchor,
            "direction": "times" if times > 1 else "part",
            **peers,
        },
    )
