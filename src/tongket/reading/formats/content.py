"""What a format reader takes and gives: limits in, blocks out, or the reason why not."""

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.problems import Problem
from tongket.reading.blocks import Block, DigitalSignature, Doubt, FilledForm

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may hold; beyond it the file is refused before it can exhaust the machine."""

    size: int = 50 * MEBIBYTE
    """Bytes of the file."""
    unpacked: int = 400 * MEBIBYTE
    """Bytes of all parts of a Word or Excel file, unpacked."""
    ratio: int = 200
    """How many times larger the parts may be than the file, once they exceed ``ratio_from`` bytes."""
    ratio_from: int = 64 * MEBIBYTE
    parts: int = 10_000
    archive: int = 2_048 * MEBIBYTE
    """Bytes that all files of one archive may have together; each is read by itself."""
    depth: int = 3
    """How deep archives may lie in archives."""
    cells: int = 2_000_000
    pages: int = 2_000
    scanned: int = 200
    """Pages that may be recognised: each takes seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a reader found in a file. The problems name no file yet; the door adds it."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    doubts: tuple[Doubt, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()
    form: FilledForm | None = None


class FormatError(Exception):
    """The file cannot be read; ``code`` says why and ``fields`` fill the sentence (never with its content)."""

    def __init__(self, code: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.fields = dict(fields or {})
