"""What changed between two reviews: the figures, from what to what, why, and the sentences they stand in."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tongket.problems import translate
from tongket.review.names import MANIFEST, SENTENCES
from tongket.review.recount import name as figure_code
from tongket.review.saved import load_review

Row = dict[str, Any]
AMOUNTS = ("value", "numerator", "denominator")
BASE = ("reporters", "expected", "as_of")


def difference(old: Path, new: Path, language: str) -> Row:
    """``parts``: which inputs differ; ``figures``: each changed one with before, after, why, and the sentences of the
    new papers it stands in beside those of the old; ``same``: how many did not change."""
    before, after = load_review(old), load_review(new)
    told = (_sentences(old), _sentences(new))
    earlier, later = ({figure_code(r): r for r in review["rollups"]} for review in (before, after))
    changed = [code for code in sorted({*earlier, *later}) if _differs(earlier.get(code), later.get(code))]
    names = {one["code"]: one["name"] for review in (before, after) for one in review["org_units"]}
    titles = {one["code"]: one["name"] for review in (before, after) for one in review["indicators"]}
    figures = []
    for code in changed:
        pair = (earlier.get(code), later.get(code))
        why = [translate(m, language, **f) for m, f in _why(pair, (before["values"], after["values"]), names, language)]
        figures.append(
            {
                "figure": code,
                "name": titles[(pair[1] or pair[0] or {})["indicator"]],
                "before": _amounts(pair[0]),
                "after": _amounts(pair[1]),
                "why": why,
                "sentences": _touched(code, *told),
            }
        )
    return {
        "parts": _parts(old, new),
        "figures": figures,
        "same": len({*earlier, *later}) - len(changed),
        "sentences": len({(s["paper"], s["after"] or s["before"]) for f in figures for s in f["sentences"]}),
    }


def _differs(old: Row | None, new: Row | None) -> bool:
    if old is None or new is None:
        return True
    return any(old[key] != new[key] for key in (*AMOUNTS, *BASE))


def _amounts(row: Row | None) -> Row | None:
    if row is None:
        return None
    counts = {"reporters": len(row["reporters"]), "expected": len(row["expected"])}
    return {**{key: row[key] for key in AMOUNTS}, **counts, "as_of": row["as_of"]}


def _why(
    pair: tuple[Row | None, Row | None], values: tuple[list[Row], list[Row]], names: dict[str, str], language: str
) -> Iterator[tuple[str, dict[str, object]]]:
    """The contributions that are new, gone or other, as sentences with their fields."""
    old, new = (_contributions(row, stated) for row, stated in zip(pair, values, strict=True))
    out_now = {(e["org_unit"], e["period"], e["part"]): e["finding"] for e in (pair[1] or {}).get("excluded", ())}
    for key in sorted({*old, *new}):
        one, other = old.get(key), new.get(key)
        fields: dict[str, object] = {
            "unit": names.get(key[0], key[0]),
            "period": key[1],
            "part": translate(key[2], language),
        }
        if one is None and other is not None:
            yield "{unit}, {period}, {part}: now {value} ({file})", {**fields, **_told(other)}
        elif other is None and one is not None:
            if key in out_now:
                yield "{unit}, {period}, {part}: {value} is left out now ({file})", {**fields, **_told(one)}
            else:
                yield "{unit}, {period}, {part}: {value} is no longer there ({file})", {**fields, **_told(one)}
        elif one is not None and other is not None and _told(one) != _told(other):
            yield _of_change(one, other), {**fields, **_told(other), "before": _number(one), **_by(other)}
    if old == new:
        yield "who owes it, or which year is the last, changed", {}


def _of_change(one: Row, other: Row) -> str:
    """The sentence for a contribution that is another one now."""
    if other.get("decision") and other.get("decision") != one.get("decision"):
        return "{unit}, {period}, {part}: {before} became {value} by the decision of {by}: {reason}"
    if one["file"] != other["file"]:
        return "{unit}, {period}, {part}: {before} became {value}, from another report ({file})"
    if one["share"] != other["share"]:
        return "{unit}, {period}, {part}: another share of it counts now ({share})"
    return "{unit}, {period}, {part}: {before} became {value} in the same report ({file})"


def _by(row: Row) -> dict[str, object]:
    decision = row.get("decision") or {}
    return {"by": decision.get("by", ""), "reason": decision.get("reason", "")}


def _contributions(row: Row | None, values: list[Row]) -> dict[tuple[str, str, str], Row]:
    if row is None:
        return {}
    return {
        (c["org_unit"], c["period"], c["part"]): {**values[c["value"]], **c, "stated": values[c["value"]]["value"]}
        for c in row["expression"]
    }


def _told(row: Row) -> dict[str, object]:
    return {"value": _number(row), "file": row["file"], "share": row["share"]}


def _number(row: Row) -> str:
    return f"{row['stated']:g}".replace(".", ",") if abs(row["stated"]) < 1e6 else str(row["stated"]).replace(".", ",")


def _sentences(out: Path) -> list[Row]:
    """What sentences.json of a folder holds; nothing where there is none."""
    file = (out if out.is_dir() else out.parent) / SENTENCES
    found: list[Row] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    return found


def _touched(code: str, old: list[Row], new: list[Row]) -> list[Row]:
    """The sentences that print a figure, the new beside the old; equal ones are left out."""
    before, after = ([s for s in told if code in s["figures"]] for told in (old, new))
    same = {(s["paper"], s["text"]) for s in before} & {(s["paper"], s["text"]) for s in after}
    gone = [s for s in before if (s["paper"], s["text"]) not in same]
    come = [s for s in after if (s["paper"], s["text"]) not in same]
    rows = []
    for paper in dict.fromkeys(s["paper"] for s in (*come, *gone)):
        olds, news = ([s["text"] for s in told if s["paper"] == paper] for told in (gone, come))
        for i in range(max(len(olds), len(news))):
            rows.append(
                {"paper": paper, "before": olds[i] if i < len(olds) else "", "after": news[i] if i < len(news) else ""}
            )
    return rows


def _parts(old: Path, new: Path) -> list[str]:
    """The parts of the snapshot that differ; empty where either has no manifest."""
    files = [(out if out.is_dir() else out.parent) / MANIFEST for out in (old, new)]
    if not all(file.is_file() for file in files):
        return []
    one, other = (json.loads(file.read_text(encoding="utf-8"))["parts"] for file in files)
    return [part for part in one if one[part] != other.get(part)]
