"""Figures from records: each opens on its records; a commune counts once, also across mergers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from registers.cast import OPENINGS, book, change, opening, org_unit, three_communes
from tongket.consolidation import figures_from_records, restated_by_registers
from tongket.framework import Aggregation, DataElement, Framework, Indicator, IndicatorKind, Part, Wording
from tongket.orgunits import ChangeKind, Hierarchy, OrgUnitKind
from tongket.periods import Period
from tongket.registers import Record
from tongket.reports import DataValue, Report, Source

KINDS = {"openings": OPENINGS}


def indicator(code: str, element: str, over_time: Aggregation) -> Indicator:
    return Indicator(
        code=code, pillar="p", name=code, name_en=code, kind=IndicatorKind.COUNT, unit_of_measure="buổi", element=element,
        over_units=Aggregation.SUM, over_time=over_time, direction="up", levels=frozenset({"commune", "district"}),
        frequency=("year",), wording=Wording(),
    )  # fmt: skip


FRAMEWORK = Framework(
    pillars={},
    elements={c: DataElement(code=c, name=c, name_en=c, unit_of_measure="") for c in OPENINGS.figures},
    indicators={
        "Z01": indicator("Z01", "openings", Aggregation.SUM),
        "Z02": indicator("Z02", "open_communes", Aggregation.DISTINCT),
        "Z03": indicator("Z03", "readers", Aggregation.LAST),
    },
)


def amounts(records: Sequence[Record], hierarchy: Hierarchy, period: str, code: str) -> dict[str, Decimal | None]:
    books = [book(unit, *(r for r in records if r.org_unit == unit)) for unit in {r.org_unit for r in records}]
    found = figures_from_records(books, KINDS, framework=FRAMEWORK, hierarchy=hierarchy, period=Period.parse(period))
    return {one.org_unit: one.value for one in found if one.indicator == code}


RECORDS = (
    opening(1, "A", date(2019, 5, 1), readers=4),
    opening(1, "B", date(2020, 5, 1), readers=5),
    opening(1, "C", date(2022, 5, 1), readers=6),
    opening(2, "C", date(2022, 6, 1), readers=7),
    opening(1, "D", date(2022, 6, 1), state="planned"),
)


def test_a_commune_counts_once_in_five_years_also_across_a_merger() -> None:
    assert amounts(RECORDS, three_communes(), "2019/2023", "Z02") == {"C": 1, "D": 0, "H": 1}
    assert amounts(RECORDS, three_communes(), "2019/2023", "Z01")["H"] == 4


def test_a_last_value_is_that_of_the_last_year_that_has_one() -> None:
    assert amounts(RECORDS, three_communes(), "2019/2023", "Z03")["H"] == 13


def test_a_unit_with_an_empty_register_has_nought_and_one_without_has_no_figure() -> None:
    found = amounts([opening(1, "A", None)], three_communes(), "2019", "Z01")
    assert found == {"A": 0, "H": 0}


def test_a_figure_opens_on_its_records_and_says_whose_registers_were_read() -> None:
    books = [book("C", RECORDS[2], RECORDS[3])]
    found = figures_from_records(
        books, KINDS, framework=FRAMEWORK, hierarchy=three_communes(), period=Period.parse("2022")
    )
    figure = next(one for one in found if (one.org_unit, one.indicator) == ("H", "Z01"))
    assert figure.records == ("openings-C-0001", "openings-C-0002")
    assert (figure.read, set(figure.expected)) == (("C",), {"C", "D"})
    assert str(figure.code) == "H/2022/Z01@as_reported"


def report(value: int) -> Report:
    period = Period.parse("2022")
    source = Source(file="bc.docx", sha256="0", anchor="body/p[1]:0-1", text=str(value), reader="thử")
    said = DataValue(
        org_unit="C", period=period, indicator="Z01", part=Part.VALUE, value=Decimal(value), unit_of_measure="buổi", source=source
    )  # fmt: skip
    return Report(file="bc.docx", sha256="0", org_unit="C", period=period, values=(said,))


def test_a_report_is_not_held_to_registers_of_which_some_are_missing() -> None:
    books = [book("C", RECORDS[2])]
    found = figures_from_records(
        books, KINDS, framework=FRAMEWORK, hierarchy=three_communes(), period=Period.parse("2022")
    )
    district = replace(report(9), org_unit="H", values=tuple(replace(v, org_unit="H") for v in report(9).values))
    assert restated_by_registers([district], found) == ()


def test_a_report_that_states_another_figure_than_its_register_is_told() -> None:
    books = [book("C", RECORDS[2], RECORDS[3])]
    found = figures_from_records(
        books, KINDS, framework=FRAMEWORK, hierarchy=three_communes(), period=Period.parse("2022")
    )
    assert restated_by_registers([report(2)], found) == ()
    (notice,) = restated_by_registers([report(5)], found)
    assert notice.code == "restated"
    assert dict(notice.fields) == {"stated": "5", "computed": "2", "records": "openings-C-0001, openings-C-0002"}


@st.composite
def mergers(draw: st.DrawFn) -> tuple[Hierarchy, tuple[Record, ...]]:
    """Communes that merge pairwise in random years, some parted in unknown shares; each exercised in random years."""
    alive = {f"x{i}": 2010 for i in range(draw(st.integers(2, 5)))}
    spans, changes = [org_unit("H", OrgUnitKind.DISTRICT, 2, None, 2010)], []
    for year in range(2019, 2023):
        if len(alive) < 2 or not draw(st.booleans()):
            continue
        one, other = draw(st.permutations(sorted(alive)))[:2]
        known = draw(st.booleans())
        share = 1 if known else None
        new = f"m{year}"
        edges = (
            [(one, new, share), (other, new, 1)]
            if known
            else [(one, new, None), (one, f"n{year}", None), (other, new, 1)]
        )
        changes.append(change(ChangeKind.MERGE, year, *edges))
        for code in (one, other):
            spans.append(org_unit(code, OrgUnitKind.COMMUNE, 3, "H", alive.pop(code), year))
        alive |= {new: year} if known else {new: year, f"n{year}": year}
    spans += [org_unit(code, OrgUnitKind.COMMUNE, 3, "H", year) for code, year in alive.items()]
    hierarchy = Hierarchy(spans, changes)
    days = st.dates(date(2018, 1, 1), date(2022, 12, 31))
    there = st.sampled_from([s.code for s in spans if s.code != "H"])
    drawn = draw(st.lists(st.tuples(there, days), max_size=8))
    made = tuple(opening(i, code, day) for i, (code, day) in enumerate(drawn) if code in hierarchy.on(day))
    return hierarchy, made


def covered_by_hand(hierarchy: Hierarchy, records: Sequence[Record], end: date) -> set[str]:
    """Each unit that did it, followed day by day: where all of it went, and no further where it was parted."""
    found: set[str] = set()
    for record in records:
        here: str | None = record.org_unit
        day = record.values["done"]
        assert isinstance(day, date)
        while here is not None and day < end:
            day += timedelta(days=1)
            edges = [e for c in hierarchy.changes if c.on == day for e in c.edges if e.from_ == here]
            if edges:
                here = next((e.to for e in edges if e.share == Fraction(1)), None)
        if here is not None:
            found.add(here)
    return found


@settings(max_examples=60, deadline=None)
@given(mergers())
def test_distinct_coverage_across_mergers_is_what_following_each_commune_gives(
    case: tuple[Hierarchy, tuple[Record, ...]],
) -> None:
    hierarchy, records = case
    if not records:
        return
    kept = tuple(records)
    end = date(2022, 12, 31)
    expected = len(covered_by_hand(hierarchy, kept, end))
    books = [book(code, *(r for r in kept if r.org_unit == code)) for code in dict.fromkeys(r.org_unit for r in kept)]
    tree = [unit.code for unit in hierarchy.on(end) if unit.code != "H"]
    books += [book(code) for code in tree if code not in {b.org_unit for b in books}]
    found = figures_from_records(
        books, KINDS, framework=FRAMEWORK, hierarchy=hierarchy, period=Period.parse("2018/2022")
    )
    assert {one.org_unit: one.value for one in found if one.indicator == "Z02"}["H"] == expected
