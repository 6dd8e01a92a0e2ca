"""Thresholds that exist, in their unit of measure and within reason; rules over data elements of the pack."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from tongket.checks import THRESHOLDS
from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem


def check_settings(draft: Draft) -> Iterator[Problem]:
    """Every threshold is one the checks know; every formula takes elements of the pack."""
    for file in draft.files(FileKind.CHECKS):
        seen: dict[tuple[str, str], Entry] = {}
        for threshold in file.entries("thresholds"):
            yield from _threshold(threshold)
            key = (threshold.text("check"), threshold.text("parameter"))
            first = seen.setdefault(key, threshold)
            if first is not threshold:
                yield threshold.problem(
                    "pack.duplicate_code", code=" ".join(key), file=first.source.file, line=str(first.line)
                )
        for rule in file.entries("rules"):
            for side in ("left", "right"):
                yield from _elements(draft, rule, side)


def _threshold(entry: Entry) -> Iterator[Problem]:
    key = (entry.text("check"), entry.text("parameter"))
    if key not in THRESHOLDS:
        known = ", ".join(" ".join(one) for one in THRESHOLDS)
        yield entry.problem("pack.unknown_threshold", "parameter", code=" ".join(key), known=known)
        return
    _, unit, low, high = THRESHOLDS[key]
    if entry.text("unit_of_measure") != unit:
        yield entry.problem(
            "pack.threshold_unit", "unit_of_measure", written=entry.text("unit_of_measure"), unit_of_measure=unit
        )
    try:
        if not low <= Decimal(entry.text("value")) <= high:
            yield entry.problem(
                "pack.threshold_range", "value", value=entry.text("value"), low=str(low), high=str(high)
            )
    except InvalidOperation:
        return  # the schema says that it is no number


def _elements(draft: Draft, rule: Entry, side: str) -> Iterator[Problem]:
    written = [(side,)] if rule.text(side) else []
    codes = [rule.text(side)] if rule.text(side) else []
    formula = rule.inner(side)
    steps: list[tuple[str | int, ...]] = [*written]
    for i, code in enumerate(formula.texts("sum")):
        codes.append(code)
        steps.append((side, "sum", i))
    for key in ("numerator", "denominator"):
        if code := formula.inner("ratio").text(key):
            codes.append(code)
            steps.append((side, "ratio", key))
    for code, place in zip(codes, steps, strict=True):
        if not draft.knows(FileKind.ELEMENTS, code):
            yield rule.problem("pack.unknown_element", *place, code=code)
