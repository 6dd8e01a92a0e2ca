"""Which charts a review has: chosen by rules that can be told, from figures that stand, each over the same org units."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.charts import (
    Attainment,
    Boundaries,
    Chart,
    contribution_chart,
    coverage_chart,
    map_chart,
    progress_chart,
    rank_chart,
    theme_counts_chart,
    themes_chart,
    trend_chart,
)
from tongket.consolidation import Figure, Trend, series_breaks, trend
from tongket.dossier.bases import by_kind, units_words
from tongket.dossier.material import Material
from tongket.dossier.papers import text_of
from tongket.framework import Aggregation, Indicator, Publishable
from tongket.orgunits import OrgUnitKind
from tongket.problems import translate
from tongket.reports import NarrativeKind

TRENDS, RANKS, MATTERS, ROWS = 5, 2, 8, 45
"""At most so many trends and ranks, so many matters of the themes, and rows of one grid of who reported."""
BARS = 12
SHORTER = {"Huyện ": "", "Quận ": "", "Xã ": "", "Thành phố ": "TP ", "Thị xã ": "TX ", "Sở ": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The charts of a review, in the order in which they are told."""

    coverage: tuple[Chart, ...]
    progress: tuple[Chart, ...]
    trends: tuple[Chart, ...]
    ranks: tuple[Chart, ...]
    contributions: tuple[Chart, ...]
    themes: tuple[Chart, ...]
    maps: tuple[Chart, ...] = ()

    @property
    def all(self) -> tuple[Chart, ...]:
        """All of them."""
        return (
            *self.coverage, *self.progress, *self.trends, *self.ranks, *self.contributions, *self.themes, *self.maps,
        )  # fmt: skip


def pictures(
    material: Material,
    *,
    boundaries: Boundaries | None = None,
    levels: frozenset[Publishable] = frozenset(Publishable),
    language: str = "vi",
) -> Pictures:
    """The charts of the indicators whose ``publishable`` is one of ``levels``."""
    own = [one for one in material.framework if one.publishable in levels]
    ranked = list(_ranked(material, own))[:RANKS]
    names = material.name
    return Pictures(
        coverage=tuple(_coverage(material, language)),
        progress=tuple(_progress(material, own, language)),
        trends=tuple(_trends(material, own, language)),
        ranks=tuple(rank_chart(figure, one, names, language=language) for one, figure in ranked),
        contributions=tuple(
            contribution_chart(figure, one, names, language=language) for one, figure in _shared(material, own)
        )[:1],
        themes=tuple(_themes(material, language)),
        maps=tuple(map_chart(figure, one, boundaries, names, language=language) for one, figure in ranked[:1])
        if boundaries
        else (),
    )


def _coverage(material: Material, language: str) -> Iterator[Chart]:
    """A grid for each kind of org unit that owes reports."""
    owing = dict.fromkeys(one.org_unit for one in material.coverage.entries)
    for kind, codes in by_kind(material, owing).items():
        for part in range(0, len(codes), ROWS):
            code = f"coverage-{kind.value}" + (f"-{part // ROWS + 1}" if part else "")
            yield coverage_chart(
                material.coverage, sorted(codes)[part : part + ROWS], material.name, code=code, language=language
            )


def _progress(material: Material, own: Iterable[Indicator], language: str) -> Iterator[Chart]:
    shares = [one for one in own if one.unit_of_measure == "%"]
    stated = [(one, figure) for one in shares if (figure := material.best_figure(one.code)) is not None]
    found = [Attainment(indicator=one, figure=figure) for one, figure in stated]
    aimed = [one for one in found if one.figure.target is not None]
    whole = [one for one in found if one.indicator.denominator_is == "whole"]
    if told := (aimed or whole)[:BARS]:
        base = translate("Each over the units that state it; see the annex of figures.", language)
        yield progress_chart(told, material.framework, base=base, language=language)


def _trends(material: Material, own: Iterable[Indicator], language: str) -> Iterator[Chart]:
    """Those of most units, one of each pillar."""
    found: list[tuple[Indicator, Trend]] = []
    for one in own:
        yearly = [material.own[one.code, year] for year in material.years if (one.code, year) in material.own]
        line = trend(yearly, minimum_base=material.minimum_base)
        if line is not None and (one.direction in ("up", "down")):
            found.append((one, line))
    found.sort(key=lambda pair: (-len(pair[1].figures), -len(pair[1].org_units), pair[0].code))
    pillars: set[str] = set()
    for one, line in found:
        if one.pillar not in pillars and len(pillars) < TRENDS:
            pillars.add(one.pillar)
            whom = text_of(units_words(material, line.org_units, line.code, language))
            days = {found.on for found in series_breaks(material.hierarchy, line.figures)}
            changes = [change for change in material.hierarchy.changes if change.on in days]
            yield trend_chart(line, one, material.years, changes, of_whom=whom, language=language)


def _ranked(material: Material, own: Iterable[Indicator]) -> Iterator[tuple[Indicator, Figure]]:
    """Shares that districts state in the latest year in which enough of them do, those of most units first."""
    found = [
        (one, figure)
        for one in own
        if one.is_ratio and one.direction in ("up", "down") and (figure := _latest(material, one)) is not None
    ]
    yield from sorted(
        found, key=lambda pair: (-len(pair[1].base.reporters), pair[0].denominator_is != "whole", pair[0].code)
    )


def _shared(material: Material, own: Iterable[Indicator]) -> Iterator[tuple[Indicator, Figure]]:
    """Sums of the latest year in which enough units state them, those of most units first."""
    found = [
        (one, figure)
        for one in own
        if not one.is_ratio
        and one.direction != "down"
        and one.over_units is Aggregation.SUM
        and (figure := _latest(material, one)) is not None
    ]
    yield from sorted(found, key=lambda pair: (-len(pair[1].base.reporters), pair[0].code))


def _latest(material: Material, indicator: Indicator) -> Figure | None:
    """The latest yearly figure that stands and that districts alone make up."""
    for year in reversed(material.years):
        figure = material.own.get((indicator.code, year))
        if figure is not None and material.stands(figure) and len(figure.expression) > 1:
            kinds = by_kind(material, figure.base.expected)
            return figure if set(kinds) == {OrgUnitKind.DISTRICT} else None
    return None


def short_name(name: str) -> str:
    """A name for the head of a narrow column: "Huyện Ba Bể" -> "Ba Bể", "Thành phố Bắc Kạn" -> "TP Bắc Kạn"."""
    found = next((long for long in SHORTER if name.startswith(long)), "")
    return SHORTER.get(found, "") + name[len(found) :]


def _themes(material: Material, language: str) -> Iterator[Chart]:
    themes = [one for one in material.themes if one.kind is NarrativeKind.LIMITATION and len(one.org_units) > 1]
    if not themes:
        return
    told = themes[:MATTERS]
    yield theme_counts_chart(told, len(material.reporting_units), language=language)
    kinds = by_kind(material, {unit for one in told for unit in one.org_units})
    units = next((found for kind in OrgUnitKind if (found := kinds.get(kind))), [])
    yield themes_chart(told, sorted(units)[:BARS], lambda code: short_name(material.name(code)), language=language)
