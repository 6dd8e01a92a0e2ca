"""The overview: what came in, the figures by pillar, what is to be reviewed."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePosixPath

from markupsafe import Markup

from tongket import __version__
from tongket.checks import Finding, Notice
from tongket.consolidation import Basis, Figure
from tongket.dossier.writers.html import number, render, stylesheet
from tongket.framework import Indicator, Pillar
from tongket.periods import Period
from tongket.problems import Severity, translate
from tongket.review.coverage_grid import coverage_view
from tongket.review.indicator_pages import figure_id, indicator_page
from tongket.review.names import TITLES
from tongket.review.request import ReviewResult
from tongket.review.source_pages import source_page
from tongket.review.walks import walks
from tongket.review.wording import (
    TONES,
    base_text,
    note_of,
    pair_text,
    period_text,
    severity_word,
    suggestion_of,
    told_text,
)

ORDER = [Severity.ERROR, Severity.WARNING, Severity.NOTICE]


def top_unit(result: ReviewResult) -> str | None:
    """The org unit at the top, whose figures the overview shows: the one most figures are of."""
    counts: dict[str, int] = defaultdict(int)
    for figure in result.figures:
        counts[figure.org_unit] += figure.period.is_span * 1000 + 1
    return max(sorted(counts), key=counts.__getitem__, default=None)


def title_of(result: ReviewResult, language: str) -> str:
    """The heading of the overview."""
    name = result.pack.name if language == "vi" else result.pack.name_en
    return translate("Consolidated figures {period}: {name}", language, period=period_text(result.period), name=name)


def render_start(result: ReviewResult, papers: Sequence[str], language: str) -> str:
    """The page one opens first: both languages with a switch, and no other file needed to show it."""
    parts = {one: Markup(_overview(result, papers, one)) for one in ("vi", "en")}
    return render(
        "start.html",
        language,
        title=title_of(result, language),
        style=Markup(stylesheet()),
        vietnamese=parts["vi"],
        english=parts["en"],
        illustrative=result.illustrative,
    )


def footer_of(result: ReviewResult, language: str) -> str:
    """By what and from what the pages were made."""
    return translate(
        "Made by tongket {version} from {files} files with the pack {pack}.",
        language,
        version=__version__,
        files=len(result.file_names),
        pack=f"{result.pack.id} {result.pack.version}",
    )


def _overview(result: ReviewResult, papers: Sequence[str], language: str) -> str:
    top = top_unit(result)
    shown = [f for f in result.figures if f.org_unit == top and f.basis is Basis.AS_REPORTED]
    periods = sorted({f.period for f in shown}, key=lambda p: (p.is_span, p))
    return render(
        "overview.html",
        language,
        title=title_of(result, language),
        place=result.unit_name(top) if top else "",
        tiles=_tiles(result, language),
        accepted=accepted_sentence(result, language),
        papers=[{"file": name, "href": name, "title": translate(TITLES[name], language)} for name in papers],
        walks=walks(result, top, language),
        coverage=coverage_view(result, language),
        findings=_findings(result, language),
        pillars=_pillars(result, shown, periods, language),
        periods=[period_text(p) for p in periods],
        footer=footer_of(result, language),
    )


def _tiles(result: ReviewResult, language: str) -> list[dict[str, object]]:
    def tile(value: object, sentence: str) -> dict[str, object]:
        return {"value": value, "text": translate(sentence, language)}

    errors = sum(f.severity is Severity.ERROR for f in result.findings)
    return [
        tile(len(result.file_names) + len(result.refusals), "files in the folder"),
        tile(f"{result.coverage.reported}/{result.coverage.expected}", "reports due that came in"),
        tile(number(Decimal(len(result.values))), "figures read, each with its place"),
        tile(len(result.figures), "consolidated figures"),
        tile(f"{len(result.findings)} ({errors})", "points to review (of them errors)"),
    ]


def accepted_sentence(result: ReviewResult, language: str) -> str:
    """Whether only accepted figures are added up, or how much would be other if they were; empty where all are accepted."""
    if result.accepted_only:
        return translate("Only accepted figures are added up: what is left to decide is in no total.", language)
    if not result.provisional:
        return ""
    return translate(
        "{others} of the {figures} consolidated figures are others where only accepted values are added up: about some of "
        "their values a point is left to decide.",
        language,
        others=len(result.provisional),
        figures=len(result.figures),
    )


def _findings(result: ReviewResult, language: str) -> list[dict[str, object]]:
    pages = {f.report.file: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    told: list[Finding | Notice] = [*result.findings, *(n for n in result.notices if n.severity is not Severity.NOTICE)]
    found = sorted(told, key=lambda f: (ORDER.index(f.severity), f.code, f.files, f.org_unit or ""))
    return [_finding(result, f, pages, language) for f in found]


def _finding(result: ReviewResult, f: Finding | Notice, pages: dict[str, str], language: str) -> dict[str, object]:
    period = Period.parse(f.period) if f.period else None
    unit = result.unit_name(f.org_unit, period) if f.org_unit else ""
    return {
        "severity": severity_word(f.severity, language),
        "tone": TONES[f.severity],
        "where": ", ".join(p for p in (unit, f.period or "", f.indicator or "") if p),
        "note": note_of(f, language),
        "suggestion": suggestion_of(f, language) if isinstance(f, Finding) else "",
        "files": [{"name": PurePosixPath(n).name, "href": pages.get(n, "")} for n in f.files],
    }


def _pillars(
    result: ReviewResult, shown: Sequence[Figure], periods: Sequence[Period], language: str
) -> list[dict[str, object]]:
    by_place = {(f.indicator, f.period): f for f in shown}
    out: list[dict[str, object]] = []
    for pillar in result.pack.framework.pillars.values():
        own = [i for i in result.pack.framework if i.pillar == pillar.code]
        rows = [_row(result, i, [by_place.get((i.code, p)) for p in periods], language) for i in own]
        told = [row for row in rows if row["told"]]
        if told:
            out.append({"code": pillar.code, "name": _name(pillar, language), "rows": told})
    return out


def _name(item: Pillar | Indicator, language: str) -> str:
    return item.name if language == "vi" else item.name_en


def _row(
    result: ReviewResult, indicator: Indicator, figures: Sequence[Figure | None], language: str
) -> dict[str, object]:
    return {
        "code": indicator.code,
        "name": _name(indicator, language),
        "unit": indicator.unit_of_measure,
        "told": any(figures),
        "cells": [_cell(result, indicator, f, language) if f else None for f in figures],
    }


def _cell(result: ReviewResult, indicator: Indicator, f: Figure, language: str) -> dict[str, str]:
    """The number with its base; below the least base that may speak of the whole, the base alone."""
    stands = result.stands(f)
    return {
        "href": f"{indicator_page(indicator.code)}#{figure_id(f)}",
        "figure": f.code,
        "text": (told_text(f, indicator, language) or "–") if stands else translate("too few units", language),
        "pair": pair_text(f.numerator, f.denominator) if indicator.is_ratio and stands else "",
        "base": base_text(result, f, language),
    }
