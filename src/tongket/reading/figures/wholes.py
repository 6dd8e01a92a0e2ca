"""Columns beside each other of which one is the whole that the other is a part of: "Số hộ" and "Hộ nghèo"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongket.reading.figures.header_words import ColumnRole, bare_role
from tongket.reading.figures.headers import Column
from tongket.reading.figures.matching import Tied, ratio_twin
from tongket.reading.figures.rows import Row
from tongket.reading.recognition import Lexicon
from tongket.reading.recognition.lexicon import STOP
from tongket.vietnamese import accent_key

_AMONG = re.compile(r"^\W*(?:trong (?:đó|số đó)|riêng|số đã|đã )")
_ALL = "tổng số toàn cả chung cộng hiện có xã huyện phường thị trấn tỉnh địa bàn người"
_WHOLE_WORDS = frozenset(_ALL.split())
"""Words of a whole that do not say of what it is."""

Told = Sequence[tuple[Column, Tied | None]]


def with_wholes(told: Told, rows: Iterable[Row], lexicon: Lexicon) -> list[tuple[Column, Tied | None]]:
    """The columns, a whole and its part as those of the ratio that the part's header names."""
    out = list(told)
    for i in range(len(out) - 1):
        for whole, part in ((i, i + 1), (i + 1, i)):
            if out[whole][0].role is ColumnRole.PERCENT or out[part][0].role is not ColumnRole.COUNT:
                continue
            tied = _together(out[whole], out[part], part > whole, lexicon)
            holds = tied is not None and _holds(rows, out[whole][0].place, out[part][0].place)
            if not holds:
                tied = _plan_of(out[whole], out[part], lexicon) if part > whole else None
            if tied is not None:
                out[whole] = (replace(out[whole][0], role=ColumnRole.WHOLE), tied)
                out[part] = (out[part][0], tied)
                break
    return out


def _together(
    whole: tuple[Column, Tied | None], part: tuple[Column, Tied | None], in_order: bool, lexicon: Lexicon
) -> Tied | None:
    """The ratio of two columns, where their headers make them one."""
    above, below = whole[0].header[-1:], part[0].header[-1:]
    if not above or not below:
        return None
    own, tied = whole[1], part[1]
    if in_order and own is not None and (tied is None or tied.indicator is own.indicator):
        ratio = ratio_twin(lexicon.framework, own.indicator)
        among = _AMONG.match(accent_key(below[0]))
        return replace(own, indicator=ratio) if ratio.is_ratio and among else None
    if tied is None:
        return None
    ratio = ratio_twin(lexicon.framework, tied.indicator)
    if own is not None and own.indicator is not tied.indicator:
        planned = in_order and whole[0].role is ColumnRole.WHOLE and own.indicator is ratio
        return replace(tied, indicator=ratio) if planned and ratio.is_ratio else None
    words = _words(above[0], lexicon)
    repeated = in_order and bool(words) and words < _words(below[0], lexicon)
    named = ratio.is_ratio and _names_whole(above[0], ratio.denominator or "", lexicon)
    return replace(tied, indicator=ratio) if ratio.is_ratio and (repeated or named) else None


def _plan_of(whole: tuple[Column, Tied | None], part: tuple[Column, Tied | None], lexicon: Lexicon) -> Tied | None:
    """The ratio to a plan that the next column is the result of, where a column says no more than that it is the plan."""
    if whole[1] is not None or part[1] is None or not whole[0].header:
        return None
    ratio = ratio_twin(lexicon.framework, part[1].indicator)
    plain = bare_role(whole[0].header[-1]) is ColumnRole.WHOLE and ratio.denominator_is == "plan"
    return replace(part[1], indicator=ratio) if plain and ratio.is_ratio else None


def whole_above(above: Row | None, row: Row, tied: Tied, lexicon: Lexicon) -> Tied | None:
    """The ratio of a sub-row to the row above it that names all: "Tổng số hộ", "- Trong đó: hộ nghèo"."""
    ratio = ratio_twin(lexicon.framework, tied.indicator)
    if above is None or not row.is_sub or not ratio.is_ratio:
        return None
    named = _names_whole(above.label, ratio.denominator or "", lexicon)
    return replace(tied, indicator=ratio) if named else None


def _words(header: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.phrase(header)) - STOP - _WHOLE_WORDS


def _names_whole(header: str, element: str, lexicon: Lexicon) -> bool:
    """Whether a header names what an element counts, and nothing of it: "Số hộ toàn xã", "Tổng số thôn, xóm"."""
    counted = lexicon.framework.elements[element].counted
    own = frozenset(w for noun in counted for w in lexicon.phrase(noun))
    phrase = frozenset(lexicon.phrase(header)) - STOP
    return bool(phrase & own) and phrase <= own | _WHOLE_WORDS


def _holds(rows: Iterable[Row], whole: int, part: int) -> bool:
    """Whether no part is more than its whole."""
    both = False
    for row in rows:
        values = {c.place: n.value for c, _, n in row.numbers if n.denominator is None} if row.named else {}
        if whole in values and part in values:
            both = True
            if values[part] > values[whole]:
                return False
    return both


__all__ = ["whole_above", "with_wholes"]
