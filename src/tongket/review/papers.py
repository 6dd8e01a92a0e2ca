"""The papers of a review, written into its folder."""

from dataclasses import replace
from pathlib import Path

from tongket.commendation import Nominee
from tongket.conference import tasks_of
from tongket.conference.papers import (
    commendation_papers,
    communique,
    notice_of_conclusions,
    programme,
    task_register,
)
from tongket.dossier.annex_workbook import Ways, annex_workbook
from tongket.dossier.chairman import chairman_summary
from tongket.dossier.english import english_summary
from tongket.dossier.highlights import results
from tongket.dossier.papers import OfficialPaper, Text, plain, with_codes
from tongket.dossier.report import Material, review_report
from tongket.dossier.report.charts_annex import charts_annex
from tongket.dossier.report.statements import quoted, shared
from tongket.dossier.sentences import sentences
from tongket.dossier.wording import count_of, said
from tongket.dossier.writers.docx import write_docx
from tongket.exchange import write_workbook
from tongket.framework import Publishable
from tongket.packs import ConferenceFiles
from tongket.reports import NarrativeKind
from tongket.review import names
from tongket.review.chart_pages import render_charts
from tongket.review.cycle import papers_after, papers_before, write_cycle
from tongket.review.doubts import doubts_workbook
from tongket.review.drawn import Studio, write_deck, write_report_pdf
from tongket.review.index_page import footer_of
from tongket.review.indicator_pages import indicator_page
from tongket.review.letters import unit_letters, urging_letter
from tongket.review.occasion import briefing, last_review, praise_in
from tongket.review.request import ReviewResult
from tongket.review.source_pages import source_page

Papers = dict[str, tuple[OfficialPaper, ...]]
IN_COMMUNIQUE = 4
"""So many limitations are named to the public."""


def write_papers(
    result: ReviewResult, folder: Path, language: str, material: Material | None, studio: Studio | None
) -> Papers:
    """Write what lies on the table, and in English the two pages more; the papers, letters and papers of the cycle too, by
    the name of their file."""
    beside = _write_beside(result, folder, material)
    plain_ones = papers_of(result, material)
    if language == "en" and material is not None:
        plain_ones[names.SUMMARY_IN_ENGLISH] = (in_english(result, material),)
    for name, several in as_issued(result, plain_ones).items():
        if name not in names.WITH_CHARTS:
            write_docx(several, folder / name)
    papers = as_issued(result, plain_ones | papers_of(result, material, studio))
    for name in names.WITH_CHARTS & papers.keys():
        write_docx(papers[name], folder / name)
    if studio is not None:
        write_report_pdf(papers[names.REPORT][0], folder)
        _write_charts(result, studio, folder)
    return papers | beside


def _write_beside(result: ReviewResult, folder: Path, material: Material | None) -> Papers:
    """Workbooks, slides, letters and the papers of the cycle: what has no drawn charts is written before what has."""
    beside: Papers = {}
    if material is not None:
        beside |= _write_letters(result, material, folder / names.LETTERS)
        write_workbook(annex_workbook(material, ways_of(result)), folder / names.FIGURES)
        write_deck(material, last_review(result.conference.previous, material) if result.conference else (), folder)
    write_workbook(doubts_workbook(result), folder / names.DECISIONS)
    if result.conference is not None:
        conference = result.conference.conference
        beside |= _write_others(result, result.conference, material, folder / names.OTHERS)
        register = task_register(conference, tasks_of(conference, result.hierarchy))
        write_workbook(register, folder / names.TASKS)
    return beside


def _write_charts(result: ReviewResult, studio: Studio, folder: Path) -> None:
    """The page of charts."""
    shown = [(one, studio.paint(one)) for one in studio.charts.all]
    page = render_charts(shown, footer_of(result, "vi"), "vi", illustrative=result.illustrative)
    (folder / names.SOURCES).mkdir(exist_ok=True)
    (folder / names.CHARTS).write_text(page, encoding="utf-8", newline="\n")


def _write_others(result: ReviewResult, files: ConferenceFiles, material: Material | None, folder: Path) -> Papers:
    """The papers of the cycle that do not lie on the table of the conference."""
    others = papers_before(files, result.pack, result.hierarchy, result.period)
    if material is not None:
        others |= papers_after(files, material)
    others = as_issued(result, others)
    write_cycle(others, folder, praise_in(result, files.conference))
    return _in(folder, others)


def _write_letters(result: ReviewResult, material: Material, folder: Path) -> Papers:
    """The letters and the sheets in which units answer."""
    urging, letters = urging_letter(result, material), unit_letters(result, material)
    papers: Papers = {names.URGING: (urging,)} if urging is not None else {}
    papers = as_issued(result, papers | {one.letter_file: (one.letter,) for one in letters})
    if papers:
        folder.mkdir()
    for name, several in papers.items():
        write_docx(several, folder / name)
    for one in letters:
        write_workbook(one.sheet, folder / one.sheet_file)
    return _in(folder, papers)


def _in(folder: Path, papers: Papers) -> Papers:
    """The papers by their names in the folder of the review."""
    return {f"{folder.name}/{name}": several for name, several in papers.items()}


def as_issued(result: ReviewResult, papers: Papers) -> Papers:
    """The papers; those of a final version do not say that they are drafts."""
    if not result.final:
        return papers
    return {name: tuple(replace(paper, draft=None) for paper in several) for name, several in papers.items()}


def papers_of(result: ReviewResult, material: Material | None, studio: Studio | None = None) -> Papers:
    """The papers as data; with ``studio`` the report has an annex of charts."""
    papers: Papers = {}
    files = result.conference
    if material is not None:
        first = last_review(files.previous, material) if files else ()
        charts = charts_annex(studio.charts.all, studio.paint) if studio else ()
        papers[names.REPORT] = (review_report(material, first=first, charts=charts),)
        if result.with_codes:
            papers[names.REPORT_CODES] = tuple(with_codes(one) for one in papers[names.REPORT])
        papers[names.SUMMARY] = (chairman_summary(material, briefing(result, material)),)
    if files is not None:
        papers |= _of_conference(result, files, material)
    return papers


def in_english(result: ReviewResult, material: Material) -> OfficialPaper:
    """The two pages in English, with what came of the conference where there was one."""
    further: list[Text] = []
    if (files := result.conference) is not None:
        conference, tasks = files.conference, tasks_of(files.conference, result.hierarchy)
        praise = praise_in(result, conference)
        counts = {
            "conclusions": (len(conference.conclusions), "conclusions"),
            "tasks": (len(tasks), "tasks"),
            "collectives": (len(praise.of(Nominee.COLLECTIVE)), "commendation.collectives"),
            "individuals": (len(praise.of(Nominee.INDIVIDUAL)), "commendation.individuals"),
        }
        sentence = (
            "{conclusions} conclusions give {tasks} tasks; {collectives} collectives and {individuals} individuals are "
            "commended."
        )
        further.append(said(sentence, "en", **{name: count_of(*one) for name, one in counts.items()}))
    return english_summary(material, title=result.pack.name_en, further=tuple(further))


def _of_conference(result: ReviewResult, files: ConferenceFiles, material: Material | None) -> Papers:
    conference, pack = files.conference, result.pack
    citation = pack.family.citation(conference.held_on)
    praise = praise_in(result, conference)
    tasks = tasks_of(conference, result.hierarchy)
    told = communique(
        conference,
        citation,
        results=public_results(material) if material else (),
        limitations=public_limitations(material) if material else (),
        praise=praise,
    )
    papers: Papers = {
        names.PROGRAMME: (programme(conference, citation, result.hierarchy),),
        names.NOTICE: (notice_of_conclusions(conference, citation, tasks),),
        names.COMMUNIQUE: (told,),
    }
    if found := commendation_papers(praise):
        papers[names.COMMENDATION] = found
    return papers


def public_results(material: Material) -> tuple[Text, ...]:
    """The sentences on the best results that may be published without asking: of what should grow, since without its
    change a figure that should fall tells no result."""
    told = [one for one in results(material) if one.indicator.publishable is Publishable.YES]
    figures = [one.figure for one in told if one.indicator.direction == "up"]
    return tuple(sentences(material, figures, with_change=False))


def public_limitations(material: Material) -> tuple[Text, ...]:
    """The limitations that most units name, in their words."""
    groups = shared(material, NarrativeKind.LIMITATION)[:IN_COMMUNIQUE]
    return tuple((*quoted(group), *plain(".")) for group in groups)


def ways_of(result: ReviewResult) -> Ways:
    """Where the pages of indicators and reports are, seen from the folder."""
    pages = {f.report.file: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    return Ways(indicator=indicator_page, report=lambda file: pages.get(file, ""))
