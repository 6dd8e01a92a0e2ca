"""Limitations put together by field of work, in units' own words."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from consolidation.test_statement_groups import report
from tongket.consolidation import Theme, group_statements, themes_of, with_answers
from tongket.framework import Framework
from tongket.packs import load_pack
from tongket.reports import NarrativeKind

OWN = Path(__file__).parents[1] / "cases" / "own-themes" / "limitations.txt"
MONEY = "Kinh phí bảo đảm cho nhiệm vụ ở một số đơn vị còn thấp so với nhu cầu."
OFFICE = "Trụ sở làm việc của Ban Chỉ huy quân sự cấp xã xuống cấp."
DRILL = "Khung tập xử lý tình huống diễn tập còn lúng túng do thiếu kinh phí."
UNKNOWN = "Cờ tướng giao hữu chưa sôi nổi."


@pytest.fixture(scope="module")
def nd21() -> Framework:
    return load_pack("nd21").framework


def themes(framework: Framework, *texts: tuple[str, int, str]) -> tuple[Theme, ...]:
    reports = [report(unit, year, text) for unit, year, text in texts]
    return themes_of(group_statements(reports, NarrativeKind.LIMITATION), framework)


def adjusted_rand(pairs: Iterable[tuple[str, str]]) -> float:
    """Hubert and Arabie's index of how far two groupings agree: 1 they are one, 0 no better than chance."""
    told = list(pairs)

    def pairs_in(counts: Counter[object]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    both = pairs_in(Counter(told))
    rows, columns = (pairs_in(Counter(pair[side] for pair in told)) for side in (0, 1))
    chance = rows * columns / (len(told) * (len(told) - 1) / 2)
    return (both - chance) / ((rows + columns) / 2 - chance)


def test_a_theme_is_the_field_of_work_its_title_the_units_own_words(nd21: Framework) -> None:
    found = themes(nd21, ("01", 2019, MONEY), ("02", 2020, MONEY), ("02", 2021, OFFICE), ("03", 2022, DRILL))
    assert [(t.code, t.org_units, str(t.periods[0])) for t in found] == [
        ("budget", ("01", "02"), "2019"),
        ("exercises", ("03",), "2022"),
    ]
    assert found[0].title == "Kinh phí bảo đảm cho nhiệm vụ; Trụ sở làm việc của Ban Chỉ huy quân sự cấp xã xuống cấp"


def test_words_that_nobody_knows_are_a_theme_only_when_several_units_use_them(nd21: Framework) -> None:
    assert themes(nd21, ("01", 2019, UNKNOWN)) == ()
    (one,) = themes(nd21, ("01", 2019, UNKNOWN), ("02", 2019, UNKNOWN))
    assert (one.code, one.org_units) == ("co-tuong-giao-huu", ("01", "02"))


def test_the_order_of_the_files_changes_nothing(nd21: Framework) -> None:
    given = [("01", 2019, MONEY), ("02", 2020, MONEY), ("03", 2021, OFFICE), ("04", 2022, DRILL), ("05", 2022, UNKNOWN)]
    one, other = themes(nd21, *given), themes(nd21, *reversed(given))
    assert [(t.code, t.title, t.org_units, t.periods) for t in one] == [
        (t.code, t.title, t.org_units, t.periods) for t in other
    ]


def test_what_answers_a_theme(nd21: Framework) -> None:
    found = themes(nd21, ("01", 2019, MONEY), ("02", 2019, DRILL))
    proposed = group_statements([report("01", 2019, "Đề nghị cấp kinh phí sớm.")], NarrativeKind.LIMITATION)
    earlier = ("Ngân sách chi cho nhiệm vụ chưa đủ.",)
    leads = (("Hướng dẫn bố trí kinh phí", "Sở Tài chính"), ("Cấp kinh phí", "Kho bạc"))
    told = with_answers(found, nd21, proposed=proposed, earlier=earlier, leads=leads)
    money = next(t for t in told if t.code == "budget")
    assert (money.earlier, money.owner) == (earlier, "Sở Tài chính")
    assert money.remedy is not None
    assert money.remedy.text == "Đề nghị cấp kinh phí sớm."
    drill = next(t for t in told if t.code == "exercises")
    assert (drill.earlier, drill.owner, drill.remedy) == ((), "", None)


@pytest.mark.parametrize(("first", "least"), [(0, 0.8), (1, 0.65)], ids=["worked on", "set aside"])
def test_limitations_in_other_words_fall_into_the_themes_that_people_gave_them(
    nd21: Framework, first: int, least: float
) -> None:
    labelled = [line.split(": ", 1)[::-1] for line in OWN.read_text(encoding="utf-8").splitlines()]
    reports = [report(str(i), 2020, text) for i, (text, _) in enumerate(labelled)]
    found = themes_of(group_statements(reports, NarrativeKind.LIMITATION), nd21)
    code = {one.narrative.text: t.code for t in found for group in t.groups for one in group.statements}
    assert adjusted_rand((label, code.get(text, "")) for text, label in labelled[first::2]) >= least
