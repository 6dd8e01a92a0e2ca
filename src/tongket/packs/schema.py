"""What each kind of pack file may hold, key by key; nothing else is allowed."""

from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag, TypeAdapter

from tongket.packs.entries import Entry, FactEntry, InForceEntry, Level, Publishable, Some, Texts
from tongket.packs.leaves import Code, Day, Number, Snake, Text, TrueFalse, Whole
from tongket.packs.register_schema import RegisterEntry

Addressee: TypeAlias = Literal["commune", "district", "province", "military_region", "ministry", "government"]
PeriodType: TypeAlias = Literal["month", "quarter", "half_year", "nine_months", "year"]
Frequency: TypeAlias = Literal["month", "quarter", "half_year", "year", "five_year", "event"]
NarrativeKind: TypeAlias = Literal["result", "limitation", "cause", "task", "proposal"]
Condition: TypeAlias = Literal[
    "flow", "year", "stock", "full", "partial", "up", "down", "equal", "exceeded", "reached", "missed"
]


class PackEntry(FactEntry):
    """``pack.yaml``."""

    id: Code
    version: Text
    name: Text
    name_en: Text
    languages: Some
    instrument: Text
    abbreviations: dict[Text, Text] = Field(default_factory=dict)
    not_asked: Texts = Field(default_factory=list)
    minimum_base: Annotated[str, Field(pattern=r"^[0-9]+/[1-9][0-9]*$")] = "1/2"


class InstrumentEntry(FactEntry):
    """One instrument of ``law/*.yaml``."""

    number: Text
    kind: Literal[
        "resolution",
        "conclusion",
        "law",
        "decree",
        "decision",
        "circular",
        "directive",
        "plan",
        "consolidated_text",
    ]
    title: Text
    issued_by: str = ""
    issued_on: Day
    in_force: InForceEntry | None = None
    amends: Texts = Field(default_factory=list)
    replaces: Texts = Field(default_factory=list)
    consolidates: Texts = Field(default_factory=list)
    implements: Texts = Field(default_factory=list)


class RoleEntry(FactEntry):
    """One role of ``roles.yaml``: who holds it, and what it does by the sources."""

    role: Text
    body: Text
    content: Text


class WordingEntry(Entry):
    """How people write it."""

    heads: Texts = Field(default_factory=list)
    qualifiers: Texts = Field(default_factory=list)
    not_: Annotated[Texts, Field(alias="not")] = Field(default_factory=list)


class PillarEntry(FactEntry):
    """One pillar of ``pillars.yaml``."""

    name: Text
    name_en: Text
    headings: Texts
    wording: WordingEntry = WordingEntry()
    publishable: Publishable


class ElementEntry(FactEntry):
    """One data element of ``elements.yaml``."""

    name: Text
    name_en: Text
    unit_of_measure: Text
    counted: Texts = Field(default_factory=list)
    wording: WordingEntry = WordingEntry()


class IndicatorEntry(FactEntry):
    """One indicator of ``indicators/<pillar>.yaml``."""

    name: Text
    name_en: Text
    kind: Literal["count", "quantity", "amount", "ratio", "rate", "coverage"]
    unit_of_measure: Text
    element: Text | None = None
    numerator: Text | None = None
    denominator: Text | None = None
    denominator_is: Literal["whole", "plan"] | None = None
    over_units: Literal["sum", "ratio_of_sums", "max", "distinct", "none"]
    over_time: Literal["sum", "ratio_of_sums", "last", "max", "distinct"]
    direction: Literal["up", "down", "neutral"]
    levels: Annotated[list[Level], Field(min_length=1)]
    frequency: Annotated[list[Frequency], Field(min_length=1)]
    wording: WordingEntry
    publishable: Publishable


class FormItemEntry(Entry):
    """One line of a report form."""

    element: Text
    required: TrueFalse
    disaggregation: str = ""
    level: Level | None = None


class FormEntry(FactEntry):
    """``forms/*.yaml``."""

    code: Code
    name: Text
    level: Level
    items: Annotated[list[FormItemEntry], Field(min_length=1)]


class DayOfMonthEntry(Entry):
    """A day, counted in months from the period."""

    months: Annotated[Whole, Field(ge=-12, le=12)]
    day: Annotated[Whole, Field(ge=1, le=31)]


class WindowEntry(Entry):
    """First and last day of a period; both belong to it."""

    first_day: DayOfMonthEntry
    last_day: DayOfMonthEntry


class ProfileEntry(FactEntry):
    """A cut-off profile."""

    name: Text
    name_en: Text
    in_force: InForceEntry
    windows: Annotated[dict[PeriodType, WindowEntry], Field(min_length=1)]


class DueDateEntry(FactEntry):
    """Until when a level sends its report of a period to whom."""

    level: Level
    addressee: Addressee
    period_type: PeriodType
    profile: Text
    due: DayOfMonthEntry
    in_force: InForceEntry


class DaysOffEntry(FactEntry):
    """Days on which nobody works, first and last both inside."""

    name: Text
    first: Day
    last: Day


class CalendarEntry(Entry):
    """``calendar.yaml``."""

    profiles: dict[Code, ProfileEntry] = Field(default_factory=dict)
    due_dates: list[DueDateEntry] = Field(default_factory=list)
    days_off: list[DaysOffEntry] = Field(default_factory=list)


class SectionEntry(FactEntry):
    """One section of ``outline.yaml``."""

    name: Text
    name_en: Text
    headings: Texts = Field(default_factory=list)
    narrative: NarrativeKind | None = None
    pillars: Texts = Field(default_factory=list)
    sections: "dict[Code, SectionEntry]" = Field(default_factory=dict)


class CriterionEntry(FactEntry):
    """One point of the law on which a form of award may be proposed."""

    form: Text
    nominee: Literal["collective", "individual"]
    text: Text
    provision: Text
    instrument: Text
    in_force: InForceEntry


class PhraseEntry(Entry):
    """One way to say it, and the conditions that must all hold."""

    text: Text
    when: list[Condition] = Field(default_factory=list)


class ThresholdEntry(FactEntry):
    """From where on a check speaks."""

    check: Code
    parameter: Snake
    value: Number
    unit_of_measure: Text


class SumFormula(Entry):
    """Data elements added up."""

    sum: Annotated[list[Snake], Field(min_length=2)]


class QuotientEntry(Entry):
    """Two data elements of which the first is a part of the second."""

    numerator: Snake
    denominator: Snake


class RatioFormula(Entry):
    """A percentage."""

    ratio: QuotientEntry


def _formula(value: object) -> str:
    """Which kind of formula is written; its tag is no key of the file."""
    if isinstance(value, RatioFormula) or (isinstance(value, dict) and "ratio" in value):
        return "[ratio]"
    return "[sum]" if isinstance(value, SumFormula | dict) else "[element]"


FormulaEntry: TypeAlias = Annotated[
    Annotated[Snake, Tag("[element]")] | Annotated[SumFormula, Tag("[sum]")] | Annotated[RatioFormula, Tag("[ratio]")],
    Discriminator(_formula),
]


class RuleEntry(FactEntry):
    """What must hold between the figures of one report."""

    name: Text
    name_en: Text
    left: FormulaEntry
    relation: Literal["equal", "at_most", "at_least"]
    right: FormulaEntry


class ChecksEntry(Entry):
    """``checks.yaml``."""

    thresholds: list[ThresholdEntry] = Field(default_factory=list)
    restated: Literal["later", "annual"] = "later"
    rules: dict[Code, RuleEntry] = Field(default_factory=dict)


class ReadingEntry(Entry):
    """One figure that a sentence gives."""

    indicator: Text
    part: Literal["value", "numerator", "denominator"]
    value: Number


class SentenceEntry(Entry):
    """One sentence of ``tests/*.yaml``: of the law, of the size of the pack, or of a text and its figures."""

    on: Day | None = None
    instrument_in_force: Text | None = None
    instrument_to_cite: Text | None = None
    count_of: Literal["indicators", "pillars", "elements", "forms", "instruments", "sections"] | None = None
    is_: Annotated[Whole | None, Field(alias="is")] = None
    text: Text | None = None
    heading: str = ""
    gives: list[ReadingEntry] | None = None


class FileKind(StrEnum):
    """The kinds of file in a pack."""

    PACK = "pack"
    LAW = "law"
    ROLES = "roles"
    REGISTER = "register"
    PILLARS = "pillars"
    ELEMENTS = "elements"
    INDICATORS = "indicators"
    FORM = "form"
    CALENDAR = "calendar"
    OUTLINE = "outline"
    PHRASES = "phrases"
    CRITERIA = "criteria"
    CHECKS = "checks"
    TESTS = "tests"


WHOLE_FILES: dict[FileKind, Any] = {
    FileKind.PACK: PackEntry,
    FileKind.LAW: list[InstrumentEntry],
    FileKind.ROLES: dict[Code, RoleEntry],
    FileKind.REGISTER: RegisterEntry,
    FileKind.PILLARS: dict[Code, PillarEntry],
    FileKind.ELEMENTS: dict[Snake, ElementEntry],
    FileKind.INDICATORS: dict[Code, IndicatorEntry],
    FileKind.FORM: FormEntry,
    FileKind.CALENDAR: CalendarEntry,
    FileKind.OUTLINE: dict[Code, SectionEntry],
    FileKind.CRITERIA: dict[Code, CriterionEntry],
    FileKind.CHECKS: ChecksEntry,
    FileKind.PHRASES: dict[Code, Annotated[list[PhraseEntry], Field(min_length=1)]],
    FileKind.TESTS: list[SentenceEntry],
}


@cache
def adapter(kind: FileKind) -> TypeAdapter[Any]:
    """What reads a whole file of ``kind``; built once, when first needed."""
    return TypeAdapter(WHOLE_FILES[kind])


def json_schema(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of a whole file of ``kind``."""
    schema = adapter(kind).json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
