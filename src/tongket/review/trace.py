"""How a figure of a finished review was added up, from its review.json alone."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.consolidation import FigureCode, parse_figure_code
from tongket.consolidation.messages import ABSENCE_REASONS
from tongket.dossier.writers.html import number
from tongket.problems import Problem, Where, WrongCallError, translate
from tongket.review.saved import load_review

Row = dict[str, Any]


def trace_figure(out: Path, code: str) -> Row:
    """The rolled-up row named ``code`` with the stated figures it came from in place of their indices, each with the
    passage it stands in; ``periods`` are the same contributions as a tree: year, org unit, part."""
    review = load_review(out)
    try:
        wanted = parse_figure_code(code)
    except ValueError as error:
        raise WrongCallError([Problem(code="figure_code_malformed", fields={"text": code})]) from error
    row = next((r for r in review["rollups"] if _names(r, wanted)), None)
    if row is None:
        raise WrongCallError([Problem(code="figure_unknown", where=Where(file=str(out)), fields={"text": code})])
    values, names = review["values"], {one["code"]: one["name"] for one in review["org_units"]}

    def opened(one: Row) -> Row:
        return {**one, "name": names.get(one["org_unit"], one["org_unit"]), "stated": values[one["value"]]}

    expression = [opened(c) for c in row["expression"]]
    rule = next(one for one in review["indicators"] if one["code"] == wanted.indicator)
    return {
        "figure": code,
        "name": rule["name"],
        "unit_of_measure": rule["unit_of_measure"],
        "over_units": rule["over_units"],
        "over_time": rule["over_time"],
        "statement": review["statement"],
        "provisional": next((one for one in review.get("provisional", ()) if _names(one, wanted)), None),
        **row,
        "expression": expression,
        "periods": _periods(review, row, expression),
        "excluded": [opened(e) for e in row["excluded"]],
        "absent": [{**a, "name": names.get(a["org_unit"], a["org_unit"])} for a in row["absent"]],
    }


def _periods(review: Row, row: Row, expression: list[Row]) -> list[Row]:
    """The contributions by period and org unit, each period with its total where that is a figure of its own."""
    own = {
        r["period"]: r
        for r in review["rollups"]
        if (r["org_unit"], r["indicator"], r["basis"]) == (row["org_unit"], row["indicator"], row["basis"])
    }
    found = []
    for period in sorted({c["period"] for c in expression}):
        amounts = {part: own.get(period, {}).get(part) for part in ("value", "numerator", "denominator")}
        units: dict[str, list[Row]] = {}
        for c in expression:
            if c["period"] == period:
                units.setdefault(c["org_unit"], []).append(c)
        found.append({"period": period, **amounts, "org_units": list(units.values())})
    return found


def _names(row: Row, wanted: FigureCode) -> bool:
    found = (row["org_unit"], row["period"], row["indicator"], row["basis"])
    return found == (wanted.org_unit, str(wanted.period), wanted.indicator, wanted.basis.value)


def trace_lines(tree: Row, language: str) -> list[str]:
    """The tree as lines of text: period, org unit, part, and under each the passage with the figure in ⟦ ⟧."""
    count, of = len(tree["reporters"]), len(tree["expected"])
    lines = [
        f"{tree['figure']} = {_amount(tree)}",
        f"{tree['name']} ({tree['unit_of_measure']})",
        translate("By {count} of {of} units.", language, count=count, of=of),
    ]
    for period in tree["periods"]:
        lines.append(f"{period['period']}: {_amount(period)}")
        for unit in period["org_units"]:
            lines.append(f"  + {unit[0]['name']} ({unit[0]['org_unit']})")
            lines += [line for one in unit for line in _opened(one)]
    lines += [*_left_out(tree, language), *_provisional(tree, language)]
    if tree["absent"]:
        absent = "; ".join(_absent(a, language) for a in tree["absent"])
        lines.append(translate("Absent", language) + f": {absent}")
    return [*lines, tree["statement"]] if tree["statement"] else lines


def _left_out(tree: Row, language: str) -> list[str]:
    """The values that are in no total, with why, and what the total would be with them."""
    lines = [translate("Left out of the total", language) + ":"] if tree["excluded"] else []
    for one in tree["excluded"]:
        lines.append(f"  – {one['name']} ({one['org_unit']}) {one['period']}: {_reason(one['finding'], language)}")
        lines += _opened(one)
    if tree["with_excluded"]:
        told = _amount(tree["with_excluded"])
        lines.append(translate("With the values left out it would be {total}.", language, total=told))
    return lines


def _provisional(tree: Row, language: str) -> list[str]:
    """What the figure is of accepted values alone, where that is another."""
    other = tree["provisional"]
    if other is None:
        return []
    if not other["reporters"]:
        return [
            translate(
                "Of accepted figures alone it is not there: about values of it a point is left to decide.", language
            )
        ]
    base = f"{len(other['reporters'])}/{len(tree['expected'])}"
    told = "Of accepted figures alone it is {total}, by the figures of {base}."
    return [translate(told, language, total=_amount(other), base=base)]


def _opened(one: Row) -> list[str]:
    """A stated figure: the number, then where it stands and what is written there."""
    stated = one["stated"]
    share = f" × {one['share']}" if one.get("share", "1") != "1" else ""
    first, last = stated["mark"]
    passage = stated["passage"]
    marked = f"{passage[:first]}⟦{passage[first:last]}⟧{passage[last:]}" if passage else f"⟦{stated['text']}⟧"
    heading = f"[{stated['heading']}] " if stated["heading"] else ""
    return [
        f"      {one['part']}: {_number(stated['value'])}{share}",
        f"        {stated['file']} · {stated['anchor']}",
        f"        {heading}{marked}",
    ]


def _reason(code: str, language: str) -> str:
    return translate(ABSENCE_REASONS.get(code, code), language)


def _absent(one: Row, language: str) -> str:
    return f"{one['name']} ({_reason(one['reason'], language)}, {', '.join(one['periods'])})"


def _amount(row: Row) -> str:
    value = _number(row["value"])
    if row["denominator"] is None:
        return value
    return f"{value}% ({_number(row['numerator'])}/{_number(row['denominator'])})"


def _number(value: float | None) -> str:
    """As Vietnamese write it, at most six decimals; a dash where there is none."""
    return number(Decimal(str(value)), 6) if value is not None else "–"
