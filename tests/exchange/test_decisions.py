"""Answers of people: written, filled in by hand, saved by another program, read."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.exchange import DoubtRow, decisions_workbook, read_decisions, unit_sheet, write_workbook
from tongket.exchange.decision_words import ANSWERS, DESK, HEADS, UNIT
from tongket.problems import translate
from tongket.reports import Decision, DecisionSubject, DecisionVerb, SubjectKind, settled

FIGURE = DecisionSubject(
    kind=SubjectKind.VALUE, sha256="ab", anchor="Sheet!C12", text="1.390", org_unit="063", period="2021",
    indicator="K01", part="value",
)  # fmt: skip
POINT = DecisionSubject(kind=SubjectKind.FINDING, sha256="ab", code="recycled_text", org_unit="063", period="2021")
FIGURE_POINT = DecisionSubject(
    kind=SubjectKind.FINDING, sha256="ab", anchor="Sheet!C12", text="1.390", code="outlier", org_unit="063", period="2021",
    indicator="K01", part="value",
)  # fmt: skip
MISSING = DecisionSubject(kind=SubjectKind.DUTY, code="missing_report", org_unit="065", period="2020")
FIRST_ROW = 4


def row(subject: DecisionSubject, answered: Decision | None = None) -> DoubtRow:
    return DoubtRow(
        level="lỗi", org_unit="Huyện Ví Dụ", period="2021", indicator="K01", text="1.390", read="1.390 tỷ đồng",
        matter="Số chênh nhiều lần.", link="sources/a.html#v1", subject=subject, answered=answered,
    )  # fmt: skip


def word(verb: DecisionVerb) -> str:
    return translate(ANSWERS[verb], "vi")


def written(path: Path, *rows: DoubtRow) -> Path:
    write_workbook(decisions_workbook(rows, title="Điểm cần xem lại"), path)
    return path


def fill(path: Path, line: int, **cells: object) -> Path:
    """Write into cells as a person does, and save as another program does."""
    book = openpyxl.load_workbook(path)
    for column, value in cells.items():
        book.worksheets[0][f"{column}{line}"] = value
    book.save(path)
    return path


def test_a_row_that_nobody_answered_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(written(tmp_path / "a.xlsx", row(FIGURE), row(POINT))) == ((), ())


@pytest.mark.parametrize(("typed", "meant"), [("13,9", "13.9"), (13.9, "13.9"), ("1.234,5", "1234.5"), (1390, "1390")])
def test_a_number_is_read_however_it_was_typed(tmp_path: Path, typed: object, meant: str) -> None:
    path = fill(
        written(tmp_path / "a.xlsx", row(FIGURE)), FIRST_ROW,
        I=typed, J=word(DecisionVerb.CORRECT), K="Nhầm dấu", L="Người Giả Định",
    )  # fmt: skip
    (one,), problems = read_decisions(path)
    assert problems == ()
    assert (one.verb, one.value, one.subject, one.by) == (
        DecisionVerb.CORRECT, Decimal(meant), FIGURE, "Người Giả Định",
    )  # fmt: skip
    assert one.place == "a.xlsx, Cần xử lý!J4"


def test_each_faulty_cell_is_named_and_the_other_rows_count(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", row(FIGURE), row(POINT), row(MISSING), row(FIGURE))
    fill(path, 4, I="mười", J=word(DecisionVerb.CORRECT), L="A")
    fill(path, 5, J="làm gì đó", L="A")
    fill(path, 6, J=word(DecisionVerb.RECEIVED_ELSEWHERE), L="A")
    fill(path, 7, J=word(DecisionVerb.REASSIGN), K="vì")
    (one,), problems = read_decisions(path)
    assert one.subject == MISSING
    assert [(p.code, p.where.file) for p in problems] == [
        ("decisions.reason", "a.xlsx, Cần xử lý!K4"),
        ("decisions.number", "a.xlsx, Cần xử lý!I4"),
        ("decisions.verb", "a.xlsx, Cần xử lý!J5"),
        ("decisions.by", "a.xlsx, Cần xử lý!L7"),
        ("decisions.right", "a.xlsx, Cần xử lý!I7"),
    ]


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        (POINT, DecisionVerb.CORRECT),
        (POINT, DecisionVerb.RECEIVED_ELSEWHERE),
        (FIGURE, DecisionVerb.RECEIVED_ELSEWHERE),
        (MISSING, DecisionVerb.DROP),
    ],
)
def test_an_answer_that_does_not_fit_its_row_is_told(
    tmp_path: Path, subject: DecisionSubject, verb: DecisionVerb
) -> None:
    path = fill(written(tmp_path / "a.xlsx", row(subject)), 4, I="1", J=word(verb), K="vì", L="A")
    decisions, problems = read_decisions(path)
    assert decisions == ()
    assert [p.code for p in problems] == ["decisions.fit"]


def test_rows_are_known_after_sorting_and_with_others_taken_out(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", row(FIGURE), row(POINT), row(MISSING))
    book = openpyxl.load_workbook(path)
    book.worksheets[0].delete_rows(4, 2)
    book.save(path)
    fill(path, 4, J=word(DecisionVerb.ACCEPT), L="A")
    (one,), problems = read_decisions(path)
    assert (one.subject, problems) == (MISSING, ())


def test_what_was_answered_stands_on_a_sheet_of_its_own_and_is_read_again(tmp_path: Path) -> None:
    given_answer = Decision(verb=DecisionVerb.CORRECT, subject=FIGURE, by="A", reason="vì", value=Decimal("13.90"))
    path = written(tmp_path / "a.xlsx", row(POINT), row(FIGURE, given_answer))
    (one,), problems = read_decisions(path)
    assert (one.value, one.subject, problems) == (Decimal("13.90"), FIGURE, ())
    assert one.place.startswith("a.xlsx, Đã xử lý!")


def test_a_file_that_is_no_such_workbook_is_told(tmp_path: Path) -> None:
    text = tmp_path / "a.xlsx"
    text.write_bytes(b"no workbook")
    assert [p.code for p in read_decisions(text)[1]] == ["decisions.not_readable"]
    openpyxl.Workbook().save(text)
    assert [p.code for p in read_decisions(text)[1]] == ["decisions.no_table"]


def test_a_damaged_key_is_told(tmp_path: Path) -> None:
    path = fill(written(tmp_path / "a.xlsx", row(FIGURE)), 4, J=word(DecisionVerb.CONFIRM), L="A", N='{"kind": "x"}')
    assert [p.code for p in read_decisions(path)[1]] == ["decisions.key"]


def test_of_two_that_contradict_neither_counts_and_both_places_are_named() -> None:
    keep = Decision(verb=DecisionVerb.CONFIRM, subject=FIGURE, by="A", place="một!J4")
    drop = Decision(verb=DecisionVerb.DROP, subject=FIGURE, by="B", reason="vì", place="hai!J9")
    other = Decision(verb=DecisionVerb.ACCEPT, subject=POINT, by="A")
    agreed, (problem,) = settled((keep, other, drop))
    assert agreed == (other,)
    assert (problem.where.file, problem.fields["other"]) == ("hai!J9", "một!J4")
    assert settled((keep, keep)) == ((keep,), ())


TEXT = (
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(anchor=TEXT, text=TEXT, by=TEXT, reason=TEXT, number=st.decimals("0.001", "999999", places=3))
def test_a_decision_comes_back_as_it_was_given(
    tmp_path_factory: pytest.TempPathFactory, anchor: str, text: str, by: str, reason: str, number: Decimal
) -> None:
    subject = DecisionSubject(
        kind=SubjectKind.VALUE, sha256="cd", anchor=anchor, text=text, org_unit="06", indicator="A01"
    )
    told = Decision(verb=DecisionVerb.CORRECT, subject=subject, by=by, reason=reason, value=number)
    path = written(tmp_path_factory.mktemp("round") / "a.xlsx", row(subject, told))
    (one,), problems = read_decisions(path)
    assert problems == ()
    assert (one.subject, one.value, one.by, one.reason) == (subject, number, by, reason)


def test_a_unit_answers_in_its_own_words_and_is_offered_only_what_fits(tmp_path: Path) -> None:
    """Its sheet has other columns; the reader finds them by their names, also when one was put before them."""
    write_workbook(unit_sheet([row(FIGURE_POINT), row(POINT)], title="Phiếu"), path := tmp_path / "phieu.xlsx")
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    shown = [str(v.formula1) for v in page.data_validations.dataValidation]
    assert ["sửa theo số đúng" in one for one in shown] == [True, False]
    assert not any("hệ thống" in one for one in shown)
    assert not any("lỗi" in str(cell.value) for line in page.iter_rows() for cell in line)
    page.insert_cols(2)
    heads = {cell.value: cell.column for cell in page[3]}
    for name, text in (("Trả lời của đơn vị", "sửa theo số đúng"), ("Số đúng", "13,9"), ("Giải trình", "gõ nhầm"),
                       ("Người trả lời", "Người Giả Định")):  # fmt: skip
        page.cell(row=4, column=heads[name]).value = text
    book.save(path)
    (one,), problems = read_decisions(path)
    assert problems == ()
    assert (one.verb, one.value, one.subject, one.reason) == (
        DecisionVerb.CORRECT, Decimal("13.9"), FIGURE_POINT, "gõ nhầm",
    )  # fmt: skip
    assert one.place == "phieu.xlsx, Cần trả lời!I4"


def test_every_column_that_is_read_is_in_both_workbooks() -> None:
    for how in (DESK, UNIT):
        names = [name for name, _ in how.columns]
        assert all(len(set(several) & set(names)) == 1 for several in HEADS.values())
