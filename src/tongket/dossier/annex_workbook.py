"""The annex of figures as a workbook: units by years with formulas that add up, the base, notes and the way to the source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.consolidation import Contribution, Figure, with_excluded
from tongket.consolidation.messages import ABSENCE_REASONS
from tongket.dossier.bases import base_words, by_kind
from tongket.dossier.material import Material
from tongket.dossier.papers import text_of
from tongket.dossier.report.quality import FINDINGS
from tongket.dossier.sheet_width import fitting
from tongket.dossier.wording import number_text, said
from tongket.exchange import CellLook, Column, Sheet, SheetCell, Workbook, formula, number, words
from tongket.framework import Aggregation, Indicator, Part, Pillar
from tongket.orgunits import ChangeKind
from tongket.problems import translate
from tongket.vietnamese import format_date

HEADER, GROUP, TOTAL, NOTE, TITLE = CellLook.HEADER, CellLook.GROUP, CellLook.TOTAL, CellLook.NOTE, CellLook.TITLE
FIRST = 2
"""Columns before the years: org unit and part."""
HEAD_ROWS = 3
TOTAL_WORDS = {
    Part.VALUE: "Total",
    Part.NUMERATOR: "Total of numerators",
    Part.DENOMINATOR: "Total of denominators",
}
PART_WORDS = {Part.VALUE: "value", Part.NUMERATOR: "numerator", Part.DENOMINATOR: "denominator"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the pages are: of an indicator by code, of a report by file; relative to the workbook."""

    indicator: Callable[[str], str]
    report: Callable[[str], str]


def annex_workbook(material: Material, ways: Ways) -> Workbook:
    """An index, a sheet for each pillar with figures, and what was found."""
    pillars = [pillar for pillar in material.framework.pillars.values() if _indicators(material, pillar)]
    names = [f"Biểu {i:02d}" for i in range(1, len(pillars) + 1)]
    made = (_sheet(material, pillar, name, ways) for pillar, name in zip(pillars, names, strict=True))
    sheets = [part for one in made for part in fitting(one, FIRST + len(material.years) + 2, FIRST)]
    found = _findings(material, ways)
    index = _index(material, [(name, pillar.name) for name, pillar in zip(names, pillars, strict=True)], found)
    title = translate("Consolidated figures", "vi")
    return Workbook(title=title, sheets=(index, *sheets, *([found] if found else [])))


def _indicators(material: Material, pillar: Pillar) -> list[Indicator]:
    told = {code for code, _ in material.own}
    return [one for one in material.framework if one.pillar == pillar.code and one.code in told]


def _number(material: Material, name: str) -> str:
    """ "Biểu số 01/PL-UBND"."""
    return f"Biểu số {name.rpartition(' ')[2]}/PL-{material.occasion.issuer.symbol}"


def reorganised(material: Material) -> Iterator[str]:
    """The days inside the review from which the map of units is another."""
    days = sorted({one.on for one in material.hierarchy.changes if one.kind is not ChangeKind.RENAME})
    for day in days:
        if material.period.first_day < day <= material.period.last_day:
            yield translate("Units reorganised on {day}", "vi", day=format_date(day)) + "."


def _say(msgid: str, look: CellLook = CellLook.PLAIN, *, columns: int = 1) -> SheetCell:
    return words(translate(msgid, "vi"), look, columns=columns)


def _index(material: Material, named: Sequence[tuple[str, str]], found: Sheet | None) -> Sheet:
    rows: list[tuple[SheetCell, ...]] = [
        (_say("ANNEX OF FIGURES", TITLE, columns=2),),
        (words(material.occasion.label + ", " + material.occasion.span, NOTE, columns=2),),
        (_say("Sheet", HEADER), _say("Content", HEADER)),
    ]
    rows += [(words(name, link=f"internal:'{name}'!A1"), words(title)) for name, title in named]
    if found is not None:
        rows.append((words(found.name, link=f"internal:'{found.name}'!A1"), _say("Points to review")))
    rows += [(words(text, NOTE, columns=2),) for text in reorganised(material)]
    notes = (
        "Totals are formulas over the units' rows; an empty cell is a figure that the unit does not state, never zero.",
        "Values left out of the totals stand in the notes, with the reason.",
    )
    rows += [(_say(note, NOTE, columns=2),) for note in notes]
    if material.illustrative:
        rows.append((words("Tài liệu minh họa – số liệu giả định", NOTE, columns=2),))
    columns = (Column(width=14), Column(width=90))
    return Sheet(name=translate("Index", "vi"), columns=columns, rows=tuple(rows), header=HEAD_ROWS - 1)


def _sheet(material: Material, pillar: Pillar, name: str, ways: Ways) -> Sheet:
    years = material.years
    width = FIRST + len(years) + 4
    rows: list[tuple[SheetCell, ...]] = [
        (words(f"{_number(material, name)}. {pillar.name.upper()}", TITLE, columns=width),),
        (words(material.occasion.span, NOTE, columns=width),),
        (
            _say("Org unit", HEADER),
            _say("Part", HEADER),
            *(words(str(year), HEADER) for year in years),
            _say("Whole review", HEADER),
            _say("Base", HEADER),
            _say("Note", HEADER),
            _say("Source", HEADER),
        ),
    ]
    for indicator in _indicators(material, pillar):
        rows += _block(material, indicator, len(rows), width, ways)
    years_columns = tuple(Column(width=11) for _ in years)
    columns = (Column(width=26), Column(width=17), *years_columns, *(Column(width=w) for w in (12, 20, 24, 9)))
    return Sheet(name=name, columns=columns, rows=tuple(rows), header=HEAD_ROWS - 1, frozen_columns=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The values of one indicator and part: a row for each org unit, a column for each year."""

    material: Material
    indicator: Indicator
    units: tuple[str, ...]
    parts: tuple[Part, ...]
    first: int
    """The row (from 1) of the first unit."""

    def value(self, org_unit: str, part: Part, year: int) -> Decimal | None:
        """What a unit states in a year; the sum of its values where it states several."""
        figure = self.figure(year)
        found = [v.value for c in _of(figure, org_unit) for v in c.values if v.part is part]
        return sum(found, Decimal(0)) if found else None

    def figure(self, year: int) -> Figure | None:
        """The total of the year in column ``year``."""
        return self.material.own.get((self.indicator.code, self.material.years[year]))

    def rows_of(self, part: Part) -> tuple[int, ...]:
        """The rows (from 1) of the units with that part."""
        step = len(self.parts)
        return tuple(self.first + i * step + self.parts.index(part) for i in range(len(self.units)))


def _of(figure: Figure | None, org_unit: str) -> list[Contribution]:
    return [c for c in figure.expression if c.org_unit == org_unit] if figure else []


def _block(
    material: Material, indicator: Indicator, above: int, width: int, ways: Ways
) -> Iterator[tuple[SheetCell, ...]]:
    """The rows of one indicator: its name, its units, its totals, who states it."""
    figures = [material.own[indicator.code, y] for y in material.years if (indicator.code, y) in material.own]
    units = tuple(dict.fromkeys(c.org_unit for figure in figures for c in figure.expression))
    ordered = tuple(code for codes in by_kind(material, units).values() for code in sorted(codes))
    parts = (Part.NUMERATOR, Part.DENOMINATOR) if indicator.is_ratio else (Part.VALUE,)
    grid = Grid(material=material, indicator=indicator, units=ordered, parts=parts, first=above + 2)
    title = f"{indicator.code}. {indicator.name} ({indicator.unit_of_measure})"
    link = words(translate("open", "vi"), GROUP, link=ways.indicator(indicator.code))
    yield (words(title, GROUP, columns=width - 1), link)
    for code in ordered:
        for part in parts:
            yield _unit_row(grid, code, part, ways)
    yield from _totals(grid, width, above + 1 + len(ordered) * len(parts))


def _unit_row(grid: Grid, code: str, part: Part, ways: Ways) -> tuple[SheetCell, ...]:
    """What a unit states year by year; its first row bears its name, what is left out, and the way to its last report."""
    values = [number(grid.value(code, part, y), decimals=3) for y in range(len(grid.material.years))]
    label = translate(PART_WORDS[part], "vi")
    if part is not grid.parts[0]:
        return (words(""), words(label), *values, *(words("") for _ in range(4)))
    name, source = words(grid.material.name(code)), _source(grid, code, ways)
    return (name, words(label), *values, words(""), words(""), words(_left_out(grid, code)), source)


def _source(grid: Grid, code: str, ways: Ways) -> SheetCell:
    """The page of the last report that states it, named by its year."""
    told = [c for y in range(len(grid.material.years)) for c in _of(grid.figure(y), code)]
    page = ways.report(told[-1].values[0].source.file) if told and told[-1].values else ""
    return words(str(told[-1].period) if page else "", link=page)


def _left_out(grid: Grid, code: str) -> str:
    """The values of a unit that are in no total, with why."""
    figures = [figure for y in range(len(grid.material.years)) if (figure := grid.figure(y)) is not None]
    found = [
        f"{one.value.period}: {one.value.source.text} ({translate(ABSENCE_REASONS.get(one.code, one.code), 'vi')})"
        for figure in figures
        for one in figure.excluded
        if one.value.org_unit == code
    ]
    return "; ".join(dict.fromkeys(found))


def _totals(grid: Grid, width: int, above: int) -> Iterator[tuple[SheetCell, ...]]:
    """A row of totals for each part; of a ratio then the percentage; then of whom each total speaks."""
    material, indicator = grid.material, grid.indicator
    span = material.span_figure(indicator.code)
    total_rows = {part: above + 1 + i for i, part in enumerate(grid.parts)}
    for part in grid.parts:
        cells = [_sum(grid, part, y) for y in range(len(material.years))]
        over = _over_time(grid, part, total_rows[part], span)
        label = translate(TOTAL_WORDS[part], "vi")
        whom = words(_base(material, span), TOTAL)
        note = words(_with_left_out(grid) if part is grid.parts[-1] else "", TOTAL)
        yield (words(label, TOTAL), words("", TOTAL), *cells, over, whom, note, *_tail(width - 2, len(cells)))
    if indicator.is_ratio:
        yield _percentages(grid, total_rows, span, width)
    bases = [words(_base(material, grid.figure(y))) for y in range(len(material.years))]
    yield (_say("Base"), words(""), *bases, words(""), words(""), words(_comparable(grid)), words(""))


def _comparable(grid: Grid) -> str:
    """Whether the years stand beside each other as they are: units reorganised in between, and years that few state."""
    lines = list(reorganised(grid.material)) if len(grid.units) > 1 else []
    counts = {len(f.base.reporters) for y in range(len(grid.material.years)) if (f := grid.figure(y)) is not None}
    if len(counts) > 1:
        lines.append(translate("Not the same units state every year; compare the same units only.", "vi"))
    return " ".join(lines)


def _tail(width: int, years: int) -> tuple[SheetCell, ...]:
    return tuple(words("") for _ in range(width - FIRST - years - 1))


def _column(place: int) -> str:
    return chr(65 + FIRST + place)


def _sum(grid: Grid, part: Part, year: int) -> SheetCell:
    figure, letter, rows = grid.figure(year), _column(year), grid.rows_of(part)
    if figure is None or not rows:
        return words("", TOTAL)
    value = _part(figure, part)
    if len(grid.parts) == 1:
        text = f"=SUM({letter}{rows[0]}:{letter}{rows[-1]})"
    else:
        text = "=" + "+".join(f"N({letter}{row})" for row in rows)
    if grid.indicator.over_units is Aggregation.MAX:
        text = f"=MAX({letter}{rows[0]}:{letter}{rows[-1]})"
    if grid.indicator.over_units in (Aggregation.NONE, Aggregation.DISTINCT):
        return number(value, TOTAL, decimals=3, code=_code(figure, part))
    return formula(text, value, TOTAL, decimals=3, code=_code(figure, part))


def _over_time(grid: Grid, part: Part, row: int, span: Figure | None) -> SheetCell:
    if span is None:
        return words("", TOTAL)
    first, last = _column(0), _column(len(grid.material.years) - 1)
    code, value = _code(span, part), _part(span, part)
    if span.as_of is not None and span.as_of in grid.material.years:
        letter = _column(grid.material.years.index(span.as_of))
        return formula(f"={letter}{row}", value, TOTAL, decimals=3, code=code)
    if grid.indicator.over_time in (Aggregation.SUM, Aggregation.RATIO_OF_SUMS):
        return formula(f"=SUM({first}{row}:{last}{row})", value, TOTAL, decimals=3, code=code)
    return number(value, TOTAL, decimals=3, code=code)


def _percentages(grid: Grid, rows: dict[Part, int], span: Figure | None, width: int) -> tuple[SheetCell, ...]:
    def share(place: int, figure: Figure | None) -> SheetCell:
        if figure is None or figure.value is None:
            return words("", TOTAL)
        letter = _column(place)
        top, bottom = rows[Part.NUMERATOR], rows[Part.DENOMINATOR]
        text = f'=IF(N({letter}{bottom})=0,"",100*{letter}{top}/{letter}{bottom})'
        return formula(text, figure.value, TOTAL, percent=True, code=figure.code)

    years = len(grid.material.years)
    cells = [share(y, grid.figure(y)) for y in range(years)]
    return (_say("Percentage", TOTAL), words("", TOTAL), *cells, share(years, span), *_tail(width, years))


def _part(figure: Figure, part: Part) -> Decimal | None:
    return {Part.VALUE: figure.value, Part.NUMERATOR: figure.numerator, Part.DENOMINATOR: figure.denominator}[part]


def _code(figure: Figure, part: Part) -> str:
    return figure.code if part is Part.VALUE else f"{figure.code}/{part.value}"


def _base(material: Material, figure: Figure | None) -> str:
    """Who states it of those who owe it, and of sums over years how many yearly figures."""
    if figure is None:
        return ""
    held, of = material.yearly(figure)
    years = text_of(said("; {held} yearly figures", held=f"{held}/{of}")) if of and held < of else ""
    return text_of(base_words(material, figure)) + years


def _with_left_out(grid: Grid) -> str:
    """What the totals would be with the values that findings left out of them, by year and for the review."""
    figures = [
        *(grid.figure(y) for y in range(len(grid.material.years))),
        grid.material.span_figure(grid.indicator.code),
    ]
    found = [
        f"{figure.period.code.replace('/', '-')}: {number_text(total.value, 3)}"
        for figure in figures
        if figure is not None and (total := with_excluded(figure, grid.indicator)) is not None
    ]
    return text_of(said("With the values left out: {totals}", totals="; ".join(found))) if found else ""


def _findings(material: Material, ways: Ways) -> Sheet | None:
    """What was found, worst first, with the report it is in."""
    if not material.findings:
        return None
    order = {"error": 0, "warning": 1, "notice": 2}
    told = sorted(material.findings, key=lambda f: (order[f.severity.value], f.code, f.org_unit or "", f.period or ""))
    head = ("No.", "Org unit", "Period", "Indicator", "What was found", "What is said", "Suggestion", "File")
    rows: list[tuple[SheetCell, ...]] = [
        (_say("POINTS TO REVIEW", TITLE, columns=len(head)),),
        (words("", NOTE, columns=len(head)),),
        tuple(_say(one, HEADER) for one in head),
    ]
    for i, f in enumerate(told, start=1):
        fields = dict(f.fields)
        file = f.files[0] if f.files else ""
        page = ways.report(file) if file else ""
        rows.append(
            (
                number(i, decimals=0),
                words(material.name(f.org_unit) if f.org_unit else ""),
                words(f.period or ""),
                words(f.indicator or ""),
                _say(FINDINGS.get(f.code, f.code)),
                words(translate(f.note, "vi", **fields)),
                words(translate(f.suggestion, "vi", **fields)),
                words(file.rsplit("/", 1)[-1], link=page),
            )
        )
    columns = tuple(Column(width=w) for w in (5, 20, 7, 8, 22, 40, 36, 24))
    return Sheet(
        name=translate("Points to review", "vi"), columns=columns, rows=tuple(rows), header=HEAD_ROWS - 1, filter=True
    )
