"""People edit in Word: every figure that is not as it was issued is told, and hardly one that is."""

import json
import random
from io import BytesIO
from pathlib import Path

import docx
import pytest
from benchmarks.edits import Editor, put, resaved
from benchmarks.verify import missed_and_false

from spec.conftest import EXAMPLE, example_request
from tongket.cli.app import run_command
from tongket.dossier.verify import Passage, compare, passages_of
from tongket.problems import NoUsableInputError
from tongket.reading import Document, open_document
from tongket.review import ReviewResult, run, verify_edited
from tongket.review.paper_record import load_papers

REPORT, COMMUNIQUE = "02-bao-cao-so-ket.docx", "08-thong-cao.docx"


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of one year of districts, small enough to be edited many times."""
    out = tmp_path_factory.mktemp("issued") / "out"
    result = run(
        example_request(out, reports=EXAMPLE / "reports" / "2021" / "huyen", conference=EXAMPLE / "conference.yaml")
    )
    assert isinstance(result, ReviewResult)
    return out


def opened(path: Path) -> Document:
    document = open_document(path, name=path.name)
    assert isinstance(document, Document)
    return document


def line(*texts: str) -> list[Passage]:
    return [Passage(text=text, anchor=f"body/p[{i}]") for i, text in enumerate(texts, 1)]


def found(issued: list[Passage], edited: list[Passage]) -> list[tuple[str, str, str]]:
    return [(f.kind.value, f.issued, f.edited) for f in compare(issued, edited).figures]


def test_an_issued_paper_verifies_against_itself_and_its_figures_have_codes(issued: Path) -> None:
    for paper in load_papers(issued):
        if paper.passages:
            comparison = compare(paper.passages, paper.passages)
            assert (comparison.figures, comparison.reworded, comparison.removed, comparison.added) == ((), 0, 0, 0)
    report = next(p for p in load_papers(issued) if p.file == REPORT)
    refs = [f.ref for p in report.passages for f in p.figures if f.kind == "figure"]
    assert len(refs) > 50
    assert all("@" in ref for ref in refs)
    assert all(p.text[f.start : f.end].strip("0123456789.,") == "" for p in report.passages for f in p.figures)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Có 27/29 đơn vị đạt.", "Có 29/27 đơn vị đạt.", [("changed", "27", "29"), ("changed", "29", "27")]),
        ("Thu 1.234,5 tỷ đồng.", "Thu 1234,50 tỷ đồng.", []),
        ("Thu 1.234,5 tỷ đồng.", "Thu 1.234.5 tỷ đồng.", [("changed", "1.234,5", "1.234.5")]),
        ("Có 5 huyện và 3 sở gửi.", "Có 3 sở và 5 huyện gửi.", []),
        ("Có 5 huyện gửi.", "Các huyện đã gửi.", [("lost", "5", "")]),
        ("Các huyện đã gửi đủ.", "Có 8 huyện đã gửi đủ.", [("new", "", "8")]),
        ("Số:        /BC-UBND", "Số: 15/BC-UBND", [("filled", "", "15")]),
        ("Bắc Kạn, ngày     tháng     năm 2024", "Bắc Kạn, ngày 05 tháng 12 năm 2024", [("filled", "", "05"), ("filled", "", "12")]),
        ("Đạt 95% kế hoạch năm 2023.", "Năm 2023, so với kế hoạch đã đạt được 96%.", [("changed", "95", "96")]),
    ],
)  # fmt: skip
def test_numbers_of_a_sentence(before: str, after: str, expected: list[tuple[str, str, str]]) -> None:
    around = ("Mở đầu của báo cáo kỳ này.", "Kết thúc của báo cáo kỳ này.")
    assert found(line(around[0], before, around[1]), line(around[0], after, around[1])) == expected


def test_a_number_changed_among_its_old_words_did_not_come_from_a_sentence_taken_out() -> None:
    kept, gone = "Việc sơ kết chưa kịp thời ({}/7 đơn vị nêu).", "Về mặt này, 5/7 đơn vị nêu điều khác."
    around = ("Mở đầu của báo cáo kỳ này.", "Kết thúc của báo cáo kỳ này.")
    edits = found(line(around[0], gone, kept.format(3), around[1]), line(around[0], kept.format(5), around[1]))
    assert sorted(edits) == [("changed", "3", "5"), ("lost", "5", ""), ("lost", "7", "")]


def test_a_paragraph_that_went_elsewhere_moved_its_figures_and_lost_none() -> None:
    texts = [f"Nội dung thứ {word} của phần này nói về việc khác nhau." for word in ("một", "hai", "ba", "bốn", "năm")]
    moving = "Huyện Ba Bể giải ngân 12,5 tỷ đồng cho công trình."
    assert found(line(moving, *texts), line(*texts, moving)) == [("moved", "12,5", "12,5")]


def test_a_sentence_cut_in_two_loses_nothing() -> None:
    whole = "Toàn tỉnh có 108 xã diễn tập, trong đó 96 xã đạt loại khá, giỏi."
    parts = ("Toàn tỉnh có 108 xã diễn tập.", "Trong đó 96 xã đạt loại khá, giỏi.")
    assert found(line("Mở đầu.", whole, "Kết thúc."), line("Mở đầu.", *parts, "Kết thúc.")) == []


@pytest.mark.parametrize("seed", range(24))
def test_random_edits_of_a_resaved_paper_are_all_told_and_nothing_else(issued: Path, tmp_path: Path, seed: int) -> None:
    name = (REPORT, COMMUNIQUE)[seed % 2]
    paper = next(p for p in load_papers(issued) if p.file == name)
    rng = random.Random(f"spec/{seed}")
    editor = Editor(resaved((issued / name).read_bytes(), rng, strip=seed % 4 < 2), rng)
    edited = tmp_path / "edited.docx"
    edited.write_bytes(editor.work(4))
    comparison = compare(paper.passages, tuple(passages_of(opened(edited).blocks)))
    missed, false = missed_and_false(comparison.open, editor.truth)
    assert (missed, [(f.kind, f.issued, f.edited) for f in false]) == ([], [])


@pytest.fixture(scope="module")
def edited(issued: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The report under another name with one figure of a sentence and one of a table changed."""
    document = docx.Document(str(issued / REPORT))
    paragraph = next(p for p in document.paragraphs[12:] if "huyện" in p.text and "/" in p.text and len(p.text) > 60)
    number = next(
        w.strip(".,;") for w in paragraph.text.split() if w.strip(".,;%").isdigit() and int(w.strip(".,;%")) > 2
    )
    put(paragraph, paragraph.text.replace(number, "987", 1))
    path = tmp_path_factory.mktemp("edited") / "ban-sua.docx"
    document.save(str(path))
    return path, number, paragraph.text


def test_the_command_tells_the_figure_its_code_and_both_sentences(
    issued: Path, edited: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, number, sentence = edited
    assert run_command(["verify", str(path), "--against", str(issued), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["issued"] == REPORT
    assert [(f["kind"], f["issued"], f["edited"]) for f in told["figures"]] == [("changed", number, "987")]
    assert told["figures"][0]["figure"]
    assert told["figures"][0]["edited_sentence"] in sentence


def test_the_copy_has_a_comment_at_the_figure(
    issued: Path, edited: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, number, _ = edited
    copy = tmp_path / "copy.docx"
    assert run_command(["verify", str(path), "--against", str(issued), "--out", str(copy)]) == 0
    assert f"{number} → 987" in capsys.readouterr().out
    document = docx.Document(BytesIO(copy.read_bytes()))
    comments = list(document.comments)
    assert len(comments) == 1
    assert f"{number} → 987" in comments[0].text
    holder = next(p for p in document.paragraphs if "commentRangeStart" in p._p.xml)
    assert "987" in holder.text
    assert run_command(["verify", str(path), "--against", str(issued), "--out", str(path)]) == 6
    pdf = str(issued / "02-bao-cao-so-ket.pdf")
    assert run_command(["verify", pdf, "--against", str(issued), "--out", str(tmp_path / "pdf.docx")]) == 2


def test_a_file_that_is_none_of_the_papers_is_refused(issued: Path, tmp_path: Path) -> None:
    other = docx.Document()
    other.add_paragraph("Một văn bản khác hẳn, không có trong hồ sơ.")
    other.save(str(tmp_path / "other.docx"))
    with pytest.raises(NoUsableInputError):
        verify_edited(opened(tmp_path / "other.docx"), issued)
