"""Reading tables with a header line (UTF-8, semicolons) with every problem of their form told at once."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tongket.orgunits import messages as messages  # registers the sentences of the codes used here
from tongket.problems import Problem, Where

DELIMITER = ";"
OTHER_DELIMITERS = (",", "\t", "|")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: its number in the file and its cells by column, NFC and stripped."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, code: str, key: str = "", /, **fields: str) -> Problem:
        """A problem at this line."""
        return Problem(code=code, where=Where(file=self.file, line=self.line or None, key=key), fields=fields)


def read_rows(path: Path, columns: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    """The rows of a table that has exactly ``columns`` (in any order), and what is wrong with its form."""
    text, problem = read_text(path)
    if problem is not None:
        return [], [problem]
    lines, problem = split_lines(path, text)
    if problem is not None:
        return [], [problem]
    header = [unicodedata.normalize("NFC", cell).strip() for cell in lines[0][1]]
    problems = header_problems(path, lines[0][0], header, columns)
    if problems:
        return [], problems
    rows = []
    for line, cells in lines[1:]:
        if len(cells) != len(header):
            fields = {"found": str(len(cells)), "expected": str(len(header))}
            problems.append(Problem(code="table.row_width", where=Where(file=str(path), line=line), fields=fields))
            continue
        values = (unicodedata.normalize("NFC", cell).strip() for cell in cells)
        rows.append(Row(file=str(path), line=line, cells=dict(zip(header, values, strict=True))))
    return rows, problems


def read_text(path: Path) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file (a byte order mark is tolerated), or why it cannot be had."""
    where = Where(file=str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        return "", Problem(code="table.not_readable", where=where, fields={"reason": error.strerror or str(error)})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        return "", Problem(code="table.encoding", where=where, fields={"encoding": "UTF-16"})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = Where(file=str(path), line=line)
        return "", Problem(code="table.encoding", where=place, fields={"encoding": "Windows-1258 / ANSI"})
    if not text.strip():
        return "", Problem(code="table.empty", where=where)
    return text, None


def split_lines(path: Path, text: str) -> tuple[list[tuple[int, list[str]]], Problem | None]:
    """Line number and cells of each line that is not blank."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=DELIMITER, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((reader.line_num, cells))
    except csv.Error as error:
        where = Where(file=str(path), line=reader.line_num)
        return [], Problem(code="table.quotes", where=where, fields={"reason": str(error)})
    return lines, None


def header_problems(path: Path, line: int, header: Sequence[str], columns: Sequence[str]) -> list[Problem]:
    """What is wrong with the header line: its delimiter, columns missing, unknown or named twice."""
    where = Where(file=str(path), line=line)
    if len(header) == 1 and any(mark in header[0] for mark in OTHER_DELIMITERS):
        found = next(mark for mark in OTHER_DELIMITERS if mark in header[0])
        return [Problem(code="table.delimiter", where=where, fields={"found": "tab" if found == "\t" else found})]
    faults = {
        "table.columns_missing": [name for name in columns if name not in header],
        "table.columns_unknown": [name or '""' for name in header if name not in columns],
        "table.columns_twice": sorted({name for name in header if name and header.count(name) > 1}),
    }
    return [
        Problem(code=code, where=where, fields={"columns": ", ".join(names), "expected": DELIMITER.join(columns)})
        for code, names in faults.items()
        if names
    ]


def read_date(row: Row, column: str, problems: list[Problem]) -> date | None:
    """The ISO date in a cell; a problem is added where it is none."""
    if ISO_DATE.fullmatch(row[column]):
        try:
            return date.fromisoformat(row[column])
        except ValueError:
            pass
    problems.append(row.problem("table.date", column, value=row[column]))
    return None
