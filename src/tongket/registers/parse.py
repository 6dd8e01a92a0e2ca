"""From what people write in a cell to the value of a field, or what is wrong with it."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

from tongket.registers.model import FieldKind, RecordField, RecordValue
from tongket.vietnamese import parse_number, search_key

LINK = re.compile(r"https?:|www\.|\b[\w.-]+\.(?:com|vn|net|org|me)(?:/|\b)|(?:^|\s)@\w+", re.IGNORECASE)
"""An address of a page or an account: no register takes one."""
DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
YES = frozenset({"x", "co", "dung", "yes", "true", "1"})
NO = frozenset({"khong", "no", "false", "0"})


class WrongCellError(ValueError):
    """A cell that cannot be understood; ``code`` names the sentence to say, ``kept`` whether what stands there may be."""

    def __init__(self, code: str, *, kept: bool = True) -> None:
        super().__init__(code)
        self.code = code
        self.kept = kept


def parse_cell(field: RecordField, cell: object) -> RecordValue:
    """The value of a cell. Raises :class:`WrongCellError`."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        if field.required:
            raise WrongCellError("registers.required")
        return None
    return READERS[field.kind](field, cell)


def _text(field: RecordField, cell: object) -> str:
    text = f"{cell:f}" if isinstance(cell, Decimal) else str(cell).strip()
    if isinstance(cell, date):
        text = f"{cell.day:02d}/{cell.month:02d}/{cell.year}"
    if LINK.search(text):
        raise WrongCellError("registers.link", kept=False)
    return text


def _number(field: RecordField, cell: object) -> Decimal:
    value = cell if isinstance(cell, Decimal) else parse_number(cell) if isinstance(cell, str) else None
    if value is None:
        raise WrongCellError("registers.number")
    if value < 0:
        raise WrongCellError("registers.below_nought")
    return value


def _whole(field: RecordField, cell: object) -> Decimal:
    value = _number(field, cell)
    if value != value.to_integral_value():
        raise WrongCellError("registers.whole")
    return value


def _day(field: RecordField, cell: object) -> date:
    if isinstance(cell, date):
        return cell
    found = DAY.fullmatch(str(cell).strip())
    if found:
        with suppress(ValueError):
            return date(int(found[3]), int(found[2]), int(found[1]))
    raise WrongCellError("registers.day")


def _choice(field: RecordField, cell: object) -> str:
    exact = next((code for code, name in field.choices.items() if cell == name), None)
    if exact is not None:
        return exact
    key = search_key(str(cell))
    for code, name in field.choices.items():
        if key in (search_key(code), search_key(name)):
            return code
    raise WrongCellError("registers.choice")


def _yes_no(field: RecordField, cell: object) -> bool:
    if isinstance(cell, bool):
        return cell
    key = search_key(str(cell))
    if key in YES or key in NO:
        return key in YES
    raise WrongCellError("registers.yes_no")


READERS: dict[FieldKind, Callable[[RecordField, object], RecordValue]] = {
    FieldKind.TEXT: _text,
    FieldKind.WHOLE: _whole,
    FieldKind.DECIMAL: _number,
    FieldKind.DAY: _day,
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _yes_no,
    FieldKind.COMPUTED: lambda field, cell: None,
}
