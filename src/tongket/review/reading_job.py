"""Reading one file, in this process or another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tongket.compute import NO_END, Allowance, OverMemoryError, OverTimeError
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.problems import Problem, Where
from tongket.reading import NO_PROGRAMS, Document, Doubt, Programs, Refusal, ReportReader, open_document, reports_in
from tongket.reports import Report, Source
from tongket.review.inputs import InputFile
from tongket.review.request import ReadFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingJob:
    """A file and what is needed to read it; small, because it travels to other processes."""

    file: InputFile
    pack: str
    orgunits: Path
    changes: Path | None
    programs: Programs = NO_PROGRAMS
    given: tuple[tuple[str, str], ...] = ()
    """SHA-256 of files and the org unit that a person named for each."""


SECONDS = 300
"""One file may take so long, LibreOffice and text recognition of many pages included; then its process is ended."""
MEBIBYTES = 1_500
LARGE = 128 * 1024
"""A folder of a few files smaller than this is read in this process: starting another takes longer than reading them."""
FEW = 12


def allowance(files: Sequence[InputFile]) -> Allowance:
    """What each of the files may take; nothing is measured where there are but a few small ones."""
    if len(files) < FEW and all(size(file.path) < LARGE for file in files):
        return NO_END
    return Allowance(seconds=SECONDS, mebibytes=MEBIBYTES)


def size(path: Path) -> int:
    """Bytes of a file; 0 where it cannot be looked at, which reading it will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def failure(error: Exception | None, name: str) -> Problem:
    """Why a file has no outcome."""
    if isinstance(error, OverTimeError):
        return Problem(code="reader_over_time", where=Where(file=name), fields={"minutes": str(SECONDS // 60)})
    if isinstance(error, OverMemoryError):
        return Problem(code="reader_over_memory", where=Where(file=name), fields={"limit": str(MEBIBYTES)})
    return Problem(code="reader_failed", where=Where(file=name))


def read_file(job: ReadingJob) -> ReadFile | Refusal:
    """The report that a file is, or why it was refused."""
    file = job.file
    document = open_document(file.path, name=file.name, member=file.member, programs=job.programs)
    if isinstance(document, Refusal):
        return document
    return as_report(document, _reader(job.pack, job.orgunits, job.changes), job.given)


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


@cache
def _reader(pack: str, orgunits: Path, changes: Path | None) -> ReportReader:
    """Compiled once in each process."""
    return ReportReader.of(load_pack(pack).framework, load_hierarchy(orgunits, changes))
