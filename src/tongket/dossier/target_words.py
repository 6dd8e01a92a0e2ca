"""How a figure stands to its target, in words."""

from tongket.dossier.highlights import Highlight
from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, Text, bound
from tongket.dossier.phrases import PhraseCondition, fill
from tongket.dossier.wording import number_text


def target_words(material: Material, one: Highlight) -> Text:
    """ "vượt chỉ tiêu 95% theo Kế hoạch …"; empty without a target or a phrase for it."""
    target, gap = one.figure.target, one.figure.gap
    if target is None or gap is None:
        return ()
    condition = PhraseCondition.REACHED if not gap else PhraseCondition.EXCEEDED
    phrase = material.phrases.choose("target", {condition if gap >= 0 else PhraseCondition.MISSED})
    if phrase is None:
        return ()
    unit = "%" if one.indicator.unit_of_measure == "%" else f" {one.indicator.unit_of_measure}"
    ref = f"targets.csv#{target.line}"
    return fill(
        phrase.text,
        target=bound(number_text(target.value) + unit, BindingKind.GIVEN, ref),
        basis=bound(target.basis, BindingKind.GIVEN, ref),
    )
