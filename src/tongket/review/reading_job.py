"""Reading one file, in this process or another."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Refusal, ReportReader, open_document
from tongket.review.inputs import InputFile
from tongket.review.request import ReadFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingJob:
    """A file and what is needed to read it; small, because it travels to other processes."""

    file: InputFile
    pack: str
    orgunits: Path
    changes: Path | None
    given: tuple[tuple[str, str], ...] = ()
    """SHA-256 of files and the org unit that a person named for each."""


def read_file(job: ReadingJob) -> ReadFile | Refusal:
    """The report that a file is, or why it was refused."""
    document = open_document(job.file.path, name=job.file.name)
    if isinstance(document, Refusal):
        return document
    org_unit = dict(job.given).get(document.sha256)
    report = _reader(job.pack, job.orgunits, job.changes).read(document, org_unit=org_unit)
    return ReadFile(document=document, report=report)


@cache
def _reader(pack: str, orgunits: Path, changes: Path | None) -> ReportReader:
    """Compiled once in each process."""
    return ReportReader.of(load_pack(pack).framework, load_hierarchy(orgunits, changes))
