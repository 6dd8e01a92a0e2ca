"""A small province for the tests of checks and consolidation: two districts, six communes, an agency, one reorganisation.

On 2020-02-01 communes 11 and 12 become 12; 14 is divided between 13 (a quarter) and 15; 16 is divided between 12 and
13, and nobody knows how.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tongket.framework import Aggregation, Framework, Indicator, IndicatorKind, Part, Pillar, Wording
from tongket.orgunits import Change, ChangeEdge, ChangeKind, Hierarchy, OrgUnit, OrgUnitKind
from tongket.periods import Interval, Period
from tongket.reports import DataValue, Report, ReportDuty, Source

TURN = date(2020, 2, 1)
START = date(2000, 1, 1)
REVIEW = Period.parse("2019/2021")
LEVELS = {OrgUnitKind.PROVINCE: 1, OrgUnitKind.DISTRICT: 2, OrgUnitKind.AGENCY: 2, OrgUnitKind.COMMUNE: 3}


def span(code: str, kind: OrgUnitKind, parent: str | None, start: date = START, end: date | None = None) -> OrgUnit:
    return OrgUnit(
        uid=f"{code}@{start.isoformat()}",
        code=code,
        name=f"{kind} {code}",
        kind=kind,
        level=LEVELS[kind],
        parent=parent,
        valid=Interval(start=start, end=end),
    )


def commune(code: str, parent: str, start: date = START, end: date | None = None) -> OrgUnit:
    return span(code, OrgUnitKind.COMMUNE, parent, start, end)


def edge(from_: str, to: str, share: Fraction | None = Fraction(1)) -> ChangeEdge:
    return ChangeEdge(from_=from_, to=to, share=share)


def change(kind: ChangeKind, *edges: ChangeEdge) -> Change:
    return Change(kind=kind, on=TURN, edges=edges, legal_basis="")


SPANS = (
    span("1", OrgUnitKind.PROVINCE, None),
    span("D1", OrgUnitKind.DISTRICT, "1"),
    span("D2", OrgUnitKind.DISTRICT, "1"),
    span("AG", OrgUnitKind.AGENCY, "1"),
    commune("11", "D1", end=TURN),
    commune("12", "D1", end=TURN),
    commune("12", "D1", start=TURN),
    commune("13", "D1", end=TURN),
    commune("13", "D1", start=TURN),
    commune("14", "D1", end=TURN),
    commune("15", "D1", start=TURN),
    commune("16", "D1", end=TURN),
    commune("21", "D2"),
)
CHANGES = (
    change(ChangeKind.MERGE, edge("11", "12"), edge("12", "12"), edge("13", "13")),
    change(ChangeKind.SPLIT, edge("14", "13", Fraction(1, 4)), edge("14", "15", Fraction(3, 4))),
)
UNKNOWN = (change(ChangeKind.SPLIT, edge("16", "12", None), edge("16", "13", None)),)


def hierarchy(*, unknown: bool = False) -> Hierarchy:
    """The province; with ``unknown`` also commune 16, of which nobody knows how it was divided."""
    spans = SPANS if unknown else tuple(one for one in SPANS if one.code != "16")
    return Hierarchy(spans, CHANGES + (UNKNOWN if unknown else ()))


def indicator(
    code: str,
    kind: IndicatorKind = IndicatorKind.COUNT,
    over_units: Aggregation = Aggregation.SUM,
    over_time: Aggregation = Aggregation.SUM,
    levels: tuple[str, ...] = ("commune", "district", "agency"),
    denominator_is: str | None = None,
) -> Indicator:
    ratio = over_units is Aggregation.RATIO_OF_SUMS
    return Indicator(
        code=code,
        pillar="p",
        name=code,
        name_en=code,
        kind=kind,
        unit_of_measure="%" if ratio else "cuộc",
        element=None if ratio else "element",
        numerator="part" if ratio else None,
        denominator="whole" if ratio else None,
        denominator_is=denominator_is,
        over_units=over_units,
        over_time=over_time,
        direction="up",
        levels=frozenset(levels),
        frequency=("year",),
        wording=Wording(),
    )


RATIO, LAST = Aggregation.RATIO_OF_SUMS, Aggregation.LAST
INDICATORS = (
    indicator("SUM"),
    indicator("STOCK", over_time=LAST),
    indicator("WHOLE", IndicatorKind.RATIO, RATIO, LAST, denominator_is="whole"),
    indicator("PLAN", IndicatorKind.RATIO, RATIO, RATIO, denominator_is="plan"),
    indicator("HOMES", IndicatorKind.RATIO, RATIO, LAST, levels=("commune",), denominator_is="whole"),
    indicator("PEAK", over_units=Aggregation.MAX, over_time=Aggregation.MAX),
    indicator("RATE", IndicatorKind.RATE, Aggregation.NONE, LAST),
)
FRAMEWORK = Framework(
    pillars={"p": Pillar(code="p", name="p", name_en="p")},
    elements={},
    indicators={one.code: one for one in INDICATORS},
)


def value(
    org_unit: str, year: str, code: str, number: str, *, part: str = "value", file: str = "f", anchor: str = "body/p[1]"
) -> DataValue:
    return DataValue(
        org_unit=org_unit,
        period=Period.parse(year),
        indicator=code,
        part=Part(part),
        value=Decimal(number),
        unit_of_measure="",
        source=Source(file=file, sha256="", anchor=anchor, text=number, reader="test"),
    )


def stated(org_unit: str, year: str, *, file: str, **figures: str) -> tuple[DataValue, ...]:
    """Figures written as people write them: ``SUM="5"``, ``WHOLE="8/10"``."""
    found: list[DataValue] = []
    for code, text in figures.items():
        if "/" in text:
            pair = zip(("numerator", "denominator"), text.split("/"), strict=True)
            found += [value(org_unit, year, code, number, part=part, file=file) for part, number in pair]
        else:
            found.append(value(org_unit, year, code, text, file=file))
    return tuple(found)


def report(org_unit: str | None, year: str | None, *, file: str = "", day: str = "", **figures: str) -> Report:
    """A report of one org unit and period, dated in that December unless told."""
    name = file or f"{org_unit}-{(year or '').replace('/', '-')}.docx"
    values = stated(org_unit, year, file=name, **figures) if org_unit and year else ()
    return Report(
        file=name,
        sha256=name,
        org_unit=org_unit,
        period=Period.parse(year) if year else None,
        document_date=date.fromisoformat(day) if day else date(int((year or "2019")[-4:]), 12, 1),
        values=values,
    )


def duty(org_unit: str, year: str) -> ReportDuty:
    period = Period.parse(year)
    return ReportDuty(org_unit=org_unit, period=period, due=date(period.last_year, 12, 20))
