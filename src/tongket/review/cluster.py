"""Reading and adding up on a cluster: what travels there, and what is done with it."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from tongket.checks import Finding
from tongket.compute import map_over
from tongket.consolidation import Consolidated, in_order, roll_up
from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.reading import (
    Admitted,
    Programs,
    ReadFile,
    ReadingJob,
    ReadingTables,
    Refusal,
    admit,
    as_report,
    find_programs,
    read_document,
)
from tongket.reports import Report

PARTS = 8
"""So many partial roll-ups, each of some of the indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """The bytes of a file, or why the door here refused it."""

    job: ReadingJob
    admitted: Admitted | Refusal


def sent(job: ReadingJob) -> SentFile:
    """A file as it travels: no worker need see our folders."""
    return SentFile(job=job, admitted=admit(job.file.path, name=job.file.name, member=job.file.member))


def read_sent(tables: ReadingTables, file: SentFile, *, ocr: bool) -> ReadFile | Refusal:
    """On a worker: the report that a file is, read with the programs that are there."""
    if isinstance(file.admitted, Refusal):
        return file.admitted
    document = read_document(file.admitted, programs=_programs(ocr))
    return document if isinstance(document, Refusal) else as_report(document, tables.reader, file.job.given)


@cache
def _programs(ocr: bool) -> Programs:
    return find_programs(ocr=ocr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The indicators of one partial roll-up, and of the reports what belongs to them."""

    framework: Framework
    reports: tuple[Report, ...]


def roll_up_on_cluster(
    reports: Sequence[Report], findings: Sequence[Finding], *, framework: Framework, cluster: str, **given: Any
) -> Consolidated:
    """The same as :func:`tongket.consolidation.roll_up`, ``given`` all else it takes; a share of the indicators on each
    worker."""
    hierarchy: Hierarchy = given["hierarchy"]
    common = pickle.dumps((tuple(findings), {**given, "hierarchy": Hierarchy(hierarchy.spans, hierarchy.changes)}))
    outcomes = map_over(partial(rolled_up, common), shares(reports, framework), cluster=cluster)
    for outcome in outcomes:
        if outcome.error is not None:
            raise outcome.error
    parts = [outcome.value for outcome in outcomes if outcome.value is not None]
    order = {code: number for number, code in enumerate(framework.indicators)}
    compared = [one for part in parts for one in part.comparisons]
    return Consolidated(
        figures=in_order((figure for part in parts for figure in part.figures), framework),
        comparisons=tuple(sorted(compared, key=lambda one: (one.later.org_unit, order[one.later.indicator]))),
        provisional=dict(sorted(pair for part in parts for pair in part.provisional.items())),
    )


def shares(reports: Sequence[Report], framework: Framework) -> list[Share]:
    """The indicators dealt out, and the reports without their text and the figures of others."""
    codes = [list(framework.indicators)[i::PARTS] for i in range(PARTS)]
    return [
        Share(
            framework=replace(framework, indicators={code: framework[code] for code in part}),
            reports=tuple(
                replace(
                    report,
                    values=tuple(v for v in report.values if v.indicator in part),
                    silences=tuple(s for s in report.silences if s.indicator in part),
                    narratives=(),
                    fingerprint=b"",
                )
                for report in reports
            ),
        )
        for part in codes
        if part
    ]


def rolled_up(common: bytes, share: Share) -> Consolidated:
    """On a worker: the figures of a share."""
    findings, given = pickle.loads(common)
    return roll_up(share.reports, findings, framework=share.framework, **given)
