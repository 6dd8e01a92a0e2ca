"""Loading the hierarchy from its two tables, with every problem told at once."""

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from tongket.orgunits.change_rows import EdgeRow, edges_of_units, make_changes, read_edges
from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.lives import Span, make_units
from tongket.orgunits.model import ENDING
from tongket.orgunits.national import is_national, national_hierarchy
from tongket.orgunits.span_rows import read_spans
from tongket.orgunits.structure import by_code, structure_problems
from tongket.problems import MalformedError, Problem, Where

DAY = timedelta(days=1)
Days = Mapping[str, Sequence[Span]]


def load_hierarchy(orgunits: Path, changes: Path | None = None) -> Hierarchy:
    """The hierarchy of orgunits.csv and changes.csv; :class:`MalformedError` carries all that is wrong in both.

    ``vn`` (or ``vn-06`` for one province) in the place of the first are the units that come with the program.
    """
    if is_national(orgunits):
        return load_national(orgunits, changes)
    spans, skipped, problems = read_spans(orgunits)
    edges, change_problems = read_edges(changes) if changes is not None else ([], [])
    return assemble(spans, edges, skipped=skipped, problems=problems, change_problems=change_problems)


def assemble(
    spans: Sequence[Span],
    edges: Sequence[EdgeRow],
    *,
    skipped: frozenset[str] = frozenset(),
    problems: Sequence[Problem] = (),
    change_problems: Sequence[Problem] = (),
) -> Hierarchy:
    """The hierarchy of rows that could be understood, checked as a whole; ``skipped`` codes have rows that could not."""
    problems, change_problems = [*problems, *structure_problems(spans, skipped)], list(change_problems)
    staying: dict[tuple[date, str], bool] = {}
    if spans:
        staying = lives_that_go_on(spans, edges)
        change_problems += place_problems(edges, by_code(spans), skipped)
        change_problems += share_problems(edges, staying)
    problems += sorted(change_problems, key=lambda problem: problem.where.line or 0)
    if problems:
        raise MalformedError(problems)
    made = make_changes(edges, staying)
    return Hierarchy(make_units(spans, made), made)


def load_national(name: Path, changes: Path | None) -> Hierarchy:
    """The units that come with the program; they have their own changes."""
    if changes is not None:
        raise MalformedError([Problem(code="orgunits.national_changes", where=Where(file=str(changes)))])
    try:
        return national_hierarchy(name)
    except KeyError:
        raise MalformedError([Problem(code="orgunits.national_unknown", where=Where(file=str(name)))]) from None


def lives_that_go_on(spans: Sequence[Span], edges: Sequence[EdgeRow]) -> dict[tuple[date, str], bool]:
    """(day, from) -> whether the same life is there the day before and on the day."""
    histories = Hierarchy(make_units(spans, make_changes(edges, {}))).history
    found: dict[tuple[date, str], bool] = {}
    for edge in edges:
        if edge.from_ is not None:
            lives = {
                day: next((unit.uid for unit in histories(edge.from_) if unit.valid.contains(day)), None)
                for day in (edge.on - DAY, edge.on)
            }
            found[edge.on, edge.from_] = len(set(lives.values())) == 1 and None not in lives.values()
    return found


def there(days: Days, code: str, day: date) -> bool:
    """Whether a row of ``code`` holds on ``day``."""
    return any(span.valid.contains(day) for span in days.get(code, ()))


def place_problems(edges: Sequence[EdgeRow], days: Days, skipped: frozenset[str]) -> Iterator[Problem]:
    """A change must take units that are there the day before and make units that are there on the day."""
    receivers = {(edge.on, edge.to) for edge in edges}
    for edge in edges:
        day = edge.on.isoformat()
        for key, code in (("from", edge.from_), ("to", edge.to)):
            if code is None or code in skipped:
                continue
            if code not in days:
                yield edge.row.problem("changes.code_unknown", key, code=code)
            elif not there(days, code, edge.on - DAY if key == "from" else edge.on):
                yield edge.row.problem(f"changes.{key}_not_there", key, code=code, day=day)
            elif key == "from" and goes_on_unsaid(edge, days, receivers):
                yield edge.row.problem("changes.still_there", key, code=code, day=day)


def goes_on_unsaid(edge: EdgeRow, days: Days, receivers: Set[tuple[date, str | None]]) -> bool:
    """Whether a unit that ends is still in the table, though nothing went into its code."""
    ends = edge.kind in ENDING and (edge.on, edge.from_) not in receivers
    return ends and there(days, edge.from_ or "", edge.on)


def share_problems(edges: Sequence[EdgeRow], staying: Mapping[tuple[date, str], bool]) -> Iterator[Problem]:
    """The shares of one unit on one day make 1; less only where the unit itself keeps the rest."""
    for (on, code), group in edges_of_units(edges).items():
        stated = [edge.share for _, edge in group if edge.share is not None]
        total = sum(stated, Fraction(0))
        empty = len(group) - len(stated)
        keeps = staying.get((on, code), False) and all(edge.to != code for _, edge in group)
        if not stated or (not empty and (total == 1 or (keeps and total < 1))):
            continue
        if empty > 1 and total < 1:
            continue
        fields = {"code": code, "day": on.isoformat(), "sum": share_text(total + (1 if empty == 1 else 0))}
        yield group[-1][1].row.problem("changes.share_sum", "share", **fields)


def share_text(share: Fraction) -> str:
    """The share as people write it: decimals where they are few, else a fraction."""
    decimal = f"{float(share):.6f}".rstrip("0").rstrip(".")
    return decimal if Fraction(decimal) == share else str(share)
