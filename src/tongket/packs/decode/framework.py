"""Pillars, elements, indicators and report forms."""

from collections.abc import Iterable, Mapping

from tongket.framework import (
    Aggregation,
    DataElement,
    FormItem,
    Framework,
    Indicator,
    IndicatorKind,
    Pillar,
    Publishable,
    ReportForm,
    Wording,
)
from tongket.packs.schema import ElementEntry, FormEntry, IndicatorEntry, PillarEntry, WordingEntry


def decode_framework(
    *,
    pillars: Mapping[str, PillarEntry],
    elements: Mapping[str, ElementEntry],
    indicators: Mapping[str, Mapping[str, IndicatorEntry]],
    forms: Iterable[FormEntry],
    abbreviations: Mapping[str, str],
    not_asked: Iterable[str] = (),
) -> Framework:
    """The framework; ``indicators`` by pillar, printed in the order of the pillars."""
    return Framework(
        pillars={code: _pillar(code, entry) for code, entry in pillars.items()},
        elements={code: _element(code, entry) for code, entry in elements.items()},
        indicators={
            code: _indicator(code, pillar, entry)
            for pillar in pillars
            for code, entry in indicators.get(pillar, {}).items()
        },
        forms={entry.code: _form(entry) for entry in forms},
        abbreviations=dict(abbreviations),
        not_asked=tuple(not_asked),
    )


def _pillar(code: str, entry: PillarEntry) -> Pillar:
    return Pillar(
        code=code,
        name=entry.name,
        name_en=entry.name_en,
        headings=tuple(entry.headings),
        publishable=Publishable(entry.publishable),
        wording=_wording(entry.wording),
    )


def _wording(entry: WordingEntry) -> Wording:
    return Wording(heads=tuple(entry.heads), qualifiers=tuple(entry.qualifiers), exclusions=tuple(entry.not_))


def _element(code: str, entry: ElementEntry) -> DataElement:
    return DataElement(
        code=code,
        name=entry.name,
        name_en=entry.name_en,
        unit_of_measure=entry.unit_of_measure,
        counted=tuple(entry.counted),
        wording=_wording(entry.wording),
    )


def _indicator(code: str, pillar: str, entry: IndicatorEntry) -> Indicator:
    return Indicator(
        code=code,
        pillar=pillar,
        name=entry.name,
        name_en=entry.name_en,
        kind=IndicatorKind(entry.kind),
        unit_of_measure=entry.unit_of_measure,
        element=entry.element,
        numerator=entry.numerator,
        denominator=entry.denominator,
        denominator_is=entry.denominator_is,
        over_units=Aggregation(entry.over_units),
        over_time=Aggregation(entry.over_time),
        direction=entry.direction,
        levels=frozenset(entry.levels),
        frequency=tuple(entry.frequency),
        wording=_wording(entry.wording),
        publishable=Publishable(entry.publishable),
    )


def _form(entry: FormEntry) -> ReportForm:
    items = tuple(
        FormItem(
            element=item.element,
            disaggregation=item.disaggregation,
            required=item.required,
            level=item.level or "",
        )
        for item in entry.items
    )
    return ReportForm(code=entry.code, name=entry.name, level=entry.level, items=items)
