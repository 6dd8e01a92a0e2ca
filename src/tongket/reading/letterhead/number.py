"""Number and symbol of a document as printed."""

import re
from collections.abc import Sequence

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.vocabulary import TYPES

SYMBOL = r"\d[\d.]{0,8}[A-Za-z]?(?:\s?[/-]\s?(?!v\b)[\wĐđ&.()+]+)+"
AT_START = re.compile(rf"^(?:Số|SỐ|Sô|Só)\s*[:.]?\s*({SYMBOL})", re.MULTILINE)
ANYWHERE = re.compile(rf"\b(?:Số|SỐ)\s*:\s*({SYMBOL})")
PLAIN = re.compile(r"^(?:Số|SỐ)\s*:?\s*(\d{1,6})\s*$", re.MULTILINE)
BLANK = re.compile(r"^(?:Số|SỐ)\s*:?\s*[.…_ ]*/\s?([\wĐđ&.-]+)", re.MULTILINE)
MARK = re.compile(r"^(?:Số|SỐ|Sô)\s*[:.]?\s*[\d/.…_]|^(?:Số|SỐ)\s*:?\s*$")


def find_number(lines: Sequence[Line]) -> tuple[str, int]:
    """The number among the ``lines`` of the head and the index of its line; ("", -1) where there is none."""
    text = "\n".join(line.text for line in lines)
    for pattern in (AT_START, ANYWHERE, PLAIN):
        found = pattern.search(text)
        if found:
            return _tidy(found[1]), text.count("\n", 0, found.start())
    blank = next((i for i, line in enumerate(lines) if MARK.match(line.text)), -1)
    return "", blank


def _tidy(number: str) -> str:
    """The number without white space and without what a sentence put behind it."""
    bare = re.sub(r"\s+", "", number).rstrip(".,;")
    return bare[:-1] if bare.endswith(")") and "(" not in bare else bare


def type_of_symbol(number: str) -> str:
    """The type that the symbol names ("45/BC-UBND": Báo cáo); "Công văn" where it names an agency and unit."""
    parts = [p for p in re.split(r"[/-]", number) if p]
    symbols = [p for p in parts[1:] if not p.isdigit()]
    if not symbols:
        return ""
    kind = TYPES.get(symbols[0].upper())
    if symbols[0].upper().startswith("QH"):
        return ""
    return kind or "Công văn"


def draft_symbol(lines: Sequence[Line]) -> str:
    """The symbol of a draft whose number is left blank ("Số:   /BC-UBND": ``BC-UBND``)."""
    found = BLANK.search("\n".join(line.text for line in lines))
    return found[1] if found else ""
