"""What the figures rest on and what is wrong with them: who reported, what was found, what was left out."""

from collections import Counter
from collections.abc import Iterator

from tongket.consolidation import ExcludedValue, Figure, with_excluded
from tongket.consolidation.messages import ABSENCE_REASONS
from tongket.dossier.material import Material
from tongket.dossier.papers import (
    Alignment,
    Annex,
    BindingKind,
    Heading,
    PaperBlock,
    PaperParagraph,
    PaperRow,
    PaperTable,
    Text,
    bound,
    plain,
)
from tongket.dossier.report.comparability import comparability_note
from tongket.dossier.wording import count_of, day_of, number_text, said
from tongket.problems import translate

FINDINGS = {
    "missing_report": "Reports that did not come in",
    "late_report": "Reports that came in late",
    "duplicate_report": "Reports that came in several versions",
    "unit_unresolved": "Reports of which the unit could not be told",
    "unreadable": "Files that cannot be read",
    "secrecy_mark": "Files that bear a secrecy mark and were refused",
    "over_100": "Parts larger than their whole",
    "percent_mismatch": "Percentages that do not follow from their numbers",
    "total_mismatch": "Totals that are not the sum of their parts",
    "prose_table_mismatch": "Text that says another figure than the table",
    "unit_mismatch": "Figures in another unit of measure than stated",
    "outlier": "Figures out of line with other years and units",
    "recycled_text": "Text taken over from another report",
    "not_comparable": "Figures that cannot be compared after a reorganisation",
}
"""The codes of findings as headings."""


def data_paragraph(material: Material) -> Text:
    """How many of the reports that were due the figures rest on."""
    coverage = material.coverage
    sentence = "The figures rest on {reported} of {expected} reports that were due from {units} units."
    if coverage.missing:
        sentence = (
            "The figures rest on {reported} of {expected} reports that were due from {units} units; "
            "{missing} have not come in."
        )
    told = said(
        sentence,
        reported=count_of(coverage.reported, "coverage.reported"),
        expected=count_of(coverage.expected, "coverage.expected"),
        units=count_of(len({one.org_unit for one in coverage.entries}), "coverage.units"),
        missing=count_of(len(coverage.missing), "coverage.missing"),
    )
    if not material.accepted_only:
        return told
    only = translate("Only accepted figures are added up: what is left to decide is in no total.", "vi")
    return (*told, *plain(f" {only}"))


def quality_annex(material: Material) -> Annex:
    """How the years compare, who did not report, what was found, which values are in no total."""
    blocks: list[PaperBlock] = [PaperParagraph(text=data_paragraph(material))]
    parts = (
        ("Reports that did not come in", _missing(material)),
        ("Points to review", _findings(material)),
        ("Values that are in no total", _excluded(material)),
        ("Very even figures", _even(material)),
    )
    told = [("How the years compare", list(comparability_note(material)))]
    told += [(title, [table]) for title, table in parts if table is not None]
    for number, (title, content) in enumerate(told, start=1):
        blocks += [Heading(level=2, number=f"{number}.", text=plain(translate(title, "vi"))), *content]
    return Annex(title=plain(translate("Quality of the figures", "vi")), blocks=tuple(blocks))


def _missing(material: Material) -> PaperTable | None:
    missing = set(material.coverage.missing)
    entries = [one for one in material.coverage.entries if (one.org_unit, one.period) in missing]
    rows = tuple(
        PaperRow(
            cells=(
                bound(str(i), BindingKind.COUNT, "coverage.missing"),
                bound(material.name(one.org_unit, one.period), BindingKind.COUNT, "coverage.missing"),
                bound(str(one.period), BindingKind.COUNT, "coverage.missing"),
                day_of(one.due, f"duties.csv#{one.org_unit}/{one.period}"),
            )
        )
        for i, one in enumerate(entries, start=1)
    )
    header = ("No.", "Org unit", "Period", "Due on")
    return _table(header, rows, (0.1, 0.5, 0.2, 0.2)) if rows else None


def _findings(material: Material) -> PaperTable | None:
    counts = Counter(finding.code for finding in material.findings)
    rows = tuple(
        PaperRow(
            cells=(
                bound(str(i), BindingKind.COUNT, "findings"),
                plain(translate(FINDINGS.get(code, code), "vi")),
                bound(str(counts[code]), BindingKind.COUNT, f"findings[{code}]"),
            )
        )
        for i, code in enumerate(sorted(counts, key=lambda c: (-counts[c], c)), start=1)
    )
    return _table(("No.", "What was found", "How many"), rows, (0.1, 0.7, 0.2)) if rows else None


def excluded_values(material: Material) -> Iterator[tuple[Figure, ExcludedValue]]:
    """What is left out of the review's figures, each once, with the figure of its period that it is left out of."""
    told = set()
    for figure in sorted(material.own.values(), key=lambda one: one.period.is_span):
        for one in figure.excluded:
            key = (one.value.source.file, one.value.source.anchor, one.value.indicator, one.value.part)
            if key not in told:
                told.add(key)
                yield figure, one


def _excluded(material: Material) -> PaperTable | None:
    rows = tuple(_left_out(material, i, *told) for i, told in enumerate(excluded_values(material), start=1))
    header = ("No.", "Indicator", "Org unit", "Period", "Value stated", "Why", "Total without", "Total with it")
    return _table(header, rows, (0.06, 0.24, 0.16, 0.08, 0.11, 0.15, 0.1, 0.1)) if rows else None


def _even(material: Material) -> PaperTable | None:
    """One line for each indicator; to be asked about, and no fault."""
    even = [one for one in material.notices if one.code == "too_even" and one.indicator]
    rows = tuple(
        PaperRow(
            cells=(
                bound(str(i), BindingKind.COUNT, "notices"),
                bound(
                    material.framework[str(one.indicator)].name, BindingKind.FACT, f"indicators.yaml#{one.indicator}"
                ),
                bound(translate(one.note, "vi", **dict(one.fields)), BindingKind.COUNT, f"notices#{one.indicator}"),
            )
        )
        for i, one in enumerate(even, start=1)
    )
    return _table(("No.", "Indicator", "Remark"), rows, (0.07, 0.5, 0.43)) if rows else None


def _left_out(material: Material, number: int, figure: Figure, one: ExcludedValue) -> PaperRow:
    """A value that a finding keeps out, beside the total of its period as it is and as it would be."""
    value = one.value
    total = with_excluded(figure, material.framework[value.indicator])
    would_be = bound(number_text(total.value), BindingKind.COUNT, f"{figure.code}#with_excluded") if total else ()
    ref = f"{value.source.file}#{value.source.anchor}"
    return PaperRow(
        cells=(
            bound(str(number), BindingKind.COUNT, "excluded"),
            bound(material.framework[value.indicator].name, BindingKind.FACT, f"indicators.yaml#{value.indicator}"),
            bound(material.name(value.org_unit, value.period), BindingKind.VALUE, ref),
            bound(str(value.period), BindingKind.VALUE, ref),
            bound(number_text(value.value), BindingKind.VALUE, ref),
            plain(translate(ABSENCE_REASONS.get(one.code, one.code), "vi")),
            bound(number_text(figure.value), BindingKind.FIGURE, figure.code),
            would_be,
        )
    )


def _table(header: tuple[str, ...], rows: tuple[PaperRow, ...], widths: tuple[float, ...]) -> PaperTable:
    first = PaperRow(cells=tuple(plain(translate(one, "vi")) for one in header), bold=True)
    alignments = (Alignment.CENTRE, *(Alignment.LEFT,) * (len(widths) - 1))
    return PaperTable(header=(first,), rows=rows, widths=widths, alignments=alignments)
