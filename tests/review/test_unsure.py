"""Scans: what was recognised unsurely waits for a person, and a signed scan beside its text is no second report."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reading.build import pdf, read
from tongket.consolidation import Figure
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.periods import Period
from tongket.reading import Document, Doubt, Paragraph, ReportReader, as_report
from tongket.reports import Decision, DecisionVerb, SubjectKind
from tongket.review import ReviewResult
from tongket.review.decide import Decided, value_subject
from tongket.review.doubts import doubt_rows
from tongket.review.run import consolidate

CASE = Path(__file__).parents[1] / "cases" / "own-prose"
LINES = (
    "ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ", "Số: 12/BC-UBND", "Sơn Khê, ngày 12 tháng 12 năm 2022", "BÁO CÁO",
    "Kết quả xây dựng khu vực phòng thủ năm 2022", "I. KẾT QUẢ", "1. Công tác giao quân đạt 7/7 công dân.",
    "2. Mở 2 lớp bồi dưỡng kiến thức quốc phòng, an ninh.",
)  # fmt: skip
TREE, PACK = load_hierarchy(CASE / "orgunits.csv", None), load_pack("nd21")
READER = ReportReader.of(PACK.framework, TREE)


def document(name: str, *, sha256: str = "a" * 64, sure: dict[str, float] | None = None) -> Document:
    """The report, printed; with ``sure`` as recognised: how sure each word is, 0.96 where it is not named."""
    printed = replace(read(pdf([[(60, 780 - 16 * i, t) for i, t in enumerate(LINES)]]), name), sha256=sha256)
    return printed if sure is None else replace(printed, doubts=tuple(doubts(printed, sure)))


def doubts(printed: Document, sure: dict[str, float]) -> Sequence[Doubt]:
    found = []
    for block in printed.blocks:
        assert isinstance(block, Paragraph)
        start = 0
        for word in block.text.split(" "):
            anchor = block.locate(start, start + len(word)).partition(":")[0]
            found.append(Doubt(anchor=anchor, start=start, end=start + len(word), confidence=sure.get(word, 0.96)))
            start += len(word) + 1
    return found


def review(*documents: Document, decided: Decided | None = None) -> ReviewResult:
    read_ = [as_report(one, READER, ()) for one in documents]
    period = Period.parse("2022")
    return consolidate(read_, pack=PACK, hierarchy=TREE, duties=(), period=period, decided=decided)


def of_province(result: ReviewResult, indicator: str) -> list[Figure]:
    return [f for f in result.figures if f.indicator == indicator and f.basis == "as_reported"]


def test_a_figure_of_an_unsure_word_is_offered_and_enters_no_total() -> None:
    scan = document("ban-ky.pdf", sure={"7/7": 0.45})
    result = review(scan)
    unsure = [v for v in result.values if v.indicator == "E02"]
    assert {v.source.confidence for v in unsure} == {0.45}
    assert [f.value for f in of_province(result, "E02")] == []
    assert [f.value for f in of_province(result, "M01")] == [2]
    (row, *_) = [r for r in doubt_rows(result) if r.text in {v.source.text for v in unsure}]
    assert (row.subject.kind, "45%" in row.matter, "xác nhận" in row.matter) == (SubjectKind.VALUE, True, True)
    answers = tuple(Decision(subject=value_subject(v), verb=DecisionVerb.CONFIRM, by="A", reason="rõ") for v in unsure)
    assert [f.value for f in of_province(review(scan, decided=Decided(decisions=answers)), "E02")] == [100]


def test_a_scan_beside_the_text_of_the_same_report_is_no_second_report() -> None:
    text, scan = document("bao-cao.docx"), document("ban-ky.pdf", sha256="b" * 64, sure={"7/7": 0.45})
    result = review(text, scan)
    assert [f.code for f in result.findings if f.code == "duplicate_report"] == []
    assert [r.file for r in result.current] == ["bao-cao.docx"]
    assert [f.value for f in of_province(result, "E02")] == [100]
