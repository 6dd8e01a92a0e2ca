"""A workbook before any format: sheets of cells with a look, checks in words, a page to print on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class CellLook(StrEnum):
    """What a cell is; the writer knows how each looks, in colour and in grey."""

    PLAIN = "plain"
    TITLE = "title"
    """Over the whole sheet, in capitals, without lines around it."""
    NOTE = "note"
    """Small and italic, without lines around it."""
    HEADER = "header"
    GROUP = "group"
    TOTAL = "total"
    INPUT = "input"
    """To be filled in by a person: the only cells that can be changed on a protected sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCell:
    """A cell. ``formula`` begins with "="; ``value`` is then what it comes to. ``comment`` bears a figure's code."""

    value: str | int | Decimal | date | None = None
    formula: str = ""
    look: CellLook = CellLook.PLAIN
    decimals: int = 0
    """Of a number; it is shown with as many as it has, and not more than these."""
    percent: bool = False
    """The number is a share of one hundred and is shown with its sign; it is not divided."""
    link: str = ""
    """To a file beside the workbook, or ``internal:Sheet!A1``."""
    comment: str = ""
    columns: int = 1
    """How many columns it takes."""
    centred: bool = False
    choices: tuple[str, ...] = ()
    """What may be chosen in it."""
    grouped: bool = True
    """Whether thousands are parted: not in a year."""
    day: bool = False
    """An empty cell that is to take a day."""


def words(
    text: str, look: CellLook = CellLook.PLAIN, *, link: str = "", columns: int = 1, centred: bool = False
) -> SheetCell:
    """A cell of text."""
    return SheetCell(value=text, look=look, link=link, columns=columns, centred=centred)


def number(
    value: Decimal | int | None,
    look: CellLook = CellLook.PLAIN,
    *,
    decimals: int = 2,
    percent: bool = False,
    code: str = "",
) -> SheetCell:
    """A cell of a number, empty where there is none; ``code`` names the figure it is."""
    return SheetCell(value=value, look=look, decimals=decimals, percent=percent, comment=code)


def formula(
    text: str,
    value: Decimal | int | None,
    look: CellLook = CellLook.PLAIN,
    *,
    decimals: int = 2,
    percent: bool = False,
    code: str = "",
) -> SheetCell:
    """A cell that computes; ``value`` is what programs that do not compute show."""
    return SheetCell(formula=text, value=value, look=look, decimals=decimals, percent=percent, comment=code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its width in characters, and the values that may be chosen in it."""

    width: float
    choices: tuple[str, ...] = ()
    prompt: str = ""
    """What a person sees on choosing a cell of it."""
    hidden: bool = False


class ConditionKind(StrEnum):
    """When a row is coloured; a closed list."""

    FILLED = "filled"
    """The cell in ``column`` holds something."""
    EQUAL = "equal"
    """It holds ``text``."""
    PAST = "past"
    """It holds a day before today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A colour over the rows below the header for which it holds."""

    kind: ConditionKind
    column: int
    text: str = ""
    tone: str = "warn"
    """``good``, ``warn`` or ``bad``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet; ``header`` is the number of the row (from 0) after which data begin: rows up to it repeat in print."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    header: int = 0
    landscape: bool = True
    filter: bool = False
    protected: bool = False
    frozen_columns: int = 0
    conditions: tuple[Condition, ...] = ()
    repeated: int = 0
    """The first of the rows that repeat in print."""
    hidden_rows: tuple[int, ...] = ()
    hidden: bool = False
    growing: bool = False
    """Whether rows and columns may be inserted although the sheet is protected: its reader goes by hidden names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Sheets in their order; ``title`` is its title for programs that list files."""

    title: str
    sheets: tuple[Sheet, ...]
