"""Rows that belong together: the one that counts all and the one that tells its part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from tongket.framework import Indicator
from tongket.reading.figures.header_words import ColumnRole, bare_role, speaks_of_whole
from tongket.reading.figures.matching import Matcher, Tied, best_numerator, names_all, ratio_twin, tells_part
from tongket.reading.figures.rows import Row
from tongket.reading.recognition import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A row and the indicator it is about."""

    row: Row
    tied: Tied
    among: bool = False
    """Whether it is a row below that tells the part of the row above: "Trong đó: được phê duyệt"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upper:
    """The last row that is no part of another, and what it is about."""

    row: Row
    tied: Tied | None


def in_pairs(found: Iterable[FoundRow], lexicon: Lexicon) -> Iterator[FoundRow]:
    """Two rows in turn about one ratio, each with counts only: one is the whole, the other the part."""
    skip = False
    for one, two in pairwise(chain(found, [None])):
        if skip or one is None:
            skip = False
            continue
        if one.among:
            continue
        if two is None or not (_plain(one) and _plain(two)):
            yield one
            continue
        a, b = (ratio_twin(lexicon.framework, f.tied.indicator) for f in (two if two.among else one, two))
        if a is not b or not a.is_ratio or (one.row.is_sub != two.row.is_sub and not two.among):
            yield one
            continue
        labels = (one.row.label, two.row.label)
        wholes = [speaks_of_whole(t) and not (two.among and i) for i, t in enumerate(labels)]
        part = (
            1
            if two.among
            else wholes.index(False)
            if any(wholes) and not all(wholes)
            else best_numerator(lexicon, a, labels)
        )
        for i, entry in enumerate((one, two)):
            role = ColumnRole.COUNT if i == part else ColumnRole.WHOLE
            yield FoundRow(row=replace(entry.row, role=role), tied=replace(entry.tied, indicator=a))
        skip = True


def _plain(found: FoundRow) -> bool:
    """Whether a row gives counts only, and says of none whether it is the part or the whole."""
    row = found.row
    counts = all(c.role is ColumnRole.COUNT and n.denominator is None and not n.percent for c, _, n in row.numbers)
    return counts and row.role is None and not (row.unit is not None and row.unit.percent)


def whole_below(last: FoundRow | None, row: Row, lexicon: Lexicon) -> FoundRow | None:
    """A row that says no more than that it is the plan, or all there are, of the row above: "Dự toán giao", "trên tổng số"."""
    if last is None or not row.numbers or row.index.strip() or bare_role(row.label) is not ColumnRole.WHOLE:
        return None
    ratio = ratio_twin(lexicon.framework, last.tied.indicator)
    found = FoundRow(row=replace(row, label=row.label.lstrip("-–+• ")), tied=replace(last.tied, indicator=ratio))
    return found if ratio.is_ratio and _plain(last) and _plain(found) else None


def counts_whole(indicator: Indicator, ratio: Indicator) -> bool:
    """Whether a count of its own is the whole of a ratio: offences of those cleared up."""
    return ratio.is_ratio and not indicator.is_ratio and ratio.denominator == indicator.element is not None


def part_below(matcher: Matcher, upper: Upper, row: Row, pillar: str | None) -> Tied | None:
    """The ratio of which a row below tells the part and the row above it the whole."""
    lexicon = matcher.lexicon
    if upper.tied is not None and tells_part(lexicon, upper.tied.indicator, row.label):
        return upper.tied
    if upper.tied is not None and not upper.tied.indicator.is_ratio:
        ratios = (i for i in lexicon.framework if counts_whole(upper.tied.indicator, i))
        found = next((i for i in ratios if tells_part(lexicon, i, row.label)), None)
        return replace(upper.tied, indicator=found) if found is not None else None
    tied = matcher.tie(replace(row, label=f"{upper.row.label} {row.label}"), pillar)
    ratio = ratio_twin(lexicon.framework, tied.indicator) if tied is not None and tied.match.exact else None
    if tied is None or ratio is None or not names_all(lexicon, ratio, upper.row.label):
        return None
    return replace(tied, indicator=ratio) if tells_part(lexicon, ratio, row.label) else None


__all__ = ["FoundRow", "Upper", "counts_whole", "in_pairs", "part_below", "whole_below"]
