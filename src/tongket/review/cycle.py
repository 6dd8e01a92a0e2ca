"""The other papers of the cycle: those that need no report, which the verb ``papers`` makes, and those of a review."""

from dataclasses import replace
from pathlib import Path

from tongket.conference import Conference
from tongket.conference.papers import (
    Praise,
    award_list,
    certificates,
    council_minutes,
    invitations,
    opinions_table,
    plan,
    praise_of,
    programme,
    request_letter,
    script,
    try_sheet,
)
from tongket.dossier.brief import brief_report
from tongket.dossier.papers import OfficialPaper
from tongket.dossier.report import Material, Occasion, review_report
from tongket.dossier.writers.docx import write_docx
from tongket.dossier.writers.typst import can_write_pdf, typeface, write_overlay
from tongket.orgunits import Hierarchy
from tongket.packs import ConferenceFiles, Pack
from tongket.periods import Period
from tongket.reading import Opinion
from tongket.review import names
from tongket.review.occasion import occasion_for
from tongket.review.typefaces import font_folders

Papers = dict[str, tuple[OfficialPaper, ...]]


def papers_before(files: ConferenceFiles, pack: Pack, hierarchy: Hierarchy, period: Period) -> Papers:
    """The papers that need no report: plan, request for reports, programme, invitations, script, council, list."""
    conference = files.conference
    citation = pack.family.citation(conference.held_on)
    praise = praise_of(conference, citation, pack.family, pack.criteria, hierarchy)
    years = tuple(Period.parse(str(year)) for year in range(period.first_year, period.last_year + 1))
    papers: Papers = {
        names.PLAN: (plan(conference, citation, pack.outline),),
        names.REQUEST: (request_letter(conference, citation, pack.outline, pack.framework, years),),
        names.INVITATIONS: invitations(conference, citation),
        names.SCRIPT: (script(conference, citation, praise, hierarchy),),
    }
    if (minutes := council_minutes(praise)) is not None:
        papers[names.MINUTES] = (minutes,)
    if praise.awarded:
        papers[names.AWARD_LIST] = (award_list(praise),)
    return papers


def papers_after(files: ConferenceFiles, material: Material) -> Papers:
    """The papers made from a review's figures: the summary that is read out, the report to the region above."""
    papers: Papers = {names.BRIEF: (brief_report(replace(material, occasion=_occasion(files, material, "brief"))),)}
    if "region" in files.conference.issued:
        report = review_report(replace(material, occasion=_occasion(files, material, "region")))
        papers[names.REGION] = (replace(report, annexes=report.annexes[:1]),)
    return papers


def _occasion(files: ConferenceFiles, material: Material, key: str) -> Occasion:
    return occasion_for(files.conference, key) if key in files.conference.issued else material.occasion


def write_cycle(papers: Papers, folder: Path, praise: Praise) -> None:
    """Write the papers, and the pages for the printed blanks."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, several in papers.items():
        write_docx(several, folder / name)
    pages, sheet = certificates(praise), try_sheet(praise)
    if pages and sheet is not None and can_write_pdf():
        face = typeface(font_folders())
        write_overlay(pages, folder / names.CERTIFICATES, face)
        write_overlay([sheet], folder / names.TRY_SHEET, face)


def programme_of(conference: Conference, pack: Pack, hierarchy: Hierarchy) -> OfficialPaper:
    """The programme, which stands beside the others where there is no review yet."""
    return programme(conference, pack.family.citation(conference.held_on), hierarchy)


def opinions_of(files: ConferenceFiles, pack: Pack, opinions: tuple[Opinion, ...]) -> OfficialPaper:
    """The table of opinions."""
    conference = files.conference
    return opinions_table(conference, pack.family.citation(conference.held_on), opinions)
