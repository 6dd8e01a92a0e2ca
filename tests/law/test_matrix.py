"""Who does what by which clause: given out as a workbook, filled in, checked, printed."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tongket.cli import main
from tongket.exchange import matrix_workbook, read_matrix, write_workbook
from tongket.law import Address, InstrumentText, Obligation, obligation_problems, read_plain_text

TEXT = Path(__file__).parent / "texts" / "quy-dinh-mau.txt"


@pytest.fixture
def text() -> InstrumentText:
    return read_plain_text(TEXT.read_text(encoding="utf-8"))[0]


def row(address: str, *leads: str, none: str = "", deed: str = "Làm") -> Obligation:
    return Obligation(address=Address.parse(address), leads=leads, deed=deed, none=none)


def test_clauses_with_no_lead_or_two_are_listed(text: InstrumentText) -> None:
    given = [
        row("khoản 1 Điều 3", "UBND tỉnh"),
        row("khoản 2 Điều 3", "UBND xã", "Hội phụ nữ xã"),
        row("Điều 1", none="phạm vi"),
    ]
    found = [(p.code, p.fields["address"]) for p in obligation_problems(text, given)]
    assert ("law.two_leads", "khoản 2 Điều 3") in found
    assert ("law.no_lead", "khoản 2a Điều 3") in found
    assert {address for _, address in found}.isdisjoint({"Điều 1", "khoản 1 Điều 3"})


def test_every_clause_is_listed_where_nothing_is_given(text: InstrumentText) -> None:
    found = [p.fields["address"] for p in obligation_problems(text, [])]
    assert found == [str(address) for address, _ in text.clauses()]


def test_rows_for_all_points_stand_for_their_clause(text: InstrumentText) -> None:
    given = [row("điểm a khoản 1 Điều 3", "UBND tỉnh"), row("điểm b khoản 1 Điều 3", "Sở Tài chính")]
    assert "khoản 1 Điều 3" not in [p.fields["address"] for p in obligation_problems(text, given)]


def test_an_address_that_the_text_does_not_have_is_told(text: InstrumentText) -> None:
    found = obligation_problems(text, [row("khoản 9 Điều 3", "UBND tỉnh")])
    assert found[0].code == "law.address_unknown"


def test_a_filled_in_workbook_reads_back(text: InstrumentText, tmp_path: Path) -> None:
    write_workbook(matrix_workbook(text, [], title="Phân công"), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book.worksheets[0]
    sheet.insert_cols(3)
    line = next(r for r in range(1, 40) if sheet.cell(r, 1).value == "khoản 2 Điều 3")
    sheet.cell(line, 4).value, sheet.cell(line, 5).value = "Chăm sóc vườn hoa", "UBND xã"
    sheet.cell(line, 6).value = "Đoàn thanh niên; Hội phụ nữ"
    book.save(tmp_path / "a.xlsx")
    given, problems = read_matrix(tmp_path / "a.xlsx")
    assert problems == ()
    assert [(str(o.address), o.leads, o.coordinators) for o in given] == [
        ("khoản 2 Điều 3", ("UBND xã",), ("Đoàn thanh niên", "Hội phụ nữ"))
    ]
    again = tmp_path / "b.xlsx"
    write_workbook(matrix_workbook(text, given, title="Phân công"), again)
    assert [(o.address, o.leads, o.deed) for o in read_matrix(again)[0]] == [
        (o.address, o.leads, o.deed) for o in given
    ]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0)


def test_the_text_of_a_day_is_chosen_among_those_of_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = TEXT.read_text(encoding="utf-8")
    (tmp_path / "goc.txt").write_text(first.replace("99/2031/NĐ-CP", "21/2019/NĐ-CP"), encoding="utf-8")
    (tmp_path / "hop-nhat.txt").write_text(first.replace("99/2031/NĐ-CP", "47/VBHN-BQP"), encoding="utf-8")
    for day, number in (("2024-07-01", "21/2019/NĐ-CP"), ("2026-11-01", "47/VBHN-BQP")):
        assert run("law", "show", str(tmp_path), "--on", day, "--pack", "nd21", "--json") == 0
        assert json.loads(capsys.readouterr().out)["number"] == number
    (tmp_path / "hop-nhat.txt").unlink()
    assert run("law", "show", str(tmp_path), "--on", "2026-11-01", "--pack", "nd21") == 3
    assert "47/VBHN-BQP" in capsys.readouterr().err


def test_yaml_and_word_do_what_the_workbook_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(TEXT, tmp_path / "vb.txt")
    rows = "- {provision: khoản 1 Điều 3, leads: [UBND tỉnh], coordinators: [Sở Tài chính], deed: Ban hành kế hoạch, deadline: trước 31/3}\n"
    (tmp_path / "pc.yaml").write_text(rows, encoding="utf-8")
    text, given, out = str(tmp_path / "vb.txt"), str(tmp_path / "pc.yaml"), tmp_path / "bang.docx"
    assert run("law", "check", text, "--assigned", given, "--strict", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert "khoản 1 Điều 3" not in {p["address"] for p in told["problems"]}
    assert run("law", "matrix", text, "--assigned", given, "--out", str(out)) == 0
    table = Document(str(out)).tables[-1]
    assert [cell.text for cell in table.rows[-1].cells] == [
        "khoản 1 Điều 3",
        "Ban hành kế hoạch",
        "UBND tỉnh",
        "Sở Tài chính",
        "trước 31/3",
    ]
    (tmp_path / "pc.yaml").write_text("- {provision: Khoản, lead: A}\n", encoding="utf-8")
    assert run("law", "check", text, "--assigned", given) == 4
