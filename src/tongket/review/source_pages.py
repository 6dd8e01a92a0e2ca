"""A page for each report: the document with every figure that was read marked in it."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePosixPath

from tongket.dossier.writers.html import Mark, number, render, source_blocks
from tongket.framework import Part
from tongket.problems import translate
from tongket.reading import ReadFile
from tongket.reports import DataValue
from tongket.review.names import START_PAGE
from tongket.review.request import ReviewResult
from tongket.vietnamese import search_key

PART_WORDS = {Part.VALUE: "", Part.NUMERATOR: "numerator", Part.DENOMINATOR: "denominator"}


@cache
@cache
def source_page(index: int, file: str) -> str:
    """The name of the page that shows a file: short, and legal on every file system."""
    stem = re.sub(r"[^a-z0-9]+", "-", search_key(PurePosixPath(file).stem)).strip("-")[:60]
    return f"sources/{index + 1:03}-{stem}.html"


def mark_id(index: int) -> str:
    """The id of a value's mark: its place among the values of its report."""
    return f"v{index + 1}"


def source_links(result: ReviewResult) -> dict[DataValue, str]:
    """Each stated figure -> the page and mark that show it."""
    return {
        value: f"{source_page(i, f.report.file)}#{mark_id(k)}"
        for i, f in enumerate(result.files)
        for k, value in enumerate(f.report.values)
    }


def render_source(result: ReviewResult, read: ReadFile, footer: str, language: str) -> str:
    """The page of one report."""
    report = read.report
    marks = [
        Mark(anchor=v.source.anchor, id=mark_id(k), title=_title(result, v, language))
        for k, v in enumerate(report.values)
    ]
    unit = result.unit_name(report.org_unit, report.period) if report.org_unit else report.unit_as_written
    parts: Sequence[str] = [p for p in (unit, str(report.period or ""), report.number) if p]
    return render(
        "source.html",
        language,
        title=PurePosixPath(report.file).name,
        subtitle=" · ".join(parts),
        blocks=source_blocks(read.document.blocks, marks),
        root="../",
        start=START_PAGE,
        illustrative=result.illustrative,
        footer=footer,
    )


def _title(result: ReviewResult, value: DataValue, language: str) -> str:
    name = result.pack.framework[value.indicator].name
    part = translate(PART_WORDS[value.part], language)
    return f"{value.indicator} {name}{f' – {part}' if part else ''}: {number(value.value, 3)} {value.unit_of_measure}"
