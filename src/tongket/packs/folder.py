"""The folder of a pack: which files it may hold, and their content as plain values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tongket.packs.schema import FileKind
from tongket.packs.source import Source, read_source
from tongket.problems import Problem, Where

KINDS: tuple[tuple[str, FileKind], ...] = (
    (r"pack\.yaml", FileKind.PACK),
    (r"law/[^/]+\.yaml", FileKind.LAW),
    (r"roles\.yaml", FileKind.ROLES),
    (r"pillars\.yaml", FileKind.PILLARS),
    (r"elements\.yaml", FileKind.ELEMENTS),
    (r"indicators/[^/]+\.yaml", FileKind.INDICATORS),
    (r"forms/[^/]+\.yaml", FileKind.FORM),
    (r"registers/[^/]+\.yaml", FileKind.REGISTER),
    (r"calendar\.yaml", FileKind.CALENDAR),
    (r"outline\.yaml", FileKind.OUTLINE),
    (r"phrases\.yaml", FileKind.PHRASES),
    (r"checks\.yaml", FileKind.CHECKS),
    (r"criteria/[^/]+\.yaml", FileKind.CRITERIA),
    (r"tests/[^/]+\.yaml", FileKind.TESTS),
)
NEEDED = {
    FileKind.PACK: "pack.yaml",
    FileKind.LAW: "law/*.yaml",
    FileKind.PILLARS: "pillars.yaml",
    FileKind.ELEMENTS: "elements.yaml",
    FileKind.INDICATORS: "indicators/*.yaml",
}
IGNORED = re.compile(r"README\.md|(.*/)?(\..*|Thumbs\.db|desktop\.ini)", re.IGNORECASE)
LARGEST = 2_000_000
"""Bytes; a pack file is some pages long, so a larger one is something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The files of a pack that can be read, by kind; ``unreadable`` are the kinds of which a file cannot."""

    sources: Mapping[FileKind, tuple[Source, ...]]
    unreadable: frozenset[FileKind]
    problems: tuple[Problem, ...]


def read_folder(root: Path) -> Folder:
    """Every file of the pack in ``root``; whatever does not belong there is a problem."""
    sources: dict[FileKind, tuple[Source, ...]] = dict.fromkeys(FileKind, ())
    unreadable: set[FileKind] = set()
    problems: list[Problem] = []
    seen: set[FileKind] = set()
    for name in _names(root):
        kind = _kind(name)
        if kind is None or (root / name).is_symlink():
            problems.append(_stranger(root, name))
            continue
        seen.add(kind)
        source, found = _read(root, name)
        problems += found
        if source is None:
            unreadable.add(kind)
        else:
            sources[kind] = (*sources[kind], source)
    missing = [name for kind, name in NEEDED.items() if kind not in seen]
    problems += [Problem(code="pack.missing_file", where=Where(file=name)) for name in missing]
    unreadable |= {kind for kind in NEEDED if kind not in seen}
    return Folder(sources=sources, unreadable=frozenset(unreadable), problems=tuple(problems))


def _names(root: Path) -> Iterator[str]:
    """The files below ``root`` with ``/``, in an order that is the same everywhere."""
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_symlink() or path.is_file())
    return (name for name in names if not IGNORED.fullmatch(name))


def _kind(name: str) -> FileKind | None:
    return next((kind for pattern, kind in KINDS if re.fullmatch(pattern, name)), None)


def _stranger(root: Path, name: str) -> Problem:
    """Why a file has no place in a pack."""
    if (root / name).is_symlink():
        code = "pack.link"
    elif name.endswith(".yaml"):
        code = "pack.unknown_file"
    else:
        code = "pack.not_yaml"
    return Problem(code=code, where=Where(file=name))


def _read(root: Path, name: str) -> tuple[Source | None, tuple[Problem, ...]]:
    path = root / name
    try:
        if path.stat().st_size > LARGEST:
            return None, (Problem(code="pack.too_large", where=Where(file=name)),)
        return read_source(name, path.read_bytes())
    except OSError as error:
        fields = {"reason": error.strerror or type(error).__name__}
        return None, (Problem(code="pack.cannot_read", where=Where(file=name), fields=fields),)
