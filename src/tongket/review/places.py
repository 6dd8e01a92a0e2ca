"""Anchors in words that people can follow: the report, the place in it, and what stands there."""

import re

from tongket.problems import translate
from tongket.reading import Document, Paragraph
from tongket.reading.sentences import split_sentences
from tongket.reports import Report
from tongket.vietnamese import format_date

LONGEST = 110
"""Characters of a quotation."""


def report_words(report: Report, language: str) -> str:
    """The report as the unit knows it: number and date, else its file."""
    if report.number and report.document_date:
        day = format_date(report.document_date)
        return translate("Report No. {number} of {day}", language, number=report.number, day=day)
    return translate("file {name}", language, name=report.file.rsplit("/", 1)[-1])


def quotation(document: Document, anchor: str) -> str:
    """The sentence in which a figure of running text stands; empty for a cell of a table."""
    line, _, span = anchor.partition(":")
    start, _, end = span.partition("-")
    for block in document.blocks if start.isdigit() and end.isdigit() else ():
        if not isinstance(block, Paragraph):
            continue
        for s in block.segments:
            if s.anchor == line and s.offset <= int(start) < s.offset + s.end - s.start:
                place = s.start + int(start) - s.offset
                return _around(block.text, place)
    return ""


def _around(text: str, place: int) -> str:
    """The sentence around a character, a long one cut on both sides."""
    first, last = next(((a, b) for a, b in split_sentences(text) if a <= place < b), (0, len(text)))
    if last - first <= LONGEST:
        return " ".join(text[first:last].split())
    start, end = max(first, place - LONGEST // 2), min(last, place + LONGEST // 2)
    start = text.find(" ", start) + 1 if start > first else start
    end = text.rfind(" ", start, end) if end < last else end
    cut = " ".join(text[start:end].split())
    return f"{'… ' if start > first else ''}{cut}{' …' if end < last else ''}"


def place_words(anchor: str, language: str) -> str:
    """ "body/table[2]/row[3]/cell[4]" as "bảng 2, dòng 3"; an anchor of no known form as it is."""
    if found := re.search(r"table\[(\d+)\]/row\[(\d+)\]", anchor):
        return translate("table {table}, row {row}", language, table=found[1], row=found[2])
    if found := re.search(r"page\[(\d+)\]", anchor):
        return translate("page {page}", language, page=found[1])
    if "!" in anchor:
        sheet, cell = anchor.rsplit("!", 1)
        return translate("sheet {sheet}, cell {cell}", language, sheet=sheet, cell=cell)
    if found := re.search(r"p\[(\d+)\]", anchor):
        return translate("paragraph {number}", language, number=found[1])
    if found := re.search(r"line\[(\d+)\]", anchor):
        return translate("line {line}", language, line=found[1])
    return anchor
