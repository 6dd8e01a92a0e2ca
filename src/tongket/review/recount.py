"""Add up every total of a review.json once more, from its ``values`` alone, and compare to the last digit.

This file needs Python and nothing else, no part of the program either: ``python recount.py OUT``. It exists so that
somebody who does not trust the program can read, in a few minutes, what "adds up" means here.
"""

import json
import sys
from collections import defaultdict
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

PLACES = Decimal("1e-12")
PARTS = ("value", "numerator", "denominator")
Review = dict[str, Any]
Fault = dict[str, Any]


def load(out: Path) -> Review:
    """review.json, every number in it as it is written there."""
    file = out / "review.json" if out.is_dir() else out
    found: Review = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return found


def recount(review: Review) -> list[Fault]:
    """The totals that do not follow from the values; none where all do."""
    rules = {one["code"]: one for one in review["indicators"]}
    faults = []
    for row in review["rollups"]:
        for what, written, found in compare(row, review["values"], rules[row["indicator"]]):
            faults.append({"figure": name(row), "what": what, "written": written, "recounted": found})
    return faults


def name(row: Review) -> str:
    """The figure's code, as in ``06/2019-2023/A01@as_reported``."""
    return f"{row['org_unit']}/{row['period'].replace('/', '-')}/{row['indicator']}@{row['basis']}"


def compare(row: Review, values: list[Review], rule: Review) -> list[tuple[str, object, object]]:
    """What is written and what it should be, for all that differs in one total."""
    used = [one["value"] for one in row["expression"]]
    left_out = {one["value"] for one in row["excluded"]}
    faults: list[tuple[str, object, object]] = []
    if len(used) != len(set(used)):
        faults.append(("counted twice", used, sorted(set(used))))
    if left_out & set(used):
        faults.append(("left out and counted", sorted(left_out & set(used)), []))
    reporters = sorted({one["org_unit"] for one in row["expression"]})
    if reporters != sorted(row["reporters"]):
        faults.append(("reporters", row["reporters"], reporters))
    for one in row["expression"]:
        stated = values[one["value"]]
        place = (stated["org_unit"], stated["period"], stated["part"], stated["indicator"])
        if place != (one["org_unit"], one["period"], one["part"], row["indicator"]):
            faults.append(("another value", [one["org_unit"], one["period"], one["part"]], list(place)))
    totals = over_time(over_units(row, values, rule["over_units"]), row, rule["over_time"])
    if row["denominator"] is not None and totals["denominator"]:
        totals["value"] = 100 * (totals["numerator"] or 0) / totals["denominator"]
    for part in PARTS:
        if number(row[part]) != number(totals[part]):
            faults.append((part, number(row[part]), number(totals[part])))
    return faults


def over_units(row: Review, values: list[Review], rule: str) -> dict[str, dict[str, Fraction]]:
    """Period -> part -> what the org units state together: the largest, or the sum of value times share."""
    stated: dict[str, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for one in row["expression"]:
        stated[one["period"]][one["part"]].append(Fraction(values[one["value"]]["value"]) * Fraction(one["share"]))
    return {p: {k: max(v) if rule == "max" else sum(v, Fraction(0)) for k, v in n.items()} for p, n in stated.items()}


def over_time(periods: dict[str, dict[str, Fraction]], row: Review, rule: str) -> dict[str, Fraction | None]:
    """Part -> the latest, the largest, or the sum over the periods; None where no value has the part."""
    if rule == "last" and row["as_of"] is not None:
        periods = {row["as_of"]: periods[row["as_of"]]}
    found: dict[str, Fraction | None] = {}
    for part in PARTS:
        numbers = [stated[part] for stated in periods.values() if part in stated]
        found[part] = (max(numbers) if rule == "max" else sum(numbers, Fraction(0))) if numbers else None
    return found


def number(amount: Decimal | Fraction | int | None) -> float | None:
    """As review.json writes numbers: twelve decimals, the shortest form that reads back the same."""
    if amount is None:
        return None
    exact = Fraction(amount)
    with localcontext(prec=50):
        return float((Decimal(exact.numerator) / exact.denominator).quantize(PLACES))


if __name__ == "__main__":
    told = load(Path(sys.argv[1]))
    wrong = recount(told)
    for fault in wrong:
        sys.stdout.write("{figure}: {what}: {written} -> {recounted}\n".format(**fault))
    sys.stdout.write(f"{len(told['rollups'])} totals, {len(told['values'])} values, {len(wrong)} faults\n")
    sys.exit(1 if wrong else 0)
