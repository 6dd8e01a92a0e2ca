"""Thresholds and arithmetic rules of a pack."""

from tongket.checks import CheckSettings, FigureRule, Formula, Restated, RuleSign, with_thresholds
from tongket.packs.schema import ChecksEntry, RatioFormula, RuleEntry, SumFormula


def decode_checks(entry: ChecksEntry) -> CheckSettings:
    """What the checks of a pack go by."""
    settings = CheckSettings(
        restated=Restated(entry.restated), rules=tuple(_rule(code, rule) for code, rule in entry.rules.items())
    )
    return with_thresholds(settings, {(one.check, one.parameter): one.value for one in entry.thresholds})


def _rule(code: str, entry: RuleEntry) -> FigureRule:
    return FigureRule(
        code=code,
        name=entry.name,
        name_en=entry.name_en,
        left=_formula(entry.left),
        relation=RuleSign(entry.relation),
        right=_formula(entry.right),
    )


def _formula(entry: str | SumFormula | RatioFormula) -> Formula:
    if isinstance(entry, SumFormula):
        return Formula(elements=tuple(entry.sum))
    if isinstance(entry, RatioFormula):
        return Formula(elements=(entry.ratio.numerator,), of=(entry.ratio.denominator,))
    return Formula(elements=(entry,))
