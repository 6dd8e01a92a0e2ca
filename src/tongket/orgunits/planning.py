"""A planned reorganisation: the hierarchy with it, and again without it. Nothing is deleted: lives end and begin."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from tongket.orgunits.change_rows import COLUMNS, EdgeRow, read_edges
from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.lives import FOUNDING, Span
from tongket.orgunits.load import assemble
from tongket.orgunits.model import ENDING, Change, ChangeEdge, ChangeKind, OrgUnit, OrgUnitKind
from tongket.orgunits.tables import Row
from tongket.periods import Interval
from tongket.problems import MalformedError, Problem, Where

PLAN_COLUMNS = (*COLUMNS, "name", "parent")
"""changes.csv with the name and the parent that the receiving unit has afterwards, where they are new."""
DAY = timedelta(days=1)
KINDS = {1: OrgUnitKind.PROVINCE, 2: OrgUnitKind.DISTRICT, 3: OrgUnitKind.COMMUNE}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReorganisationPlan:
    """The rows of a plan, in order of time."""

    file: str
    edges: tuple[EdgeRow, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of effect."""
        return tuple(dict.fromkeys(edge.on for edge in self.edges))


def read_plan(path: Path) -> ReorganisationPlan:
    """The plan of a table with :data:`PLAN_COLUMNS`; :class:`MalformedError` carries all that is wrong with its form."""
    edges, problems = read_edges(path, PLAN_COLUMNS)
    if not edges and not problems:
        problems = [Problem(code="plan.empty", where=Where(file=str(path)))]
    if problems:
        raise MalformedError(problems)
    return ReorganisationPlan(file=str(path), edges=tuple(sorted(edges, key=lambda edge: edge.on)))


def apply_plan(hierarchy: Hierarchy, plan: ReorganisationPlan) -> Hierarchy:
    """The hierarchy as it will be; :class:`MalformedError` tells every row that cannot be carried out, and every unit
    that the plan would leave without one above it."""
    spans = [_span(unit, plan) for unit in hierarchy.spans]
    problems: list[Problem] = []
    for day, edges in groupby(plan.edges, key=lambda edge: edge.on):
        spans = _after(spans, list(edges), day, problems)
    if problems:
        raise MalformedError(problems)
    return assemble(spans, [*_rows(hierarchy.changes, plan), *plan.edges])


def withdraw_plan(hierarchy: Hierarchy, plan: ReorganisationPlan) -> Hierarchy:
    """The hierarchy as it was before the plan was applied; :class:`MalformedError` where it was not."""
    planned = {(edge.on, edge.kind, edge.from_, edge.to, edge.legal_basis) for edge in plan.edges}
    kept = [_without(change, planned) for change in hierarchy.changes]
    left = sum(len(change.edges) for change in kept)
    if left + len(planned) != sum(len(change.edges) for change in hierarchy.changes):
        raise MalformedError([Problem(code="plan.not_applied", where=Where(file=plan.file))])
    spans = [_span(unit, plan) for unit in hierarchy.spans]
    for day in reversed(plan.days):
        spans = _before(spans, [edge for edge in plan.edges if edge.on == day], day)
    return assemble(spans, _rows([change for change in kept if change.edges], plan))


def _after(spans: Sequence[Span], edges: Sequence[EdgeRow], day: date, problems: list[Problem]) -> list[Span]:
    """The spans once the changes of a day are carried out."""
    alive = {span.code: span for span in spans if span.valid.contains(day - DAY)}
    over = {edge.from_ for edge in edges if edge.from_ and _ends(edge)}
    begun: dict[str, Span] = {}
    for edge in edges:
        if edge.to is not None and (made := _receiver(edge, begun.get(edge.to) or alive.get(edge.to), alive, problems)):
            new = edge.kind in FOUNDING and edge.to in over
            if new or edge.to in begun or edge.to not in alive or _changed(made, alive[edge.to]):
                begun[edge.to] = replace(made, valid=Interval(start=day))
    for child in alive.values():
        heir = _only_heir(child.parent, edges) if child.parent in over else None
        if heir is not None and child.code not in over | begun.keys() and heir != child.parent:
            begun[child.code] = replace(child, parent=heir, valid=Interval(start=day))
    ending = {code for code in over if code in alive} | (begun.keys() & alive.keys())
    problems += [_later(edge) for edge in edges if {edge.from_, edge.to} & ending and _has_later(edge, alive, day)]
    return [*(_closed(span, day) if span.code in ending and span.valid.contains(day - DAY) else span for span in spans),
            *begun.values()]  # fmt: skip


def _receiver(edge: EdgeRow, now: Span | None, alive: dict[str, Span], problems: list[Problem]) -> Span | None:
    """The receiving unit as it is afterwards; None, with the problem told, where its name or place is not known."""
    like = now or alive.get(edge.from_ or "")
    name, parent = edge.row["name"] or (now.name if now else ""), edge.row["parent"] or (like.parent if like else "")
    above = alive.get(parent or "")
    if not name or (like is None and above is None):
        problems.append(
            edge.row.problem("plan.name_missing" if not name else "plan.parent_missing", "to", code=edge.to or "")
        )
        return None
    level = like.level if like else (above.level + 1 if above else 1)
    kind = like.kind if like else KINDS[level]
    return Span(
        row=edge.row, code=edge.to or "", name=" ".join(name.split()), kind=kind, level=level, parent=parent or None,
        valid=Interval(start=edge.on),
    )  # fmt: skip


def _changed(made: Span, before: Span) -> bool:
    return (made.name, made.parent) != (before.name, before.parent)


def _ends(edge: EdgeRow) -> bool:
    """Whether the life of ``from`` is over."""
    return edge.kind in ENDING and not (edge.kind is ChangeKind.ABSORB and edge.from_ == edge.to)


def _only_heir(code: str | None, edges: Iterable[EdgeRow]) -> str | None:
    """The one unit that takes a unit over, where it is one: what was below goes with it."""
    heirs = {edge.to for edge in edges if edge.from_ == code and edge.to}
    return heirs.pop() if len(heirs) == 1 else None


def _has_later(edge: EdgeRow, alive: dict[str, Span], day: date) -> bool:
    return any(code in alive and alive[code].valid.end not in (None, day) for code in (edge.from_, edge.to) if code)


def _later(edge: EdgeRow) -> Problem:
    return edge.row.problem("plan.later_history", "date", code=edge.from_ or edge.to or "", day=edge.on.isoformat())


def _closed(span: Span, day: date) -> Span:
    return replace(span, valid=Interval(start=span.valid.start, end=day))


def _before(spans: Sequence[Span], edges: Sequence[EdgeRow], day: date) -> list[Span]:
    """The spans without the changes of a day: what began with them goes, what ended with them goes on."""
    own = {code for edge in edges for code in (edge.from_, edge.to) if code}
    touched: Callable[[Span], bool] = lambda span: span.code in own or span.parent in own  # noqa: E731
    children = {span.code for span in spans if touched(span) and day in (span.valid.start, span.valid.end)}
    kept = [span for span in spans if not (span.code in children and span.valid.start == day)]
    return [
        replace(span, valid=Interval(start=span.valid.start))
        if span.code in children and span.valid.end == day
        else span
        for span in kept
    ]


def _span(unit: OrgUnit, plan: ReorganisationPlan) -> Span:
    """A span of the hierarchy as a row; it has no line of its own in the plan."""
    row = Row(file=plan.file, line=0, cells={"code": unit.code})
    return Span(
        row=row, code=unit.code, name=unit.name, kind=unit.kind, level=unit.level, parent=unit.parent, valid=unit.valid
    )


def _rows(changes: Iterable[Change], plan: ReorganisationPlan) -> list[EdgeRow]:
    """The changes of the hierarchy as rows."""
    row = Row(file=plan.file, line=0, cells={})
    return [
        EdgeRow(row=row, on=one.on, kind=one.kind, from_=e.from_, to=e.to, share=e.share, legal_basis=one.legal_basis)
        for one in changes
        for e in one.edges
    ]


def _without(change: Change, planned: set[tuple[date, ChangeKind, str | None, str | None, str]]) -> Change:
    def stays(edge: ChangeEdge) -> bool:
        return (change.on, change.kind, edge.from_, edge.to, change.legal_basis) not in planned

    return replace(change, edges=tuple(filter(stays, change.edges)))
