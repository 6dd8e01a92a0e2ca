"""The only door to DuckDB: tables in, figures out. Nothing is written to disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Any

import duckdb

from tongket.consolidation import queries

THREADS = 2
DIGITS = 50
"""Enough for every digit of the engine's decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The rows of each table of :data:`queries.TABLES`."""

    indicator: Sequence[tuple[str, str, str, bool]]
    place: Sequence[tuple[int, str, str, int | None, bool]]
    route: Sequence[tuple[int, str, str, str, int, bool]]
    receiver: Sequence[tuple[str, str, str, int, bool]]
    fact: Sequence[tuple[int, int, str, Decimal | None, Decimal | None, Decimal | None, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Weighted sums as rows of :data:`queries.READ_FIGURES`, ``READ_SPANS`` and ``READ_CONTRIBUTIONS``."""

    figures: Sequence[tuple[Any, ...]]
    spans: Sequence[tuple[Any, ...]]
    contributions: Sequence[tuple[Any, ...]]


def add_up(tables: Tables) -> Sums:
    """Run every step of the roll-up on the tables."""
    with duckdb.connect(":memory:", config={"threads": THREADS, "temp_directory": ""}) as connection:
        connection.execute(queries.TABLES)
        for name, statement in queries.LOAD.items():
            load(connection, statement, getattr(tables, name))
        for step in queries.STEPS:
            connection.execute(step)
        return Sums(
            figures=connection.execute(queries.READ_FIGURES).fetchall(),
            spans=connection.execute(queries.READ_SPANS).fetchall(),
            contributions=connection.execute(queries.READ_CONTRIBUTIONS).fetchall(),
        )


def load(connection: duckdb.DuckDBPyConnection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Append rows as columns: one statement, however many rows."""
    if rows:
        connection.execute(statement, [[plain(cell) for cell in column] for column in zip(*rows, strict=True)])


def plain(cell: Any) -> Any:
    """Decimals as text, which the engine reads without loss; nine decimals are kept."""
    return f"{nine_places(cell):f}" if isinstance(cell, Decimal) else cell


def nine_places(value: Decimal) -> Decimal:
    """Rounded to nine decimals, half to even."""
    with localcontext(prec=DIGITS):
        return value.quantize(Decimal("1e-9"), rounding=ROUND_HALF_EVEN)
