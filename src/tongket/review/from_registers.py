"""What registers give a review and its forms: figures filled in beforehand, and reports that state others."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from tongket.checks import Notice
from tongket.consolidation import RecordFigure, figures_from_records, restated_by_registers
from tongket.exchange import LastFigure, RegisterShelf, read_registers
from tongket.orgunits import Hierarchy
from tongket.packs import Pack
from tongket.periods import Period
from tongket.problems import Problem, WrongCallError, register, translate
from tongket.review.request import ReviewResult

register({"registers.not_there": "There are no registers at {path}; correct the path."})
NAMED = 4
"""So many records are named in the comment of a cell."""


def load_registers(paths: Sequence[Path], pack: Pack, hierarchy: Hierarchy) -> RegisterShelf:
    """The registers at some paths; none where no path is given."""
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise WrongCallError([Problem(code="registers.not_there", fields={"path": str(path)}) for path in missing])
    return read_registers(paths, pack.registers, hierarchy)


def register_figures(
    paths: Sequence[Path], pack: Pack, hierarchy: Hierarchy, period: Period
) -> dict[str, dict[str, LastFigure]]:
    """Code of the org unit -> data element -> what the registers give, with the words for the comment of its cell."""
    if not paths:
        return {}
    shelf = load_registers(paths, pack, hierarchy)
    found: dict[str, dict[str, LastFigure]] = {}
    figures = figures_from_records(
        shelf.books, pack.registers, framework=pack.framework, hierarchy=hierarchy, period=period
    )
    for one in figures:
        indicator = pack.framework[one.indicator]
        own = found.setdefault(one.org_unit, {})
        own[indicator.numerator or indicator.element or ""] = _filled(one, one.numerator.records, one.numerator.amount)
        if one.denominator is not None and indicator.denominator:
            own[indicator.denominator] = _filled(one, one.denominator.records, one.denominator.amount)
    return found


def _filled(one: RecordFigure, records: Sequence[str], amount: Decimal) -> LastFigure:
    named = ", ".join(records[:NAMED]) + (f" (+{len(records) - NAMED})" if len(records) > NAMED else "")
    words = translate(
        "From registers of {read} of {expected} units: {records}",
        "vi",
        read=len(one.read),
        expected=len(one.expected),
        records=named or "0",
    )
    return LastFigure(value=amount, period=words)


def register_notices(paths: Sequence[Path], result: ReviewResult) -> tuple[Notice, ...]:
    """The reports of a review that state another figure than the registers of the same unit and year."""
    if not paths:
        return ()
    shelf = load_registers(paths, result.pack, result.hierarchy)
    return tuple(
        notice
        for year in result.period.years()
        for notice in restated_by_registers(
            result.current,
            figures_from_records(
                shelf.books,
                result.pack.registers,
                framework=result.pack.framework,
                hierarchy=result.hierarchy,
                period=year,
            ),
        )
    )
