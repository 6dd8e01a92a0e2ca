"""Where a series of years breaks, and counts that conversion made fractions."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, indicator, report
from orgunits.tables import load_text
from tongket.consolidation import Basis, Figure, roll_up, series_breaks, whole_numbers
from tongket.orgunits import Hierarchy
from tongket.periods import Period

ROWS = """
P;Tỉnh P;province;1;;2000-01-01;
Q;Tỉnh Q;province;1;;2000-01-01;
D;Huyện D;district;2;P;2000-01-01;
E;Huyện E;district;2;Q;2000-01-01;
A;Xã A;commune;3;D;2000-01-01;2020-02-01
B;Xã B;commune;3;D;2000-01-01;
C;Xã C;commune;3;D;2000-01-01;2021-05-01
C;Xã C;commune;3;E;2021-05-01;
"""
CHANGES = "2020-02-01;absorb;A;B;;855/NQ\n2021-05-01;transfer;C;C;;9/NQ\n2021-06-01;transfer;B;C;0.1;10/NQ"


def series(units: Hierarchy, years: tuple[str, ...]) -> list[Figure]:
    found = roll_up(
        [report("D", year, SUM="5") for year in years],
        (),
        framework=FRAMEWORK,
        hierarchy=units,
        review_period=Period.parse("2019/2021"),
    ).figures
    return [one for one in found if one.org_unit == "P" and one.basis is Basis.AS_REPORTED]


def test_a_break_says_whether_territory_came_or_went(tmp_path: Path) -> None:
    units = load_text(tmp_path, ROWS, CHANGES)
    found = series_breaks(units, series(units, ("2019", "2020", "2021")))
    assert [(one.before.code, one.after.code, one.on, one.legal_bases, one.boundary) for one in found] == [
        ("2019", "2020", date(2020, 2, 1), ("855/NQ",), False),
        ("2020", "2021", date(2021, 5, 1), ("9/NQ",), True),
        ("2020", "2021", date(2021, 6, 1), ("10/NQ",), True),
    ]
    assert found[0].units_inside == (3, 2)
    assert series_breaks(units, series(units, ("2019",))) == ()


def test_counts_that_became_fractions_are_printed_whole_and_still_add_up() -> None:
    figures = roll_up(
        [report("13", "2019", SUM="1"), report("14", "2019", SUM="11")],
        (),
        framework=FRAMEWORK,
        hierarchy=hierarchy(),
        review_period=REVIEW,
    ).figures
    heirs = {one.code: one.value for one in figures if one.basis is Basis.CURRENT and not one.period.is_span}
    assert heirs == {"13/2019/SUM@current": Decimal("3.75"), "15/2019/SUM@current": Decimal("8.25")}
    printed = whole_numbers(figures, indicator("SUM"))
    assert printed == {"13/2019/SUM@current": 4, "15/2019/SUM@current": 8}
    assert sum(printed.values()) == 12


def test_a_converted_ratio_keeps_the_whole_of_its_own_year() -> None:
    figures = roll_up(
        [report("13", "2019", WHOLE="2/4"), report("14", "2019", WHOLE="4/8"), report("13", "2020", WHOLE="9/90")],
        (),
        framework=FRAMEWORK,
        hierarchy=hierarchy(),
        review_period=REVIEW,
    ).figures
    found = {one.code: (one.numerator, one.denominator) for one in figures if one.basis is Basis.CURRENT}
    assert found["13/2019/WHOLE@current"] == (3, 6)
