"""Formats that LibreOffice opens: the same blocks as the Word or Excel file they were made of."""

import shutil
from pathlib import Path

import pytest

from reading.build import paragraphs, rows, tables, texts
from reading.office import made, report, workbook
from tongket.reading import Document, Programs, Refusal, open_document, read_document
from tongket.reading.door import Admitted, admit_bytes
from tongket.reading.formats.kinds import OLE

TEXTS = ["BÁO CÁO", "Toàn huyện có 12/15 xã đạt 80%.", "Huyện ủy lãnh đạo 1.234 lượt người."]
TABLE = [["Chỉ tiêu", "Năm 2022", "Năm 2023"], ["Số lớp", "12", "15"], ["Tỷ lệ", "98,5%", "99%"]]
CELLS = [["Chỉ tiêu", "Năm", "Số"], ["Số lớp", 2023, 12.5]]


def programs() -> Programs:
    return Programs(office=shutil.which("soffice") or "")


@pytest.mark.system("soffice")
@pytest.mark.parametrize("target", ["doc", "rtf", "odt"])
def test_documents_of_other_word_processors_say_the_same(target: str, tmp_path: Path) -> None:
    source = report(TEXTS, TABLE, tmp_path)
    if target == "doc":  # straight from .docx, this LibreOffice saves the table without its cells
        source = made(source, "odt")
    document = open_document(made(source, target), programs=programs())
    assert isinstance(document, Document), document
    assert document.kind == target
    assert [t for t in texts(document) if t] == TEXTS
    assert rows(tables(document)[0])[1:] == [["Số lớp", "12", "15"], ["Tỷ lệ", "98,5%", "99%"]]
    assert paragraphs(document)[1].anchor.startswith("body/p[")


@pytest.mark.system("soffice")
@pytest.mark.parametrize("target", ["ods", "xls"])
def test_workbooks_of_other_programs_say_the_same(target: str, tmp_path: Path) -> None:
    document = open_document(made(workbook("Biểu 1", CELLS, tmp_path), target), programs=programs())
    assert isinstance(document, Document), document
    assert [(c.text, c.anchor) for c in tables(document)[0].cells][3:] == [
        ("Số lớp", "Biểu 1!A2"), ("2023", "Biểu 1!B2"), ("12.5", "Biểu 1!C2")]  # fmt: skip


@pytest.mark.system("soffice")
def test_what_libreoffice_cannot_open_or_not_in_time_is_said() -> None:
    admitted = admit_bytes(OLE + "WordDocument".encode("utf-16-le") + bytes(600), name="a.doc")
    assert isinstance(admitted, Admitted)
    for seconds, codes in ((0, {"program_too_slow"}), (60, {"file_damaged", "program_failed", "nothing_readable"})):
        refusal = read_document(admitted, programs=Programs(office=programs().office, seconds=seconds))
        assert isinstance(refusal, Refusal)
        assert refusal.problem.code in codes


def test_without_libreoffice_the_file_is_named_with_what_to_do() -> None:
    for data, name in ((OLE + "WordDocument".encode("utf-16-le"), "a.doc"), (b"{\\rtf1 a}", "a.rtf")):
        admitted = admit_bytes(data, name=name)
        assert isinstance(admitted, Admitted)
        for programs_ in (Programs(), Programs(office="no-such-program")):
            refusal = read_document(admitted, programs=programs_)
            assert isinstance(refusal, Refusal)
            assert refusal.problem.code in ("needs_office", "program_failed")
