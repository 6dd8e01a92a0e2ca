"""Reading one file, in this process or another, which loads nothing but what reads."""

import pickle
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.reading.door import Refusal, open_document
from tongket.reading.programs import NO_PROGRAMS, Programs
from tongket.reading.read_file import ReadFile, as_report
from tongket.reading.report import ReportReader


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file to read and its name: the folder's name and the path inside it, with ``/``, in NFC."""

    path: Path
    name: str
    member: tuple[int, ...] = ()
    """Where the file stands in the archive that ``path`` is; empty where it is ``path`` itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingJob:
    """A file and how it is to be read; small, because it travels to other processes."""

    file: InputFile
    programs: Programs = NO_PROGRAMS
    given: tuple[tuple[str, str], ...] = ()
    """SHA-256 of files and the org unit that a person named for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingTables:
    """What every file is read against; travels as bytes, and is unpacked once in each process."""

    packed: bytes

    @classmethod
    def of(cls, framework: Framework, hierarchy: Hierarchy) -> "ReadingTables":
        """The tables of a review."""
        return cls(packed=pickle.dumps((framework, Hierarchy(hierarchy.spans, hierarchy.changes))))

    @property
    def reader(self) -> ReportReader:
        """What reads reports against them."""
        return _reader(self.packed)


@cache
def _reader(packed: bytes) -> ReportReader:
    """Compiled once in each process, from what this program packed."""
    return ReportReader.of(*pickle.loads(packed))


def read_file(tables: ReadingTables, job: ReadingJob) -> ReadFile | Refusal:
    """The report that a file is, or why it was refused."""
    file = job.file
    document = open_document(file.path, name=file.name, member=file.member, programs=job.programs)
    return document if isinstance(document, Refusal) else as_report(document, tables.reader, job.given)
