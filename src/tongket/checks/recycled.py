"""Text taken over from another report: the unit's own last one, or another unit's."""

from collections.abc import Iterator, Sequence

from tongket.checks.alignment import Alignment, align, words_of
from tongket.checks.findings import finding
from tongket.checks.intake import Intake
from tongket.checks.lookalikes import Lookalike, lookalikes
from tongket.checks.model import Finding
from tongket.reports import Report

MOST_CHANGES = 5
"""So many changes are shown."""


def recycled_texts(intake: Intake) -> Iterator[Finding]:
    """One for each report whose wording is mostly that of an earlier one; versions of one report are none, nor is what
    a report on several years repeats of the unit's own yearly ones."""
    settings = intake.settings
    reports = sorted(intake.current, key=_age)
    best: dict[int, Lookalike] = {}
    for pair in lookalikes(
        [report.fingerprint for report in reports],
        formal=settings.recycled_formal / 100,
        least=int(settings.recycled_least),
    ):
        if _repeats(reports[pair.later], reports[pair.earlier]) or 100 * pair.common < settings.recycled_share:
            continue
        if pair.later not in best or pair.common > best[pair.later].common:
            best[pair.later] = pair
    for _, pair in sorted(best.items()):
        yield _finding(intake, reports[pair.later], reports[pair.earlier], pair)


def _repeats(later: Report, earlier: Report) -> bool:
    """Whether one of two reports of one org unit is on several years and the other on one of them."""
    if later.org_unit != earlier.org_unit or later.period is None or earlier.period is None:
        return False
    return later.period.is_span != earlier.period.is_span and (
        later.period.covers(earlier.period) or earlier.period.covers(later.period)
    )


def _age(report: Report) -> tuple[object, ...]:
    period = report.period
    return (period.last_day if period else None, report.document_date is not None, report.document_date, report.file)


def _finding(intake: Intake, copy: Report, source: Report, pair: Lookalike) -> Finding:
    laid = _aligned(intake, (copy, source))
    own = copy.org_unit == source.org_unit
    note = ("recycled_own" if own else "recycled_text") + ("_aligned" if laid is not None else "")
    fields = {
        "share": str(round(100 * pair.common)),
        "source": source.file.rsplit("/", 1)[-1],
        "year": source.period.code if source.period else "",
    }
    if laid is not None:
        changed = [f"{old} → {new}" for old, new in laid.changed[:MOST_CHANGES]]
        fields |= {
            "changed": "; ".join(changed) or "–",
            "kept": str(laid.kept_figures),
            "figures": str(laid.figures),
            "copied": str(laid.copied),
            "words": str(laid.words),
            "place": laid.place,
            "source_place": laid.source_place,
        }
    return finding(
        "recycled_text",
        files=(copy.file, source.file),
        org_unit=copy.org_unit,
        period=copy.period.code if copy.period else None,
        note=note,
        fields=fields,
    )


def _aligned(intake: Intake, reports: Sequence[Report]) -> Alignment | None:
    """The two texts side by side, where both are at hand."""
    documents = [intake.documents.get(report.file) for report in reports]
    later, earlier = documents
    return align(words_of(later.blocks), words_of(earlier.blocks)) if later and earlier else None
