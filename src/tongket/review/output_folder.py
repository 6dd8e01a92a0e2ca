"""The output folder, replaced only when the new one is complete."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from tongket.problems import CannotWriteError, Problem, Where
from tongket.review.names import DATA, DECISIONS, MANIFEST, SEAL, WRITTEN
from tongket.review.paper_record import edited_files

CODES = {
    errno.ENOSPC: "disk_full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "disk_full",
    errno.EACCES: "out_open_elsewhere",
    errno.EPERM: "out_open_elsewhere",
    errno.EBUSY: "out_open_elsewhere",
    errno.EROFS: "out_open_elsewhere",
    errno.ENOTDIR: "out_not_a_folder",
    errno.EEXIST: "out_not_a_folder",
    errno.ENAMETOOLONG: "out_name_too_long",
}
"""What the system says -> code of the problem."""
LOCKS = ("~$", ".~lock.")
"""With these begin the files that Office and LibreOffice keep beside a document that is open."""
OF_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini", ".DS_Store"})
"""What Windows and macOS leave in folders that somebody looked at."""


def replace_folder(out: Path, write: Callable[[Path], None], *, read: Collection[Path] = ()) -> None:
    """Let ``write`` fill a folder beside ``out``, then put it in the place of ``out``; what people typed into the files
    of ``out`` that were ``read`` for it is not lost with them.

    Whatever stops the work (a full disk, a file open elsewhere, Ctrl-C) leaves ``out`` as it was and nothing beside it.
    """
    check_replaceable(out, read=read)
    out = out.resolve()
    made = _missing(out.parent)
    fresh, old = (out.parent / f".{out.name[:50]}.{kind}-{os.getpid()}" for kind in ("new", "old"))
    try:
        _empty(fresh)
        write(fresh)
        _swap(fresh, out, old)
    except OSError as error:
        raise CannotWriteError([_problem(error, out)]) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if out.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            _remove_empty(made)


def check_replaceable(out: Path, *, read: Collection[Path] = ()) -> None:
    """Refuse to replace a file, the folder one works in, a folder that this program did not write, or one in which people
    wrote since, unless into files that were ``read``."""
    try:
        code = _objection(out.resolve())
        problems = [Problem(code=code, where=Where(file=str(out)))] if code else list(_edited(out, read))
    except OSError as error:
        raise CannotWriteError([_problem(error, out)]) from error
    if problems:
        raise CannotWriteError(problems)


def _edited(out: Path, read: Collection[Path]) -> Iterator[Problem]:
    known = {path.resolve() for path in read}
    edited = set(edited_files(out.resolve())) if out.is_dir() else set()
    if not known and _decided(out):
        edited.add(out.resolve() / DECISIONS)
    for path in sorted(edited - known):
        code = "out_answered" if path.name == DECISIONS else "out_edited"
        yield Problem(code=code, where=Where(file=str(path)))


def _decided(out: Path) -> bool:
    """Whether the review in ``out`` was made with decisions, so that one without any would take them back."""
    try:
        return bool(json.loads((out / MANIFEST).read_text(encoding="utf-8"))["decisions"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _objection(out: Path) -> str:
    above = next(folder for folder in (out, *out.parents) if folder.exists())
    if not above.is_dir():
        return "out_not_a_folder"
    if not os.access(above if above != out else out.parent, os.W_OK):
        return "out_open_elsewhere"
    if above != out:
        return ""
    if out in (here := Path.cwd(), *here.parents):
        return "out_is_here"
    if (out / SEAL).exists():
        return "out_is_final"
    if any(path.name.startswith(LOCKS) for path in out.rglob("*")):
        return "out_open_elsewhere"
    return "" if _ours(out) else "out_not_ours"


def _ours(folder: Path) -> bool:
    """Whether ``folder`` is empty or holds a review and nothing at its top that a review does not have."""
    names = {entry.name for entry in folder.iterdir()} - OF_SYSTEMS
    return not names or (DATA in names and names <= WRITTEN)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _missing(folder: Path) -> list[Path]:
    """The folders that have to be made for ``folder`` to be there, the innermost first."""
    return [f for f in (folder, *folder.parents) if not f.exists()]


def _remove_empty(folders: list[Path]) -> None:
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def _swap(fresh: Path, out: Path, old: Path) -> None:
    if not out.exists():
        fresh.replace(out)
        return
    shutil.rmtree(old, ignore_errors=True)
    try:
        out.replace(old)
        fresh.replace(out)
    except BaseException:  # Ctrl-C too
        if old.exists() and not out.exists():
            old.replace(out)
        raise


def _problem(error: OSError, out: Path) -> Problem:
    code = CODES.get(error.errno or 0, "cannot_write")
    return Problem(code=code, where=Where(file=str(out)), fields={"reason": error.strerror or str(error)})
