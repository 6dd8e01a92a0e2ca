"""The files of a folder of reports, named as the operator sees them."""

from dataclasses import dataclass
from pathlib import Path

from tongket.problems import NoUsableInputError, Problem, Where, WrongCallError
from tongket.reading import ignored
from tongket.vietnamese import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file to read and its name: the folder's name and the path inside it, with ``/``, in NFC."""

    path: Path
    name: str


def input_files(reports: Path) -> tuple[InputFile, ...]:
    """All files below ``reports`` (or the one file it is) in the order of their names; lock files and the like left out."""
    if not reports.exists():
        raise WrongCallError([_problem("reports_not_found", reports)])
    if reports.is_file():
        return (InputFile(path=reports, name=nfc(reports.name)),)
    files = [p for p in reports.rglob("*") if p.is_file() and not ignored(p.relative_to(reports))]
    if not files:
        raise NoUsableInputError([_problem("no_reports", reports)])
    named = [
        InputFile(path=p, name=nfc(f"{reports.resolve().name}/{p.relative_to(reports).as_posix()}")) for p in files
    ]
    return tuple(sorted(named, key=lambda f: f.name))


def _problem(code: str, path: Path) -> Problem:
    return Problem(code=code, where=Where(file=str(path)))
