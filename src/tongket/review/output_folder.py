"""The output folder, replaced only when the new one is complete."""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tongket.problems import CannotWriteError, Problem, Where
from tongket.review.names import DATA, PAPERS, SEAL, WRITTEN

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


def replace_folder(out: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a folder beside ``out``, then put it in the place of ``out``.

    Whatever stops the work (a full disk, a file open elsewhere, Ctrl-C) leaves ``out`` as it was and nothing beside it.
    """
    check_replaceable(out)
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


def check_replaceable(out: Path) -> None:
    """Refuse to replace a file, the folder one works in, or a folder that this program did not write."""
    try:
        code = _objection(out.resolve())
    except OSError as error:
        raise CannotWriteError([_problem(error, out)]) from error
    if code:
        raise CannotWriteError([Problem(code=code, where=Where(file=str(out)))])


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
    if not _ours(out):
        return "out_not_ours"
    return "out_edited" if _edited(out) else ""


def _ours(folder: Path) -> bool:
    """Whether ``folder`` is empty or holds a review and nothing at its top that a review does not have."""
    names = {entry.name for entry in folder.iterdir()}
    return not names or (DATA in names and names <= WRITTEN)


def _edited(folder: Path) -> bool:
    """Whether somebody changed a paper after it was written: what people wrote into it would be lost."""
    try:
        told = json.loads((folder / PAPERS).read_text(encoding="utf-8"))["papers"]
        written = {folder / one["file"]: one["sha256"] for one in told}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False
    return any(f.is_file() and hashlib.sha256(f.read_bytes()).hexdigest() != sha256 for f, sha256 in written.items())


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
