"""The annex of figures: every indicator by year and for the review, with its base."""

from collections.abc import Iterator

from tongket.consolidation import Figure
from tongket.dossier.bases import base_words
from tongket.dossier.material import Material
from tongket.dossier.papers import Alignment, Annex, BindingKind, PaperRow, PaperTable, Text, bound, plain
from tongket.dossier.sentences import at_least, measured
from tongket.dossier.wording import said
from tongket.framework import Indicator
from tongket.problems import translate

SHARES = (0.05, 0.27, 0.08)
"""Widths of number, name and unit of measure; years, review and base share the rest, the base double."""


def figures_annex(material: Material) -> Annex:
    """A table of all indicators with figures, by pillar."""
    columns = len(material.years) + 2
    rest = (1 - sum(SHARES)) / (columns + 1)
    middle = (Alignment.CENTRE, Alignment.LEFT, Alignment.CENTRE)
    table = PaperTable(
        header=(PaperRow(cells=_header(material), bold=True),),
        rows=tuple(_rows(material)),
        widths=(*SHARES, *(rest,) * (columns - 1), 2 * rest),
        alignments=(*middle, *(Alignment.RIGHT,) * (columns - 1), Alignment.CENTRE),
    )
    return Annex(title=plain(translate("Consolidated figures", "vi")), blocks=(table,), landscape=True)


def _header(material: Material) -> tuple[Text, ...]:
    names = [plain(translate(one, "vi")) for one in ("No.", "Indicator", "Unit of measure")]
    years = [bound(str(year), BindingKind.COUNT, "period") for year in material.years]
    return (*names, *years, plain(translate("Whole review", "vi")), plain(translate("Base", "vi")))


def _rows(material: Material) -> Iterator[PaperRow]:
    number = 0
    width = len(material.years) + 5
    for pillar in material.framework.pillars.values():
        own = [one for one in material.framework if one.pillar == pillar.code and _stated(material, one)]
        if own:
            yield PaperRow(cells=(plain(pillar.name),), spans=(width,), bold=True)
        for indicator in own:
            number += 1
            yield _row(material, indicator, number)


def _stated(material: Material, indicator: Indicator) -> bool:
    return any(code == indicator.code for code, _ in material.own)


def _row(material: Material, indicator: Indicator, number: int) -> PaperRow:
    figures = [material.own.get((indicator.code, period)) for period in (*material.years, material.period)]
    ref = f"indicators.yaml#{indicator.code}"
    return PaperRow(
        cells=(
            bound(str(number), BindingKind.COUNT, "annex.rows"),
            bound(indicator.name, BindingKind.FACT, ref),
            bound(indicator.unit_of_measure, BindingKind.FACT, ref),
            *(_cell(figure, indicator) for figure in figures),
            _base(material, figures[-1]),
        )
    )


def _cell(figure: Figure | None, indicator: Indicator) -> Text:
    if figure is None or figure.value is None:
        return ()
    year: Text = ()
    if figure.period.is_span and figure.as_of is not None:
        year = bound(f" ({figure.as_of})", BindingKind.COUNT, f"{figure.code}#as_of")
    return (*at_least(figure, indicator), *measured(figure, indicator), *year)


def _base(material: Material, figure: Figure | None) -> Text:
    """Who states it of those who owe it: "8/8 huyện, thành phố và 4/5 sở, ngành"; of sums over years how many yearly figures."""
    if figure is None:
        return ()
    held, of = material.yearly(figure)
    ref = f"{figure.code}#base"
    years = bound(f"{held}/{of}", BindingKind.COUNT, ref) if of and held < of else ()
    told = said("; {held} yearly figures", held=years) if years else ()
    return (*base_words(material, figure), *told)
