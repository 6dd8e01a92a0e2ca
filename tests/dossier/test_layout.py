"""A paper in Word as Decree 30/2020/NĐ-CP, Appendix I, has it: measures in the file, numbers and days in the head."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tongket.dossier.papers import (
    Annex,
    Issuer,
    IssuerProfile,
    OfficialPaper,
    PaperKind,
    PaperParagraph,
    Signature,
    plain,
)
from tongket.dossier.writers.docx import write_docx
from tongket.dossier.writers.docx.frame import date_line, number_line

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 1440 / 25.4
COMMITTEE = Issuer(
    profile=IssuerProfile.PEOPLES_COMMITTEE, name=("Ủy ban nhân dân", "tỉnh Ví Dụ"), symbol="UBND", place="Ví Dụ",
    archive="Lưu: VT, NC.",
)  # fmt: skip
PAPER = OfficialPaper(
    kind=PaperKind.REPORT,
    issuer=COMMITTEE,
    title="Báo cáo",
    subject=plain("Sơ kết việc ví dụ"),
    blocks=(PaperParagraph(text=plain("Một đoạn.")),),
    year=2024,
    addressees=(plain("Thường trực Tỉnh ủy"),),
    signature=Signature(authority=("TM. Ủy ban nhân dân", "Chủ tịch"), name="Người Giả Định", rank="Đại tá"),
    recipients=(plain("Như trên"),),
    annexes=(Annex(title=plain("Bảng rộng"), blocks=(PaperParagraph(text=plain("…")),), landscape=True),),
)


@pytest.fixture
def written(tmp_path: Path) -> ElementTree.Element:
    write_docx(PAPER, path := tmp_path / "a.docx")
    with ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read("word/document.xml"))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in root.iter(f"{WORD}p")]


def test_page_and_margins_are_those_of_the_decree(written: ElementTree.Element) -> None:
    sizes = [(s.get(f"{WORD}w"), s.get(f"{WORD}h"), s.get(f"{WORD}orient")) for s in written.iter(f"{WORD}pgSz")]
    millimetres = [sorted(round(int(side) / TWIPS) for side in (w or "0", h or "0")) for w, h, _ in sizes]
    assert millimetres == [[210, 297], [210, 297]]
    assert [orient for *_, orient in sizes] == [None, "landscape"]
    for margin in written.iter(f"{WORD}pgMar"):
        given = {side: int(margin.get(f"{WORD}{side}") or 0) / TWIPS for side in ("top", "bottom", "left", "right")}
        assert 20 <= round(given["top"]) <= 25
        assert 20 <= round(given["bottom"]) <= 25
        assert 30 <= round(given["left"]) <= 35
        assert 15 <= round(given["right"]) <= 20


def test_pages_are_numbered_anew_in_each_part_and_not_on_its_first_page(written: ElementTree.Element) -> None:
    assert len(list(written.iter(f"{WORD}titlePg"))) == 2
    assert [n.get(f"{WORD}start") for n in written.iter(f"{WORD}pgNumType")] == ["1", "1"]


def test_a_draft_leaves_number_and_day_to_the_clerical_office(written: ElementTree.Element) -> None:
    lines = texts(written)
    assert any(re.fullmatch(r"Số:\s+/BC-UBND", line) for line in lines)
    assert "DỰ THẢO LẦN 1" in lines
    assert any(re.fullmatch(r"Ví Dụ, ngày\s+tháng\s+năm 2024", line) for line in lines)


def test_it_reads_from_motto_to_archive_as_the_template_does(written: ElementTree.Element) -> None:
    lines = [line for line in texts(written) if line]
    order = [
        "ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO",
        "Sơ kết việc ví dụ", "Kính gửi: Thường trực Tỉnh ủy", "Một đoạn./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT, NC.",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Người Giả Định", "Phụ lục", "BẢNG RỘNG",
    ]  # fmt: skip
    assert [line for line in lines if line in order] == order


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        (IssuerProfile.PEOPLES_COMMITTEE, "Người Giả Định"),
        (IssuerProfile.STEERING_COMMITTEE, "Người Giả Định"),
        (IssuerProfile.MILITARY_COMMAND, "Đại tá Người Giả Định"),
    ],
)
def test_the_rank_stands_before_the_name_in_the_armed_forces_only(
    profile: IssuerProfile, name: str, tmp_path: Path
) -> None:
    write_docx(replace(PAPER, issuer=replace(COMMITTEE, profile=profile)), path := tmp_path / "a.docx")
    with ZipFile(path) as archive:
        assert name in texts(ElementTree.fromstring(archive.read("word/document.xml")))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"number": 5}, "Số: 05/BC-UBND"),
        ({"number": 123}, "Số: 123/BC-UBND"),
        ({"number": 15, "issuer": replace(COMMITTEE, symbol="BCĐ")}, "Số: 15/BC-BCĐ"),
        ({"number": 45, "kind": PaperKind.NOTICE}, "Số: 45/TB-UBND"),
        ({"number": 1034, "kind": PaperKind.DECISION}, "Số: 1034/QĐ-UBND"),
        ({"number": 5, "kind": PaperKind.LETTER, "unit_symbol": "NC"}, "Số: 05/UBND-NC"),
    ],
)
def test_numbers_under_ten_take_a_zero_and_a_letter_has_no_code(changes: dict[str, object], line: str) -> None:
    assert number_line(replace(PAPER, **changes)) == line  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2025, 1, 5), "Ví Dụ, ngày 05 tháng 01 năm 2025"),
        (date(2024, 6, 29), "Ví Dụ, ngày 29 tháng 6 năm 2024"),
        (date(2024, 2, 9), "Ví Dụ, ngày 09 tháng 02 năm 2024"),
        (date(2024, 12, 31), "Ví Dụ, ngày 31 tháng 12 năm 2024"),
    ],
)
def test_days_under_ten_and_the_first_two_months_take_a_zero(day: date, line: str) -> None:
    assert date_line("Ví Dụ", day, None) == line
