"""Who reported, as a grid of org units and periods."""

from collections import defaultdict
from collections.abc import Sequence

from tongket.consolidation import CoverageEntry, CoverageStatus
from tongket.problems import translate
from tongket.review.request import ReviewResult
from tongket.review.source_pages import source_page

WORDS = {
    CoverageStatus.ON_TIME: ("● on time", "good"),
    CoverageStatus.LATE: ("◐ late", "warn"),
    CoverageStatus.UNDATED: ("◌ without a date", "warn"),
    CoverageStatus.MISSING: ("○ not received", "bad"),
    CoverageStatus.ELSEWHERE: ("◍ received elsewhere", "soft"),
}
MOST_OPEN = 20
"""Groups of more rows than this start folded."""


def coverage_view(result: ReviewResult, language: str) -> dict[str, object]:
    """The sentence and the grids of the overview: one for each kind of org unit that owes reports."""
    groups: dict[str, list[CoverageEntry]] = defaultdict(list)
    for duty in result.coverage.entries:
        groups[_kind(result, duty)].append(duty)
    sentence = translate(
        "{reported} of {expected} reports came in; {missing} are missing.",
        language,
        reported=result.coverage.reported,
        expected=result.coverage.expected,
        missing=len(result.coverage.missing),
    )
    return {"sentence": sentence, "groups": [_group(result, k, d, language) for k, d in groups.items()]}


def _kind(result: ReviewResult, duty: CoverageEntry) -> str:
    tree = result.hierarchy.on(duty.period.last_day)
    return tree[duty.org_unit].kind.value if duty.org_unit in tree else ""


KINDS = {"province": "Provinces", "district": "Districts", "commune": "Communes", "agency": "Agencies", "": "Org units"}


def _group(result: ReviewResult, kind: str, duties: Sequence[CoverageEntry], language: str) -> dict[str, object]:
    periods = sorted({d.period for d in duties})
    units = list(dict.fromkeys(d.org_unit for d in duties))
    pages = {f.report.file: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    by_place = {(d.org_unit, d.period): d for d in duties}
    rows = [
        {
            "name": result.unit_name(unit, max(p for u, p in by_place if u == unit)),
            "cells": [_cell(by_place.get((unit, p)), pages, language) for p in periods],
        }
        for unit in units
    ]
    return {
        "title": f"{translate(KINDS[kind], language)} ({len(units)})",
        "open": len(units) <= MOST_OPEN,
        "periods": [str(p) for p in periods],
        "rows": rows,
    }


def _cell(entry: CoverageEntry | None, pages: dict[str, str], language: str) -> dict[str, str]:
    if entry is None:
        return {"text": "", "tone": "soft", "href": ""}
    word, tone = WORDS[entry.status]
    text = translate(word, language)
    if len(entry.files) > 1:
        text += " " + translate("({count} versions)", language, count=len(entry.files))
    return {"text": text, "tone": tone, "href": pages.get(entry.files[-1], "") if entry.files else ""}
