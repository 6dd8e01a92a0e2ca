"""A difference of two reviews as lines that a clerk reads."""

from decimal import Decimal
from typing import Any

from tongket.dossier.writers.html import number
from tongket.problems import translate

PARTS = {
    "reports": "reports",
    "values": "figures read",
    "tree": "org units",
    "changes": "reorganisations",
    "duties": "duties to report",
    "pack": "pack",
    "reader": "reader",
    "rules": "rules of the program",
    "decisions": "decisions",
}


def difference_lines(found: dict[str, Any], language: str) -> list[str]:
    """What differs, figure by figure, with why and where it is printed."""
    lines = []
    if found["parts"]:
        parts = ", ".join(translate(PARTS.get(one, one), language) for one in found["parts"])
        lines.append(translate("What went in differs in: {parts}.", language, parts=parts))
    for one in found["figures"]:
        lines.append(f"{one['figure']} – {one['name']}")
        lines.append(f"  {_amounts(one['before'], language)} → {_amounts(one['after'], language)}")
        lines += [f"  · {why}" for why in one["why"]]
        for sentence in one["sentences"]:
            lines.append(f"  {sentence['paper']}:")
            lines += [f"    − {sentence['before']}"] if sentence["before"] else []
            lines += [f"    + {sentence['after']}"] if sentence["after"] else []
    counts = {"changed": len(found["figures"]), "same": found["same"], "sentences": found["sentences"]}
    lines.append(
        translate(
            "{changed} figures changed, {same} did not; {sentences} sentences and rows with it.", language, **counts
        )
    )
    return lines


def _amounts(one: dict[str, Any] | None, language: str) -> str:
    if one is None:
        return translate("none", language)
    text = number(Decimal(str(one["value"])), 6) if one["value"] is not None else "–"
    if one["denominator"] is not None:
        text += f"% ({number(Decimal(str(one['numerator'])), 6)}/{number(Decimal(str(one['denominator'])), 6)})"
    base = translate("{count} of {of} units", language, count=one["reporters"], of=one["expected"])
    return f"{text} [{base}]"
