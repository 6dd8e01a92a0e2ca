"""What became of each unit between two days, in exact shares."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from orgunits.histories import FIRST, LAST, History, follow, histories
from orgunits.tables import Faults, Load, load_text
from tongket.orgunits import Crosswalk, Hierarchy

Y2019, Y2023, Y2025 = date(2019, 12, 31), date(2023, 12, 31), date(2025, 12, 31)


def shares(crosswalk: Crosswalk, code: str) -> dict[str, Fraction | None]:
    return {edge.target: edge.share for edge in crosswalk.targets(code)}


def test_shares_of_real_communes(bac_kan_units: Hierarchy) -> None:
    crosswalk = bac_kan_units.crosswalk(Y2019, Y2023)
    assert shares(crosswalk, "01966") == {"01960": Fraction(1)}
    assert shares(crosswalk, "02149") == {"02137": Fraction(8427, 10000), "02152": Fraction(1573, 10000)}
    assert shares(crosswalk, "02155") == {"02152": None, "02155": None}
    assert shares(crosswalk, "066") == {"066": Fraction(1)}
    assert {edge.source for edge in crosswalk.sources("01960")} == {"01960", "01966"}
    assert {edge.source for edge in crosswalk.sources("02155")} == {"02134", "02155"}
    assert all(edge.whole for edge in crosswalk.sources("01960"))


def test_every_commune_of_a_province_ends_in_the_next(bac_kan_units: Hierarchy) -> None:
    crosswalk = bac_kan_units.crosswalk(Y2023, Y2025)
    communes = [unit for unit in bac_kan_units.on(Y2023) if unit.kind == "commune"]
    assert len(communes) == 108
    assert all(edge.whole for unit in communes for edge in crosswalk.targets(unit.code))
    assert len({edge.target for unit in communes for edge in crosswalk.targets(unit.code)}) == 37
    assert crosswalk.targets("066") == ()
    assert shares(crosswalk, "06") == {"19": Fraction(1)}


def test_unknown_stays_unknown_down_the_line(bac_kan_units: Hierarchy) -> None:
    crosswalk = bac_kan_units.crosswalk(Y2019, Y2025)
    assert shares(crosswalk, "02074") == {"02020": None, "02083": None}


def test_the_way_back_says_what_each_unit_was_part_of(bac_kan_units: Hierarchy) -> None:
    back = bac_kan_units.crosswalk(Y2023, Y2019)
    assert shares(back, "01960") == {"01960": None, "01966": None}
    assert shares(back, "066") == {"066": Fraction(1)}
    country = bac_kan_units.crosswalk(Y2025, Y2023)
    assert shares(country, "19") == {"06": None, "19": None}
    assert back.targets("01966") == ()


TWO = """
P;Tỉnh P;province;1;;2000-01-01;
A;Xã A;commune;3;P;2000-01-01;
B;Xã B;commune;3;P;2000-01-01;
"""


def test_what_a_unit_gives_away_is_gone_and_the_rest_stays(load: Load) -> None:
    known = load(TWO, "2010-01-01;transfer;A;B;1/3;1/NQ").crosswalk(FIRST, LAST)
    assert shares(known, "A") == {"A": Fraction(2, 3), "B": Fraction(1, 3)}
    assert shares(known, "B") == {"B": Fraction(1)}
    unknown = load(TWO, "2010-01-01;transfer;A;B;;1/NQ").crosswalk(FIRST, LAST)
    assert shares(unknown, "A") == {"A": None, "B": None}


def test_a_decimal_comma_is_a_share(load: Load) -> None:
    crosswalk = load(TWO, "2010-01-01;transfer;A;B;0,25;1/NQ").crosswalk(FIRST, LAST)
    assert shares(crosswalk, "A") == {"A": Fraction(3, 4), "B": Fraction(1, 4)}


def test_a_rename_beside_another_change_is_no_share(load: Load) -> None:
    changes = "2010-01-01;rename;A;A;;1/NQ\n2010-01-01;transfer;A;A;;1/NQ\n2010-01-01;spin_off;A;B;0.4;1/NQ"
    rows = TWO.replace("B;Xã B;commune;3;P;2000", "B;Xã B;commune;3;P;2010")
    assert shares(load(rows, changes).crosswalk(FIRST, LAST), "A") == {"A": Fraction(3, 5), "B": Fraction(2, 5)}


def test_one_empty_share_beside_a_stated_one_is_a_mistake(faults: Faults) -> None:
    rows = TWO.replace("A;Xã A;commune;3;P;2000-01-01;", "A;Xã A;commune;3;P;2000-01-01;2010-01-01")
    rows += "C;Xã C;commune;3;P;2010-01-01;"
    problems = faults(rows, "2010-01-01;split;A;B;0.4;1/NQ\n2010-01-01;split;A;C;;1/NQ")
    assert [(problem.code, problem.fields["sum"]) for problem in problems] == [("changes.share_sum", "1.4")]


def made(history: History) -> Hierarchy:
    with TemporaryDirectory() as folder:
        return load_text(Path(folder), *history.text)


DAYS = st.dates(FIRST, LAST - timedelta(days=1))


@settings(max_examples=60)
@given(history=histories(), days=st.tuples(DAYS, DAYS))
def test_the_crosswalk_is_what_the_oracle_walks(history: History, days: tuple[date, date]) -> None:
    start, end = sorted(days)
    hierarchy = made(history)
    crosswalk = hierarchy.crosswalk(start, end)
    for unit in hierarchy.on(start):
        if unit.code != "P":
            assert shares(crosswalk, unit.code) == follow(unit.code, history.steps, start, end)


@settings(max_examples=60)
@given(history=histories(), days=st.tuples(DAYS, DAYS))
def test_the_way_back_holds_what_the_oracle_walks_forward(history: History, days: tuple[date, date]) -> None:
    start, end = sorted(days)
    hierarchy = made(history)
    back = hierarchy.crosswalk(end, start)
    origins: dict[str, set[str]] = {unit.code: set() for unit in hierarchy.on(end) if unit.code != "P"}
    for unit in hierarchy.on(start):
        for target in follow(unit.code, history.steps, start, end) if unit.code != "P" else ():
            origins[target].add(unit.code)
    for code, sources in origins.items():
        assert shares(back, code) == dict.fromkeys(sources, Fraction(1) if len(sources) == 1 else None) or start == end


@settings(max_examples=60)
@given(history=histories(), days=st.tuples(DAYS, DAYS, DAYS))
def test_two_crosswalks_in_a_row_are_one(history: History, days: tuple[date, date, date]) -> None:
    start, middle, end = sorted(days)
    hierarchy = made(history)
    first, second = hierarchy.crosswalk(start, middle), hierarchy.crosswalk(middle, end)
    for unit in hierarchy.on(start):
        composed: dict[str, Fraction | None] = {}
        for one in first.targets(unit.code):
            for two in second.targets(one.target):
                before = composed.get(two.target, Fraction(0))
                known = one.share is not None and two.share is not None and before is not None
                composed[two.target] = before + one.share * two.share if known else None  # type: ignore[operator]
        assert shares(hierarchy.crosswalk(start, end), unit.code) == composed


@settings(max_examples=60)
@given(history=histories(), days=st.tuples(DAYS, DAYS))
def test_nothing_is_made_and_a_unit_ends_only_with_its_life(history: History, days: tuple[date, date]) -> None:
    start, end = sorted(days)
    hierarchy = made(history)
    crosswalk = hierarchy.crosswalk(start, end)
    for unit in hierarchy.on(start):
        stated = list(shares(crosswalk, unit.code).values())
        assert None in stated or sum(share for share in stated if share) <= 1
        later = hierarchy.on(end).get(unit.code)
        if later is not None and later.uid == unit.uid:
            assert unit.code in shares(crosswalk, unit.code)
