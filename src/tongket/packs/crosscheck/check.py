"""All cross-checks of a pack, each over the whole draft."""

from collections.abc import Callable, Iterator
from datetime import date

from tongket.packs.crosscheck.calendar import check_windows
from tongket.packs.crosscheck.checks import check_settings
from tongket.packs.crosscheck.codes import check_duplicates
from tongket.packs.crosscheck.facts import check_days, check_identity
from tongket.packs.crosscheck.figures import check_aggregation, check_figures
from tongket.packs.crosscheck.law import check_intervals, check_relations, check_succession
from tongket.packs.crosscheck.phrases import check_phrases
from tongket.packs.crosscheck.references import check_references, check_unused
from tongket.packs.crosscheck.registers import check_registers
from tongket.packs.crosscheck.sentences import check_sentences
from tongket.packs.crosscheck.wording import check_heads, check_same_wording
from tongket.packs.draft import Draft
from tongket.problems import Problem

CHECKS: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    check_duplicates,
    check_figures,
    check_aggregation,
    check_references,
    check_unused,
    check_heads,
    check_same_wording,
    check_intervals,
    check_relations,
    check_succession,
    check_windows,
    check_phrases,
    check_settings,
    check_registers,
    check_sentences,
)


def crosscheck(draft: Draft, *, name: str, on: date | None) -> tuple[Problem, ...]:
    """Every mistake between the files of a pack in a folder called ``name``, as seen on the day ``on``."""
    found = [*check_identity(draft, name), *check_days(draft, on)]
    for check in CHECKS:
        found += check(draft)
    return tuple(found)
