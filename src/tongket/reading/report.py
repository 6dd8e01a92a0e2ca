"""A document read as a report: whose, of when, its figures and its sentences, each with a source."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tongket import __version__
from tongket.framework import Framework
from tongket.orgunits import Hierarchy, NameMatch, UnitFinder
from tongket.periods import Period
from tongket.reading.attribution import Attribution, annex_to, attribute
from tongket.reading.blocks import Block, Document, Paragraph, Table
from tongket.reading.figures.agreement import Told, together
from tongket.reading.figures.header_words import OTHER_TIME, SPAN, time_of
from tongket.reading.figures.joining import continued
from tongket.reading.figures.prose import ProseReader
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.figures.sureness import LEAST
from tongket.reading.figures.tables import TableReader
from tongket.reading.fingerprint import fingerprint
from tongket.reading.form_report import read_form
from tongket.reading.letterhead import read_header
from tongket.reading.narratives import narratives
from tongket.reading.outline import Placed, SectionRole, place_blocks
from tongket.reading.recognition import Lexicon
from tongket.reading.silences import silences
from tongket.reports import DataValue, Narrative, Report, Source
from tongket.vietnamese import accent_key

READER = f"tongket {__version__}"
ILLUSTRATIVE = re.compile(r"tài liệu minh họa|số liệu giả định")
_WITH_FIGURES = (SectionRole.RESULT, SectionRole.GENERAL, SectionRole.HEAD)
CAPTION_BLOCKS = 4
_PRINTED = re.compile(r"page\[(\d+)\]/line\[(\d+)\].*")
_OPENS = re.compile(
    r"\s*(?:[IVX]{1,5}|\d{1,2}|[a-zđ])\s*[.)]|\s*[-+(]|\s*(?:Biểu|Bảng|Phụ lục|Đơn vị|ĐVT)\b", re.IGNORECASE
)
NOTE_BLOCKS = 3
MOST_NOTE = 300
LIST_BLOCKS = 15
LIST_MARK = re.compile(r"\s*(?:([-–+•*])\s|([a-zđ])[.)]\s|\d{1,2}[.)]\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReader:
    """Reads reports against a framework and the org units; made once, used for many documents."""

    lexicon: Lexicon
    prose: ProseReader
    tables: TableReader
    finder: UnitFinder
    hierarchy: Hierarchy
    together: Callable[[Sequence[Told]], list[float]] = together
    """How sure figures are beside the others of their report."""

    @classmethod
    def of(cls, framework: Framework, hierarchy: Hierarchy) -> "ReportReader":
        """A reader with the framework's wording and the hierarchy's names compiled."""
        lexicon = Lexicon(framework)
        return cls(
            lexicon=lexicon,
            prose=ProseReader.of(lexicon),
            tables=TableReader.of(lexicon),
            finder=UnitFinder(hierarchy),
            hierarchy=hierarchy,
        )

    def read(self, document: Document, *, org_unit: str | None = None) -> Report:
        """The report that a document is; its unit or period is None where the document does not tell. ``org_unit`` is
        the one that a person named for it."""
        illustrative = any(ILLUSTRATIVE.search(accent_key(b.text)) for b in document.blocks if isinstance(b, Paragraph))
        if document.form is not None:
            framework = self.lexicon.framework
            return read_form(
                document, document.form, framework=framework, hierarchy=self.hierarchy, reader=READER, org_unit=org_unit,
                illustrative=illustrative,
            )  # fmt: skip
        header = read_header(document)
        if header.date is None and (signed := [s.here for s in document.signatures if s.here]):
            header = replace(header, date=signed[-1].date())
        whose = attribute(document, header, finder=self.finder, hierarchy=self.hierarchy)
        if org_unit is not None:
            whose = replace(whose, org_unit=org_unit, problems=())
        placed = place_blocks(document.blocks, last_year=whose.period.last_year if whose.period is not None else None)
        values = tuple(self._values(document, placed, whose))
        return Report(
            file=document.name,
            sha256=document.sha256,
            org_unit=whose.org_unit,
            period=whose.period,
            unit_as_written=whose.unit_as_written,
            number=header.number,
            title=header.title,
            document_date=header.date,
            recognised=bool(document.doubts),
            signed=bool(document.signatures),
            annex_to=annex_to(document.blocks, header),
            illustrative=illustrative,
            values=values,
            silences=silences(document.blocks, values, self.lexicon, org_unit=whose.org_unit, period=whose.period),
            narratives=tuple(_narratives(document, placed)),
            problems=(*document.problems, *whose.problems),
            fingerprint=fingerprint(document.blocks),
        )

    def _values(self, document: Document, placed: Sequence[Placed], whose: Attribution) -> Iterator[DataValue]:
        if whose.org_unit is None or whose.period is None:
            return
        told = [
            Told(figure=figure, org_unit=figure.org_unit or whose.org_unit, period=period, block=block)
            for block, figure in self._figures(placed, whose)
            if (period := _period(figure, whose.period)) is not None
        ]
        seen: set[tuple[object, ...]] = set()
        for one, sure in zip(told, self.together(told), strict=True):
            figure = one.figure
            key = (one.org_unit, one.period, figure.indicator, figure.part, figure.value, figure.text)
            if key in seen or sure < LEAST:
                continue
            seen.add(key)
            yield DataValue(
                org_unit=one.org_unit,
                period=one.period,
                indicator=figure.indicator,
                part=figure.part,
                value=figure.value,
                unit_of_measure=figure.unit_of_measure,
                state=figure.state,
                source=_source(document, figure.anchor, figure.text, sure),
            )

    def _figures(self, placed: Sequence[Placed], whose: Attribution) -> Iterator[tuple[int, StatedFigure]]:
        year = whose.period.last_year if whose.period is not None else None
        since = whose.period.first_year if whose.period is not None else None
        for i, place in enumerate(placed):
            pillar = next((p for h in reversed(place.headings) if (p := self.lexicon.pillar_of(h))), None)
            if isinstance(place.block, Table):
                caption = _caption(placed, i)
                figures = self.tables.read(
                    continued(place.block, placed[i - 1].block if i else None), caption=caption, pillar=pillar,
                    resolve=lambda n: self._below(n, whose), headings=place.headings, notes=_notes(placed, i),
                    time=_time_above(place.block, caption, place.headings, whose),
                    in_words=partial(self.prose.read, pillar=pillar, year=year, since=since, headings=place.headings),
                )  # fmt: skip
            elif place.role in _WITH_FIGURES and not place.is_heading:
                figures = self.prose.read(
                    place.block, pillar=pillar, year=year, since=since, headings=(*place.headings, *_lead(placed, i))
                )
            else:
                continue
            yield from ((i, figure) for figure in figures)

    def _below(self, name: str, whose: Attribution) -> str | None:
        if whose.period is None:
            return None
        tree = self.hierarchy.on(whose.period.last_day)
        found = self.finder.find(name, on=whose.period.last_day, within=whose.org_unit)
        below = [c for c in found if c.alive and whose.org_unit in {u.code for u in tree.ancestors(c.code)}]
        # A township mostly bears its district's name: below the district it is meant, though the name alone is not sure.
        alone = len(below) == 1 and below[0].score == found[0].score and below[0].match is NameMatch.EXACT
        return below[0].code if below and (alone or (below[0] is found[0] and found[0].sure)) else None


def _period(figure: StatedFigure, of_report: Period) -> Period | None:
    """The figure's period; None where the report is not about it (an earlier year's column)."""
    if figure.period is None:
        return of_report
    if figure.period == SPAN:
        return of_report if of_report.is_span else None
    if figure.period == OTHER_TIME:
        return None
    period = Period.parse(figure.period)
    return period if period == of_report or (of_report.is_span and of_report.covers(period)) else None


def _time_above(table: Table, caption: str, headings: Sequence[str], whose: Attribution) -> str | None:
    """The year of a several-year report that a table stands under: its title, its sheet or a heading names it."""
    if whose.period is None or not whose.period.is_span:
        return None
    for text in (*reversed(caption.split("\n")), table.sheet, *reversed(headings)):
        if (time := time_of(text)) is not None and (time != SPAN or re.search(r"20\d\d", text)):
            return time
    return None


def _notes(placed: Sequence[Placed], i: int) -> list[str]:
    """The short paragraphs around a table, where its signs may be explained."""
    around = placed[max(0, i - CAPTION_BLOCKS) : i + 1 + NOTE_BLOCKS]
    return [p.block.text for p in around if isinstance(p.block, Paragraph) and len(p.block.text) <= MOST_NOTE]


def _lead(placed: Sequence[Placed], i: int) -> tuple[str, ...]:
    """The line that opens the list in which a paragraph stands ("- Kết quả huấn luyện:")."""
    mark = _mark(placed[i].block)
    for place in reversed(placed[max(0, i - LIST_BLOCKS) : i]) if mark else ():
        if isinstance(place.block, Table) or place.is_heading:
            break
        if _mark(place.block) != mark:
            return (place.block.text,) if place.block.text.rstrip().endswith(":") else ()
    return ()


def _mark(block: Block) -> str:
    """The kind of list mark a paragraph begins with: "-", "+", a letter or a number; "" where it has none."""
    if isinstance(block, Table):
        return ""
    found = LIST_MARK.match(f"{block.label} {block.text}" if block.label else block.text)
    return "" if found is None else found[1] or ("a" if found[2] else "1")


def _caption(placed: Sequence[Placed], i: int) -> str:
    """The title above a table: the short paragraphs just before it."""
    lines: list[str] = []
    below: Paragraph | None = None
    closed = False
    for place in reversed(placed[max(0, i - CAPTION_BLOCKS) : i]):
        if isinstance(place.block, Table) or len(place.block.text) > 220:
            break
        if place.block.text.strip():
            if below is not None and _goes_on(place.block, below):
                lines[-1] = f"{place.block.text} {lines[-1]}"
            elif below is not None and (below.bold or closed):
                break
            else:
                lines.append(place.block.text)
            below, closed = place.block, place.is_heading
    return "\n".join(reversed(lines))


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a title of two printed lines was broken between them: both bold, one right under the other."""
    lines = [_PRINTED.fullmatch(p.segments[at].anchor) if p.segments else None for p, at in ((above, -1), (below, 0))]
    if not (above.bold and below.bold) or lines[0] is None or lines[1] is None or lines[0][1] != lines[1][1]:
        return False
    follows = int(lines[1][2]) - int(lines[0][2]) == 1
    return follows and above.text[-1:].isalpha() and not _OPENS.match(below.text)


def _source(document: Document, anchor: str, text: str, confidence: float) -> Source:
    return Source(
        file=document.name, sha256=document.sha256, anchor=anchor, text=text, reader=READER, confidence=confidence
    )


def _narratives(document: Document, placed: Sequence[Placed]) -> Iterator[Narrative]:
    for place in placed:
        for kind, text, start, end in narratives(place):
            block = place.block
            assert isinstance(block, Paragraph)
            yield Narrative(kind=kind, text=text, source=_source(document, block.locate(start, end), text, 0.9))


__all__ = ["ReportReader", "replace"]
