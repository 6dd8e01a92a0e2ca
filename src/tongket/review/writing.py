"""Everything a review leaves in its folder."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from tongket.charts import can_paint
from tongket.consolidation import Basis, Figure
from tongket.dossier.material import Material
from tongket.dossier.writers.html import stylesheet
from tongket.exchange import Approval, write_workbook
from tongket.review.conclusions_page import CONCLUSIONS_PAGE, render_conclusions
from tongket.review.drawn import WORTH_A_PROCESS, Studio, studio_of
from tongket.review.export import review_json
from tongket.review.final import approval_form, require_answers, seal
from tongket.review.index_page import footer_of, render_start
from tongket.review.indicator_pages import indicator_page, render_indicator
from tongket.review.material import material_of
from tongket.review.names import (
    APPROVAL,
    DATA,
    MANIFEST,
    NEXT,
    PAPERS,
    REFUSED,
    SEAL,
    SENTENCES,
    SOURCES,
    START_PAGE,
    TITLES,
)
from tongket.review.next_period import write_next
from tongket.review.paper_record import record_papers
from tongket.review.papers import write_papers
from tongket.review.passages import passages
from tongket.review.refused_log import refused_log
from tongket.review.request import ReviewRequest, ReviewResult
from tongket.review.snapshot import manifest_json
from tongket.review.source_pages import render_source, source_links, source_page
from tongket.review.told_sentences import sentences_json


def write_all(
    result: ReviewResult,
    request: ReviewRequest,
    folder: Path,
    approvals: Mapping[str, Approval] | None = None,
) -> None:
    """review.json, what was refused, the start page, a page for each indicator with figures and for each report, and the
    papers, whose charts are drawn meanwhile."""
    material = material_of(result)
    studio = studio_of(result, material) if material is not None else None
    beside = studio is not None and can_paint() and len(result.files) >= WORTH_A_PROCESS
    with studio.drawing() if studio is not None and beside else nullcontext():
        _write_all(result, request, folder, approvals, material, studio)


def _write_all(
    result: ReviewResult,
    request: ReviewRequest,
    folder: Path,
    approvals: Mapping[str, Approval] | None,
    material: Material | None,
    studio: Studio | None,
) -> None:
    language, started_at = request.language, request.started_at
    footer = footer_of(result, language)
    review = review_json(result, language)
    _write(folder / DATA, review)
    _write(folder / MANIFEST, manifest_json(result, request, review))
    if log := refused_log(result.refusals, started_at):
        _write(folder / REFUSED, log)
    _write(folder / SOURCES / "style.css", stylesheet())
    _write_indicators(result, folder, footer, language)
    for i, read in enumerate(result.files):
        _write(folder / source_page(i, read.report.file), render_source(result, read, footer, language))
    if result.conference is not None and result.conference.conference.conclusions:
        page = render_conclusions(result, result.conference.conference, footer, language)
        _write(folder / CONCLUSIONS_PAGE, page)
    issued = write_papers(result, folder, language, material, studio)
    if approvals is None:
        write_workbook(approval_form(result, issued), folder / APPROVAL)
    else:
        require_answers(result, issued, approvals)
    _write(folder / SENTENCES, sentences_json(issued))
    write_next(result, folder / NEXT)
    _write(folder / PAPERS, record_papers(issued, folder))
    papers = [name for name in TITLES if (folder / name).exists()]
    _write(folder / START_PAGE, render_start(result, papers, language))
    if approvals is not None:
        _write(folder / SEAL, seal(folder, request, approvals))


def _write_indicators(result: ReviewResult, folder: Path, footer: str, language: str) -> None:
    links, quoted = source_links(result), passages(result.files)
    by_indicator: dict[str, list[Figure]] = defaultdict(list)
    for figure in _told_once(result.figures):
        by_indicator[figure.indicator].append(figure)
    for code, figures in by_indicator.items():
        page = render_indicator(result, result.pack.framework[code], figures, links, quoted, footer, language)
        _write(folder / indicator_page(code), page)


def _told_once(figures: Sequence[Figure]) -> list[Figure]:
    """The figures as reported, then those that conversion to the last map changes or adds."""
    reported = [f for f in figures if f.basis is Basis.AS_REPORTED]
    told = {(f.org_unit, f.period, f.indicator, f.value, f.numerator, f.denominator) for f in reported}
    changed = [
        f
        for f in figures
        if f.basis is not Basis.AS_REPORTED
        and (f.org_unit, f.period, f.indicator, f.value, f.numerator, f.denominator) not in told
    ]
    return sorted(reported, key=lambda f: f.period.is_span) + changed


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
