"""Where a run reads and where it writes: told before anything is read."""

from collections.abc import Iterator
from pathlib import Path

from tongket.orgunits import is_national
from tongket.problems import Problem, Where, WrongCallError
from tongket.review.output_folder import check_replaceable
from tongket.review.request import ReviewRequest


def check_paths(request: ReviewRequest) -> None:
    """Raise where an input is not there, or where the results would fall among the inputs or replace them."""
    problems = [*_not_there(request), *_in_each_other(request)]
    if problems:
        raise WrongCallError(problems)
    check_replaceable(request.out, read=request.decisions)


def _inputs(request: ReviewRequest) -> Iterator[Path]:
    yield request.reports
    yield from request.decisions
    yield from request.registers
    if not is_national(request.orgunits):
        yield request.orgunits
    yield from (
        p
        for p in (
            request.changes,
            request.duties,
            request.conference,
            request.boundaries,
            request.approval,
            request.certificate,
        )
        if p is not None
    )


def _not_there(request: ReviewRequest) -> Iterator[Problem]:
    for path in _inputs(request):
        if not path.exists():
            yield Problem(code="reports_not_found", where=Where(file=str(path)))
        elif path.is_dir() and path is not request.reports and path not in request.registers:
            yield Problem(code="path_is_folder", where=Where(file=str(path)))


def _in_each_other(request: ReviewRequest) -> Iterator[Problem]:
    """The reports are read with all below them, and the folder for the results is replaced with all below it. Decisions
    may lie in it: they are read before, and stand in the new workbook again."""
    out = request.out.resolve()
    pack = Path(request.pack)
    for path in (*_inputs(request), *([pack] if pack.exists() else [])):
        place = path.resolve()
        if path in request.decisions and place.parent == out:
            continue
        if place.is_relative_to(out) or (place.is_dir() and out.is_relative_to(place)):
            yield Problem(code="out_holds_inputs", where=Where(file=str(request.out)), fields={"input": str(path)})
