"""Text whose numbers know where they come from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class BindingKind(StrEnum):
    """What stands behind the characters of a run."""

    FIGURE = "figure"
    """A rolled-up figure; ``ref`` is its code, ``06/2019-2023/A01@as_reported``, with ``/PART`` where one part is printed."""
    VALUE = "value"
    """A figure as one unit states it; ``ref`` is ``FILE#ANCHOR``."""
    COMPARISON = "comparison"
    """Computed from figures; ``ref`` names it and the codes it is computed from: ``growth(CODE,CODE)``."""
    COUNT = "count"
    """Counted from what the review holds; ``ref`` says what was counted: ``coverage.missing``, ``limitations[3].units``."""
    FACT = "fact"
    """A fact of the pack: the number of an instrument, an article of law; ``ref`` is the file and key of the pack."""
    GIVEN = "given"
    """Given by people for this conference; ``ref`` is the file and place: ``conference.yaml#agenda[2].starts_at``."""
    QUOTED = "quoted"
    """The words of a unit; ``ref`` is ``FILE#ANCHOR``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What supports a run: the kind and the place."""

    kind: BindingKind
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one look; those that hold a number have a ``binding``, all others need none."""

    text: str
    binding: Binding | None = None
    bold: bool = False
    italic: bool = False
    href: str = ""
    """A link, relative to the paper's own folder."""


Text: TypeAlias = tuple[Run, ...]


def plain(text: str, *, bold: bool = False, italic: bool = False) -> Text:
    """Words without a number in them."""
    return (Run(text=text, bold=bold, italic=italic),) if text else ()


def bound(text: str, kind: BindingKind, ref: str, *, bold: bool = False, italic: bool = False) -> Text:
    """Characters with what supports them."""
    return (Run(text=text, binding=Binding(kind=kind, ref=ref), bold=bold, italic=italic),)


def text_of(text: Text) -> str:
    """The characters alone."""
    return "".join(run.text for run in text)
