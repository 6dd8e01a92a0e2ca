"""Figures far from where the unit's other years and the other units are: lost decimal marks, triệu for tỷ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.checks.settings import CheckSettings
from tongket.framework import IndicatorKind, Part
from tongket.orgunits import OrgUnitKind
from tongket.periods import Period
from tongket.reports import DataValue, stated
from tongket.vietnamese import format_number

PEERS_FAR = 5
"""Within so many times the other units' figures a number is plausible."""
SLIPS = (10, 100, 1000)
"""What a decimal mark in the wrong place, or triệu for tỷ, makes of a number."""
THOUSAND = 1000
LEAST_PEERS = 3
SPOILED = 2
"""So many amounts of one table off by a thousand mean that its header is wrong."""
NOTES_BY_YEARS = {0: "level_of_peers", -1: "level_of_table"}

Place = tuple[str, Period]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One part of an indicator as all org units state it: by unit and period."""

    values: Mapping[Place, DataValue]
    files: Mapping[Place, str]
    kinds: Mapping[Place, OrgUnitKind]
    again: tuple[tuple[Place, DataValue], ...] = ()
    """What other reports state of the same: a report on several years beside that of the year."""

    @property
    def statements(self) -> Iterator[tuple[Place, DataValue]]:
        """Every figure, also one of several of the same."""
        yield from self.values.items()
        yield from self.again


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


def stages(intake: Intake) -> Iterator[tuple[Stage, str]]:
    """The figures of the reports that count, by indicator and part."""
    values: dict[tuple[str, Part], dict[Place, DataValue]] = {}
    again: dict[tuple[str, Part], list[tuple[Place, DataValue]]] = {}
    files: dict[Place, str] = {}
    for report in intake.current:
        for (org_unit, period, indicator), figure in stated(report).items():
            if period.is_span or org_unit != report.org_unit:
                continue
            files.setdefault((org_unit, period), report.file)
            for part, value in parts(intake, indicator, figure.value, figure.numerator, figure.denominator):
                first = values.setdefault((indicator, part), {}).setdefault((org_unit, period), value)
                if first is not value:
                    again.setdefault((indicator, part), []).append(((org_unit, period), value))
    for (indicator, part), found in values.items():
        more = tuple(again.get((indicator, part), ()))
        yield Stage(values=found, files=files, kinds=intake.kinds, again=more), indicator


def parts(
    intake: Intake, indicator: str, value: DataValue | None, numerator: DataValue | None, denominator: DataValue | None
) -> Iterator[tuple[Part, DataValue]]:
    """The parts that have a level: of a ratio the two numbers, never the percentage."""
    own = (numerator, denominator) if intake.framework[indicator].is_ratio else (value,)
    yield from ((one.part, one) for one in own if one is not None and one.value > 0)


def slips(stage: Stage, settings: CheckSettings, *, amounts: bool) -> Iterator[tuple[Place, Slip]]:
    """The numbers that are far from their level and near it once a slip is undone."""
    for (org_unit, period), value in stage.statements:
        own = [v.value for (unit, p), v in stage.values.items() if unit == org_unit and p != period]
        kind = stage.kinds.get((org_unit, period))
        peers = [
            v.value
            for (unit, p), v in stage.values.items()
            if unit != org_unit and p == period and stage.kinds.get((unit, p)) is kind
        ]
        if found := slip(value, own, peers, drift(stage, org_unit, period), settings, amounts=amounts):
            yield (org_unit, period), found


def drift(stage: Stage, org_unit: str, period: Period) -> Decimal:
    """How many times their own level the other org units are in that period: a flood is no slip."""
    ratios = []
    for (unit, p), value in stage.values.items():
        others = [v.value for (u, q), v in stage.values.items() if u == unit and q != period]
        if unit != org_unit and p == period and others:
            ratios.append(value.value / median(others))
    return median(ratios) if ratios else Decimal(1)


def slip(
    value: DataValue,
    own: Sequence[Decimal],
    peers: Sequence[Decimal],
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
    elif amounts and len(peers) >= 3:
        level, years = median([*own, *peers]), 0
        far = Decimal(100)
        low, high = min([*own, *peers]) / PEERS_FAR, max([*own, *peers]) * PEERS_FAR
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


def movements(stage: Stage, period: Period, but: str) -> list[Decimal]:
    """How many times the year before the figures of the other org units of the same kind are."""
    kind = stage.kinds.get((but, period))
    return [
        value.value / earlier.value
        for (unit, p), value in stage.values.items()
        if p == period and unit != but and stage.kinds.get((unit, p)) is kind
        if (earlier := stage.values.get((unit, previous(period)))) is not None
    ]


def previous(period: Period) -> Period:
    """The year before a yearly period; of another period it is the same, and then nothing moves."""
    return Period.parse(str(int(period.code) - 1)) if period.code.isdigit() else period


def in_words(ratios: Sequence[Decimal]) -> dict[str, str]:
    """The middle half of movements in percent, as two fields."""
    ordered = sorted(ratios)
    quarter = len(ordered) // 4
    return {"peers_low": _percent(ordered[quarter]), "peers_high": _percent(ordered[-1 - quarter])}


def _percent(ratio: Decimal) -> str:
    moved = round(100 * (ratio - 1))
    return f"+{moved}%" if moved > 0 else f"{moved}%".replace("-", "−")


def beside_peers(found: Slip, stage: Stage | None) -> dict[str, str]:
    """How the figure and those of the other units moved since the year before; nothing where too few are known."""
    value = found.value
    before = stage.values.get((value.org_unit, previous(value.period))) if stage is not None else None
    if stage is None or before is None or before is value or found.years <= 0:
        return {}
    others = movements(stage, value.period, value.org_unit)
    if len(others) < LEAST_PEERS:
        return {}
    ratio = value.value / before.value
    moved = format_number(round(ratio if ratio > 1 else 1 / ratio, 1))
    return {"previous": format_number(before.value), "moved": moved, **in_words(others)}


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
            "stated": format_number(value.value),
            "times": format_number(round(times if times > 1 else 1 / times, 1)),
            "level": format_number(round(found.level, 2)),
            "proposed": format_number(value.value / found.factor),
            "place": value.source.anchor,
            "direction": "times" if times > 1 else "part",
            **peers,
        },
    )
