"""The arithmetic that a pack adds: what must hold between the figures of one report."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice, product

from tongket.checks.intake import Intake
from tongket.checks.model import Notice
from tongket.checks.notices import notice
from tongket.checks.rounding import agrees, sum_slack
from tongket.checks.settings import FigureRule, Formula, RuleSign
from tongket.framework import Framework, Indicator, Part
from tongket.periods import Period
from tongket.problems import Severity
from tongket.reports import Report
from tongket.vietnamese import format_number

MOST = 256
"""So many combinations are tried where an element is stated in several places."""
SIGNS = {RuleSign.EQUAL: "=", RuleSign.AT_MOST: "≤", RuleSign.AT_LEAST: "≥"}

Values = Mapping[str, Sequence[Decimal]]
"""Data element -> the numbers that a report states of it."""


def broken_rules(intake: Intake) -> Iterator[Notice]:
    """One for each report, org unit, period and rule that no way of reading its figures keeps."""
    for report in intake.current if intake.settings.rules else ():
        for (org_unit, period), values in by_element(report, intake.framework).items():
            for rule in intake.settings.rules:
                sides = _broken(rule, values)
                if sides is not None:
                    yield _notice(report, org_unit, period, rule, *sides)


def by_element(report: Report, framework: Framework) -> dict[tuple[str, Period], dict[str, list[Decimal]]]:
    """What a report states of each data element, by org unit and period."""
    found: dict[tuple[str, Period], dict[str, list[Decimal]]] = {}
    for value in report.values:
        element = _element(framework[value.indicator], value.part)
        if element:
            numbers = found.setdefault((value.org_unit, value.period), {}).setdefault(element, [])
            numbers += [value.value] if value.value not in numbers else []
    return found


def _element(indicator: Indicator, part: Part) -> str | None:
    if part is Part.NUMERATOR:
        return indicator.numerator
    if part is Part.DENOMINATOR:
        return indicator.denominator
    return indicator.element


def _broken(rule: FigureRule, values: Values) -> tuple[Decimal, Decimal] | None:
    """Both sides of a rule that is broken; None where it holds or figures are missing."""
    names = tuple(dict.fromkeys((*rule.left.all_elements, *rule.right.all_elements)))
    if any(name not in values for name in names):
        return None
    first: tuple[Decimal, Decimal] | None = None
    for numbers in islice(product(*(values[name] for name in names)), MOST):
        given = dict(zip(names, numbers, strict=True))
        if _holds(rule, given):
            return None
        first = first or (_worth(rule.left, given), _worth(rule.right, given))
    return first


def _holds(rule: FigureRule, given: Mapping[str, Decimal]) -> bool:
    left, right = _worth(rule.left, given), _worth(rule.right, given)
    if rule.left.of or rule.right.of:
        equal = agrees(right, left, Decimal(100)) or agrees(left, right, Decimal(100))
    else:
        equal = abs(left - right) <= sum_slack(given.values())
    larger = rule.relation is RuleSign.AT_LEAST and left > right
    return equal or larger or (rule.relation is RuleSign.AT_MOST and left < right)


def _worth(formula: Formula, given: Mapping[str, Decimal]) -> Decimal:
    total = sum((given[name] for name in formula.elements), Decimal(0))
    whole = sum((given[name] for name in formula.of), Decimal(0))
    return 100 * total / whole if formula.of and whole else total


def _notice(report: Report, org_unit: str, period: Period, rule: FigureRule, left: Decimal, right: Decimal) -> Notice:
    fields = {"rule": rule.name, "left": format_number(round(left, 2)), "right": format_number(round(right, 2))}
    fields["sign"] = SIGNS[rule.relation]
    return notice("pack_rule", report, Severity.WARNING, fields, org_unit=org_unit, period=period)
