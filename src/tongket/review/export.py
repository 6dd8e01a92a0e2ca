"""A review as review.json."""

import json
from collections.abc import Iterable
from decimal import Decimal

from tongket import __version__
from tongket.checks import Finding, Notice
from tongket.consolidation import AbsenceReason, Amounts, Basis, Comparison, Figure, with_excluded
from tongket.framework import Indicator
from tongket.reports import DataValue, Decision
from tongket.review.passages import Passage, passages
from tongket.review.request import ReviewResult
from tongket.review.schema import (
    AbsenceRow,
    ComparisonRow,
    ContributionRow,
    CoverageRow,
    DecisionRow,
    ExclusionRow,
    FindingRow,
    IndicatorRow,
    MissingRow,
    NoticeRow,
    OrgUnitRow,
    ProvisionalRow,
    ReviewJson,
    RollupRow,
    SilenceRow,
    SourceRow,
    TotalRow,
    ValueRow,
)
from tongket.review.source_pages import source_page
from tongket.review.statement_rows import limitation_rows, theme_rows
from tongket.review.wording import note_of, reason_word, suggestion_of

ILLUSTRATIVE = "Tài liệu minh họa – số liệu giả định"


def review_json(result: ReviewResult, language: str) -> str:
    """The text of review.json: the same for the same inputs."""
    document = _document(result, language).model_dump(mode="json")
    for row in (*document["values"], *document["findings"]):
        if row["decision"] is None:
            del row["decision"]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _document(result: ReviewResult, language: str) -> ReviewJson:
    found = passages(result.files)
    places = {_key(v): i for i, v in enumerate(result.values)}
    return ReviewJson(
        schema_version="1",
        product=f"tongket {__version__}",
        pack=f"{result.pack.id} {result.pack.version}",
        instrument=result.pack.instrument,
        period=str(result.period),
        tree_date=(result.tree_date or result.period.last_day).isoformat(),
        statement=ILLUSTRATIVE if result.illustrative else "",
        indicators=[_indicator(one) for one in result.pack.framework],
        org_units=_org_units(result),
        values=[_value(v, found[v]) for v in result.values],
        silences=_silences(result, language),
        rollups=[_rollup(result, f, places) for f in result.figures],
        accepted_only=result.accepted_only,
        provisional=[
            _provisional(f, result.provisional[f.code], places) for f in result.figures if f.code in result.provisional
        ],
        comparisons=[_comparison(c) for c in result.comparisons],
        findings=[_finding(f, language) for f in result.findings],
        notices=[_notice(n, language) for n in result.notices],
        coverage=_coverage(result),
        refused=[r.name for r in result.refusals if r.problem.code == "secrecy_mark"],
        limitations=limitation_rows(result),
        themes=theme_rows(result),
        sources=_sources(result),
    )


def _key(value: DataValue) -> tuple[object, ...]:
    return (
        value.source.file,
        value.source.anchor,
        value.org_unit,
        value.period,
        value.indicator,
        value.part,
        value.source.text,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _indicator(one: Indicator) -> IndicatorRow:
    return IndicatorRow(
        code=one.code,
        name=one.name,
        pillar=one.pillar,
        unit_of_measure=one.unit_of_measure,
        over_units=one.over_units.value,
        over_time=one.over_time.value,
    )


def _org_units(result: ReviewResult) -> list[OrgUnitRow]:
    codes = {f.org_unit for f in result.figures} | {code for f in result.figures for code in f.base.expected}
    codes |= {v.org_unit for v in result.values} | {entry.org_unit for entry in result.coverage.entries}
    return [OrgUnitRow(code=code, name=result.unit_name(code), kind=result.unit_kind(code)) for code in sorted(codes)]


def _value(v: DataValue, passage: Passage) -> ValueRow:
    return ValueRow(
        org_unit=v.org_unit,
        period=str(v.period),
        indicator=v.indicator,
        part=v.part.value,
        value=float(v.value),
        state=v.state.value,
        unit_of_measure=v.unit_of_measure,
        file=v.source.file,
        anchor=v.source.anchor,
        text=v.source.text,
        passage=passage.text,
        mark=(passage.start, passage.end),
        heading=passage.heading,
        confidence=v.source.confidence,
        reader=v.source.reader,
        decision=_decision(v.decision, v.as_read),
    )


def _decision(decision: Decision | None, read: Decimal | None = None) -> DecisionRow | None:
    if decision is None:
        return None
    return DecisionRow(verb=decision.verb.value, by=decision.by, reason=decision.reason, value_read=_number(read))


def _rollup(result: ReviewResult, f: Figure, places: dict[tuple[object, ...], int]) -> RollupRow:
    return RollupRow(
        org_unit=f.org_unit,
        period=str(f.period),
        indicator=f.indicator,
        basis=f.basis.value,
        value=_number(f.value),
        numerator=_number(f.numerator),
        denominator=_number(f.denominator),
        reporters=list(f.base.reporters),
        expected=list(f.base.expected),
        absent=[AbsenceRow(org_unit=a.org_unit, reason=a.reason, periods=list(a.periods)) for a in f.base.absent],
        full=f.base.full,
        stands=result.stands(f),
        as_of=str(f.as_of) if f.as_of else None,
        expression=[
            ContributionRow(
                org_unit=c.org_unit, period=str(c.period), part=v.part.value, value=places[_key(v)], share=str(c.share)
            )
            for c in f.expression
            for v in c.values
        ],
        excluded=[
            ExclusionRow(
                org_unit=e.value.org_unit,
                period=str(e.value.period),
                part=e.value.part.value,
                value=places[_key(e.value)],
                finding=e.code,
            )
            for e in f.excluded
        ],
        with_excluded=_total(with_excluded(f, result.pack.framework[f.indicator])),
    )


def _total(total: Amounts | None) -> TotalRow | None:
    if total is None:
        return None
    value, above, below = (_number(one) for one in (total.value, total.numerator, total.denominator))
    return TotalRow(value=value, numerator=above, denominator=below)


def _provisional(full: Figure, left: Figure | None, places: dict[tuple[object, ...], int]) -> ProvisionalRow:
    """Beside the full figure what is left of it."""
    counted = {v for c in left.expression for v in c.values} if left else set()
    return ProvisionalRow(
        org_unit=full.org_unit,
        period=str(full.period),
        indicator=full.indicator,
        basis=full.basis.value,
        value=_number(left.value) if left else None,
        numerator=_number(left.numerator) if left else None,
        denominator=_number(left.denominator) if left else None,
        reporters=list(left.base.reporters) if left else [],
        left_out=[places[_key(v)] for c in full.expression for v in c.values if v not in counted],
    )


def _comparison(c: Comparison) -> ComparisonRow:
    return ComparisonRow(
        org_unit=c.later.org_unit,
        indicator=c.later.indicator,
        earlier=str(c.earlier.period),
        later=str(c.later.period),
        org_units=list(c.org_units),
        before=float(c.before),
        after=float(c.after),
        growth=_number(c.growth),
        whole=set(c.org_units) == {*c.earlier.base.expected, *c.later.base.expected},
    )


def _finding(f: Finding, language: str) -> FindingRow:
    return FindingRow(
        code=f.code,
        severity=f.severity.value,
        files=list(f.files),
        org_unit=f.org_unit,
        period=f.period,
        indicator=f.indicator,
        note=note_of(f, language),
        suggestion=suggestion_of(f, language),
        decision=_decision(f.decision),
    )


def _notice(n: Notice, language: str) -> NoticeRow:
    return NoticeRow(
        code=n.code,
        severity=n.severity.value,
        files=list(n.files),
        org_unit=n.org_unit,
        period=n.period,
        indicator=n.indicator,
        note=note_of(n, language),
    )


def _silences(result: ReviewResult, language: str) -> list[SilenceRow]:
    """What reports say they have no figure of, and what units that reported owe and do not state."""
    told = [
        SilenceRow(org_unit=s.org_unit, period=str(s.period), indicator=s.indicator, state=s.state.value, why=s.why)
        for r in result.reports
        for s in r.silences
    ]
    owed = [
        SilenceRow(
            org_unit=a.org_unit,
            period=str(f.period),
            indicator=f.indicator,
            state="not_reported",
            why=reason_word(str(a.reason), language),
        )
        for f in result.figures
        if f.basis is Basis.AS_REPORTED and not f.period.is_span
        for a in f.base.absent
        if a.reason == AbsenceReason.NOT_STATED
    ]
    return told + owed


def _coverage(result: ReviewResult) -> CoverageRow:
    missing = [MissingRow(org_unit=unit, period=str(period)) for unit, period in result.coverage.missing]
    return CoverageRow(expected=result.coverage.expected, reported=result.coverage.reported, missing=missing)


def _sources(result: ReviewResult) -> list[SourceRow]:
    def rows() -> Iterable[SourceRow]:
        for i, r in enumerate(result.reports):
            yield SourceRow(
                file=r.file,
                sha256=r.sha256,
                org_unit=r.org_unit,
                period=str(r.period) if r.period else None,
                number=r.number,
                document_date=r.document_date.isoformat() if r.document_date else None,
                page=source_page(i, r.file),
            )

    return list(rows())
