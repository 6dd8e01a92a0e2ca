"""Two pages for the chairman: what was reached, what was not, what he must decide, and what he will be asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
from tongket.dossier.report.build import subject_of
from tongket.dossier.report.quality import excluded_values
from tongket.dossier.report.statements import shared, told
from tongket.dossier.sentences import sentences
from tongket.dossier.target_words import target_words
from tongket.dossier.wording import count_of, said
from tongket.problems import Severity, translate
from tongket.reports import NarrativeKind

MOST = 5
MOST_DOUBTFUL = 3
NAMED = 3
"""So many org units are named where there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What people add to the two pages: what is to be decided, and which limitations come from the last review."""

    to_decide: tuple[Text, ...] = ()
    carried_over: tuple[Text, ...] = ()


def chairman_summary(material: Material, briefing: Briefing | None = None) -> OfficialPaper:
    """The two pages."""
    given = briefing or Briefing()
    parts: tuple[tuple[str, list[Text]], ...] = (
        ("Results that stand out", [_told(material, one) for one in results(material)]),
        ("What was not reached", [_told(material, one) for one in shortfalls(material)]),
        ("Limitations that most units name", _limitations(material)),
        ("Named in the last review and still there", list(given.carried_over)),
        ("What is to be decided", [*given.to_decide, *_own_decisions(material)]),
        ("Figures we do not vouch for", list(_doubtful(material))),
        ("Who has not reported", list(_silent(material))),
        ("Questions likely to be asked", list(_questions(material))),
    )
    return OfficialPaper(
        kind=PaperKind.INTERNAL,
        issuer=material.occasion.issuer,
        title=translate("SUMMARY FOR THE CHAIRMAN", "vi"),
        subject=subject_of(material),
        blocks=tuple(_blocks(parts)),
        year=material.occasion.year,
        draft=None,
        illustrative=material.illustrative,
    )


def _blocks(parts: Iterable[tuple[str, list[Text]]]) -> Iterator[PaperBlock]:
    filled = [(title, lines) for title, lines in parts if lines]
    for number, (title, lines) in enumerate(filled, start=1):
        yield Heading(level=2, number=f"{number}.", text=plain(translate(title, "vi")))
        for line in lines:
            yield PaperParagraph(text=(*plain("- "), *line), role=ParagraphRole.ITEM)


def _told(material: Material, one: Highlight) -> Text:
    """The sentence of a figure, with its target where that is why it stands here."""
    (sentence,) = sentences(material, [one.figure], with_change=one.comparison is not None)
    goal = target_words(material, one)
    if not goal:
        return sentence
    return (*_without_stop(sentence), *plain("; "), *goal, *plain("."))


def _without_stop(sentence: Text) -> Text:
    return tuple(run for i, run in enumerate(sentence) if i < len(sentence) - 1 or run.text != ".")


def _limitations(material: Material) -> list[Text]:
    groups = shared(material, NarrativeKind.LIMITATION)[:MOST]
    return [told(material, group, i) for i, group in enumerate(groups)]


def _own_decisions(material: Material) -> Iterator[Text]:
    errors = [f for f in material.findings if f.severity is Severity.ERROR and f.code not in ("missing_report",)]
    if errors:
        number = count_of(len(errors), "findings[error]")
        yield said(
            "{number} errors are open: correct, keep or leave out the figures (can-xem-lai.xlsx).", number=number
        )
    if material.coverage.missing:
        number = count_of(len(material.coverage.missing), "coverage.missing")
        yield said("{number} reports are missing: urge the units, or close without them.", number=number)


def _doubtful(material: Material) -> Iterator[Text]:
    """The values that findings keep out of the totals, then how many figures rest on too few units."""
    left_out = [(f, one) for f, one in excluded_values(material) if one.code != "incomplete"]
    told_of: set[tuple[str, str]] = set()
    for _, one in left_out:
        value = one.value
        if (value.org_unit, value.indicator) in told_of or len(told_of) == MOST_DOUBTFUL:
            continue
        told_of.add((value.org_unit, value.indicator))
        ref = f"{value.source.file}#{value.source.anchor}"
        yield said(
            "{indicator}, {unit}, {period}: {number} is stated and left out.",
            indicator=bound(
                material.framework[value.indicator].name, BindingKind.FACT, f"indicators#{value.indicator}"
            ),
            unit=bound(material.name(value.org_unit, value.period), BindingKind.VALUE, ref),
            period=bound(str(value.period), BindingKind.VALUE, ref),
            number=bound(value.source.text, BindingKind.VALUE, ref),
        )
    weak = sum(1 for (_, period), f in material.own.items() if period == material.period and not material.stands(f))
    if weak:
        number = count_of(weak, "figures.weak")
        yield said("{number} indicators rest on too few units and stand in the annex only.", number=number)


def _silent(material: Material) -> Iterator[Text]:
    """The org units with reports missing and the periods, those of most first, in one line."""
    missing: dict[str, list[str]] = {}
    for org_unit, period in material.coverage.missing:
        missing.setdefault(org_unit, []).append(str(period))
    order = sorted(missing, key=lambda code: (-len(missing[code]), code))
    line = "; ".join(f"{material.name(code)} ({', '.join(missing[code])})" for code in order)
    if line:
        yield (*bound(line, BindingKind.COUNT, "coverage.missing"), *plain("."))


def _questions(material: Material) -> Iterator[Text]:
    """One for each shortfall, with where to look for the answer."""
    for one in shortfalls(material)[:NAMED]:
        yield _why(material, one)
    if any(one.code != "incomplete" for _, one in excluded_values(material)):
        yield plain(translate("Why are some figures in no total, and what would the totals be with them?", "vi"))
    if material.coverage.missing:
        yield plain(translate("What was done about the units that have not reported?", "vi"))


def _why(material: Material, one: Highlight) -> Text:
    figure = one.comparison.later if one.comparison else one.figure
    weakest = sorted(figure.units, key=lambda unit: (-unit.place, unit.org_unit))[:NAMED]
    period = None if figure.period.is_span else figure.period
    names = ", ".join(material.name(unit.org_unit, period) for unit in weakest)
    name = bound(one.indicator.name, BindingKind.FACT, f"indicators#{one.indicator.code}")
    if not names:
        return said("Why is “{indicator}” no better?", indicator=name)
    units = bound(names, BindingKind.COUNT, f"{figure.code}#weakest")
    return said("Why is “{indicator}” no better? Look at: {units}.", indicator=name, units=units)
