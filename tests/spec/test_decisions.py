"""People decide: a review is answered in its workbook, and the next one does as they said and shows who said it."""

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.spec.conftest import EXAMPLE, example_request

from tongket.consolidation import Basis, Figure
from tongket.exchange.decision_words import ANSWER, DESK, HEADS, KEY, REASON, RIGHT, UNIT
from tongket.exchange.decision_words import BY as BY_WHOM
from tongket.problems import translate
from tongket.reports import DecisionVerb
from tongket.review import ReviewResult, run
from tongket.review.decide import FindingSubjects

pytestmark = pytest.mark.xdist_group("example")
BY = "Người Quyết Định (giả định)"


def answer(
    book: Path, code: str, unit: str, verb: DecisionVerb, *, right: str = "", reason: str = "Đã đối chiếu"
) -> None:
    """Fill in the row of a finding as a person would, in the desk's workbook or in a unit's sheet."""
    file = openpyxl.load_workbook(book)
    page = file.worksheets[0]
    how = DESK if page.title == "Cần xử lý" else UNIT
    column = {name: i for i, (name, _) in enumerate(how.columns)}
    for line in page.iter_rows(min_row=4):
        key = json.loads(line[column[KEY]].value)
        if (key.get("code"), key.get("org_unit")) == (code, unit):
            given = (right, translate(how.answers[verb], "vi"), reason, BY)
            for name, text in zip((RIGHT, ANSWER, REASON, BY_WHOM), given, strict=True):
                line[next(column[one] for one in HEADS[name] if one in column)].value = text
            file.save(book)
            return
    raise AssertionError((code, unit))


def keys(page: openpyxl.worksheet.worksheet.Worksheet) -> list[dict[str, str]]:
    """What the rows of a unit's sheet are tied to."""
    return [json.loads(line[len(UNIT.columns) - 1].value) for line in page.iter_rows(min_row=4)]


def figure(result: ReviewResult, indicator: str, year: str) -> Figure:
    return next(
        f
        for f in result.figures
        if (f.org_unit, str(f.period), f.indicator, f.basis) == ("06", year, indicator, Basis.AS_REPORTED)
    )


@pytest.fixture(scope="module")
def answered(reviewed: tuple[ReviewResult, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's workbook with four answers."""
    book = tmp_path_factory.mktemp("answers") / "can-xem-lai.xlsx"
    shutil.copyfile(reviewed[1] / "can-xem-lai.xlsx", book)
    answer(book, "outlier", "063", DecisionVerb.CORRECT, right="13,9")
    answer(book, "outlier", "060", DecisionVerb.WAIVE, reason="Hội nghị mở rộng đến thôn")
    answer(book, "outlier", "065", DecisionVerb.DROP)
    answer(book, "missing_report", "065", DecisionVerb.RECEIVED_ELSEWHERE)
    return book


@pytest.fixture(scope="module")
def decided(answered: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[ReviewResult, Path]:
    out = tmp_path_factory.mktemp("decided") / "out"
    return run(example_request(out, decisions=(answered,))), out


def test_a_corrected_figure_enters_the_total_and_keeps_what_was_read(
    reviewed: tuple[ReviewResult, Path], decided: tuple[ReviewResult, Path]
) -> None:
    before, after = figure(reviewed[0], "K01", "2021"), figure(decided[0], "K01", "2021")
    assert "063" in {e.value.org_unit for e in before.excluded}
    assert "063" not in before.base.reporters
    assert "063" in after.base.reporters
    assert before.value is not None
    assert after.value is not None
    assert after.value - before.value == Decimal("13.9")
    (row,) = [v for v in json.loads((decided[1] / "review.json").read_text(encoding="utf-8"))["values"]
              if v.get("decision", {}).get("verb") == "correct"]  # fmt: skip
    assert (row["value"], row["decision"]["value_read"], row["decision"]["by"]) == (13.9, 1390, BY)
    assert "1.390" in row["text"]


def test_a_waived_point_stays_visible_and_its_figure_counts(decided: tuple[ReviewResult, Path]) -> None:
    assert "060" in figure(decided[0], "A07", "2023").base.reporters
    (row,) = [f for f in json.loads((decided[1] / "review.json").read_text(encoding="utf-8"))["findings"]
              if f.get("decision")]  # fmt: skip
    assert (row["code"], row["decision"]["verb"], row["decision"]["reason"]) == (
        "outlier", "waive", "Hội nghị mở rộng đến thôn",
    )  # fmt: skip


def test_a_report_that_came_by_another_way_is_not_missing(
    reviewed: tuple[ReviewResult, Path], decided: tuple[ReviewResult, Path]
) -> None:
    gone = {("065", "2021")}
    before, after = ({(u, str(p)) for u, p in r[0].coverage.missing} for r in (reviewed, decided))
    assert before - after == gone
    assert not [f for f in decided[0].findings if (f.code, f.org_unit) == ("missing_report", "065")]


def test_nothing_that_was_decided_is_lost_in_the_next_workbook(
    decided: tuple[ReviewResult, Path], tmp_path: Path
) -> None:
    """The workbook of the second review, given to a third, says the same."""
    book = tmp_path / "tiep.xlsx"
    shutil.copyfile(decided[1] / "can-xem-lai.xlsx", book)
    again = run(example_request(tmp_path / "out", decisions=(book,)))
    assert {replace(d, place="") for d in again.decisions} == {replace(d, place="") for d in decided[0].decisions}
    assert len(again.decisions) == 4
    assert again.figures == decided[0].figures or [f.value for f in again.figures] == [
        f.value for f in decided[0].figures
    ]
    assert not [n for n in again.notices if n.code.startswith("decision_")]
    one, two = ((folder / "can-xem-lai.xlsx").read_bytes() for folder in (decided[1], tmp_path / "out"))
    assert one == two


def test_a_decision_is_void_and_says_so_when_its_file_changed(answered: Path, tmp_path: Path) -> None:
    """The outlier's file is replaced by a copy with one byte more."""
    reports = tmp_path / "reports"
    shutil.copytree(EXAMPLE / "reports", reports)
    first = run(example_request(tmp_path / "a", decisions=(answered,)))
    file = next(v.source.file for v in first.values if v.decision is not None)
    with (tmp_path / file).open("ab") as changed:
        changed.write(b"\x00")
    result = run(example_request(tmp_path / "b", reports=reports, decisions=(answered,)))
    void = [n for n in result.notices if n.code == "decision_void"]
    assert [(n.org_unit, n.indicator) for n in void] == [("063", "K01")]
    assert "can-xem-lai.xlsx, Cần xử lý!J" in dict(void[0].fields)["place"]
    assert "063" not in figure(result, "K01", "2021").base.reporters


def test_the_sheet_that_a_unit_fills_in_is_read_like_the_workbook(
    reviewed: tuple[ReviewResult, Path], tmp_path: Path
) -> None:
    sheet = tmp_path / "phieu.xlsx"
    shutil.copyfile(reviewed[1] / "09-thu-gui-don-vi" / "phieu-ra-soat-huyen-bach-thong.xlsx", sheet)
    answer(sheet, "outlier", "063", DecisionVerb.CORRECT, right="13,9", reason="Đơn vị gõ nhầm dấu phẩy")
    result = run(example_request(tmp_path / "out", decisions=(sheet,)))
    assert "063" in figure(result, "K01", "2021").base.reporters


def test_no_letter_names_a_figure_of_another_unit(reviewed: tuple[ReviewResult, Path]) -> None:
    result, out = reviewed
    subjects = FindingSubjects(result.reports, result.refusals)
    for path in sorted((out / "09-thu-gui-don-vi").glob("phieu-ra-soat-*.xlsx")):
        page = openpyxl.load_workbook(path).worksheets[0]
        found = keys(page)
        assert len({key["org_unit"] for key in found}) == 1, path.name
        assert len(found) == len({json.dumps(key, sort_keys=True) for key in found}), path.name
        own = [f for f in result.findings if f.org_unit == found[0]["org_unit"]]
        assert {key["code"] for key in found} <= {subjects.of(f).code for f in own}
