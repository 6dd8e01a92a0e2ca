"""The only door to DuckDB: tables in, figures out. Nothing is written to disk."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Any

import duckdb

from tongket.consolidation.sql import ledger, questions

THREADS = 2
DIGITS = 50
"""Enough for every digit of the engine's decimals."""
Rows = list[tuple[Any, ...]]
Connection = duckdb.DuckDBPyConnection


def connected(threads: int = THREADS) -> Connection:
    """An engine of its own, in memory."""
    return duckdb.connect(":memory:", config={"threads": threads, "temp_directory": ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What was touched, as rows of :data:`ledger.READ_FIGURES`, ``READ_CONTRIBUTIONS``, :data:`questions.CONTRIBUTION` and
    ``GAP``."""

    figures: Rows
    contributions: Rows
    units: Rows
    gaps: Rows


class Ledger:
    """The tables of a review, kept: what changes goes in, what it touches comes out added up anew."""

    def __init__(self, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
        self.connection = connected()
        self.connection.execute(ledger.TABLES)
        self.connection.execute(ledger.SHAPES)
        self.load(tables)

    def load(self, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
        """Append rows to tables (:data:`ledger.LOAD`)."""
        for name, rows in tables.items():
            load(self.connection, ledger.LOAD[name], rows)

    def restate(
        self, *, gone: Iterable[int], facts: Sequence[tuple[Any, ...]], touched: Sequence[tuple[str, str, str, str]]
    ) -> Sums:
        """Take facts out by their number and others in, and add up what is ``touched``."""
        self.connection.execute(ledger.FORGET, [list(gone)])
        self.connection.execute(ledger.CLEAR)
        self.load({"fact": facts, "touched": touched})
        for step in ledger.STEPS:
            self.connection.execute(step)
        return Sums(
            figures=self.rows(ledger.READ_FIGURES),
            contributions=self.rows(ledger.READ_CONTRIBUTIONS),
            units=self.rows(questions.CONTRIBUTION.format(of=ledger.OF_TOUCHED)),
            gaps=self.rows(questions.GAP.format(of=ledger.AND_TOUCHED)),
        )

    def rows(self, query: str) -> Rows:
        """The answer to a query."""
        return self.connection.execute(query).fetchall()


def load(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
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
