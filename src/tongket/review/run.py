"""The one pipeline: a folder of reports to a folder of results."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from tongket.checks import check
from tongket.compute import Outcome, map_over
from tongket.consolidation import coverage, roll_up
from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import Pack, load_pack
from tongket.periods import Period
from tongket.problems import Problem, Severity, TongketError, Where, WrongCallError
from tongket.reading import Refusal
from tongket.reports import ReportDuty, load_duties
from tongket.review.inputs import InputFile, input_files
from tongket.review.output_folder import check_replaceable, replace_folder
from tongket.review.reading_job import ReadingJob, read_file
from tongket.review.request import ReadFile, ReviewRequest, ReviewResult
from tongket.review.writing import write_all

OnProgress = Callable[[int, int], None]
WORTH_PROCESSES = 300
"""Fewer files than this are read sooner in one process than others start; asked for, processes are always used."""


def run(request: ReviewRequest, *, on_progress: OnProgress | None = None) -> ReviewResult:
    """Read, check, consolidate and write; raises a TongketError where it cannot go on, and then writes nothing."""
    period = _period(request.period)
    check_replaceable(request.out.absolute())
    files = input_files(request.reports)
    pack, hierarchy, duties = _tables(request)
    read = _read_all(request, files, on_progress)
    result = consolidate(read, pack=pack, hierarchy=hierarchy, duties=duties, period=period)
    replace_folder(request.out, lambda folder: write_all(result, folder, request.language))
    return result


def consolidate(
    read: Sequence[ReadFile | Refusal],
    *,
    pack: Pack,
    hierarchy: Hierarchy,
    duties: tuple[ReportDuty, ...],
    period: Period,
) -> ReviewResult:
    """Check and roll up what was read."""
    files = tuple(r for r in read if isinstance(r, ReadFile))
    refusals = tuple(r for r in read if isinstance(r, Refusal))
    reports = tuple(f.report for f in files)
    checked = check(
        reports, refusals, framework=pack.framework, hierarchy=hierarchy, duties=duties, review_period=period
    )
    figures = roll_up(
        checked.current,
        checked.findings,
        framework=pack.framework,
        hierarchy=hierarchy,
        review_period=period,
        duties=duties,
    )
    return ReviewResult(
        pack=pack,
        period=period,
        hierarchy=hierarchy,
        duties=duties,
        files=files,
        refusals=refusals,
        findings=checked.findings,
        notices=checked.notices,
        figures=figures,
        coverage=coverage(checked.attributed, duties, review_period=period),
    )


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise WrongCallError([Problem(code="period_malformed", fields={"text": text})]) from error


def _tables(request: ReviewRequest) -> tuple[Pack, Hierarchy, tuple[ReportDuty, ...]]:
    """The pack and the tables; what is wrong in any of them is told at once."""
    problems: list[Problem] = []
    kind: type[TongketError] | None = None
    pack, hierarchy = None, None
    duties: tuple[ReportDuty, ...] = ()
    try:
        pack = load_pack(request.pack)
    except TongketError as error:
        problems += error.problems
        kind = type(error)
    try:
        hierarchy = load_hierarchy(request.orgunits, request.changes)
        duties = load_duties(request.duties, hierarchy) if request.duties is not None else ()
    except TongketError as error:
        problems += error.problems
        kind = kind or type(error)
    if pack is None or hierarchy is None or kind is not None:
        raise (kind or WrongCallError)(problems)
    return pack, hierarchy, duties


def _read_all(
    request: ReviewRequest, files: Sequence[InputFile], on_progress: OnProgress | None
) -> list[ReadFile | Refusal]:
    jobs = [
        ReadingJob(file=f, pack=request.pack, orgunits=request.orgunits.absolute(), changes=_absolute(request.changes))
        for f in files
    ]
    processes = request.jobs or ((os.cpu_count() or 1) if len(files) >= WORTH_PROCESSES else 1)
    outcomes = map_over(read_file, jobs, jobs=processes, on_progress=on_progress)
    return [_outcome(o) for o in outcomes]


def _outcome(outcome: Outcome[ReadingJob, ReadFile | Refusal]) -> ReadFile | Refusal:
    """A file that broke its reader is one more unreadable file; the folder goes on."""
    if outcome.error is None and outcome.value is not None:
        return outcome.value
    name = outcome.item.file.name
    problem = Problem(code="reader_failed", severity=Severity.ERROR, where=Where(file=name))
    return Refusal(name=name, sha256="", problem=problem)


def _absolute(path: Path | None) -> Path | None:
    return path.absolute() if path is not None else None
