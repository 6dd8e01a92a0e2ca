"""What reading one file may take, and what is said of a file whose reading came to nothing."""

from collections.abc import Sequence
from pathlib import Path

from tongket.compute import NO_END, Allowance, OverMemoryError, OverTimeError
from tongket.problems import Problem, Where
from tongket.reading import InputFile

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
