"""Msgids with bound slots, and small pieces of text that several papers share."""

from datetime import date
from decimal import Decimal

from tongket.dossier.papers import BindingKind, Text, bound
from tongket.dossier.phrases import fill
from tongket.problems import translate
from tongket.vietnamese import format_date, format_number


def said(msgid: str, /, language: str = "vi", **slots: Text | str) -> Text:
    """``msgid`` in ``language`` with its slots filled by bound text."""
    return fill(translate(msgid, language), **slots)


def count_of(number: int, ref: str) -> Text:
    """A count in running text, below ten with a leading zero, bound to what was counted."""
    return bound(f"{number:02d}" if number < 10 else f"{number:,}".replace(",", "."), BindingKind.COUNT, ref)


def day_of(day: date, ref: str) -> Text:
    """A day as dd/mm/yyyy, as somebody gave it."""
    return bound(format_date(day), BindingKind.GIVEN, ref)


def fact(text: str, ref: str) -> Text:
    """The name of an instrument, an article of law."""
    return bound(text, BindingKind.FACT, ref)


def number_text(value: Decimal | None, places: int = 2) -> str:
    """A number as Vietnamese write it, at most ``places`` decimals."""
    if value is None:
        return ""
    rounded = round(value, places)
    return format_number(rounded.normalize() if rounded != rounded.to_integral() else rounded.to_integral())
