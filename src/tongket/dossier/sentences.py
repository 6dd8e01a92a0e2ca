"""Figures as sentences: an opening that says of whom, then one clause for each figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.consolidation import Figure
from tongket.dossier.bases import base_words, whole_words
from tongket.dossier.growth import growth_words
from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, Text, bound, plain, text_of
from tongket.dossier.phrases import PhraseCondition, fill
from tongket.dossier.wording import number_text
from tongket.framework import Aggregation, Indicator
from tongket.problems import translate

CLAUSES = 3
"""More clauses are no sentence any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What several clauses share: whether they speak of the span or of a year, and of whom."""

    conditions: frozenset[PhraseCondition]
    year: str
    base: Text
    held: Text
    """As in "39/40": yearly figures of units that are in sums over years."""


def measured(figure: Figure, indicator: Indicator) -> Text:
    """The value with its per cent sign, bound to its figure."""
    sign = "%" if indicator.unit_of_measure == "%" else ""
    return bound(number_text(figure.value) + sign, BindingKind.FIGURE, figure.code)


def clause(material: Material, figure: Figure, *, turn: int = 0) -> Text:
    """What a figure says, without an opening; the indicator's name and value where the pack has no phrase for it."""
    indicator = material.framework[figure.indicator]
    phrase = material.phrases.choose(figure.indicator, turn=turn)
    value = at_least(figure, indicator) + measured(figure, indicator)
    if phrase is None:
        unit = "" if indicator.unit_of_measure == "%" else f" {indicator.unit_of_measure}"
        return plain(f"{_lower(indicator.name)}: ") + value + plain(unit)
    return fill(
        phrase.text,
        f"phrases.yaml#{figure.indicator}",
        value=value,
        n=bound(number_text(figure.numerator, 3), BindingKind.FIGURE, f"{figure.code}/numerator"),
        N=bound(number_text(figure.denominator, 3), BindingKind.FIGURE, f"{figure.code}/denominator"),
    )


def at_least(figure: Figure, indicator: Indicator, language: str = "vi") -> Text:
    """ "ít nhất" before a sum over years of which somebody does not state every one."""
    summed = indicator.over_time is Aggregation.SUM and figure.period.is_span
    return plain(translate("at least", language) + " ") if summed and not figure.base.full else ()


def opening_of(material: Material, figure: Figure) -> Opening:
    """Of whom and of when a figure speaks."""
    year = "" if figure.period.is_span and figure.as_of is None else str(figure.as_of or figure.period)
    standing = PhraseCondition.FULL if figure.base.full else PhraseCondition.PARTIAL
    stock = material.framework[figure.indicator].over_time is Aggregation.LAST
    of_time = PhraseCondition.STOCK if stock else PhraseCondition.YEAR if year else PhraseCondition.FLOW
    conditions = frozenset({of_time, standing})
    if figure.base.full:
        return Opening(conditions=conditions, year=year, base=(), held=())
    held, of = material.yearly(figure)
    share = bound(f"{held}/{of}", BindingKind.COUNT, f"{figure.code}#base") if of else ()
    return Opening(conditions=conditions, year=year, base=base_words(material, figure), held=share)


def opening_words(material: Material, opening: Opening, *, turn: int = 0, with_held: bool = True) -> Text:
    """The words of an opening; when and of whom, plainly, where the pack has no phrase for it. Not ``with_held``: how many yearly
    figures there are is said of each clause."""
    span = bound(material.occasion.span, BindingKind.GIVEN, f"{material.occasion.ref}#span_label")
    phrase = material.phrases.choose("opening", opening.conditions, turn=turn, without="" if with_held else "held")
    if phrase is None:
        ref = f"{material.occasion.ref}#span_label"
        when = bound(_capital(material.occasion.span), BindingKind.GIVEN, ref)
        if opening.year:
            when = bound(_capital(translate("year {year}", "vi", year=opening.year)), BindingKind.COUNT, "period")
        whose = opening.base or plain(whole_words(material))
        return (*when, *plain(", "), *whose, *plain(": "))
    return fill(
        phrase.text,
        span=span,
        span_capital=bound(_capital(material.occasion.span), BindingKind.GIVEN, f"{material.occasion.ref}#span_label"),
        whole=whole_words(material),
        base=opening.base,
        held=opening.held,
        year=bound(opening.year, BindingKind.COUNT, "period"),
    )


def sentences(material: Material, figures: Iterable[Figure], *, turn: int = 0, with_change: bool = True) -> list[Text]:
    """Sentences on ``figures``: those of one time and one base together, at most three clauses in a sentence, each
    ``with_change`` over the years where that can be said."""
    by_opening: dict[tuple[object, ...], list[tuple[Opening, Figure]]] = {}
    for figure in figures:
        opening = opening_of(material, figure)
        key = (opening.conditions, opening.year, text_of(opening.base))
        by_opening.setdefault(key, []).append((opening, figure))
    pieces = [found[i : i + CLAUSES] for found in by_opening.values() for i in range(0, len(found), CLAUSES)]
    return [_sentence(material, found, turn + i, with_change) for i, found in enumerate(pieces)]


def _sentence(material: Material, found: Sequence[tuple[Opening, Figure]], turn: int, with_change: bool) -> Text:
    """A sentence; where its clauses rest on different numbers of yearly figures, each says its own."""
    together = len({text_of(opening.held) for opening, _ in found}) == 1
    out = opening_words(material, found[0][0], turn=turn, with_held=together)
    for i, (opening, figure) in enumerate(found):
        out += (plain("; ") if i else ()) + clause(material, figure, turn=turn)
        asides = []
        if not together and opening.held:
            asides.append(fill(translate("{held} yearly figures", "vi"), held=opening.held))
        if with_change and figure.period.is_span and (growth := growth_words(material, figure, turn=turn + i)):
            asides.append(growth)
        for k, aside in enumerate(asides):
            out += (*plain("; " if k else " ("), *aside)
        out += plain(")") if asides else ()
    return (*out, *plain("."))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
