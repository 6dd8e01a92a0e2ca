"""Letters to the units: one page for each that has something to review, and one to those that have not reported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from math import ceil

from tongket.checks import Finding
from tongket.dossier.papers import (
    Alignment,
    BindingKind,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Text,
    bound,
    plain,
    text_of,
)
from tongket.dossier.report import Material, Occasion
from tongket.dossier.report.build import instrument_of
from tongket.dossier.wording import count_of, day_of, said
from tongket.exchange import DoubtRow, unit_sheet
from tongket.exchange.workbook import Workbook
from tongket.orgunits import Hierarchy, OrgUnit, OrgUnitKind
from tongket.periods import Period
from tongket.problems import Severity, translate
from tongket.review import names
from tongket.review.decide import FindingSubjects
from tongket.review.doubts import doubt_rows
from tongket.review.places import place_words, quotation, report_words
from tongket.review.request import ReviewResult
from tongket.review.wording import note_of, suggestion_of

NOT_FOR_UNITS = frozenset(
    {"missing_report", "late_report", "secrecy_mark", "unreadable", "unit_unresolved", "not_comparable"}
)
"""Findings that a unit cannot answer in a letter of this kind."""
PEOPLES_COMMITTEE = "People's Committee"
TERRITORIES = (OrgUnitKind.PROVINCE, OrgUnitKind.DISTRICT, OrgUnitKind.COMMUNE)
PAGE_LINES, LETTERS_IN_LINE, GAP = 22.5, 66, 0.4
"""Lines between address and signature on one page, letters in a line, and the gap of a paragraph in lines; the sheet that
goes with a letter lists what does not fit."""
SEVERITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLetter:
    """What one org unit gets: the letter and the sheet in which it answers, with the names of the files."""

    org_unit: str
    letter_file: str
    letter: OfficialPaper
    sheet_file: str
    sheet: Workbook


def unit_letters(result: ReviewResult, material: Material) -> tuple[UnitLetter, ...]:
    """One for each org unit with findings, in the order of their codes; no other unit's figures stand in it."""
    by_unit: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.org_unit and finding.code not in NOT_FOR_UNITS and not finding.waived:
            by_unit.setdefault(finding.org_unit, []).append(finding)
    slugs = names.slugs({code: result.unit_name(code) for code in by_unit})
    rows = {row.subject: row for row in doubt_rows(result)}
    subjects = FindingSubjects(result.reports, result.refusals)
    told = {
        code: [(finding, rows[subjects.of(finding)]) for finding in sorted(by_unit[code], key=_worst_first)]
        for code in sorted(by_unit)
    }
    return tuple(_letter(result, material, code, slugs[code], points) for code, points in told.items())


def _worst_first(finding: Finding) -> tuple[int, str, str, str]:
    return SEVERITY[finding.severity], finding.period or "", finding.code, finding.indicator or ""


def _letter(
    result: ReviewResult,
    material: Material,
    code: str,
    slug: str,
    points: Sequence[tuple[Finding, DoubtRow]],
) -> UnitLetter:
    findings = [finding for finding, _ in points]
    own = [replace(row, matter=_matter(result, finding)) for finding, row in points]
    title = translate("Review sheet: {unit}", "vi", unit=result.unit_name(code))
    return UnitLetter(
        org_unit=code,
        letter_file=f"cong-van-ra-soat-{slug}.docx",
        letter=_paper(material, _subject(material), (_addressee(result, code),), _points(result, material, findings)),
        sheet_file=f"phieu-ra-soat-{slug}.xlsx",
        sheet=unit_sheet(own, title=title),
    )


def _addressee(result: ReviewResult, code: str) -> Text:
    """Who answers for an org unit on the last day of the review: itself, or those that came after it."""
    day = result.period.last_day
    tree = result.hierarchy.on(day)
    here = [code] if code in tree else _successors(result.hierarchy, code, day)
    name = ", ".join(_in_address(tree[one]) for one in here) or result.unit_name(code)
    if code not in tree and here:
        name += " " + translate("(in place of {unit})", "vi", unit=_lower_first(result.unit_name(code)))
    return bound(name, BindingKind.COUNT, f"orgunits#{code}")


def _successors(hierarchy: Hierarchy, code: str, day: date) -> list[str]:
    """The units that an ended one went to; none where it ended without an heir."""
    history = hierarchy.history(code)
    end = history[-1].valid.end if history else None
    if end is None or end > day:
        return []
    went = hierarchy.crosswalk(end - timedelta(days=1), day).targets(code)
    return sorted({edge.target for edge in went})


def _in_address(unit: OrgUnit) -> str:
    """As an address names it: of a territory its People's Committee."""
    if unit.kind not in TERRITORIES:
        return unit.name
    return f"{translate(PEOPLES_COMMITTEE, 'vi')} {_lower_first(unit.name)}"


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def _subject(material: Material) -> Text:
    return said("reviewing and completing figures of the report on {instrument}", instrument=instrument_of(material))


def _points(result: ReviewResult, material: Material, findings: Sequence[Finding]) -> tuple[PaperBlock, ...]:
    """The opening, as many points as the page holds, how many more the sheet lists, and what would make the report more
    specific where there is room for it."""
    opening = said(
        "Putting together the reports on {instrument}, {issuer} kindly asks the unit to review and complete {count} points. "
        "What is proposed stands with each:",
        instrument=instrument_of(material),
        issuer=material.occasion.issuer_words,
        count=count_of(len(findings), "letter.points"),
    )
    sentence = "Please fill in the review sheet attached and send it back; thank you for working together."
    closing = plain(translate(sentence, "vi"))
    points = [_point(result, finding, i) for i, finding in enumerate(findings, start=1)]
    shown = _fitting(points, PAGE_LINES - _lines(opening) - _lines(closing))
    blocks: list[PaperBlock] = [PaperParagraph(text=opening)]
    blocks += [PaperParagraph(text=point, role=ParagraphRole.ITEM) for point in points[:shown]]
    if shown < len(points):
        rest = count_of(len(points) - shown, "letter.more")
        blocks.append(PaperParagraph(text=said("The sheet attached lists {rest} more points.", rest=rest)))
    advice = _help(result, findings[0].org_unit or "") if shown == len(points) else ()
    room = PAGE_LINES - sum(map(_lines, (opening, closing, *points)))
    if advice and _lines(advice) <= room:
        blocks.append(PaperParagraph(text=advice))
    blocks.append(PaperParagraph(text=closing))
    return tuple(blocks)


def _help(result: ReviewResult, org_unit: str) -> Text:
    """A sentence or two of the unit's latest report that would gain from who, what and when; empty where there is none."""
    told = [n for n in result.notices if n.code == "unspecific" and n.org_unit == org_unit and n.period]
    if not told:
        return ()
    latest = max(told, key=lambda n: n.period or "")
    sentences = re.findall("“[^”]+”", dict(latest.fields).get("sentences", ""))[:1]
    words = translate(
        "To make the report on {year} more specific, figures, the unit in charge, the product and the time could be added, as in {sentences}",
        "vi",
        year=latest.period,
        sentences=" ".join(sentences).rstrip("”").rstrip(".") + "”.",
    )
    return bound(words, BindingKind.VALUE, f"notices#unspecific/{org_unit}/{latest.period}")


def _lines(text: Text) -> float:
    """How many lines of the page a paragraph takes, its gap included."""
    return ceil(len(text_of(text)) / LETTERS_IN_LINE) + GAP


def _fitting(points: Sequence[Text], room: float) -> int:
    """How many points fit, at least one; a line is kept for the sentence that there are more."""
    needed = list(accumulate(_lines(point) for point in points))
    if needed[-1] <= room:
        return len(points)
    return max(1, sum(lines <= room - 1 - GAP for lines in needed))


def _point(result: ReviewResult, finding: Finding, number: int) -> Text:
    """The proposal first, then what was found and where."""
    ref = f"findings#{finding.code}/{finding.org_unit}/{finding.period}/{finding.indicator}"
    indicator = result.pack.framework[finding.indicator].name if finding.indicator else ""
    when = translate("year {year}", "vi", year=finding.period or "")
    head = f"{indicator}, {when}" if indicator else translate("Report on {year}", "vi", year=finding.period or "")
    where = _where(result, finding)
    words = f"{number}. {head}: {suggestion_of(finding, 'vi')} {_matter(result, finding)}{where}"
    return bound(words, BindingKind.VALUE, ref)


def _where(result: ReviewResult, finding: Finding) -> str:
    """In brackets: the report, the places of both figures where two disagree, and what is written at the first."""
    fields = dict(finding.fields)
    file = next((f for f in result.files if finding.files and f.report.file == finding.files[0]), None)
    if file is None:
        return ""
    anchors = [fields.get("place") or fields.get("prose_place"), fields.get("table_place")]
    places = [place_words(one, "vi") for one in dict.fromkeys(anchors) if one]
    said_there = quotation(file.document, anchors[0]) if anchors[0] and finding.code != "recycled_text" else ""
    words = ", ".join((report_words(file.report, "vi"), *places))
    return f" ({words}: “{said_there}”)" if said_there else f" ({words})"


def _matter(result: ReviewResult, finding: Finding) -> str:
    """What was found, in one line; of another unit's report only that there is one."""
    fields = dict(finding.fields)
    if finding.code != "recycled_text":
        return note_of(finding, "vi")
    if len({_unit_of(result, file) for file in finding.files}) > 1:
        share = fields.get("share", "")
        return translate("{share}% of the wording is the same as in another report.", "vi", share=share)
    return translate("{share}% of the wording is that of the unit's report on {year}.", "vi", **fields)


def _unit_of(result: ReviewResult, file: str) -> str | None:
    return next((f.report.org_unit for f in result.files if f.report.file == file), None)


def _paper(
    material: Material, subject: Text, addressees: tuple[Text, ...], blocks: tuple[PaperBlock, ...]
) -> OfficialPaper:
    occasion: Occasion = material.occasion
    letters = occasion.letters or occasion
    return OfficialPaper(
        kind=PaperKind.LETTER,
        issuer=letters.issuer,
        title="",
        subject=subject,
        blocks=blocks,
        year=occasion.year,
        draft=occasion.draft,
        addressees=addressees,
        signature=letters.signature,
        recipients=(plain(translate("As above", "vi")),),
        illustrative=material.illustrative,
    )


def urging_letter(result: ReviewResult, material: Material) -> OfficialPaper | None:
    """To the units that have not reported, with the days since it was due, counted to the data cut-off."""
    missing = [e for e in result.coverage.entries if (e.org_unit, e.period) in set(result.coverage.missing)]
    if not missing:
        return None
    units = list(dict.fromkeys(one.org_unit for one in missing))
    as_of = material.occasion.cut_off
    opening = said(
        "Up to now {count} reports on {instrument} have not come in. {issuer} kindly asks the units below to send them.",
        count=count_of(len(missing), "coverage.missing"),
        instrument=instrument_of(material),
        issuer=material.occasion.issuer_words,
    )
    rows = tuple(
        _missing(result, one.org_unit, one.period, one.due, as_of, i) for i, one in enumerate(missing, start=1)
    )
    head = ("No.", "Org unit", "Period", "Due on", "Days late")
    table = PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(one, "vi")) for one in head), bold=True),),
        rows=rows,
        widths=(0.08, 0.44, 0.14, 0.18, 0.16),
        alignments=(Alignment.CENTRE, Alignment.LEFT, Alignment.CENTRE, Alignment.CENTRE, Alignment.RIGHT),
    )
    closing = said("Days are counted to {day}.", day=day_of(as_of, f"{material.occasion.ref}#cut_off")) if as_of else ()
    end = plain(translate("A unit that has sent its report by another way is asked to say so.", "vi"))
    blocks = (
        PaperParagraph(text=opening),
        table,
        PaperParagraph(text=(*closing, *(plain(" ") if closing else ()), *end)),
    )
    subject = said("sending the reports on {instrument}", instrument=instrument_of(material))
    return _paper(material, subject, tuple(_addressee(result, code) for code in units), blocks)


def _missing(
    result: ReviewResult, org_unit: str, period: Period, due: date, as_of: date | None, number: int
) -> PaperRow:
    ref = f"duties#{org_unit}/{period}"
    late = text_of(count_of((as_of - due).days, ref)) if as_of is not None and as_of > due else "–"
    cells = (str(number), result.unit_name(org_unit, period), str(period), f"{due:%d/%m/%Y}", late)
    return PaperRow(cells=tuple(bound(one, BindingKind.COUNT, ref) for one in cells))
