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


def read_file(job: ReadingJob) -> ReadFile | Refusal:
    """The report that a file is, or why it was refused."""
    document = open_document(job.file.path, name=job.file.name)
    if isinstance(document, Refusal):
        return document
    return ReadFile(document=document, report=_reader(job.pack, job.orgunits, job.changes).read(document))


@cache
def _reader(pack: str, orgunits: Path, changes: Path | None) -> ReportReader:
    """Compiled once in each process."""
    return ReportReader.of(load_pack(pack).framework, load_hierarchy(orgunits, changes))
