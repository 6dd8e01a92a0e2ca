"""Scans: letters recognised, each with how sure it is, tables by their drawn lines."""

import shutil
from pathlib import Path

import pytest

from reading.build import rows, tables, texts
from reading.office import made, report
from reading.scans import scanned
from tongket.reading import Document, Programs, Refusal, open_document
from tongket.reading.formats.recognition import read_words

TEXTS = ["BÁO CÁO KẾT QUẢ NĂM 2023", "Toàn huyện có 145 xã, trong đó 120 xã đạt tiêu chuẩn."]
TABLE = [["Chỉ tiêu", "Năm 2022", "Năm 2023"], ["Số lớp đã mở", "12", "15"], ["Tỷ lệ đạt", "98,5%", "99,2%"]]


def scan(folder: Path) -> Path:
    """A page as a scanner gives it: a PDF that holds nothing but its picture."""
    path = folder / "scan.pdf"
    path.write_bytes(scanned(made(report(TEXTS, TABLE, folder), "pdf").read_bytes()))
    return path


@pytest.mark.system("soffice", "tesseract")
def test_a_scan_is_read_when_asked_for_and_each_word_keeps_how_sure_it_is(tmp_path: Path) -> None:
    path = scan(tmp_path)
    refusal = open_document(path)
    assert isinstance(refusal, Refusal)
    assert refusal.problem.code == "needs_ocr"
    document = open_document(path, programs=Programs(tesseract=shutil.which("tesseract") or ""))
    assert isinstance(document, Document)
    assert texts(document)[:2] == TEXTS
    assert rows(tables(document)[0])[1:] == [["Số lớp đã mở", "12", "15"], ["Tỷ lệ đạt", "98,5%", "99,2%"]]
    assert [x.code for x in document.problems] == ["recognised"]
    first = [d for d in document.doubts if d.anchor == "page[1]/line[1]"]
    assert [(d.start, d.end) for d in first[:2]] == [(0, 3), (4, 7)]
    cells = {c.anchor for c in tables(document)[0].cells if c.text}
    assert cells <= {d.anchor for d in document.doubts}
    assert all(0.3 <= d.confidence <= 1 for d in document.doubts)


def test_the_lines_around_cells_are_no_letters() -> None:
    row = "5\t1\t1\t1\t1\t{}\t10\t10\t30\t10\t91.5\t{}"
    table = "\n".join(row.format(i, text) for i, text in enumerate(("|12_", "||", "số|", "12_A"), 1))
    assert [(word.text, sure) for word, sure in read_words(table, 1.0, 0.0)] == [
        ("12", 0.915), ("số", 0.915), ("12_A", 0.915)]  # fmt: skip
