"""Figures of the reports' documents that do not add up, tied to the indicator they are about."""

import re
from collections.abc import Iterator, Sequence

from tongket.checks.counting import Miscount, MiscountKind, miscounts
from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.model import Finding
from tongket.reading import Block, Table
from tongket.reports import DataValue, Report
from tongket.vietnamese import format_number, parse_number, search_key

CODES = {
    MiscountKind.TOTAL: "total_mismatch",
    MiscountKind.CARRIED: "total_mismatch",
    MiscountKind.PERCENT: "percent_mismatch",
    MiscountKind.TEXT_TABLE: "prose_table_mismatch",
}
SPAN = re.compile(r"(.*?)(?::(\d+)-(\d+))?")


def counted_findings(intake: Intake, told: Sequence[Finding]) -> Iterator[Finding]:
    """One for each figure of the current reports that breaks a sum or a share, unless it was ``told`` already."""
    known = {(f.code, file, f.indicator) for f in told for file in f.files}
    for report in intake.current:
        blocks = intake.documents[report.file].blocks if report.file in intake.documents else ()
        places = [
            (f.code, place)
            for f in told
            if report.file in f.files
            for name, place in f.fields
            if name.endswith("place")
        ]
        for miscount in miscounts(blocks):
            figure = _figure(report, miscount, blocks)
            code = CODES[miscount.kind]
            twice = figure is not None and code != "total_mismatch" and (code, report.file, figure.indicator) in known
            if not twice and not any(code == other and _meet(miscount.place, place) for other, place in places):
                yield _finding(report, miscount, code, figure)


def overshadowed(told: Sequence[Finding], counted: Sequence[Finding]) -> list[Finding]:
    """The findings without the text that is told to differ from a table whose figure is itself no sum of its parts."""
    wrong = [(f.files, place) for f in counted if f.code == "total_mismatch" and (place := dict(f.fields).get("place"))]
    return [
        f
        for f in told
        if f.code != "prose_table_mismatch"
        or not any(f.files == files and _meet(dict(f.fields).get("table_place", ""), place) for files, place in wrong)
    ]


def _finding(report: Report, miscount: Miscount, code: str, figure: DataValue | None) -> Finding:
    stated, right = format_number(miscount.stated), format_number(miscount.right)
    fields = {"place": miscount.place, "stated": stated, "computed": right, "sum": miscount.shown.rpartition(" = ")[0]}
    fields["other_place"] = miscount.others[0] if miscount.others else ""
    if miscount.kind is MiscountKind.TEXT_TABLE:
        fields |= {"prose": stated, "table": right, "table_place": miscount.others[0]}
    return finding(
        code,
        files=(report.file,),
        org_unit=report.org_unit,
        period=report.period.code if report.period else None,
        indicator=figure.indicator if figure else None,
        note="carried_mismatch" if miscount.kind is MiscountKind.CARRIED else "",
        fields=fields,
    )


def _figure(report: Report, miscount: Miscount, blocks: Sequence[Block]) -> DataValue | None:
    """The value that the figure is: the one read there, else one of the sum, else the nearest before that says it,
    first among those in a unit of measure that the table names."""
    for anchor in (miscount.place, *miscount.others):
        there = next((value for value in report.values if _meet(value.source.anchor, anchor)), None)
        if there is not None:
            return there
    place, table = _table_of(miscount, blocks)
    if table is None:
        return None
    order = {anchor: i for i, block in enumerate(blocks) for anchor in _anchors(block)}
    said = [
        (order.get(value.source.anchor.rpartition(":")[0], order.get(value.source.anchor, -1)), i, value)
        for i, value in enumerate(report.values)
        if value.org_unit == report.org_unit and parse_number(value.source.text.strip()) == miscount.stated
    ]
    before = [one for one in said if 0 <= one[0] <= place]
    words = " ".join(search_key(cell.text) for cell in table.cells)
    return max(before, key=lambda one: (_named(one[2], words), *one[:2]))[-1] if before else None


def _table_of(miscount: Miscount, blocks: Sequence[Block]) -> tuple[int, Table | None]:
    tables = ((i, block) for i, block in enumerate(blocks) if isinstance(block, Table))
    found = (pair for pair in tables if any(cell.anchor == miscount.place for cell in pair[1].cells))
    return next(found, (-1, None))


def _meet(one: str, other: str) -> bool:
    """Whether two anchors are of the same cell, or of characters that overlap."""
    first, second = SPAN.fullmatch(one), SPAN.fullmatch(other)
    if first is None or second is None or first[1] != second[1]:
        return False
    if first[2] is None or second[2] is None:
        return True
    return int(first[2]) < int(second[3]) and int(second[2]) < int(first[3])


def _named(value: DataValue, words: str) -> bool:
    """Whether the table names the unit of measure of a value."""
    return re.search(rf"\b{re.escape(search_key(value.unit_of_measure))}\b", words) is not None


def _anchors(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.anchor for cell in block.cells)
    else:
        yield from (segment.anchor for segment in block.segments)
