"""Calendar, outline and sentences."""

from collections.abc import Iterator, Mapping

from tongket.dossier.outline import OutlineSection
from tongket.dossier.phrases import Phrase, PhraseBook, PhraseCondition
from tongket.framework import Part
from tongket.packs.content import (
    CountSentence,
    DueDate,
    GivenFigure,
    InForceSentence,
    Sentence,
    TextSentence,
)
from tongket.packs.decode.law import interval
from tongket.packs.schema import (
    CalendarEntry,
    DayOfMonthEntry,
    PhraseEntry,
    ProfileEntry,
    ReadingEntry,
    SectionEntry,
    SentenceEntry,
)
from tongket.packs.source import Source
from tongket.periods import CutoffProfile, DayOfMonth, PeriodType, Window, WorkCalendar
from tongket.problems import Where


def decode_profiles(calendar: CalendarEntry) -> dict[str, CutoffProfile]:
    """Cut-off profiles by code."""
    return {code: _profile(code, entry) for code, entry in calendar.profiles.items()}


def _profile(code: str, entry: ProfileEntry) -> CutoffProfile:
    windows = {
        PeriodType(name): Window(first_day=_day_of_month(window.first_day), last_day=_day_of_month(window.last_day))
        for name, window in entry.windows.items()
    }
    return CutoffProfile(code=code, name=entry.name, windows=windows)


def _day_of_month(entry: DayOfMonthEntry) -> DayOfMonth:
    return DayOfMonth(months=entry.months, day=entry.day)


def decode_due_dates(calendar: CalendarEntry) -> tuple[DueDate, ...]:
    """Due dates as listed."""
    return tuple(
        DueDate(
            level=entry.level,
            addressee=entry.addressee,
            period_type=PeriodType(entry.period_type),
            profile=entry.profile,
            due=_day_of_month(entry.due),
            in_force=interval(entry.in_force),
        )
        for entry in calendar.due_dates
    )


def decode_days_off(calendar: CalendarEntry) -> WorkCalendar:
    """The working days."""
    return WorkCalendar.of((one.first, one.last) for one in calendar.days_off)


def decode_outline(sections: Mapping[str, SectionEntry]) -> tuple[OutlineSection, ...]:
    """The sections in their order."""
    return tuple(
        OutlineSection(
            code=code,
            name=entry.name,
            name_en=entry.name_en,
            headings=tuple(entry.headings),
            narrative=entry.narrative or "",
            pillars=tuple(entry.pillars),
            sections=decode_outline(entry.sections),
        )
        for code, entry in sections.items()
    )


def decode_phrases(phrases: Mapping[str, list[PhraseEntry]]) -> PhraseBook:
    """The phrases by code."""
    return PhraseBook(phrases={code: tuple(map(_phrase, variants)) for code, variants in phrases.items()})


def _phrase(entry: PhraseEntry) -> Phrase:
    return Phrase(text=entry.text, when=frozenset(map(PhraseCondition, entry.when)))


def decode_sentences(source: Source, entries: list[SentenceEntry]) -> Iterator[Sentence]:
    """The sentences of a file."""
    for position, entry in enumerate(entries):
        yield _sentence(source.where((position,)), entry)


def _sentence(where: Where, entry: SentenceEntry) -> Sentence:
    if entry.count_of is not None and entry.is_ is not None:
        return CountSentence(where=where, count_of=entry.count_of, count=entry.is_)
    if entry.text is not None:
        gives = tuple(map(_given, entry.gives or []))
        return TextSentence(where=where, text=entry.text, heading=entry.heading, gives=gives)
    number = entry.instrument_in_force or entry.instrument_to_cite
    if entry.on is None or number is None:
        raise ValueError("a sentence of no shape; the cross-check lets none pass")
    return InForceSentence(where=where, on=entry.on, number=number, to_cite=entry.instrument_to_cite is not None)


def _given(entry: ReadingEntry) -> GivenFigure:
    return GivenFigure(indicator=entry.indicator, part=Part(entry.part), value=entry.value)
