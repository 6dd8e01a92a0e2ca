"""What can be wrong in an input, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem or a finding matters: ``error`` blocks, ``warning`` asks, ``notice`` tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in an input: the file as the operator named it, and a line, key or anchor inside it."""

    file: str = ""
    line: int | None = None
    key: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in an input or a pack.

    ``code`` names a message of the catalogue; ``fields`` are the named values its sentence takes.
    """

    code: str
    severity: Severity = Severity.ERROR
    where: Where = field(default_factory=Where)
    fields: Mapping[str, str] = field(default_factory=dict)
