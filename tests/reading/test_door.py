"""The door: what comes in, what does not, and why."""

import hashlib
from pathlib import Path

import pytest

from reading.build import code, docx, opened, p, pdf, read, sheet, texts, xlsx, zipped
from tongket.problems import Severity, message
from tongket.reading import Admitted, Document, Refusal, admit, ignored, open_document, read_document
from tongket.reading.door import admit_bytes
from tongket.reading.formats import Limits

REPORT = docx(p("BÁO CÁO") + p("Kết quả năm 2021: 12 văn bản."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


def test_a_file_is_read_once_and_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "bao cao.docx"
    path.write_bytes(REPORT)
    document = open_document(path, name="2021\\bao cao.docx")
    assert isinstance(document, Document)
    assert (document.name, document.kind) == ("2021/bao cao.docx", "docx")
    assert document.sha256 == hashlib.sha256(REPORT).hexdigest()
    assert texts(document) == ["BÁO CÁO", "Kết quả năm 2021: 12 văn bản."]


def test_a_name_in_decomposed_letters_is_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(REPORT)
    admitted = admit(path, name="ba\u0301o ca\u0301o.docx")
    assert isinstance(admitted, Admitted)
    assert admitted.name == "b\u00e1o c\u00e1o.docx"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.docx", "file_empty"),
        (b" \r\n ", "a.txt", "file_empty"),
        (b"no longer available", "a.docx", "kind_mislabelled"),
        (b"no longer available", "a.pdf", "kind_mislabelled"),
        (b"hello", "a.py", "kind_unknown"),
        (bytes(range(256)) * 20, "a.pdf", "file_damaged"),
        (bytes(range(256)) * 20, "a.xyz", "kind_unknown"),
        (REPORT[: len(REPORT) // 2], "a.docx", "file_damaged"),
        (REPORT[:40], "a.docx", "file_damaged"),
        (b"%PDF-1.7\nnothing here", "a.pdf", "file_damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "file_encrypted"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "needs_office"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "file_damaged"),
        (OLE, "a.xls", "kind_unknown"),
        (b"{\\rtf1 text}", "a.doc", "needs_office"),
        (b"Rar!\x1a\x07\x00", "a.rar", "kind_unsupported"),
        (zipped({"a.txt": "text"}), "a.zip", "archive_not_opened"),
        (zipped({"a.txt": "text"}), "a.docx", "file_damaged"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "a.pptx", "kind_unsupported"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "scan.png", "needs_ocr"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "scan.docx", "needs_ocr"),
        (docx(""), "a.docx", "nothing_readable"),
        (xlsx({"Sheet1": sheet({})}), "a.xlsx", "nothing_readable"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, expected: str) -> None:
    assert code(data, name) == expected


def test_every_refusal_is_a_sentence_in_both_languages() -> None:
    for data, name in ((b"", "a.docx"), (b"note", "a.docx"), (OLE + "WordDocument".encode("utf-16-le"), "b.doc")):
        refusal = opened(data, name)
        assert isinstance(refusal, Refusal)
        for language in ("vi", "en"):
            sentence = message(refusal.problem, language)
            assert sentence.startswith(name)
            assert "{" not in sentence


def test_content_of_another_known_kind_is_read_with_a_notice() -> None:
    document = read(REPORT, "a.doc")
    assert document.kind == "docx"
    assert [(x.code, x.severity) for x in document.problems] == [("kind_differs", Severity.NOTICE)]
    assert document.problems[0].fields == {"expected": "doc", "kind": "docx"}
    assert read(b"<html><body><p>B\xc3\xa1o c\xc3\xa1o</p></body></html>", "a.xls").kind == "html"


def test_a_file_beyond_the_size_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 2000)
    refusal = admit(path, limits=Limits(size=1000))
    assert isinstance(refusal, Refusal)
    assert refusal.problem.code == "file_too_large"
    assert refusal.sha256 == hashlib.sha256(b"x" * 2000).hexdigest()


def test_a_file_that_unpacks_beyond_all_measure_is_not_read() -> None:
    bomb = docx(p("a" * 3_000_000))
    admitted = admit_bytes(bomb, name="a.docx")
    assert isinstance(admitted, Admitted)
    for limits in (Limits(unpacked=1_000_000), Limits(ratio=50, ratio_from=1_000_000), Limits(parts=2)):
        refusal = read_document(admitted, limits=limits)
        assert isinstance(refusal, Refusal)
        assert refusal.problem.code == "too_many_parts"


def test_too_many_cells_or_pages_are_refused() -> None:
    for data, name, limits in (
        (xlsx({"S": sheet({f"A{i}": i for i in range(1, 50)})}), "a.xlsx", Limits(cells=20)),
        (pdf([[(60, 700, "Trang văn bản")]] * 3), "a.pdf", Limits(pages=2)),
        (b"d\n" * 50, "a.txt", Limits(cells=20)),
    ):
        admitted = admit_bytes(data, name=name)
        assert isinstance(admitted, Admitted)
        refusal = read_document(admitted, limits=limits)
        assert isinstance(refusal, Refusal)
        assert refusal.problem.code == "too_many_parts"


def test_a_document_type_declaration_is_refused() -> None:
    xml = '<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="x"/>'
    assert code(zipped({"word/document.xml": xml}), "a.docx") == "file_damaged"


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    missing = admit(tmp_path / "none.docx")
    folder = admit(tmp_path)
    assert isinstance(missing, Refusal)
    assert isinstance(folder, Refusal)
    assert (missing.problem.code, folder.problem.code) == ("file_missing", "file_not_permitted")


@pytest.mark.parametrize("name", ["~$bao cao.docx", "Thumbs.db", "desktop.ini", ".DS_Store", ".hidden.docx"])
def test_files_of_the_desktop_are_no_reports(name: str, tmp_path: Path) -> None:
    assert ignored(tmp_path / name)


def test_folders_are_no_reports_but_documents_are(tmp_path: Path) -> None:
    assert ignored(tmp_path)
    assert not ignored(tmp_path / "bao cao.docx")


def test_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(REPORT)
    open_document(tmp_path / "a.docx")
    assert [f.name for f in tmp_path.iterdir()] == ["a.docx"]


def test_every_cut_of_a_file_is_read_or_refused() -> None:
    files = {
        "a.docx": REPORT,
        "a.xlsx": xlsx({"S": sheet({"A1": "Chỉ tiêu", "B1": 12})}),
        "a.pdf": pdf([[(60, 700, "Báo cáo năm 2021")]]),
        "a.html": "<table><tr><td rowspan=2>Báo cáo</td></tr></table>".encode(),
        "a.txt": "Báo cáo | 12".encode(),
    }
    for name, data in files.items():
        for length in range(0, len(data), max(1, len(data) // 40)):
            assert isinstance(opened(data[:length], name), Document | Refusal)


def test_changed_bytes_are_read_or_refused() -> None:
    for name, data in (("a.docx", REPORT), ("a.pdf", pdf([[(60, 700, "Báo cáo năm 2021")]]))):
        for place in range(0, len(data), max(1, len(data) // 60)):
            changed = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
            assert isinstance(opened(changed, name), Document | Refusal)
