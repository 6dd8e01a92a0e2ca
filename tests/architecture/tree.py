"""The working tree as the architecture tests see it: tracked files, the source, and what its packages make public."""

import ast
import importlib
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import tongket

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tongket"


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file of the source: its path below src/tongket, its text and its syntax tree."""

    path: str
    text: str
    syntax: ast.Module

    @property
    def package(self) -> str:
        """The layer it belongs to: the first folder (or the module's own name)."""
        return self.path.split("/")[0].removesuffix(".py")

    def at(self, node: ast.AST) -> str:
        """The place of ``node``, for messages."""
        return f"src/tongket/{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file below src/tongket."""
    files = ((p.relative_to(SOURCE).as_posix(), p.read_text(encoding="utf-8")) for p in sorted(SOURCE.rglob("*.py")))
    return tuple(Module(path=path, text=text, syntax=ast.parse(text)) for path, text in files)


@cache
def tracked() -> tuple[str, ...]:
    """The files that belong to the project: what git tracks, or every file that is not hidden where git is absent."""
    try:
        listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return tuple(p.relative_to(ROOT).as_posix() for p in sorted(ROOT.rglob("*")) if p.is_file() and not _made(p))
    names = (name for name in listed.decode("utf-8").split("\0") if name)
    return tuple(name for name in names if (ROOT / name).is_file())


def _made(path: Path) -> bool:
    inside = path.relative_to(ROOT).parts
    return inside[0] in ("out", "dist", "build") or any(p.startswith(".") or p == "__pycache__" for p in inside)


def tracked_text() -> Iterator[tuple[str, str]]:
    """Path and text of every tracked file that is text."""
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data:
            yield name, data.decode("utf-8", errors="replace")


@cache
def packages() -> tuple[ModuleType, ...]:
    """Every package of tongket, imported, with all modules in it."""
    found = [tongket]
    for info in pkgutil.walk_packages(tongket.__path__, "tongket."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        if info.ispkg:
            found.append(module)
    return tuple(found)


CLASS = re.compile(r"[A-Z][a-z]\w*")


@cache
def public_types() -> frozenset[tuple[str, object]]:
    """The classes and named types in the ``__all__`` of any package, with their names; a re-export counts once."""
    public = ((name, getattr(package, name)) for package in packages() for name in getattr(package, "__all__", ()))
    return frozenset((name, thing) for name, thing in public if CLASS.fullmatch(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A row of GLOSSARY.md: the identifiers it defines and those it bans."""

    names: tuple[str, ...]
    banned: tuple[str, ...]


@cache
def glossary() -> tuple[Term, ...]:
    """The rows of the tables of GLOSSARY.md."""
    rows = (
        line.strip("|").split("|") for line in (ROOT / "GLOSSARY.md").read_text("utf-8").splitlines() if line[:1] == "|"
    )
    cells = ([re.findall(r"`([^`]+)`", cell) for cell in row] for row in rows)
    return tuple(Term(names=tuple(row[0]), banned=tuple(row[-1])) for row in cells if row[0])
