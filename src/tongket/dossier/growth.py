"""What a figure says of change: the first and the last year, over the units that state both."""

from fractions import Fraction

from tongket.consolidation import Comparison, Figure
from tongket.dossier.bases import units_words
from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, Text, bound
from tongket.dossier.phrases import PhraseCondition, fill
from tongket.dossier.wording import number_text, said
from tongket.problems import translate


def change_of(material: Material, indicator: str) -> Comparison | None:
    """The comparison of the first and the last year that enough units state both; None where there is none."""
    years = [year for year in material.years if (indicator, year) in material.own and year.years() == (year,)]
    found = material.changes.get((indicator, years[0], years[-1])) if years else None
    return found if found is not None and _enough(material, found) else None


def _enough(material: Material, found: Comparison) -> bool:
    expected = max(len(found.earlier.base.expected), len(found.later.base.expected), 1)
    return Fraction(len(found.org_units), expected) >= material.minimum_base


def growth_words(material: Material, figure: Figure, *, turn: int = 0) -> Text:
    """ "năm 2023 tăng 12% so với năm 2019, tính trên cùng 8 huyện, thành phố"; empty where nothing can be compared."""
    found = change_of(material, figure.indicator)
    if found is None:
        return ()
    size = change_size(found)
    phrase = material.phrases.choose("growth", {_direction(found)}, turn=turn)
    if phrase is None or not size:
        return ()
    return fill(
        phrase.text,
        earlier=bound(str(found.earlier.period), BindingKind.COMPARISON, found.code),
        later=bound(str(found.later.period), BindingKind.COMPARISON, found.code),
        change=size,
        matched=matched_words(material, found),
    )


def matched_words(material: Material, found: Comparison) -> Text:
    """The org units of a comparison: all who owe it by their number; where some are not in it, those by name, or the
    others, whichever are fewer."""
    words = units_words(material, found.org_units, found.code)
    owing = {*found.earlier.base.expected, *found.later.base.expected}
    others = sorted(owing - set(found.org_units))
    if not others:
        return words
    fewer, msgid = (
        (others, "{units} (without {names})")
        if len(others) <= len(found.org_units)
        else (found.org_units, "{units} ({names})")
    )
    names = ", ".join(material.name(code, found.later.period) for code in fewer)
    return said(msgid, units=words, names=bound(names, BindingKind.COMPARISON, found.code))


def change_size(found: Comparison) -> Text:
    """How much, without a sign: "12,5%", or percentage points of a ratio; empty where it cannot be said."""
    if found.is_ratio:
        points = bound(number_text(abs(found.change)), BindingKind.COMPARISON, found.code)
        return fill(translate("{number} percentage points", "vi"), number=points)
    if found.growth is None:
        return ()
    return bound(f"{number_text(abs(found.growth), 1)}%", BindingKind.COMPARISON, found.code)


def _direction(found: Comparison) -> PhraseCondition:
    if not found.change:
        return PhraseCondition.EQUAL
    return PhraseCondition.UP if found.change > 0 else PhraseCondition.DOWN
