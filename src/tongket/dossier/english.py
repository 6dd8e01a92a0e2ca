"""The review on two pages in English; what units say stays in their own words."""

from collections.abc import Iterator

from tongket.dossier.bases import base_words
from tongket.dossier.chairman import MOST_DOUBTFUL
from tongket.dossier.highlights import Highlight, results, shortfalls
from tongket.dossier.material import Material
from tongket.dossier.papers import (
    BindingKind,
    Heading,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    ParagraphRole,
    Text,
    bound,
    plain,
)
from tongket.dossier.report.quality import excluded_values
from tongket.dossier.report.statements import quoted, shared
from tongket.dossier.sentences import at_least, measured
from tongket.dossier.wording import count_of, number_text, said
from tongket.reports import NarrativeKind

EN = "en"
MOST = 5
UNITS = {"tỷ đồng": " billion dong", "triệu đồng": " million dong", "km": " km"}
"""Units of measure that the English name of an indicator does not already say."""


def english_summary(material: Material, *, title: str, further: tuple[Text, ...] = ()) -> OfficialPaper:
    """The two pages; ``title`` is the pack's English name, ``further`` what there is to say of the conference."""
    parts: tuple[tuple[str, list[Text]], ...] = (
        ("What the figures rest on", [_data(material), plain(NUMBERS)]),
        ("Results that stand out", [_told(material, one) for one in results(material)]),
        ("What was not reached", [_told(material, one) for one in shortfalls(material)]),
        ("Limitations that most units name, in a unit's words", _limitations(material)),
        ("Figures we do not vouch for", list(_doubtful(material))),
        ("Who has not reported", list(_silent(material))),
        ("The conference", list(further)),
    )
    return OfficialPaper(
        kind=PaperKind.INTERNAL,
        issuer=material.occasion.issuer,
        title="SUMMARY OF THE REVIEW",
        subject=bound(f"{title}, {str(material.period).replace('/', '–')}", BindingKind.FACT, "pack.yaml#name_en"),
        blocks=tuple(_blocks(parts)),
        draft=None,
        illustrative=material.illustrative,
        headed=False,
    )


NUMBERS = "Numbers are written as in the reports: a point after thousands, a comma before decimals."


def _blocks(parts: tuple[tuple[str, list[Text]], ...]) -> Iterator[PaperBlock]:
    filled = [(title, lines) for title, lines in parts if lines]
    for number, (title, lines) in enumerate(filled, start=1):
        yield Heading(level=2, number=f"{number}.", text=plain(title))
        yield from (PaperParagraph(text=(*plain("- "), *line), role=ParagraphRole.ITEM) for line in lines)


def _data(material: Material) -> Text:
    coverage = material.coverage
    return said(
        "{reported} of {expected} reports that were due from {units} units; {missing} have not come in.",
        EN,
        reported=count_of(coverage.reported, "coverage.reported"),
        expected=count_of(coverage.expected, "coverage.expected"),
        units=count_of(len({one.org_unit for one in coverage.entries}), "coverage.units"),
        missing=count_of(len(coverage.missing), "coverage.missing"),
    )


def _told(material: Material, one: Highlight) -> Text:
    """Name, value, numerator and denominator, of whom and when, and how it stands to its target."""
    figure, indicator = one.figure, one.indicator
    pair: Text = ()
    if indicator.is_ratio:
        n = bound(number_text(figure.numerator, 3), BindingKind.FIGURE, f"{figure.code}/numerator")
        whole = bound(number_text(figure.denominator, 3), BindingKind.FIGURE, f"{figure.code}/denominator")
        pair = (*plain(" ("), *n, *plain("/"), *whole, *plain(")"))
    when = str(figure.as_of or figure.period).replace("/", "–")
    return (
        *bound(indicator.name_en, BindingKind.FACT, f"indicators#{indicator.code}"),
        *plain(": "),
        *at_least(figure, indicator, EN),
        *measured(figure, indicator),
        *plain(UNITS.get(indicator.unit_of_measure, "")),
        *pair,
        *plain("; "),
        *base_words(material, figure, EN),
        *plain(", "),
        *bound(when, BindingKind.COUNT, "period"),
        *_target(one),
        *plain("."),
    )


def _target(one: Highlight) -> Text:
    target, gap = one.figure.target, one.figure.gap
    if target is None or gap is None:
        return ()
    sign = "%" if one.indicator.unit_of_measure == "%" else ""
    number = bound(number_text(target.value) + sign, BindingKind.GIVEN, f"targets.csv#{target.line}")
    return said("; target {target} met" if gap >= 0 else "; target {target} missed", EN, target=number)


def _limitations(material: Material) -> list[Text]:
    groups = shared(material, NarrativeKind.LIMITATION)[:MOST]
    return [
        (
            *quoted(group),
            *said(
                " ({many} units).",
                EN,
                many=bound(
                    f"{len(group.org_units)}/{len(material.reporting_units)}",
                    BindingKind.COUNT,
                    f"{group.kind.value}[{i}].units",
                ),
            ),
        )
        for i, group in enumerate(groups)
    ]


def _doubtful(material: Material) -> Iterator[Text]:
    """Of each unit and indicator one value, then how many there are."""
    left_out = [one for _, one in excluded_values(material) if one.code != "incomplete"]
    each = {(one.value.org_unit, one.value.indicator): one for one in reversed(left_out)}
    for one in list(reversed(each.values()))[:MOST_DOUBTFUL]:
        value = one.value
        ref = f"{value.source.file}#{value.source.anchor}"
        yield said(
            "{indicator}, {unit}, {period}: {number} is stated and left out.",
            EN,
            indicator=bound(
                material.framework[value.indicator].name_en, BindingKind.FACT, f"indicators#{value.indicator}"
            ),
            unit=bound(material.name(value.org_unit, value.period), BindingKind.VALUE, ref),
            period=bound(str(value.period), BindingKind.VALUE, ref),
            number=bound(value.source.text, BindingKind.VALUE, ref),
        )
    if len(left_out) > MOST_DOUBTFUL:
        yield said("{count} values are left out in all.", EN, count=count_of(len(left_out), "excluded"))


def _silent(material: Material) -> Iterator[Text]:
    line = "; ".join(f"{material.name(unit)} ({period})" for unit, period in sorted(material.coverage.missing))
    if line:
        yield (*bound(line, BindingKind.COUNT, "coverage.missing"), *plain("."))
