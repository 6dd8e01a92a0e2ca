"""Letters that Outlook saved, with what is attached to them."""

from pathlib import Path

import pytest

from reading.build import docx, p
from reading.compound import Tree, compound
from tongket.reading import Document, contents, open_document

REPORT = docx(p("BÁO CÁO") + "".join(p(f"Đoạn {n}: {n * 7919}") for n in range(2_000)))


def padded(text: str) -> bytes:
    """Text long enough to stand in sectors of its own."""
    return text.ljust(2_100).encode("utf-16-le")


def letter(**more: bytes) -> bytes:
    tree: Tree = {
        "__substg1.0_1000001F": padded("Kính gửi Văn phòng, xin gửi báo cáo năm 2022."),
        "__attach_version1.0_#00000000": {
            "__substg1.0_37010102": REPORT,
            "__substg1.0_3707001F": padded("Báo cáo năm 2022 xã Nậm Cát.docx"),
        },
        **more,
    }
    return compound(tree)


def test_what_is_attached_to_an_outlook_letter_is_read(tmp_path: Path) -> None:
    path = tmp_path / "thu.msg"
    path.write_bytes(letter())
    (member,) = contents(path)
    assert member.name == "Báo cáo năm 2022 xã Nậm Cát.docx"
    document = open_document(path, name=f"thu.msg/{member.name}", member=member.place)
    assert isinstance(document, Document)
    assert document.kind == "docx"


def test_the_text_of_an_outlook_letter_is_read(tmp_path: Path) -> None:
    path = tmp_path / "thu.msg"
    path.write_bytes(compound({"__substg1.0_1000001F": padded("Trên địa bàn không phát sinh vụ việc.")}))
    assert contents(path) == ()
    document = open_document(path)
    assert isinstance(document, Document)
    assert "không phát sinh" in str(document.blocks)


@pytest.mark.parametrize("cut", [100, 600, 1500])
def test_a_damaged_outlook_letter_is_refused_and_breaks_nothing(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "thu.msg"
    path.write_bytes(letter()[:cut])
    assert contents(path) == ()
    open_document(path)
