"""Wording by which recognition tells indicators apart."""

from collections.abc import Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem, Severity
from tongket.vietnamese import accent_key


def check_heads(draft: Draft) -> Iterator[Problem]:
    """Without a head no text is ever recognised as this indicator."""
    for indicator in draft.entries(FileKind.INDICATORS):
        wording = indicator.content.get("wording")
        if isinstance(wording, dict) and "heads" not in wording:
            yield indicator.problem("pack.no_head", "wording", code=indicator.code)


def check_same_wording(draft: Draft) -> Iterator[Problem]:
    """Two indicators in one unit of measure that share a head and have equal qualifiers cannot be told apart."""
    seen: dict[tuple[str, frozenset[str], str], Entry] = {}
    for indicator in draft.entries(FileKind.INDICATORS):
        wording = indicator.inner("wording")
        qualifiers = frozenset(map(accent_key, wording.texts("qualifiers")))
        unit_of_measure = accent_key(indicator.text("unit_of_measure"))
        for position, head in enumerate(wording.texts("heads")):
            first = seen.setdefault((accent_key(head), qualifiers, unit_of_measure), indicator)
            if first.code != indicator.code:
                yield wording.problem(
                    "pack.same_wording", "heads", position, severity=Severity.WARNING, head=head, code=first.code
                )
