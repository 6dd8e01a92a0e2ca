"""What a report says that it could not count yet: "chưa thống kê được" in a cell or a sentence, which is neither a zero
nor a blank."""

import re
from collections.abc import Iterator, Sequence

from tongket.framework import Indicator
from tongket.periods import Period
from tongket.reading.blocks import Block, Paragraph, Table
from tongket.reading.recognition import Lexicon
from tongket.reading.sentences import split_sentences
from tongket.reports import DataValue, Silence, SilenceState

LEAST = 2.6
"""Least worth of the words that name the indicator."""
_SAID = re.compile(
    r"\b(?:chưa|không) (?:(?:thống kê|tổng hợp|tính|đo|thu thập)(?: được)?(?: số liệu)?|(?:có )?số liệu(?: thống kê)?)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
FEW = 5
"""A label has more letters than this."""
MOST = 40
"""Letters of a cell that says so and nothing more."""


def silences(
    blocks: Sequence[Block],
    values: Sequence[DataValue],
    lexicon: Lexicon,
    *,
    org_unit: str | None,
    period: Period | None,
) -> tuple[Silence, ...]:
    """The indicators that the report says it could not count, each once; none of which it gives a figure."""
    if org_unit is None or period is None or period.is_span:
        return ()
    known = {v.indicator for v in values if v.org_unit == org_unit}
    found: dict[str, Silence] = {}
    for text, anchor in _told(blocks):
        indicator = _about(text, lexicon)
        if indicator is not None and indicator.code not in known:
            why = f"{' '.join(text.split())} ({anchor})"
            silence = Silence(
                org_unit=org_unit, period=period, indicator=indicator.code, state=SilenceState.NOT_REPORTED, why=why
            )
            found.setdefault(indicator.code, silence)
    return tuple(found.values())


def _told(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The sentences and the rows that say so, each with its place; of a row the label and the cell."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _rows(block)
        elif _SAID.search(block.text):
            yield from _sentences(block)


def _sentences(block: Paragraph) -> Iterator[tuple[str, str]]:
    for start, end in split_sentences(block.text):
        if _SAID.search(block.text, start, end):
            yield block.text[start:end], block.locate(start, end)


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    for row in dict.fromkeys(row for row, text in table.words() if _says_so(text)):
        cells = table.standing_in(row)
        label = next((cell for cell in cells if len(_LETTERS.findall(cell.text)) > FEW), None)
        for cell in cells:
            if cell.row == row and label is not None and label != cell and _says_so(cell.text):
                yield f"{label.text}: {cell.text}", cell.anchor


def _says_so(text: str) -> bool:
    """Whether a cell says so and nothing more."""
    return len(text) <= MOST and _SAID.match(text.strip()) is not None


def _about(text: str, lexicon: Lexicon) -> Indicator | None:
    """The indicator that a sentence or row names in its own words."""
    tokens = lexicon.tokens(_SAID.sub(" ", text))
    for match in lexicon.matches(tokens):
        if match.exact and sum(lexicon.weight(one) for one in {tokens[i].text for i in match.hits}) >= LEAST:
            return match.indicator
    return None


__all__ = ["silences"]
