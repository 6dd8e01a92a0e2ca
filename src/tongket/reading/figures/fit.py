"""Whether a measure can be an indicator's figure: money against counted things, the noun after the number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.framework import Aggregation, DataElement, Framework, Indicator, IndicatorKind, Part
from tongket.reading.recognition import Lexicon, Token
from tongket.reading.recognition.measure import unit_of_measure

_ONCE = re.compile(r"\b(?:một|0?1) (?:lần|lượt)\b")
_METRES = re.compile(r"\s*(?:m|mét)(?:\s*dài)?(?![\w²³])")
_OF_THE_MAP = frozenset(("xã", "xã, cơ quan", "thôn, tổ dân phố", "hộ"))
NOUN_FITS = 2.5
NOUN_CLASHES = -2.0
IMPOSSIBLE = float("-inf")
BARE_COUNT_OF_RATIO = -1.5
PAIR_OF_COUNT = -3.0


@dataclass(frozen=True, slots=True)
class Nouns:
    """The counted nouns of a framework, and which elements they count."""

    counted: dict[tuple[str, ...], frozenset[str]]
    longest: int

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Nouns":
        """All counted nouns of the lexicon's framework."""
        found: dict[tuple[str, ...], set[str]] = {}
        for element in lexicon.framework.elements.values():
            for noun in element.counted or (element.unit_of_measure,):
                if phrase := lexicon.phrase(noun):
                    found.setdefault(phrase, set()).add(element.code)
        return cls({p: frozenset(e) for p, e in found.items()}, max(map(len, found), default=1))

    def share(self, one: Indicator, other: Indicator) -> bool:
        """Whether both count the same."""
        a, b = elements_of(one), elements_of(other)
        return any(elements & a and elements & b for elements in self.counted.values())

    def at(self, tokens: Sequence[Token], place: int) -> frozenset[str] | None:
        """The elements whose noun stands at token ``place`` (the longest noun wins); None where none does."""
        return self.counted.get(self.phrase_at(tokens, place))

    def phrase_at(self, tokens: Sequence[Token], place: int) -> tuple[str, ...]:
        """The longest noun that stands at token ``place``; empty where none does."""
        texts = tuple(t.text for t in tokens[place : place + self.longest])
        return next((texts[:size] for size in range(len(texts), 0, -1) if texts[:size] in self.counted), ())


def elements_of(indicator: Indicator) -> frozenset[str]:
    """The codes of the elements an indicator is computed from."""
    return frozenset(c for c in (indicator.element, indicator.numerator, indicator.denominator) if c is not None)


def is_money(framework: Framework, indicator: Indicator) -> bool:
    """Whether its elements are amounts of money."""
    return any(money_unit(framework.elements[c]) is not None for c in elements_of(indicator))


def is_state(framework: Framework, indicator: Indicator) -> bool:
    """Whether it tells how many of the communes, villages or households have come to something: a plan for it is not
    all there are."""
    if indicator.denominator_is != "whole" or indicator.over_time is not Aggregation.LAST:
        return False
    return framework.elements[indicator.denominator or ""].unit_of_measure in _OF_THE_MAP


def money_unit(element: DataElement) -> Decimal | None:
    """The element's unit as a multiple of tỷ đồng, None where it is no money ("triệu đồng/người" is 0.001)."""
    unit = unit_of_measure(element.unit_of_measure)
    return unit.money if unit is not None else None


def counts_once(folded: str) -> bool:
    """Whether words tell that units are counted once over several years ("ít nhất một lần")."""
    return _ONCE.search(folded) is not None


def kind_fit(indicator: Indicator, *, pair: bool, percent_only: bool, money: bool, money_wanted: bool) -> float:
    """How well the form of a measure suits an indicator; minus infinity where it cannot be."""
    if money != money_wanted and not percent_only:
        return IMPOSSIBLE
    if percent_only:
        return 0.0 if indicator.is_ratio or indicator.kind is IndicatorKind.RATE else IMPOSSIBLE
    if indicator.kind is IndicatorKind.RATE:
        return 0.0 if money else IMPOSSIBLE
    if pair:
        return 0.0 if indicator.is_ratio else PAIR_OF_COUNT
    return BARE_COUNT_OF_RATIO if indicator.is_ratio else 0.0


def in_kilometres(element: DataElement | None, value: Decimal, behind: str) -> Decimal:
    """``value`` in kilometres, where the element is counted in them and ``behind`` the number stand metres."""
    metres = element is not None and element.unit_of_measure == "km" and _METRES.match(behind)
    return value / 1000 if metres else value


def converted(element: DataElement | None, value: Decimal, money: Decimal | None) -> Decimal:
    """``value`` in the element's unit of measure; ``money`` is the multiplier to đồng as written."""
    unit = money_unit(element) if element is not None else None
    if money is None or unit is None:
        return value
    return value * money / Decimal(10**9) / unit


def element_of(framework: Framework, indicator: Indicator, part: Part) -> DataElement | None:
    """The element that a part of an indicator states; None for the percentage of a ratio."""
    code = {
        Part.VALUE: None if indicator.is_ratio else indicator.element,
        Part.NUMERATOR: indicator.numerator,
        Part.DENOMINATOR: indicator.denominator,
    }[part]
    return framework.elements[code] if code is not None else None


def plain_twin(framework: Framework, indicator: Indicator) -> Indicator:
    """The count or amount that states a ratio's numerator alone, where the framework has one; else ``indicator``."""
    if not indicator.is_ratio:
        return indicator
    twins = (i for i in framework if not i.is_ratio and i.element is not None and i.element == indicator.numerator)
    return next(twins, indicator)
