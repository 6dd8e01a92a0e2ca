"""A page for each indicator: every rolled-up figure of it, opened to what it was added up from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePosixPath

from tongket.consolidation import Absence, Basis, Contribution, ExcludedValue, Figure, whole_numbers
from tongket.dossier.writers.html import number, render
from tongket.framework import Aggregation, Indicator, Part
from tongket.problems import translate
from tongket.reports import DataValue
from tongket.review.names import START_PAGE
from tongket.review.passages import Passage
from tongket.review.request import ReviewResult
from tongket.review.wording import (
    base_sentence,
    pair_text,
    period_text,
    provisional_sentence,
    reason_word,
    value_text,
    with_excluded_sentence,
)

Links = Mapping[DataValue, str]
RULES_IN_A_YEAR = {
    Aggregation.SUM: "sum over units",
    Aggregation.RATIO_OF_SUMS: "numerators and denominators added up over units",
}
RULES = {
    Aggregation.SUM: "sum over units, then over years",
    Aggregation.RATIO_OF_SUMS: "numerators and denominators added up over all years stated",
    Aggregation.LAST: "the latest year stated",
    Aggregation.MAX: "the largest value",
}


def indicator_page(code: str) -> str:
    """The name of an indicator's page."""
    return f"sources/figures/{code}.html"


def figure_id(figure: Figure) -> str:
    """The id of a figure's section on its indicator's page."""
    return f"f-{figure.org_unit}-{str(figure.period).replace('/', '-')}-{figure.basis.value}"


def render_indicator(
    result: ReviewResult,
    indicator: Indicator,
    figures: Sequence[Figure],
    links: Links,
    quoted: Mapping[DataValue, Passage],
    footer: str,
    language: str,
) -> str:
    """The page of one indicator."""
    whole = whole_numbers(figures, indicator)
    return render(
        "indicator.html",
        language,
        title=f"{indicator.code} – {indicator.name if language == 'vi' else indicator.name_en}",
        subtitle=translate("Unit of measure: {unit}", language, unit=indicator.unit_of_measure),
        figures=[_figure(result, indicator, f, links, quoted, language, whole.get(f.code)) for f in figures],
        root="../../",
        start=START_PAGE,
        illustrative=result.illustrative,
        footer=footer,
    )


def _figure(
    result: ReviewResult,
    indicator: Indicator,
    f: Figure,
    links: Links,
    quoted: Mapping[DataValue, Passage],
    language: str,
    whole: Decimal | None = None,
) -> dict[str, object]:
    unit = result.unit_name(f.org_unit, f.period if f.basis is Basis.AS_REPORTED else None)
    basis = "" if f.basis is Basis.AS_REPORTED else f" ({_map_words(result, language)})"
    value = value_text(f if whole is None else replace(f, value=whole), indicator)
    unit_word = "" if indicator.unit_of_measure == "%" else f" {indicator.unit_of_measure}"
    rule = RULES.get(indicator.over_time, "") if f.period.is_span else RULES_IN_A_YEAR.get(indicator.over_units, "")
    return {
        "id": figure_id(f),
        "code": f.code,
        "short": f"{unit} {period_text(f.period)}{basis}",
        "title": f"{unit}, {period_text(f.period)}{basis}",
        "statement": f"{value}{unit_word}"
        + (f" ({pair_text(f.numerator, f.denominator)})" if indicator.is_ratio else ""),
        "base": base_sentence(result, f, language),
        "ratio": indicator.is_ratio,
        "contributions": [_contribution(result, c, links, quoted) for c in f.expression],
        "value": number(f.value, 3),
        "numerator": number(f.numerator, 3),
        "denominator": number(f.denominator, 3),
        "rule": translate(rule, language),
        "absent": [_absent(result, f, a, language) for a in f.base.absent],
        "excluded": [_excluded(result, e, links, quoted, language) for e in f.excluded],
        "provisional": provisional_sentence(result, f, language),
        "with_excluded": with_excluded_sentence(result, f, language),
    }


def _map_words(result: ReviewResult, language: str) -> str:
    """Which map converted figures are on."""
    if result.tree_date is None:
        return translate("on the map of the end of the review", language)
    return translate("on the map of {day}", language, day=f"{result.tree_date:%d/%m/%Y}")


def _contribution(
    result: ReviewResult, c: Contribution, links: Links, quoted: Mapping[DataValue, Passage]
) -> dict[str, object]:
    by_part = {v.part: v for v in c.values}

    def shown(part: Part) -> str:
        text = number(by_part[part].value, 3) if part in by_part else ""
        return text if c.share == 1 or not text else f"{text} × {c.share}"

    sources = {(v.source.file, v.source.anchor): v for v in c.values}.values()
    return {
        "unit": result.unit_name(c.org_unit, c.period),
        "period": str(c.period),
        "value": shown(Part.VALUE),
        "numerator": shown(Part.NUMERATOR),
        "denominator": shown(Part.DENOMINATOR),
        "passages": list(dict.fromkeys(quoted[v] for v in c.values if v in quoted)),
        "sources": [_source(v, links) for v in sources],
    }


def _source(value: DataValue, links: Links) -> dict[str, str]:
    return {
        "href": f"../../{links[value]}",
        "name": PurePosixPath(value.source.file).name,
        "anchor": value.source.anchor,
    }


def _absent(result: ReviewResult, figure: Figure, absence: Absence, language: str) -> str:
    words = reason_word(str(absence.reason), language)
    when = f", {', '.join(absence.periods)}" if figure.period.is_span else ""
    return f"{result.unit_name(absence.org_unit, figure.period)} ({words}{when})"


def _excluded(
    result: ReviewResult, e: ExcludedValue, links: Links, quoted: Mapping[DataValue, Passage], language: str
) -> dict[str, object]:
    v = e.value
    why = reason_word(e.code, language)
    return {
        "text": f"{result.unit_name(v.org_unit, v.period)}, {v.period}: {v.source.text} ({why})",
        "href": f"../../{links[v]}" if v in links else "",
        "passage": quoted.get(v),
        "name": PurePosixPath(v.source.file).name,
    }
