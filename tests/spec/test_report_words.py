"""The words of the report: who says it, of whom it is, and what kind of claim it is."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tongket.dossier.material import Material
from tongket.dossier.papers import (
    BindingKind,
    Heading,
    OfficialPaper,
    PaperParagraph,
    bound,
    plain,
    text_of,
    walk,
    with_codes,
)
from tongket.dossier.report import review_report
from tongket.dossier.report.claims import ClaimKind, claims_of
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


def test_every_claim_of_the_report_is_supported_and_of_one_kind(report: OfficialPaper) -> None:
    claims = claims_of(report)
    kinds = Counter(one.kind for one in claims)
    assert [one.text for one in claims if not one.supported] == []
    assert kinds[ClaimKind.FIGURE] > 30
    assert kinds[ClaimKind.COUNT] > 10
    assert all(one.evidence for one in claims if one.kind is not ClaimKind.GENERAL)


@pytest.mark.parametrize("words", ["Tỷ lệ đạt 95%.", "Tỉnh dẫn đầu cả vùng.", "Kết quả cao nhất từ trước đến nay."])
def test_what_sounds_measured_and_stands_on_nothing_is_not_supported(report: OfficialPaper, words: str) -> None:
    paper = replace(report, blocks=(PaperParagraph(text=plain(words)),))
    (claim,) = claims_of(paper)
    assert (claim.kind, claim.supported) == (ClaimKind.GENERAL, False)
    given = replace(report, blocks=(PaperParagraph(text=bound(words, BindingKind.GIVEN, "conference.yaml#report")),))
    assert claims_of(given)[0].supported


def test_units_own_words_are_theirs(report: OfficialPaper, material: Material) -> None:
    """What stands in quotation marks is a sentence of a report, with how many units say it."""
    texts = [text_of(b.text) for b in report.blocks if isinstance(b, PaperParagraph)]
    quoted = [words for text in texts for words in re.findall("“([^“”]+)”", text) if re.search(r"\d+/\d+ đơn vị", text)]
    own = {n.text.rstrip(" .;") for one in material.reports for n in one.narratives}
    assert len(quoted) > 15
    assert set(quoted) <= own
    assert not any(re.search(r"\d", words) for words in quoted if words not in own)


def test_sentences_do_not_all_begin_alike(report: OfficialPaper) -> None:
    claims = [one.text for one in claims_of(report) if one.kind is ClaimKind.FIGURE]
    openings = Counter(" ".join(text.split()[:4]) for text in claims)
    assert max(openings.values()) <= len(claims) / 3
    assert len(openings) >= 8


def test_what_people_wrote_for_a_section_stands_in_it(material: Material) -> None:
    words = bound("Bài học thứ nhất.", BindingKind.GIVEN, "conference.yaml#report.lessons[0]")
    told = review_report(replace(material, occasion=replace(material.occasion, texts={"lessons": (words,)})))
    blocks = list(told.blocks)
    place = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and text_of(b.text) == "Bài học kinh nghiệm")
    after = blocks[place + 1]
    assert isinstance(after, PaperParagraph)
    assert text_of(after.text) == "Bài học thứ nhất."


def test_the_edition_with_codes_names_every_figure(report: OfficialPaper) -> None:
    coded = with_codes(report)
    shown = "".join(run.text for run in walk(coded))
    refs = {run.binding.ref for run in walk(report) if run.binding and run.binding.kind is BindingKind.FIGURE}
    codes = {"/".join(ref.partition("@")[0].split("/")[2:0:-1]) for ref in refs}
    assert len(codes) > 50
    assert [code for code in codes if f"[{code}]" not in shown] == []
    assert shown.replace(" ", "").count("[A01/2019-2023]") == 2  # in the body and in the annex
