"""Files that hold files: archives (.zip), and letters (.eml, .msg) with what is attached. Nothing is unpacked to the disk."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from tongket.reading.formats.charset import decode
from tongket.reading.formats.content import FormatError, Limits
from tongket.reading.formats.kinds import EML, MSG, suffix
from tongket.reading.formats.letter import attachments
from tongket.reading.formats.outlook import outlook_attachments
from tongket.vietnamese import nfc

CONTAINERS = frozenset({"zip", EML, MSG})
"""Endings of the files that are looked into."""
UTF8_NAME = 0x800
ENCRYPTED = 0x1
Source = bytes | Path
"""A container: its bytes, or the file that it is, of which only what is asked for is read."""
DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file inside another: its name, with the names of the archives inside, and where it stands in each of them."""

    name: str
    place: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file one step inside, whose bytes are had when asked for."""

    name: str
    read: Callable[[], bytes]


@dataclass(slots=True)
class Budget:
    """How many bytes of archives in archives may still be unpacked to look into them."""

    left: int


def members(source: Source, ending: str, limits: Limits) -> tuple[Member, ...]:
    """All files inside, also inside archives inside; an archive that cannot be opened, or is too deep, stands for what
    it holds."""
    found: list[Member] = []
    for member in inside(source, ending, limits, (), Budget(limits.archive)):
        found.append(member)
        if len(found) > limits.parts:
            raise FormatError("too_many_parts")
    return tuple(found)


def inside(source: Source, ending: str, limits: Limits, place: tuple[int, ...], budget: Budget) -> Iterator[Member]:
    """The members of one archive, those of the archives in it included."""
    for index, entry in enumerate(named(entries(source, ending, limits))):
        here = (*place, index)
        below = list(deeper(entry, limits, here, budget)) if suffix(entry.name) in CONTAINERS else []
        if below:
            yield from (Member(name=f"{entry.name}/{m.name}", place=m.place) for m in below)
        else:
            yield Member(name=entry.name, place=here)


def deeper(entry: Entry, limits: Limits, place: tuple[int, ...], budget: Budget) -> Iterator[Member]:
    """What an archive inside holds; nothing where it cannot be told, or where too much was unpacked before it."""
    if len(place) >= limits.depth or budget.left <= 0:
        return
    try:
        content = entry.read()
        budget.left -= len(content)
        yield from inside(content, suffix(entry.name), limits, place, budget)
    except (FormatError, zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return


def member_bytes(source: Source, ending: str, place: Sequence[int], limits: Limits) -> bytes:
    """The bytes of the file at ``place``."""
    for index in place:
        entry = entries(source, ending, limits)[index]
        source, ending = entry.read(), suffix(entry.name)
    return source if isinstance(source, bytes) else source.read_bytes()


def named(found: Sequence[Entry]) -> Iterator[Entry]:
    """The files, no two of one name."""
    taken: dict[str, int] = {}
    for entry in found:
        taken[entry.name] = count = taken.get(entry.name, 0) + 1
        yield entry if count == 1 else Entry(name=numbered(entry.name, count), read=entry.read)


def entries(source: Source, ending: str, limits: Limits) -> Sequence[Entry]:
    """The files one step inside."""
    if ending not in (EML, MSG):
        return zip_entries(source, limits)
    return letter_entries(source if isinstance(source, bytes) else source.read_bytes(), ending, limits)


def letter_entries(data: bytes, ending: str, limits: Limits) -> list[Entry]:
    """What is attached to a letter."""
    attached = outlook_attachments(data, limits) if ending == MSG else attachments(data)
    return [Entry(name=safe(name), read=partial(bytes, content)) for name, content in attached]


def zip_entries(source: Source, limits: Limits) -> tuple[Entry, ...]:
    """The files of an archive; that of a file stays open, so that its directory is not read for each file in it."""
    if isinstance(source, bytes):
        return archive_entries(io.BytesIO(source), limits)
    told = source.stat()
    return last_opened(source, told.st_size, told.st_mtime_ns, limits)


@lru_cache(maxsize=1)
def last_opened(path: Path, size: int, changed: int, limits: Limits) -> tuple[Entry, ...]:
    """The files of the archive at ``path``, as it was when it had this size and was changed then."""
    return archive_entries(path, limits)


def archive_entries(source: io.BytesIO | Path, limits: Limits) -> tuple[Entry, ...]:
    """The files of an archive; too many, or larger together than a folder of reports can be, and none is."""
    archive = zipfile.ZipFile(source)
    files = [item for item in archive.infolist() if not item.is_dir()]
    if len(files) > limits.parts or sum(item.file_size for item in files) > limits.archive:
        raise FormatError("too_many_parts")
    return tuple(Entry(name=safe(zip_name(item)), read=partial(unpacked, archive, item, limits)) for item in files)


def unpacked(archive: zipfile.ZipFile, item: zipfile.ZipInfo, limits: Limits) -> bytes:
    """One file of an archive, not more of it than a file may have."""
    if item.flag_bits & ENCRYPTED:
        raise FormatError("file_encrypted")
    try:
        with archive.open(item) as stream:
            content = stream.read(limits.size + 1)
    except RuntimeError as error:
        raise FormatError("packed_otherwise") from error
    if len(content) > limits.size:
        raise FormatError("file_too_large", {"limit": str(limits.size // (1024 * 1024))})
    return content


def zip_name(item: zipfile.ZipInfo) -> str:
    """The name as it was given: programs of Vietnam write names in UTF-8 or in their code page without saying so."""
    if item.flag_bits & UTF8_NAME or item.filename.isascii():
        return item.filename
    try:
        return decode(item.filename.encode("cp437"))
    except UnicodeEncodeError:
        return item.filename


def safe(name: str) -> str:
    """A name with ``/`` that stays inside: no root, no drive, no way up, nothing unprintable."""
    parts = DRIVE.sub("", nfc(name).replace("\\", "/")).split("/")
    kept = ["".join(sign for sign in part if sign.isprintable()).strip() for part in parts]
    return "/".join(part for part in kept if part not in ("", ".", "..")) or "?"


def numbered(name: str, count: int) -> str:
    """``a (2).docx`` for the second file called ``a.docx``."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({count}).{ending}" if dot and "/" not in ending else f"{name} ({count})"
