"""The output folder, replaced only when the new one is complete."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tongket.problems import CannotWriteError, Problem, Where

OURS = "review.json"


def replace_folder(out: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a folder beside ``out``, then put it in the place of ``out``.

    Whatever stops the work (a full disk, a file open elsewhere, Ctrl-C) leaves ``out`` as it was and nothing beside it.
    """
    out = out.absolute()
    check_replaceable(out)
    fresh, old = (out.parent / f".{out.name}.{kind}-{os.getpid()}" for kind in ("new", "old"))
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


def check_replaceable(out: Path) -> None:
    """Refuse to replace a file, or a folder that this program did not write."""
    if out.is_file() or (out.is_dir() and any(out.iterdir()) and not (out / OURS).is_file()):
        raise CannotWriteError([Problem(code="out_not_ours", where=Where(file=str(out)))])


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _swap(fresh: Path, out: Path, old: Path) -> None:
    if not out.exists():
        fresh.replace(out)
        return
    shutil.rmtree(old, ignore_errors=True)
    out.replace(old)
    try:
        fresh.replace(out)
    except OSError:
        old.replace(out)
        raise


def _problem(error: OSError, out: Path) -> Problem:
    code = "cannot_write"
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        code = "disk_full"
    elif isinstance(error, PermissionError) or error.errno in (errno.EACCES, errno.EBUSY):
        code = "out_open_elsewhere"
    return Problem(code=code, where=Where(file=str(out)), fields={"reason": error.strerror or str(error)})
