"""What is collected and computed: data elements, indicators, forms, and the framework that holds them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class IndicatorKind(StrEnum):
    """What sort of measure an indicator is."""

    COUNT = "count"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    RATIO = "ratio"
    RATE = "rate"
    COVERAGE = "coverage"


class Aggregation(StrEnum):
    """How values combine over org units or over time."""

    SUM = "sum"
    RATIO_OF_SUMS = "ratio_of_sums"
    LAST = "last"
    MAX = "max"
    DISTINCT = "distinct"
    NONE = "none"


class Publishable(StrEnum):
    """Whether a figure may leave the house: yes, after asking, or never."""

    YES = "yes"
    ASK = "ask"
    INTERNAL = "internal"


class Part(StrEnum):
    """Which figure of an indicator a value is."""

    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How people write it: head nouns, qualifiers that point to it, and what it is not (``not`` in packs)."""

    heads: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataElement:
    """What is collected: one number with its unit of measure; several indicators may share it."""

    code: str
    name: str
    name_en: str
    unit_of_measure: str
    counted: tuple[str, ...] = ()
    """The nouns that follow the number when people write it ("cơ quan, đơn vị", "xã")."""
    wording: Wording = field(default_factory=Wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A group of indicators, with the headings under which reports write about it."""

    code: str
    name: str
    name_en: str
    headings: tuple[str, ...] = ()
    publishable: Publishable = Publishable.YES
    wording: Wording = field(default_factory=Wording)
    """What statements about it are recognised by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A computed measure: one element (count, quantity, amount, rate) or numerator / denominator."""

    code: str
    pillar: str
    name: str
    name_en: str
    kind: IndicatorKind
    unit_of_measure: str
    element: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    denominator_is: str | None = None
    """``whole`` (n may not exceed N), ``plan`` (it may), or None."""
    over_units: Aggregation
    over_time: Aggregation
    direction: str
    levels: frozenset[str]
    """``commune``, ``district``, ``agency``, ``province``."""
    frequency: tuple[str, ...]
    wording: Wording
    publishable: Publishable = Publishable.YES

    @property
    def is_ratio(self) -> bool:
        """Whether it is computed from a numerator and a denominator."""
        return self.denominator is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItem:
    """One line of a report form."""

    element: str
    disaggregation: str = ""
    required: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """What a kind of org unit must answer."""

    code: str
    name: str
    level: str
    items: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The indicators of a decree, in the order in which they are printed."""

    pillars: Mapping[str, Pillar]
    elements: Mapping[str, DataElement]
    indicators: Mapping[str, Indicator]
    forms: Mapping[str, ReportForm] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Abbreviation as written (``UBND``) -> full words."""
    not_asked: tuple[str, ...] = ()
    """Matters that reports also tell of and no indicator asks for: what an indicator is not, said once for all."""

    def __getitem__(self, code: str) -> Indicator:
        try:
            return self.indicators[code]
        except KeyError:
            raise KeyError(f"no indicator {code!r} in the framework") from None

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    def form_for(self, level: str) -> ReportForm | None:
        """The form that org units of a level answer; None where none is asked of them."""
        return next((form for form in self.forms.values() if form.level == level), None)

    def uses(self, element: str, level: str) -> tuple[tuple[Indicator, Part], ...]:
        """What an element is of, for an org unit of a level: (indicator, part). An indicator that counts distinct units
        is none of them: it needs their names. Where no indicator is of the level, all that use the element."""
        found = tuple(
            (indicator, part)
            for indicator in self
            if indicator.kind is not IndicatorKind.COVERAGE
            for part, code in (
                (Part.VALUE, indicator.element),
                (Part.NUMERATOR, indicator.numerator),
                (Part.DENOMINATOR, indicator.denominator),
            )
            if code == element
        )
        return tuple(use for use in found if level in use[0].levels) or found
