"""The files of a folder of reports, named as the operator sees them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tongket.problems import NoUsableInputError, Problem, Where, WrongCallError
from tongket.reading import InputFile, contents, ignored
from tongket.vietnamese import nfc

UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def input_files(reports: Path) -> tuple[InputFile, ...]:
    """All files below ``reports`` (or the one file it is) in the order of their names; lock files and the like left
    out. A folder that may not be opened stands for what is in it."""
    if not reports.exists():
        raise WrongCallError([_problem("reports_not_found", reports)])
    if reports.is_file():
        return tuple(_opened(InputFile(path=reports, name=shown(reports.name))))
    files = list(_walk(reports))
    if not files:
        raise NoUsableInputError([_problem("no_reports", reports)])
    top = reports.resolve().name
    named = [InputFile(path=p, name=shown(f"{top}/{p.relative_to(reports).as_posix()}".lstrip("/"))) for p in files]
    return tuple(sorted((f for file in named for f in _opened(file)), key=lambda f: f.name))


def _opened(file: InputFile) -> Iterator[InputFile]:
    """The file, or the files in it where it is an archive or a letter with attachments."""
    inside = contents(file.path)
    if not inside:
        yield file
    for member in inside:
        yield InputFile(path=file.path, name=shown(f"{file.name}/{member.name}"), member=member.place)


def _walk(reports: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for folder, below, names in os.walk(reports, onerror=closed.append):
        below[:] = [name for name in below if not name.startswith(".")]
        paths = (Path(folder, name) for name in names)
        yield from (p for p in paths if p.is_file() and not ignored(p))
    yield from (Path(str(error.filename)) for error in closed)


def shown(name: str) -> str:
    """``name`` in NFC and fit to print: bytes of another code page and control characters as %XX."""
    return UNFIT.sub(lambda found: f"%{ord(found[0]) & 0xFF:02X}", nfc(name))


def _problem(code: str, path: Path) -> Problem:
    return Problem(code=code, where=Where(file=shown(str(path))))
