"""The properties of runs and paragraphs of a Word document that matter: what the elements in ``rPr`` and ``pPr`` say."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tongket.reading.formats.docx_attributes import ASCII, VALUE, get, whole

OFF = frozenset({"0", "false", "off", "none"})
TAG = re.compile(rb"<(w:\w+)([^<>]*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProperties:
    """The properties of a run; None where only the style decides."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    font: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphProperties:
    """The properties of a paragraph; empty where only the style decides."""

    style: str = ""
    number: str = ""
    level: int | None = None
    outline: str = ""
    align: str = ""


NO_RUN_PROPERTIES, NO_PARAGRAPH_PROPERTIES = RunProperties(), ParagraphProperties()


def value(attributes: bytes) -> str:
    """The ``w:val``."""
    return get(attributes, VALUE)


def on(attributes: bytes) -> bool:
    """Whether a switch such as ``<w:b/>`` is on."""
    return value(attributes) not in OFF


def level(attributes: bytes) -> int:
    """The level of a list."""
    return whole(value(attributes), 0)


Property = tuple[str, Callable[[bytes], str | int]]
"""The field that an element sets, and to what, by its attributes."""
RUN: Mapping[bytes, Property] = {
    b"w:b": ("bold", on),
    b"w:caps": ("caps", on),
    b"w:vanish": ("hidden", on),
    b"w:rFonts": ("font", partial(get, wanted=ASCII)),
    b"w:rStyle": ("style", value),
}
PARAGRAPH: Mapping[bytes, Property] = {
    b"w:pStyle": ("style", value),
    b"w:numId": ("number", value),
    b"w:ilvl": ("level", level),
    b"w:outlineLvl": ("outline", value),
    b"w:jc": ("align", value),
}


def told(elements: bytes, properties: Mapping[bytes, Property]) -> dict[str, Any]:
    """What a row of elements says, by field."""
    tags = [(properties[name], attributes) for name, attributes in TAG.findall(elements) if name in properties]
    return {field: read(attributes) for (field, read), attributes in tags}


def run_properties(elements: bytes) -> RunProperties:
    """The properties of a run, by its elements."""
    return RunProperties(**told(elements, RUN))


def paragraph_properties(elements: bytes) -> ParagraphProperties:
    """The properties of a paragraph, by its elements."""
    return ParagraphProperties(**told(elements, PARAGRAPH))
