"""A file that was read: its document, and the report or reports that it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.reading.blocks import Document, Doubt
from tongket.reading.report import ReportReader
from tongket.reading.split import reports_in
from tongket.reports import Report, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that could be read: its blocks and the report they are."""

    document: Document
    report: Report
    further: tuple["ReadFile", ...] = ()
    """Reports of other org units in the same file."""


def as_report(document: Document, reader: ReportReader, given: Sequence[tuple[str, str]]) -> ReadFile:
    """A document with the report that it is, and the others in it; ``given`` are the org units that people named, by
    SHA-256."""
    named = dict(given).get(document.sha256)
    parts = reports_in(document) if named is None else (document,)
    found = [ReadFile(document=p, report=doubted(reader.read(p, org_unit=named), document.doubts)) for p in parts]
    units = {f.report.org_unit for f in found}
    if len(found) > 1 and (None in units or len(units) < len(found)):
        found = [ReadFile(document=document, report=doubted(reader.read(document), document.doubts))]
    return replace(found[0], further=tuple(found[1:]))


def doubted(report: Report, doubts: Sequence[Doubt]) -> Report:
    """The report, no figure surer than the least sure of the recognised words it stands in."""
    if not doubts:
        return report
    words = by_place(doubts)
    return replace(report, values=tuple(replace(v, source=less_sure(v.source, words)) for v in report.values))


def by_place(doubts: Sequence[Doubt]) -> dict[str, list[Doubt]]:
    """The recognised words of each line and cell."""
    words: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        words.setdefault(doubt.anchor, []).append(doubt)
    return words


def less_sure(source: Source, words: Mapping[str, Sequence[Doubt]]) -> Source:
    """The source with the confidence that its words allow."""
    return replace(source, confidence=min(source.confidence, surest(source.anchor, source.text, words)))


def surest(anchor: str, text: str, words: Mapping[str, Sequence[Doubt]]) -> float:
    """How sure ``text`` at ``anchor`` can be: as its least sure word; 1 where nothing was recognised."""
    line, _, span = anchor.partition(":")
    start, _, end = span.partition("-")
    low, high = (int(start), int(end)) if start.isdigit() and end.isdigit() else (0, len(text))
    return min((w.confidence for w in words.get(line, ()) if w.start < high and low < w.end), default=1.0)
