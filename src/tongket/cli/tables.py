"""The pack and the map of units that several verbs are told."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import Pack, load_pack
from tongket.periods import Period
from tongket.problems import MalformedError, Problem, Where, WrongCallError, register

register({"call.day": "“{value}” is no day; write it as 2026-11-01."})
PackOption = Annotated[str, typer.Option("--pack", help="Gói nội dung: tên hoặc thư mục. Pack id or folder.")]
UnitsOption = Annotated[Path, typer.Option("--orgunits", help="Danh mục đơn vị (CSV). Table of org units.")]
ChangesOption = Annotated[Path | None, typer.Option("--changes", help="Bảng sắp xếp đơn vị (CSV). Table of changes.")]
OutOption = Annotated[Path, typer.Option("--out", help="Thư mục kết quả. Output folder.")]
DayOption = Annotated[str, typer.Option("--on", help="Tính đến ngày, 2025-06-30. As of this day.")]
PeriodOption = Annotated[str, typer.Option("--period", help="Kỳ: 2023, 2023H1, 2019/2023. Period.")]


def tables(pack: str, orgunits: Path, changes: Path | None) -> tuple[Pack, Hierarchy]:
    """The pack and the units; what is wrong in either is told at once."""
    for path in (orgunits, *([changes] if changes else [])):
        need(path)
    problems: list[Problem] = []
    loaded: Pack | None = None
    try:
        loaded = load_pack(pack, on=date.today())
    except MalformedError as error:
        problems += error.problems
    try:
        hierarchy = load_hierarchy(orgunits, changes)
    except MalformedError as error:
        problems += error.problems
    if problems or loaded is None:
        raise MalformedError(problems)
    return loaded, hierarchy


def need(*paths: Path) -> None:
    """Raise where an input is not there."""
    problems = [Problem(code="reports_not_found", where=Where(file=str(path))) for path in paths if not path.exists()]
    if problems:
        raise WrongCallError(problems)


def day_of(text: str) -> date:
    """The day that an option gives; today where it gives none."""
    if not text:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongCallError([Problem(code="call.day", fields={"value": text})]) from error


def period_of(text: str) -> Period:
    """The period that an option gives."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise WrongCallError([Problem(code="period_malformed", fields={"text": text})]) from error
