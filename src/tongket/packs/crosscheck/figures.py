"""What each kind of indicator is computed from, and how it may be added up."""

from collections.abc import Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem

FIGURES = ("element", "numerator", "denominator")
SINGLE = frozenset({"element"})
RATIO = frozenset({"numerator", "denominator", "denominator_is"})
KEYS = {"count": SINGLE, "quantity": SINGLE, "amount": SINGLE, "rate": SINGLE, "ratio": RATIO, "coverage": RATIO}

ADDED: dict[str, tuple[str, ...]] = {"over_units": ("sum", "max"), "over_time": ("sum", "last", "max")}
AGGREGATIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "count": ADDED,
    "quantity": ADDED,
    "amount": ADDED,
    "ratio": {"over_units": ("ratio_of_sums",), "over_time": ("ratio_of_sums", "last")},
    "rate": {"over_units": ("none",), "over_time": ("last",)},
    "coverage": {"over_units": ("distinct",), "over_time": ("distinct",)},
}


def check_figures(draft: Draft) -> Iterator[Problem]:
    """An indicator has the figures of its kind and no others, and they are elements of the pack."""
    for indicator in draft.entries(FileKind.INDICATORS):
        yield from _keys(indicator)
        for key in FIGURES:
            code = indicator.text(key)
            if code and not draft.knows(FileKind.ELEMENTS, code):
                yield indicator.problem("pack.unknown_element", key, code=code)
        if indicator.text("numerator") and indicator.text("numerator") == indicator.text("denominator"):
            yield indicator.problem("pack.same_figure", "denominator", code=indicator.text("denominator"))


def _keys(indicator: Entry) -> Iterator[Problem]:
    kind = indicator.text("kind")
    if kind not in KEYS:
        return
    for key in sorted(KEYS[kind] - indicator.content.keys()):
        yield indicator.problem("pack.figure_missing", kind=kind, key=key)
    for key in sorted(((SINGLE | RATIO) - KEYS[kind]) & indicator.content.keys()):
        yield indicator.problem("pack.figure_not_allowed", key, kind=kind, key=key)


def check_aggregation(draft: Draft) -> Iterator[Problem]:
    """A percentage is never averaged, a stock never summed."""
    for indicator in draft.entries(FileKind.INDICATORS):
        kind = indicator.text("kind")
        for key, allowed in AGGREGATIONS.get(kind, {}).items():
            value = indicator.text(key)
            if value and value not in allowed:
                yield indicator.problem(
                    "pack.aggregation", key, kind=kind, key=key, value=value, allowed=", ".join(allowed)
                )
