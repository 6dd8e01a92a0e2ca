"""The door: size, kind and secrecy mark of a file, in this order, before anything of it is used.

Nothing is written anywhere; a refusal carries the path as given, the SHA-256 and the reason, never the content.
"""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import tongket.reading.messages  # noqa: F401  (registers the sentences)
from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Document
from tongket.reading.formats import (
    CONTAINERS,
    Content,
    FormatError,
    Limits,
    Member,
    damage,
    member_bytes,
    members,
    read_content,
)
from tongket.reading.formats.kinds import EML, EXPECTED, HTML, READABLE, TEXT, kind_of, suffix
from tongket.reading.programs import NO_PROGRAMS, Programs
from tongket.reading.secrecy import has_secrecy_mark
from tongket.vietnamese import nfc

IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A file whose size and kind are acceptable: its bytes, read once."""

    name: str
    sha256: str
    kind: str
    data: bytes
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that is not read, and why. ``sha256`` is empty where the bytes could not be had."""

    name: str
    sha256: str
    problem: Problem


def ignored(path: Path) -> bool:
    """Whether ``path`` is no report at all: lock files of Word, files of the desktop, hidden files, folders."""
    return unwanted(path.name) or path.is_dir()


def hidden(name: str) -> bool:
    """Whether a file inside an archive is no report: the same, by the names of its folders too."""
    return any(unwanted(part) for part in name.split("/"))


def unwanted(name: str) -> bool:
    """Whether a file or folder of this name is no report."""
    return name.startswith((".", "~$", "__MACOSX")) or name.casefold() in IGNORED_NAMES


def contents(path: Path, limits: Limits = LIMITS) -> tuple[Member, ...]:
    """The files inside an archive, or attached to a letter; none where ``path`` stands for itself."""
    if suffix(path.name) not in CONTAINERS:
        return ()
    try:
        if path.stat().st_size > limits.archive:
            return ()
        return tuple(m for m in members(path, suffix(path.name), limits) if not hidden(m.name))
    except FormatError:
        return ()
    except damage():
        return ()


def admit(
    path: Path, *, name: str | None = None, member: tuple[int, ...] = (), limits: Limits = LIMITS
) -> Admitted | Refusal:
    """Read the bytes of ``path``, or of a ``member`` of it, once and tell what they are; ``name`` is the path to show."""
    shown = nfc((name or str(path)).replace("\\", "/"))
    try:
        if path.stat().st_size > (limits.archive if member else limits.size):
            return Refusal(name=shown, sha256=digest(path), problem=too_large(shown, limits))
        data = member_bytes(path, suffix(path.name), member, limits)
    except FormatError as error:
        return Refusal(name=shown, sha256="", problem=wrong(shown, error.code, **error.fields))
    except FileNotFoundError:
        return Refusal(name=shown, sha256="", problem=wrong(shown, "file_missing"))
    except OSError:
        return Refusal(name=shown, sha256="", problem=wrong(shown, "file_not_permitted"))
    except damage():
        return Refusal(name=shown, sha256="", problem=wrong(shown, "file_damaged"))
    return admit_bytes(data, name=shown, limits=limits)


def admit_bytes(data: bytes, *, name: str, limits: Limits = LIMITS) -> Admitted | Refusal:
    """The same for bytes that are at hand."""
    sha256 = hashlib.sha256(data).hexdigest()
    if len(data) > limits.size:
        return Refusal(name=name, sha256=sha256, problem=too_large(name, limits))
    if not data.strip():
        return Refusal(name=name, sha256=sha256, problem=wrong(name, "file_empty"))
    kind, ending = kind_of(data), suffix(name)
    if ending == EML and kind in (TEXT, HTML):
        kind = EML
    problem = refused_kind(name, kind, ending)
    if problem:
        return Refusal(name=name, sha256=sha256, problem=problem)
    return Admitted(name=name, sha256=sha256, kind=kind, data=data, problems=kind_notice(name, kind, ending))


def read_document(
    admitted: Admitted, *, limits: Limits = LIMITS, programs: Programs = NO_PROGRAMS
) -> Document | Refusal:
    """The blocks of an admitted file; a refusal where it is damaged, has no text, or bears a secrecy mark."""
    try:
        content = read_content(admitted.kind, admitted.data, limits, programs)
    except FormatError as error:
        return refuse(admitted, wrong(admitted.name, error.code, **error.fields))
    except damage():
        return refuse(admitted, wrong(admitted.name, "file_damaged"))
    if has_secrecy_mark(content.blocks):
        return refuse(admitted, wrong(admitted.name, "secrecy_mark"))
    if not content.blocks:
        return refuse(admitted, wrong(admitted.name, "nothing_readable"))
    return document(admitted, content)


def open_document(
    path: Path,
    *,
    name: str | None = None,
    member: tuple[int, ...] = (),
    limits: Limits = LIMITS,
    programs: Programs = NO_PROGRAMS,
) -> Document | Refusal:
    """Admit and read in one step."""
    admitted = admit(path, name=name, member=member, limits=limits)
    return admitted if isinstance(admitted, Refusal) else read_document(admitted, limits=limits, programs=programs)


def document(admitted: Admitted, content: Content) -> Document:
    """The document, its problems placed in its file."""
    placed = tuple(replace(p, where=replace(p.where, file=admitted.name)) for p in content.problems)
    return Document(
        name=admitted.name,
        sha256=admitted.sha256,
        kind=admitted.kind,
        blocks=content.blocks,
        problems=admitted.problems + placed,
        pages=content.pages,
        doubts=content.doubts,
        signatures=content.signatures,
        form=content.form,
    )


def refused_kind(name: str, kind: str, ending: str) -> Problem | None:
    """Why a file of this content and name is not read; None where it is."""
    if kind == "encrypted":
        return wrong(name, "file_encrypted")
    if kind == TEXT and EXPECTED.get(ending) not in (TEXT, HTML):
        return mislabelled_text(name, ending)
    if kind in READABLE:
        return None
    return other_kind(name, kind, ending)


def mislabelled_text(name: str, ending: str) -> Problem:
    """Plain text under the name of another kind: a note or an error page, never the report itself."""
    if ending in EXPECTED or ending in ("ppt", "pptx"):
        return wrong(name, "kind_mislabelled", expected=ending)
    return wrong(name, "kind_unknown")


def other_kind(name: str, kind: str, ending: str) -> Problem:
    """Content of a kind that is not read, or of none."""
    known = EXPECTED.get(ending)
    if kind == "zip" and ending in CONTAINERS:
        return wrong(name, "archive_not_opened")
    if (kind == "zip" and known) or (not kind and known and known != TEXT):
        return wrong(name, "file_damaged")
    if not kind or kind == "ole":
        return wrong(name, "kind_unknown")
    return wrong(name, "kind_unsupported", kind=kind)


def kind_notice(name: str, kind: str, ending: str) -> tuple[Problem, ...]:
    """A notice where the content is another kind than the name says."""
    if EXPECTED.get(ending) == kind:
        return ()
    where = Where(file=name)
    fields = {"expected": ending or "?", "kind": kind}
    return (Problem(code="kind_differs", severity=Severity.NOTICE, where=where, fields=fields),)


def digest(path: Path) -> str:
    """The SHA-256 of a file too large to hold."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def wrong(name: str, code: str, **fields: str) -> Problem:
    """A problem of the file as a whole."""
    return Problem(code=code, where=Where(file=name), fields=fields)


def too_large(name: str, limits: Limits) -> Problem:
    """The file exceeds the size limit."""
    return wrong(name, "file_too_large", limit=str(limits.size // (1024 * 1024)))


def refuse(admitted: Admitted, problem: Problem) -> Refusal:
    """The refusal of an admitted file."""
    return Refusal(name=admitted.name, sha256=admitted.sha256, problem=problem)
