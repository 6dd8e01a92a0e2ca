"""Archives and letters: each file inside is a file of its own, and nothing leaves its archive."""

import base64
import io
import struct
import unicodedata
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest

from reading.build import docx, p, read, texts, zipped
from tongket.reading import Document, Refusal, contents, open_document
from tongket.reading.formats import FormatError, Limits, members

REPORT = docx(p("BÁO CÁO"))
NAME = "Báo cáo xã Đồng Phúc.docx"


def names(data: bytes, ending: str = "zip", limits: Limits | None = None) -> list[str]:
    return [m.name for m in members(data, ending, limits or Limits())]


def raw_named(name: bytes) -> bytes:
    """An archive whose only file bears a name of raw bytes, as old programs wrote it."""
    data = zipped({"x" * len(name): REPORT})
    return data.replace(b"x" * len(name), name)


def letter(*attached: tuple[str, bytes], body: str = "Kính gửi báo cáo năm 2023.") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Báo cáo"
    message.set_content(body)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_vietnamese_names_are_read_in_the_code_page_they_were_written_in(encoding: str) -> None:
    written = NAME.replace("Báo cáo", "Ba\u0301o ca\u0301o").replace("ồ", "ô\u0300") if encoding == "cp1258" else NAME
    written = written.replace("ã", "a\u0303") if encoding == "cp1258" else written
    assert names(raw_named(written.encode(encoding))) == [NAME]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_marked_as_utf8_are_taken_as_they_are_and_composed(form: Literal["NFC", "NFD"]) -> None:
    written = unicodedata.normalize(form, f"Huyện/{NAME}")
    assert names(zipped({written: REPORT})) == [f"Huyện/{NAME}"]
    assert names(raw_named(unicodedata.normalize(form, NAME).encode())) == [NAME]


@pytest.mark.parametrize(
    ("given", "shown"),
    [("../../etc/a.docx", "etc/a.docx"), ("/a.docx", "a.docx"), ("C:\\x\\a.docx", "x/a.docx"), ("..", "?"),
     ("a/./b//c.docx", "a/b/c.docx"), ("a\nb.docx", "ab.docx")],
)  # fmt: skip
def test_names_never_leave_the_archive(given: str, shown: str) -> None:
    assert names(zipped({given: REPORT})) == [shown]


def test_archives_inside_archives_are_opened_to_a_depth() -> None:
    data = zipped({"inner.docx": REPORT})
    for depth in range(4):
        data = zipped({f"{depth}.zip": data, "beside.docx": REPORT})
    assert names(data) == ["3.zip/2.zip/1.zip", "3.zip/2.zip/beside.docx", "3.zip/beside.docx", "beside.docx"]


def test_of_archives_in_archives_only_so_much_is_unpacked() -> None:
    inner = zipped({f"{i}.docx": REPORT for i in range(20)})
    data = zipped({f"{i:02}.zip": inner for i in range(10)})
    opened = names(data, limits=Limits(archive=len(inner) * 10))
    assert len(opened) == 200
    assert len(names(zipped({"a.zip": data, "b.zip": data}), limits=Limits(archive=len(data) * 3))) < 400


@pytest.mark.parametrize("name", ['filename="=?UTF-8?B?{}?="', "filename*=UTF-8''{}", 'filename="=?utf-8?Q?{}?="'])
def test_names_of_attachments_as_letter_programs_write_them(name: str) -> None:
    form = (
        base64.b64encode(NAME.encode()).decode()
        if "?B?" in name
        else quote(NAME).replace("%", "=" if "Q" in name else "%")
    )
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nGui\r\n--b\r\n'
    part = f"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; {name.format(form)}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    body = base64.encodebytes(REPORT).decode()
    assert names(f"{head}{part}{body}\r\n--b--\r\n".encode(), "eml") == [NAME]


def test_an_archive_attached_to_a_letter_is_opened() -> None:
    assert names(letter(("gui.zip", zipped({NAME: REPORT}))), "eml") == [f"gui.zip/{NAME}"]


def test_two_files_of_one_name_are_told_apart() -> None:
    assert names(letter(("a.docx", REPORT), ("a.docx", REPORT)), "eml") == ["a.docx", "a (2).docx"]


def test_too_many_files_or_too_large_together_are_refused() -> None:
    data = zipped({f"{i}.txt": "x" * 1000 for i in range(20)})
    for limits in (Limits(parts=10), Limits(archive=10_000)):
        with pytest.raises(FormatError, match="too_many_parts"):
            names(data, limits=limits)


def test_a_file_inside_is_read_and_named_with_its_archive(tmp_path: Path) -> None:
    path = tmp_path / "gui.zip"
    path.write_bytes(zipped({"trong.zip": zipped({NAME: REPORT}), "__MACOSX/._a.docx": "x", ".DS_Store": "x"}))
    (member,) = contents(path)
    assert member.name == f"trong.zip/{NAME}"
    document = open_document(path, name=f"gui.zip/{member.name}", member=member.place)
    assert isinstance(document, Document)
    assert (document.name, texts(document)) == (f"gui.zip/trong.zip/{NAME}", ["BÁO CÁO"])


def test_an_archive_changed_in_its_place_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "gui.zip"
    for number in (1, 2):
        path.write_bytes(zipped({f"{number}.txt": f"Báo cáo lần {number}" + " và hết" * number, "b.txt": "Khác"}))
        first, second = contents(path)
        assert (first.name, second.name) == (f"{number}.txt", "b.txt")
        document = open_document(path, name=f"gui.zip/{first.name}", member=first.place)
        assert isinstance(document, Document)
        assert texts(document)[0].startswith(f"Báo cáo lần {number}")


def test_a_letter_gives_its_attachments_and_else_its_own_text(tmp_path: Path) -> None:
    path = tmp_path / "thu.eml"
    path.write_bytes(letter((NAME, REPORT)))
    assert [m.name for m in contents(path)] == [NAME]
    assert texts(read(path.read_bytes(), "thu.eml")) == ["Kính gửi báo cáo năm 2023."]
    path.write_bytes(letter())
    assert contents(path) == ()


def test_a_letter_within_a_letter_is_opened() -> None:
    outer = EmailMessage()
    outer.set_content("Chuyển tiếp")
    inner = EmailMessage()
    inner.set_content("x")
    inner.add_attachment(REPORT, maintype="application", subtype="octet-stream", filename=NAME)
    outer.add_attachment(inner)
    assert names(outer.as_bytes(), "eml") == [f"letter.eml/{NAME}"]


@pytest.mark.parametrize("cut", [10, 60, -30, -10])
def test_a_damaged_archive_stands_for_itself(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({NAME: REPORT})[:cut])
    assert contents(path) == ()
    refusal = open_document(path)
    assert isinstance(refusal, Refusal)


def test_a_file_under_a_password_is_named_and_says_so(tmp_path: Path) -> None:
    buffer = io.BytesIO(zipped({"a.docx": REPORT}))
    data = bytearray(buffer.getvalue())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark) + offset
        struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    path = tmp_path / "a.zip"
    path.write_bytes(bytes(data))
    (member,) = contents(path)
    refusal = open_document(path, member=member.place)
    assert isinstance(refusal, Refusal)
    assert refusal.problem.code == "file_encrypted"
    assert zipfile.is_zipfile(path)
