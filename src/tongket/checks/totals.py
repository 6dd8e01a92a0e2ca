"""Totals in the tables of reports that are not the sum of their parts, tied to the figure they total."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.checks.sums import BrokenSum, broken_sums, number_of
from tongket.reading import Block, Document, Table
from tongket.reports import DataValue, Report
from tongket.vietnamese import format_number, parse_number, search_key

MOST_SHOWN = 8
"""So many parts are written out in the sum that is shown."""


def total_mismatches(intake: Intake, documents: Mapping[str, Document]) -> Iterator[Finding]:
    """One for each total of the current reports that its parts do not give."""
    for report in intake.current:
        blocks = documents[report.file].blocks if report.file in documents else ()
        for place, table in ((i, b) for i, b in enumerate(blocks) if isinstance(b, Table)):
            for broken in broken_sums(table):
                yield _finding(report, broken, _figure(report, broken, blocks, place))


def _finding(report: Report, broken: BrokenSum, figure: DataValue | None) -> Finding:
    shown = [format_number(n) for cell in broken.parts if (n := number_of(cell)) is not None]
    terms = " + ".join(shown[:MOST_SHOWN]) + (" + …" if len(shown) > MOST_SHOWN else "")
    return finding(
        "total_mismatch",
        files=(report.file,),
        org_unit=report.org_unit,
        period=report.period.code if report.period else None,
        indicator=figure.indicator if figure else None,
        fields={
            "stated": format_number(broken.stated),
            "computed": format_number(broken.computed),
            "sum": terms,
            "place": broken.total.anchor,
        },
    )


def _figure(report: Report, broken: BrokenSum, blocks: Sequence[Block], place: int) -> DataValue | None:
    """The value that the total is: the one read in its cell, else of its parts', else the nearest before that says it,
    first among those in a unit of measure that the table names."""
    by_anchor = {value.source.anchor: value for value in report.values}
    for cell in (broken.total, *broken.parts):
        if cell.anchor in by_anchor:
            return by_anchor[cell.anchor]
    order = {anchor: i for i, block in enumerate(blocks) for anchor in _anchors(block)}
    said = [
        (order.get(value.source.anchor.rpartition(":")[0], order.get(value.source.anchor, -1)), i, value)
        for i, value in enumerate(report.values)
        if value.org_unit == report.org_unit and parse_number(value.source.text.strip()) == broken.stated
    ]
    before = [one for one in said if 0 <= one[0] <= place]
    words = _words(blocks[place])
    return max(before, key=lambda one: (_named(one[2], words), *one[:2]))[-1] if before else None


def _words(block: Block) -> str:
    return " ".join(search_key(cell.text) for cell in block.cells) if isinstance(block, Table) else ""


def _named(value: DataValue, words: str) -> bool:
    """Whether the table names the unit of measure of a value."""
    return re.search(rf"\b{re.escape(search_key(value.unit_of_measure))}\b", words) is not None


def _anchors(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.anchor for cell in block.cells)
    else:
        yield from (segment.anchor for segment in block.segments)
