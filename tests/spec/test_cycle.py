"""The papers of the whole cycle: before the reports, around the conference, and the opinions on the draft."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from spec.conftest import EXAMPLE
from tongket.cli import main
from tongket.conference.papers import certificates, praise_of, try_sheet
from tongket.dossier.brief import SYLLABLES
from tongket.dossier.papers import Heading, OfficialPaper, PaperParagraph, text_of, walk
from tongket.orgunits import load_hierarchy
from tongket.packs import ConferenceFiles, Pack, load_conference, load_pack
from tongket.periods import Period
from tongket.reading import LIMITS, Opinion, OpinionKind, admit, read_document, read_opinions
from tongket.review import ReviewResult
from tongket.review.cycle import opinions_of, papers_after, papers_before
from tongket.review.material import material_of
from tongket.vietnamese import nfc

pytestmark = pytest.mark.xdist_group("example")
TABLES = ["--orgunits", str(EXAMPLE / "orgunits.csv"), "--changes", str(EXAMPLE / "changes.csv"), "--pack", "nd21"]
GIVEN = ["--conference", str(EXAMPLE / "conference.yaml"), *TABLES]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("nd21")


@pytest.fixture(scope="module")
def files(pack: Pack) -> ConferenceFiles:
    hierarchy = load_hierarchy(EXAMPLE / "orgunits.csv", EXAMPLE / "changes.csv")
    return load_conference(EXAMPLE / "conference.yaml", framework=pack.framework, hierarchy=hierarchy)


@pytest.fixture(scope="module")
def papers(
    reviewed: tuple[ReviewResult, Path], files: ConferenceFiles, pack: Pack
) -> dict[str, tuple[OfficialPaper, ...]]:
    result = reviewed[0]
    material = material_of(result)
    assert material is not None
    before = papers_before(files, pack, result.hierarchy, Period.parse("2019/2023"))
    return before | papers_after(files, material)


def unsupported(several: tuple[OfficialPaper, ...]) -> list[str]:
    return [run.text for one in several for run in walk(one) if run.binding is None and re.search(r"\d", run.text)]


def test_no_number_in_any_of_them_is_without_support(papers: dict[str, tuple[OfficialPaper, ...]]) -> None:
    assert len(papers) == 8
    assert {name: unsupported(several) for name, several in papers.items() if unsupported(several)} == {}


def test_the_request_asks_for_what_the_pack_collects(papers: dict[str, tuple[OfficialPaper, ...]], pack: Pack) -> None:
    (letter,) = papers["02-cong-van-yeu-cau-bao-cao.docx"]
    said = " ".join(run.text for run in walk(letter))
    forms = [form for form in pack.framework.forms.values() if form.level != "province"]
    assert len(letter.annexes) == 1 + len(forms)
    assert all(pack.framework.elements[item.element].name in said for form in forms for item in form.items)
    assert all(section.name in said for section in pack.outline)
    assert "15/4/2024" in said


def test_each_delegate_is_invited_with_the_titles_of_the_day(papers: dict[str, tuple[OfficialPaper, ...]]) -> None:
    invitations = papers["03-giay-moi.docx"]
    texts = [" ".join(text_of(b.text) for b in one.blocks if isinstance(b, PaperParagraph)) for one in invitations]
    assert len(texts) == 12  # eleven beside the chair, and one with the name left to the hand
    assert any("đồng chí Lý Thanh Bình, Phó Trưởng ban Tuyên giáo Tỉnh ủy" in text for text in texts)
    assert all("Thời gian: 07:30 ngày 25/7/2024." in text for text in texts)


def test_the_summary_is_read_out_in_a_quarter_of_an_hour(papers: dict[str, tuple[OfficialPaper, ...]]) -> None:
    (brief,) = papers["04-bao-cao-tom-tat.docx"]
    spoken = sum(len(text_of(b.text).split()) for b in brief.blocks if isinstance(b, PaperParagraph | Heading))
    assert 1000 < spoken <= SYLLABLES


def test_the_script_calls_thirteen_and_six_to_the_stage(papers: dict[str, tuple[OfficialPaper, ...]]) -> None:
    (script,) = papers["05-kich-ban-dieu-hanh.docx"]
    said = "".join(run.text for run in walk(script))
    assert "13 tập thể và 06 cá nhân" in said
    called = re.findall(r"Mời lên sân khấu đợt (\d) \((\d+)\)", said)
    assert called == [("1", "07"), ("2", "06"), ("3", "06")]
    (awards,) = papers["08-danh-sach-trao-thuong.docx"]
    listed = "".join(run.text for run in walk(awards))
    assert listed.index("Phòng Ngân sách") < listed.index("Nguyễn Văn Sơn") < listed.index("Triệu Thị Phương")


def test_certificates_come_in_the_order_of_the_list(tmp_path: Path) -> None:
    code = main_code(["papers", *GIVEN, "--period", "2019/2023", "--out", str(tmp_path)])
    assert code == 0
    pages = list(text_on(tmp_path / "09-bang-khen-in-phoi.pdf"))
    assert len(pages) == 19
    assert pages[0].startswith("Phòng Tham mưu")
    assert pages[13].startswith("Nguyễn Văn Sơn")
    assert pages[18].startswith("Triệu Thị Phương")
    (sheet,) = text_on(tmp_path / "10-bang-khen-trang-in-thu.pdf")
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = [nfc(v + t) for base in "aăâeêioôơuưy" for v in (base, base.upper()) for t in ("", *tones)]
    assert [letter for letter in (*letters, "đ", "Đ") if letter not in sheet] == []


def test_a_printer_that_is_off_is_corrected(
    files: ConferenceFiles, reviewed: tuple[ReviewResult, Path], pack: Pack
) -> None:
    conference = files.conference
    assert conference.blank is not None
    moved = replace(conference, blank=replace(conference.blank, offset_x=2.5, offset_y=-1))
    praised = [praise_of(one, None, pack.family, pack.criteria, reviewed[0].hierarchy) for one in (conference, moved)]
    straight, shifted = (certificates(one)[0].lines for one in praised)
    assert {(b.x - a.x, b.y - a.y) for a, b in zip(straight, shifted, strict=True)} == {(2.5, -1)}
    sheet = try_sheet(praised[1])
    assert sheet is not None
    assert sheet.ruled


def text_on(path: Path) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(path):
        yield nfc(page.get_textpage().get_text_bounded())


def main_code(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def returned_draft(path: Path) -> Path:
    """A draft as people send it back: a comment, words added and words struck out."""
    document = Document()
    paragraph = document.add_paragraph("Kinh phí bảo đảm còn thấp so với nhu cầu.")
    document.add_comment(paragraph.runs, text="Đề nghị nêu rõ số liệu.", author="Sở Tài chính")
    second = document.add_paragraph("Tổ chức diễn tập ")
    for tag, author, words in (("ins", "Công an tỉnh", "đúng kế hoạch, "), ("del", "Công an tỉnh", "thường xuyên")):
        inner = "delText" if tag == "del" else "t"
        run = f"<w:r><w:{inner} xml:space='preserve'>{words}</w:{inner}></w:r>"
        second._p.append(parse_xml(f"<w:{tag} {nsdecls('w')} w:id='9' w:author='{author}'>{run}</w:{tag}>"))
    document.save(str(path))
    return path


def opinions_in(path: Path) -> tuple[Opinion, ...]:
    admitted = admit(path, name=path.name)
    document = read_document(admitted)  # type: ignore[arg-type]
    return read_opinions(admitted, document, LIMITS)  # type: ignore[arg-type]


def test_comments_and_tracked_changes_are_opinions(tmp_path: Path) -> None:
    found = opinions_in(returned_draft(tmp_path / "gop-y.docx"))
    assert [(one.kind, one.by, one.text) for one in found] == [
        (OpinionKind.COMMENT, "Sở Tài chính", "Đề nghị nêu rõ số liệu."),
        (OpinionKind.INSERTION, "Công an tỉnh", "đúng kế hoạch,"),
        (OpinionKind.DELETION, "Công an tỉnh", "thường xuyên"),
    ]
    assert found[0].about == "Kinh phí bảo đảm còn thấp so với nhu cầu."


def test_a_table_of_opinions_is_read_row_by_row(tmp_path: Path, files: ConferenceFiles, pack: Pack) -> None:
    """A unit that stands once stands for the rows below it too; the table that is written can be read again."""
    document = Document()
    rows = [
        ("TT", "Đơn vị góp ý", "Mục dự thảo", "Nội dung ý kiến"),
        ("1", "Sở Nội vụ", "Mục II", "Bổ sung kết quả thi đua."),
        ("2", "", "Mục IV", "Làm rõ nguyên nhân chủ quan."),
    ]
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "bang.docx"))
    found = opinions_in(tmp_path / "bang.docx")
    assert [(one.by, one.about, one.text) for one in found] == [
        ("Sở Nội vụ", "Mục II", "Bổ sung kết quả thi đua."),
        ("Sở Nội vụ", "Mục IV", "Làm rõ nguyên nhân chủ quan."),
    ]
    paper = opinions_of(files, pack, found)
    assert unsupported((paper,)) == []


def test_the_verb_writes_the_table_of_opinions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = returned_draft(tmp_path / "gop-y.docx")
    assert main_code(["opinions", str(draft), *GIVEN, "--out", str(tmp_path / "bang.docx")]) == 0
    assert "3 ý kiến từ 1 tệp." in capsys.readouterr().out
    written = Document(str(tmp_path / "bang.docx"))
    cells = [cell.text for row in written.tables[1].rows for cell in row.cells]
    assert "Đề nghị bỏ: “thường xuyên”" in cells


def test_a_draft_without_opinions_says_so(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "trong.docx"))
    document = Document()
    document.add_paragraph("Không có ý kiến.")
    document.save(str(tmp_path / "trong.docx"))
    assert main_code(["opinions", str(tmp_path / "trong.docx"), *GIVEN, "--out", str(tmp_path / "b.docx")]) == 3
    assert not (tmp_path / "b.docx").exists()
