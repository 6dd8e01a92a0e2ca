"""How a figure of a finished review was added up, from its review.json alone."""

from pathlib import Path
from typing import Any

from tongket.consolidation import FigureCode, parse_figure_code
from tongket.problems import Problem, Where, WrongCallError, translate
from tongket.review.saved import load_review


def trace_figure(out: Path, code: str) -> dict[str, Any]:
    """The rolled-up row named ``code`` with the stated figures it came from in place of their indices."""
    review = load_review(out)
    try:
        wanted = parse_figure_code(code)
    except ValueError as error:
        raise WrongCallError([Problem(code="figure_code_malformed", fields={"text": code})]) from error
    row = next((r for r in review["rollups"] if _names(r, wanted)), None)
    if row is None:
        raise WrongCallError([Problem(code="figure_unknown", where=Where(file=str(out)), fields={"text": code})])
    values = review["values"]
    return {
        "figure": code,
        "statement": review["statement"],
        **row,
        "expression": [{**c, "stated": values[c["value"]]} for c in row["expression"]],
        "excluded": [{**e, "stated": values[e["value"]]} for e in row["excluded"]],
    }


def _names(row: dict[str, Any], wanted: FigureCode) -> bool:
    found = (row["org_unit"], row["period"], row["indicator"], row["basis"])
    return found == (wanted.org_unit, str(wanted.period), wanted.indicator, wanted.basis.value)


def trace_lines(tree: dict[str, Any], language: str) -> list[str]:
    """The tree as lines of text."""
    head = f"{tree['figure']} = {_figure(tree)}"
    base = translate("By {count} of {of} units.", language, count=len(tree["reporters"]), of=len(tree["expected"]))
    lines = [head, base]
    for c in tree["expression"]:
        share = "" if c["share"] == "1" else f" × {c['share']}"
        lines.append(f"  + {c['org_unit']} {c['period']} {c['part']}: {_stated(c)}{share}")
        lines.append(f"      {c['stated']['file']} · {c['stated']['anchor']}")
    for e in tree["excluded"]:
        lines.append(f"  – {e['org_unit']} {e['period']} {e['part']}: {_stated(e)} ({e['finding']})")
        lines.append(f"      {e['stated']['file']} · {e['stated']['anchor']}")
    if tree["absent"]:
        absent = ", ".join(f"{a['org_unit']} ({a['reason']})" for a in tree["absent"])
        lines.append(translate("Absent", language) + f": {absent}")
    return [*lines, tree["statement"]] if tree["statement"] else lines


def _figure(tree: dict[str, Any]) -> str:
    if tree["denominator"] is None:
        return f"{tree['value']:g}" if tree["value"] is not None else "–"
    value = f"{tree['value']:.2f} %" if tree["value"] is not None else "–"
    return f"{value} ({tree['numerator']:g}/{tree['denominator']:g})"


def _stated(row: dict[str, Any]) -> str:
    return f"{row['stated']['value']:g} “{row['stated']['text']}”"
