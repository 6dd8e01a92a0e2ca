"""Findings, bases and figures in the words of the person who reads them."""

from decimal import Decimal

from tongket.checks import Finding, Notice
from tongket.consolidation import Amounts, Figure, with_excluded
from tongket.consolidation.messages import ABSENCE_REASONS
from tongket.dossier.bases import base_words
from tongket.dossier.papers import text_of
from tongket.dossier.sentences import at_least
from tongket.dossier.writers.html import number
from tongket.framework import Indicator
from tongket.periods import Period
from tongket.problems import Severity, translate
from tongket.review.request import ReviewResult

SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTICE: "soft"}


def period_text(period: Period) -> str:
    """A period as people write it: "2019–2023"."""
    return period.code.replace("/", "–")


def note_of(found: Finding | Notice, language: str) -> str:
    """What is wrong, as a sentence."""
    return translate(found.note, language, **dict(found.fields))


def suggestion_of(found: Finding, language: str) -> str:
    """What the unit is asked to do."""
    return translate(found.suggestion, language, **dict(found.fields))


def severity_word(severity: Severity, language: str) -> str:
    """The severity in one word."""
    return translate(SEVERITIES[severity], language)


def reason_word(reason: str, language: str) -> str:
    """Why a unit is absent from a figure."""
    return translate(ABSENCE_REASONS.get(reason, reason), language)


def value_text(figure: Figure, indicator: Indicator) -> str:
    """The number with its unit of measure where that is a percent sign: "97,14%", "181"."""
    text = number(figure.value)
    return f"{text}%" if indicator.unit_of_measure == "%" and text else text


def told_text(figure: Figure, indicator: Indicator, language: str) -> str:
    """The number as it may be said: "ít nhất 914" of a sum over years of which somebody does not state every one."""
    value = value_text(figure, indicator)
    return text_of(at_least(figure, indicator, language)) + value if value else ""


def pair_text(numerator: Decimal | None, denominator: Decimal | None) -> str:
    """n/N as people write it."""
    return f"{number(numerator, 3)}/{number(denominator, 3)}" if denominator is not None else ""


def base_text(result: ReviewResult, figure: Figure, language: str) -> str:
    """Of whom the figure speaks: "8/8 huyện, thành phố và 4/5 sở, ngành"."""
    text = text_of(base_words(result, figure, language))
    if figure.as_of is not None and figure.period.is_span:
        text += " · " + translate("year {year}", language, year=figure.as_of)
    return text


def base_sentence(result: ReviewResult, figure: Figure, language: str) -> str:
    """All of it only at full base, else by whose figures; and whether that is enough to speak of the whole."""
    base = text_of(base_words(result, figure, language))
    if figure.base.full and figure.base.expected:
        return translate("Everyone who owes it states it: {base}.", language, base=base)
    sentence = "By the figures of {base}."
    if figure.period.is_span and figure.as_of is None:
        sentence = "At least, by the figures of {base}; not every unit states every year."
    told = translate(sentence, language, base=base)
    if result.stands(figure):
        return told
    return f"{told} {translate('Too few to speak of the whole: it stands in the annex only.', language)}"


def provisional_sentence(result: ReviewResult, figure: Figure, language: str) -> str:
    """What the figure is of accepted values alone; empty where that is the same."""
    if figure.code not in result.provisional:
        return ""
    left = result.provisional[figure.code]
    if left is None:
        return translate(
            "Of accepted figures alone it is not there: about values of it a point is left to decide.", language
        )
    text = _amount_text(left, result.pack.framework[figure.indicator])
    base = text_of(base_words(result, left, language))
    return translate(
        "Of accepted figures alone it is {total}, by the figures of {base}.", language, total=text, base=base
    )


def with_excluded_sentence(result: ReviewResult, figure: Figure, language: str) -> str:
    """What the total would be with the values that were left out; empty where nothing was."""
    indicator = result.pack.framework[figure.indicator]
    total = with_excluded(figure, indicator)
    if total is None or total.value is None:
        return ""
    text = _amount_text(total, indicator)
    return translate("With the values left out it would be {total}.", language, total=text)


def _amount_text(total: Figure | Amounts, indicator: Indicator) -> str:
    text = number(total.value, 3) + ("%" if indicator.unit_of_measure == "%" else f" {indicator.unit_of_measure}")
    if total.denominator is not None:
        text += f" ({pair_text(total.numerator, total.denominator)})"
    return text
