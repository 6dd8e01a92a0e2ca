"""The papers of a review: every number is bound, and says of whom."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.consolidation import roll_up
from tongket.dossier.chairman import chairman_summary
from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, OfficialPaper, text_of, walk
from tongket.dossier.papers.blocks import Heading, PaperParagraph
from tongket.dossier.report import review_report
from tongket.framework import Target
from tongket.review import ReviewResult
from tongket.review.material import material_of

pytestmark = pytest.mark.xdist_group("example")


@pytest.fixture(scope="module")
def material(reviewed: tuple[ReviewResult, Path]) -> Material:
    found = material_of(reviewed[0])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def report(material: Material) -> OfficialPaper:
    return review_report(material)


def body(paper: OfficialPaper) -> list[str]:
    return [text_of(block.text) for block in paper.blocks if isinstance(block, PaperParagraph)]


def test_no_number_stands_in_the_report_without_what_supports_it(report: OfficialPaper) -> None:
    assert [run.text for run in walk(report) if run.binding is None and re.search(r"\d", run.text)] == []


def test_every_figure_in_the_report_is_a_figure_of_the_review(report: OfficialPaper, material: Material) -> None:
    known = {figure.code for figure in material.figures}
    named = {run.binding.ref for run in walk(report) if run.binding and run.binding.kind is BindingKind.FIGURE}
    assert len(named) > 100
    assert {ref.split("@")[0] + "@" + ref.split("@")[1].split("/")[0] for ref in named} <= known


def test_a_sentence_says_of_whom_before_it_says_how_many(report: OfficialPaper) -> None:
    """ "Toàn tỉnh" only where nobody is absent; else by whose figures, and how many of the yearly ones."""
    sentences = body(report)
    assert any("theo số liệu của 8/8 huyện, thành phố" in s.lower() for s in sentences)
    assert sum("39/40 số liệu hằng năm" in s for s in sentences) >= 4
    whole = [s for s in sentences if "toàn tỉnh" in s]
    assert whole
    assert not any("số liệu của" in s for s in whole)


def test_a_sum_with_holes_is_at_least(report: OfficialPaper) -> None:
    assert any("ban hành ít nhất 914 văn bản" in s for s in body(report))


def test_what_too_few_units_state_stays_in_the_annex(report: OfficialPaper) -> None:
    """In 2023 only agencies state who was taught the decree (A06): nothing says it of the province in that year."""
    assert not any("tổ chức quán triệt Nghị định" in s and "2023" in s for s in body(report))


def test_limitations_are_in_units_own_words_with_how_many_say_so(report: OfficialPaper, material: Material) -> None:
    items = [s for s in body(report) if re.search(r"\(\d+/\d+ đơn vị nêu\)\.$", s)]
    assert len(items) > 20
    words = {n.text.rstrip(" .;") for r in material.reports for n in r.narratives}
    assert all(re.sub(r"^- | \(\d+/\d+ đơn vị nêu\)\.$", "", s) in words for s in items)


def test_a_review_without_figures_has_no_material(reviewed: tuple[ReviewResult, Path]) -> None:
    assert material_of(replace(reviewed[0], figures=(), conference=None)) is None


@pytest.fixture(scope="module")
def summary(material: Material) -> OfficialPaper:
    return chairman_summary(material)


def test_the_chairman_gets_five_results_and_five_shortfalls_each_with_its_base(summary: OfficialPaper) -> None:
    parts = by_heading(summary)
    assert len(parts["Kết quả nổi bật"]) == len(parts["Việc chưa đạt"]) == 5
    assert not set(parts["Kết quả nổi bật"]) & set(parts["Việc chưa đạt"])
    assert all("số liệu" in line or "toàn tỉnh" in line for line in parts["Kết quả nổi bật"])


def test_he_sees_who_is_silent_what_is_doubtful_and_what_he_will_be_asked(
    summary: OfficialPaper, material: Material
) -> None:
    parts = by_heading(summary)
    (silent,) = parts["Đơn vị chưa gửi báo cáo"]
    assert silent.count("(") == len({unit for unit, _ in material.coverage.missing})
    assert any("Huyện Pác Nặm" in line and "11.050" in line for line in parts["Số liệu chưa bảo đảm độ tin cậy"])
    assert 3 <= len(parts["Câu hỏi có thể được đặt ra"]) <= 6


def test_no_number_in_the_summary_stands_without_support(summary: OfficialPaper) -> None:
    assert [run.text for run in walk(summary) if run.binding is None and re.search(r"\d", run.text)] == []


def test_spending_is_compared_over_the_districts_that_state_both_years(material: Material) -> None:
    """From 2020 to 2021 the spending of the same six districts grew; that one report less came in is no fall."""
    changes = {(code, str(earlier), str(later)): one for (code, earlier, later), one in material.changes.items()}
    found = changes["K01", "2020", "2021"]
    assert (len(found.org_units), found.before, found.after) == (6, Decimal("69.00"), Decimal("69.63"))


def test_a_target_that_is_met_is_a_result_and_one_that_is_missed_a_shortfall(
    reviewed: tuple[ReviewResult, Path], material: Material
) -> None:
    done = reviewed[0]

    def with_target(value: str) -> Material:
        target = Target(
            org_unit="06", indicator="E02", period=material.period, value=Decimal(value), basis="Kế hoạch", line=2
        )
        found = roll_up(
            done.current, done.findings, framework=done.pack.framework, hierarchy=done.hierarchy,
            review_period=done.period, duties=done.duties, targets=[target],
        )  # fmt: skip
        return replace(material, figures=found.figures)

    met, missed = chairman_summary(with_target("99")), chairman_summary(with_target("100"))
    assert "vượt chỉ tiêu 99% theo Kế hoạch" in by_heading(met)["Kết quả nổi bật"][0]
    assert "chưa đạt chỉ tiêu 100% theo Kế hoạch" in by_heading(missed)["Việc chưa đạt"][0]


def by_heading(paper: OfficialPaper) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in paper.blocks:
        if isinstance(block, Heading):
            found[title := text_of(block.text)] = []
        elif isinstance(block, PaperParagraph):
            found[title].append(text_of(block.text))
    return found
