"""The one pipeline: a folder of reports to a folder of results."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from tongket.charts import load_boundaries
from tongket.checks import check
from tongket.compute import Outcome, map_over
from tongket.consolidation import Consolidated, coverage, roll_up
from tongket.framework import Target
from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import ConferenceFiles, Pack, load_conference, load_pack
from tongket.periods import Period
from tongket.problems import MalformedError, Problem, Where, WrongCallError
from tongket.reading import (
    NO_PROGRAMS,
    Document,
    InputFile,
    ReadFile,
    ReadingJob,
    ReadingTables,
    Refusal,
    find_programs,
    read_file,
)
from tongket.reports import ReportDuty, load_duties
from tongket.review.cluster import read_sent, roll_up_on_cluster, sent
from tongket.review.decide import (
    Decided,
    FindingSubjects,
    decide_findings,
    decide_values,
    decision_notices,
    elsewhere,
    given_units,
    load_decisions,
)
from tongket.review.final import approvals_of, publishable_as_ticked
from tongket.review.from_registers import register_notices
from tongket.review.inputs import input_files
from tongket.review.notices import reading_notices
from tongket.review.output_folder import replace_folder
from tongket.review.paths import check_paths
from tongket.review.reading_job import allowance, failure
from tongket.review.request import ReviewRequest, ReviewResult
from tongket.review.themes import review_themes, statements_of
from tongket.review.writing import write_all

OnProgress = Callable[[int, int], None]
Loaded = TypeVar("Loaded")
OF_UNITS = {"duties.unit_unknown", "duties.unit_not_there"}
"""Problems of duties that depend on the table of org units."""
WORTH_PROCESSES = 100
"""Fewer files than this are read sooner in one process than others start; asked for, processes are always used."""


def run(request: ReviewRequest, *, on_progress: OnProgress | None = None) -> ReviewResult:
    """Read, check, consolidate and write; raises a TongketError where it cannot go on, and then writes nothing."""
    period = _period(request.period)
    check_paths(request)
    approvals = approvals_of(request)
    files = input_files(request.reports)
    pack, hierarchy, duties, conference = _tables(request)
    pack = publishable_as_ticked(pack, approvals)
    boundaries = (
        load_boundaries(request.boundaries, hierarchy.on(request.tree_date or period.last_day))
        if request.boundaries
        else None
    )
    decided = load_decisions(request.decisions, framework=pack.framework, hierarchy=hierarchy)
    read = _read_all(request, files, on_progress, decided, pack, hierarchy)
    result = consolidate(
        read,
        pack=pack,
        hierarchy=hierarchy,
        duties=duties,
        period=period,
        decided=decided,
        tree_date=request.tree_date,
        targets=conference.targets if conference else (),
        accepted_only=request.accepted_only,
        roll=partial(roll_up_on_cluster, cluster=request.cluster) if request.cluster else roll_up,
    )
    result = replace(result, notices=(*result.notices, *register_notices(request.registers, result)))
    statements = statements_of(result.current)
    themes = review_themes(statements, pack.framework, conference, hierarchy)
    result = replace(
        result,
        conference=conference,
        statements=statements,
        themes=themes,
        boundaries=boundaries,
        with_codes=request.with_codes,
        final=request.final,
    )
    replace_folder(request.out, lambda folder: write_all(result, request, folder, approvals), read=request.decisions)
    return result


def consolidate(
    read: Sequence[ReadFile | Refusal],
    *,
    pack: Pack,
    hierarchy: Hierarchy,
    duties: tuple[ReportDuty, ...],
    period: Period,
    decided: Decided | None = None,
    tree_date: date | None = None,
    targets: Sequence[Target] = (),
    accepted_only: bool = False,
    roll: Callable[..., Consolidated] = roll_up,
) -> ReviewResult:
    """Check and roll up what was read, as people decided; ``roll`` is :func:`roll_up` or does the same elsewhere."""
    given = decided or Decided()
    as_read = tuple(r for r in read if isinstance(r, ReadFile))
    files = decide_values(as_read, given)
    refusals = tuple(r for r in read if isinstance(r, Refusal))
    reports = tuple(f.report for f in files)
    checked = check(
        reports,
        refusals,
        framework=pack.framework,
        hierarchy=hierarchy,
        duties=duties,
        review_period=period,
        documents=_documents(files),
        settings=pack.checks,
    )
    subjects = FindingSubjects(reports, refusals)
    findings = decide_findings(checked.findings, given, subjects)
    rolled = roll(
        checked.current,
        findings,
        framework=pack.framework,
        hierarchy=hierarchy,
        review_period=period,
        duties=duties,
        tree_date=tree_date,
        restated=pack.checks.restated,
        targets=targets,
        accepted_only=accepted_only,
    )
    return ReviewResult(
        pack=pack,
        period=period,
        tree_date=tree_date,
        hierarchy=hierarchy,
        duties=duties,
        files=files,
        current=checked.current,
        refusals=refusals,
        findings=findings,
        notices=(
            *checked.notices,
            *reading_notices(reports),
            *decision_notices(given, as_read, checked.findings, subjects),
        ),
        figures=rolled.figures,
        comparisons=rolled.comparisons,
        provisional=rolled.provisional,
        accepted_only=accepted_only,
        coverage=coverage(checked.attributed, duties, review_period=period, elsewhere=elsewhere(given)),
        decisions=given.decisions,
    )


def _documents(files: Sequence[ReadFile]) -> dict[str, Document]:
    """The documents by file; of a file with several reports all of it."""
    found: dict[str, Document] = {}
    for document in (f.document for f in files if f.document.form is None):
        before = found.get(document.name)
        found[document.name] = replace(document, blocks=(*before.blocks, *document.blocks)) if before else document
    return found


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise WrongCallError([Problem(code="period_malformed", fields={"text": text})]) from error


def _tables(request: ReviewRequest) -> tuple[Pack, Hierarchy, tuple[ReportDuty, ...], ConferenceFiles | None]:
    """The pack, the tables and the conference; what is wrong in any of them is told at once."""
    problems: list[Problem] = []
    pack = _loaded(lambda: load_pack(request.pack), problems)
    hierarchy = _loaded(lambda: _hierarchy(request), problems)
    duties = _loaded(lambda: _duties(request, hierarchy), problems)
    conference = None
    if request.conference is not None and pack is not None and hierarchy is not None:
        path, framework, units, outline = request.conference, pack.framework, hierarchy, pack.outline
        conference = _loaded(
            lambda: load_conference(path, framework=framework, hierarchy=units, outline=outline), problems
        )
    if problems or pack is None or hierarchy is None or duties is None:
        raise MalformedError(problems)
    return pack, hierarchy, duties, conference


def _loaded(load: Callable[[], Loaded], problems: list[Problem]) -> Loaded | None:
    try:
        return load()
    except MalformedError as error:
        problems += error.problems
        return None


def _hierarchy(request: ReviewRequest) -> Hierarchy:
    hierarchy = load_hierarchy(request.orgunits, request.changes)
    if not hierarchy.spans:
        raise MalformedError([Problem(code="table.empty", where=Where(file=str(request.orgunits)))])
    return hierarchy


def _duties(request: ReviewRequest, hierarchy: Hierarchy | None) -> tuple[ReportDuty, ...]:
    """The duties; where the org units are not known, only what is wrong with the table by itself."""
    if request.duties is None:
        return ()
    try:
        return load_duties(request.duties, hierarchy or Hierarchy(()))
    except MalformedError as error:
        ours = [p for p in error.problems if hierarchy is not None or p.code not in OF_UNITS]
        if not ours:
            return ()
        raise MalformedError(ours) from error


def _read_all(
    request: ReviewRequest,
    files: Sequence[InputFile],
    on_progress: OnProgress | None,
    decided: Decided,
    pack: Pack,
    hierarchy: Hierarchy,
) -> list[ReadFile | Refusal]:
    tables = ReadingTables.of(pack.framework, hierarchy)
    given, far = given_units(decided), request.cluster
    programs = NO_PROGRAMS if far else find_programs(ocr=request.ocr)
    jobs = [ReadingJob(file=f, programs=programs, given=given) for f in files]
    processes = request.jobs or ((os.cpu_count() or 1) if len(files) >= WORTH_PROCESSES else 1)
    read: Callable[[Any], ReadFile | Refusal] = (
        partial(read_sent, tables, ocr=request.ocr) if far else partial(read_file, tables)
    )
    outcomes = map_over(
        read, jobs, jobs=processes, on_progress=on_progress, allowance=allowance(files), cluster=far, send=sent
    )
    return [one for outcome in outcomes for one in _with_further(_outcome(outcome))]


def _with_further(read: ReadFile | Refusal) -> tuple[ReadFile | Refusal, ...]:
    """A file, and the other reports in it."""
    return (read,) if isinstance(read, Refusal) else (replace(read, further=()), *read.further)


def _outcome(outcome: Outcome[ReadingJob, ReadFile | Refusal]) -> ReadFile | Refusal:
    """A file that broke its reader is one more unreadable file; the folder goes on."""
    if outcome.error is None and outcome.value is not None:
        return outcome.value
    if isinstance(outcome.error, WrongCallError):
        raise outcome.error
    name = outcome.item.file.name
    return Refusal(name=name, sha256="", problem=failure(outcome.error, name))
