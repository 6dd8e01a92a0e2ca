"""The slides of a review: what the hall must see, and what the speaker says with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tongket.charts import Chart, ChartKind
from tongket.dossier.chart_tables import chart_table
from tongket.dossier.growth import change_size, growth_words
from tongket.dossier.highlights import Highlight, results, shortfalls
from tongket.dossier.material import Material
from tongket.dossier.papers import (
    Alignment,
    BindingKind,
    PaperBlock,
    PaperRow,
    PaperTable,
    Text,
    bound,
    plain,
    text_of,
)
from tongket.dossier.pictures import pictures
from tongket.dossier.report.build import instrument_of, subject_of
from tongket.dossier.report.quality import data_paragraph, excluded_values
from tongket.dossier.report.statements import shared, told
from tongket.dossier.sentences import at_least, measured, sentences
from tongket.dossier.slides.model import Bullets, Slide, SlideDeck
from tongket.dossier.target_words import target_words
from tongket.dossier.wording import count_of, day_of, said
from tongket.framework import Publishable
from tongket.orgunits import ChangeKind
from tongket.problems import translate
from tongket.reports import NarrativeKind

MATTERS, THEMES, ROWS, LINES = 5, 4, 8, 3
"""At most so many matters on a slide of words, themes, rows of a table, and trends."""
LONGEST = 70
"""Letters of the longest name that still stands beside a bar."""
SHOWN = frozenset({Publishable.YES})
"""What may be shown to a hall without asking."""


def slide_deck(
    material: Material, *, last_review: tuple[PaperBlock, ...] = (), levels: frozenset[Publishable] = SHOWN
) -> SlideDeck:
    """The slides; ``last_review`` as it stands in the report; only indicators of ``levels`` are shown."""
    shown = _only(material, levels)
    charts = pictures(shown)
    grids = [one for one in charts.coverage if len(one.categories) <= ROWS + 2]
    slides: list[Slide] = [_first(material), _basis(material)]
    slides += [_chart(one) for one in grids[:2]]
    slides += _last(last_review)
    slides += _highlights(shown, "Results that stand out", results(shown))
    slides += [
        _chart(one) for one in (*charts.progress, *charts.trends[:LINES], *charts.ranks[:1], *charts.contributions)
    ]
    slides += _highlights(shown, "What was not reached", shortfalls(shown))
    slides += [_chart(one) for one in charts.themes]
    for kind, title in NARRATIVES:
        slides += _matters(material, kind, title)
    slides.append(_end(material))
    return SlideDeck(title=subject_of(material), slides=tuple(slides), illustrative=material.illustrative)


NARRATIVES = (
    (NarrativeKind.CAUSE, "Causes that the units name"),
    (NarrativeKind.TASK, "Tasks for the time to come"),
    (NarrativeKind.PROPOSAL, "What the units ask for"),
)


def _only(material: Material, levels: frozenset[Publishable]) -> Material:
    framework = material.framework
    kept = {code: one for code, one in framework.indicators.items() if one.publishable in levels}
    return replace(material, framework=replace(framework, indicators=kept))


def _first(material: Material) -> Slide:
    occasion = material.occasion
    issuer = plain(occasion.issuer_words)
    return Slide(title=subject_of(material), under=issuer, opening=True, notes=(data_paragraph(material),))


def _end(material: Material) -> Slide:
    return Slide(title=plain(translate("Thank you.", "vi")), under=plain(material.occasion.issuer_words), opening=True)


def _basis(material: Material) -> Slide:
    """What the figures rest on, until when, and what stands in no total."""
    lines = [data_paragraph(material)]
    if material.occasion.cut_off is not None:
        lines.append(
            said("Figures are as of {day}.", day=day_of(material.occasion.cut_off, f"{material.occasion.ref}#cut_off"))
        )
    lines.append(plain(translate("Growth, ranks and trends compare the same units on both sides.", "vi")))
    out = len(list(excluded_values(material)))
    if out:
        lines.append(
            said(
                "{number} values are in no total; they stand in the annex with the reason.",
                number=count_of(out, "excluded"),
            )
        )
    days = {one.on for one in material.hierarchy.changes if one.kind is not ChangeKind.RENAME}
    inside = sorted(day for day in days if material.period.first_day < day <= material.period.last_day)
    for day in inside:
        lines.append(said("Units reorganised on {day}", day=day_of(day, f"changes.csv#{day.isoformat()}")) + plain("."))
    title = plain(translate("What the figures rest on", "vi"))
    return Slide(
        title=title,
        content=Bullets(lines=tuple(lines)),
        notes=(said("Instrument: {instrument}.", instrument=instrument_of(material)),),
    )


def _chart(chart: Chart) -> Slide:
    title = bound(chart.title, BindingKind.COUNT, f"charts[{chart.code}]")
    unit = translate("Unit of measure: {unit}.", "vi", unit=chart.unit_of_measure) if chart.unit_of_measure else ""
    broken = " ".join(f"{one.text}." for one in chart.breaks)
    words = " ".join(part for part in (unit, chart.base, broken) if part)
    grid = chart.kind is ChartKind.GRID or max(map(len, chart.categories), default=0) > LONGEST
    content = chart_table(chart, rows=THEMES if chart.code.startswith("theme") else 0) if grid else chart
    notes = (bound(chart.alternative, BindingKind.COUNT, f"charts[{chart.code}]"), _sources(chart.refs))
    return Slide(
        title=title, content=content, under=bound(words, BindingKind.COUNT, f"charts[{chart.code}]"), notes=notes
    )


def _sources(refs: Iterable[str]) -> Text:
    """The codes by which figures are found in the annex and the pages."""
    codes = "; ".join(dict.fromkeys(refs))
    return said("Source: {codes}.", codes=bound(codes, BindingKind.COUNT, "sources")) if codes else ()


def _last(blocks: Sequence[PaperBlock]) -> Iterator[Slide]:
    """The first table on the last review, as it stands in the report."""
    tables = [one for one in blocks if isinstance(one, PaperTable)]
    for table, title in zip(
        tables, ("Limitations of the last review: now", "Tasks of the last review: now"), strict=False
    ):
        short = replace(table, rows=table.rows[:MATTERS])
        yield Slide(title=plain(translate(title, "vi")), content=short)


def _highlights(material: Material, title: str, found: Sequence[Highlight]) -> Iterator[Slide]:
    if not found:
        return
    heads = ("Indicator", "Value", "Against the target, or the first year", "Units")
    table = PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(one, "vi")) for one in heads), bold=True),),
        rows=tuple(_row(material, one) for one in found),
        widths=(0.38, 0.17, 0.33, 0.12),
        alignments=(Alignment.LEFT, Alignment.CENTRE, Alignment.LEFT, Alignment.CENTRE),
    )
    notes = [
        text for one in found for text in sentences(material, [one.figure], with_change=one.comparison is not None)
    ]
    yield Slide(
        title=plain(translate(title, "vi")), content=table, notes=(*notes, _sources(one.figure.code for one in found))
    )


def _row(material: Material, one: Highlight) -> PaperRow:
    figure, indicator = one.figure, one.indicator
    unit = "" if indicator.unit_of_measure == "%" else f" {indicator.unit_of_measure}"
    goal = target_words(material, one) or _change(material, one)
    base = f"{len(figure.base.reporters)}/{len(figure.base.expected)}"
    when = str(figure.as_of or (figure.period if not figure.period.is_span else "")) or ""
    year = bound(f" ({when})", BindingKind.COUNT, f"{figure.code}#as_of") if when else ()
    return PaperRow(
        cells=(
            (*bound(indicator.name, BindingKind.FACT, f"indicators#{indicator.code}"), *year),
            (*at_least(figure, indicator), *measured(figure, indicator), *plain(unit)),
            goal,
            bound(base, BindingKind.COUNT, f"{figure.code}#base"),
        )
    )


def _change(material: Material, one: Highlight) -> Text:
    if one.comparison is None or not text_of(change_size(one.comparison)):
        return ()
    words = growth_words(material, one.figure)
    cut = next((i for i, run in enumerate(words) if run.text.startswith(", ")), len(words))
    return words[:cut]


def _matters(material: Material, kind: NarrativeKind, title: str) -> Iterator[Slide]:
    groups = shared(material, kind)[:MATTERS]
    if groups:
        lines = tuple(told(material, group, i) for i, group in enumerate(groups))
        yield Slide(
            title=plain(translate(title, "vi")),
            content=Bullets(lines=lines),
            notes=(plain(translate("In the units' own words.", "vi")),),
        )
