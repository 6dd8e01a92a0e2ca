"""Reading changes.csv: each row one from-to edge of a reorganisation."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from tongket.orgunits.model import Change, ChangeEdge, ChangeKind, is_staying
from tongket.orgunits.tables import Row, read_date, read_rows
from tongket.problems import Problem

COLUMNS = ("date", "kind", "from", "to", "share", "legal_basis")
SHARE = re.compile(r"\d+([.,]\d+)?|\d+/0*[1-9]\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """A row of changes.csv, its cells understood; an empty ``share`` still has to be told from its neighbours."""

    row: Row
    on: date
    kind: ChangeKind
    from_: str | None
    to: str | None
    share: Fraction | None
    legal_basis: str


def read_edges(path: Path, columns: Sequence[str] = COLUMNS) -> tuple[list[EdgeRow], list[Problem]]:
    """The rows that can be understood, and everything wrong with the others; ``columns`` may be more than those."""
    rows, problems = read_rows(path, columns)
    edges = [edge for row in rows if (edge := read_edge(row, problems)) is not None]
    return edges, problems + twice_problems(edges)


def read_edge(row: Row, problems: list[Problem]) -> EdgeRow | None:
    """One row; None, with all its problems added, where it cannot be used."""
    before = len(problems)
    on, kind, share = read_date(row, "date", problems), read_kind(row, problems), read_share(row, problems)
    if kind is not None:
        problems += end_problems(row, kind)
    if on is None or kind is None or len(problems) > before:
        return None
    return EdgeRow(
        row=row,
        on=on,
        kind=kind,
        from_=row["from"] or None,
        to=row["to"] or None,
        share=share,
        legal_basis=row["legal_basis"],
    )


def read_kind(row: Row, problems: list[Problem]) -> ChangeKind | None:
    """The kind of a row."""
    if row["kind"] in set(ChangeKind):
        return ChangeKind(row["kind"])
    problems.append(row.problem("changes.kind_unknown", "kind", value=row["kind"], known=", ".join(ChangeKind)))
    return None


def read_share(row: Row, problems: list[Problem]) -> Fraction | None:
    """The exact share of a row (``0.8427``, ``0,8427``, ``1/3``); None where the cell is empty."""
    text = row["share"]
    if SHARE.fullmatch(text) and 0 < Fraction(text.replace(",", ".")) <= 1:
        return Fraction(text.replace(",", "."))
    if text:
        problems.append(row.problem("changes.share", "share", value=text))
    return None


def end_problems(row: Row, kind: ChangeKind) -> list[Problem]:
    """``from`` and ``to`` must be there as the kind demands."""
    if not row["from"] and not (kind is ChangeKind.ESTABLISH and row["to"]):
        return [row.problem("changes.no_unit" if not row["to"] else "changes.from_missing", "from", to=row["to"])]
    if kind is ChangeKind.DISSOLVE and row["to"]:
        return [row.problem("changes.to_given", "to", kind=kind.value, code=row["to"])]
    if kind is not ChangeKind.DISSOLVE and not row["to"]:
        return [row.problem("changes.to_missing", "to", kind=kind.value, code=row["from"])]
    return []


def twice_problems(edges: Sequence[EdgeRow]) -> list[Problem]:
    """One day moves a part from one unit to another once only."""
    first: dict[tuple[date, str | None, str | None, ChangeKind | None], EdgeRow] = {}
    problems = []
    for edge in edges:
        kind = edge.kind if is_staying(edge.kind, edge.from_, edge.to) else None
        other = first.setdefault((edge.on, edge.from_, edge.to, kind), edge)
        if other is not edge:
            fields = {"code": edge.from_ or "", "to": edge.to or "", "day": edge.on.isoformat()}
            problems.append(edge.row.problem("changes.twice", "to", **fields, other=str(other.row.line)))
    return problems


def make_changes(edges: Sequence[EdgeRow], staying: Mapping[tuple[date, str], bool]) -> tuple[Change, ...]:
    """Rows of one day, kind and legal basis as one change, in order of time, then of the table.

    ``staying``: whether the life of (day, from) goes on, so that a part without a share cannot be all of it.
    """
    unknown = unknown_rows(edges, staying)
    found: dict[tuple[date, ChangeKind, str], list[ChangeEdge]] = defaultdict(list)
    for index, edge in enumerate(edges):
        share = None if index in unknown else edge.share or Fraction(1)
        key = (edge.on, edge.kind, edge.legal_basis)
        found[key].append(ChangeEdge(from_=edge.from_, to=edge.to, share=share))
    changes = (
        Change(kind=kind, on=on, edges=tuple(parts), legal_basis=legal_basis)
        for (on, kind, legal_basis), parts in found.items()
    )
    return tuple(sorted(changes, key=lambda change: change.on))


def unknown_rows(edges: Sequence[EdgeRow], staying: Mapping[tuple[date, str], bool]) -> set[int]:
    """The rows whose empty share means that nobody knows, not that all went there."""
    unknown: set[int] = set()
    for (on, code), group in edges_of_units(edges).items():
        empty = [index for index, edge in group if edge.share is None]
        leaves = any(edge.to != code for index, edge in group if index in empty)
        if len(empty) > 1 or (empty and leaves and staying.get((on, code), False)):
            unknown.update(empty)
    return unknown


def edges_of_units(edges: Sequence[EdgeRow]) -> dict[tuple[date, str], list[tuple[int, EdgeRow]]]:
    """(day, from) -> the numbered rows that move something of it."""
    found: dict[tuple[date, str], list[tuple[int, EdgeRow]]] = defaultdict(list)
    for index, edge in enumerate(edges):
        if edge.from_ is not None:
            found[edge.on, edge.from_].append((index, edge))
    return {key: moving_rows(group) for key, group in found.items()}


def moving_rows(group: list[tuple[int, EdgeRow]]) -> list[tuple[int, EdgeRow]]:
    """The rows that move something; a rename or transfer of the unit itself counts where there is nothing else."""
    moving = [(index, edge) for index, edge in group if not is_staying(edge.kind, edge.from_, edge.to)]
    return moving or group[:1]
