"""Plant one fault at a time in clean reports of the example, written with other pens, and see whether it is found.

Documents are edited as blocks, so that every format and layout of the example takes part; damage is done to bytes, and
changes of org units to the hierarchy. A pen is a way of writing: other words, other signs, other marks.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from tongket.checks import Checked, Finding, check
from tongket.checks.counting.grid import NumberGrid
from tongket.checks.counting.rows import holds, row_equations
from tongket.checks.lookalikes import formal_runs
from tongket.framework import IndicatorKind, Part
from tongket.orgunits import Change, ChangeEdge, ChangeKind, Hierarchy, load_hierarchy
from tongket.packs import Pack, load_pack
from tongket.periods import Period
from tongket.problems import Problem
from tongket.reading import (
    Block,
    Document,
    Paragraph,
    Refusal,
    ReportReader,
    Segment,
    Table,
    open_document,
    read_document,
)
from tongket.reading.door import Admitted, admit_bytes
from tongket.reading.secrecy import has_secrecy_mark
from tongket.reports import DataValue, Report, ReportDuty, load_duties, stated
from tongket.reports.stated import stands_in_table
from tongket.vietnamese import format_number

EXAMPLE = Path(__file__).parents[1] / "examples" / "bac-kan"
REVIEW = Period.parse("2019/2023")
PENS: tuple[tuple[str, Sequence[tuple[str, str]]], ...] = (
    ("as it is", ()),
    ("blank before the sign", ((r"(\d)%", r"\1 %"),)),
    ("other words", ((r"\bđạt tỷ lệ\b", "đạt"), (r"\bTổng cộng\b", "Cộng"), (r"\btổ chức được\b", "đã tổ chức"))),
    ("share first in brackets", ((r"\bTổng cộng\b", "Tổng số"), (r", đạt (\d+(?:,\d+)?%)", r" (\1)"))),
    ("short signs", ((r"\bNguyên nhân là\b", "Lý do là"), (r";", " ;"), (r"\bgần\b", "ngót"))),
    ("capitals", ((r"^([IVX]+\. )(.*)$", r"\1\2"), (r"\bTổng cộng\b", "TỔNG CỘNG"))),
)
WORDY = 60
"""A report with fewer runs of its own has no text that could be copied."""
NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


@dataclass(frozen=True, kw_only=True)
class World:
    """Clean reports with all that is needed to check them."""

    pack: Pack
    hierarchy: Hierarchy
    reader: ReportReader
    duties: tuple[ReportDuty, ...]
    documents: Mapping[str, Document]
    reports: Mapping[str, Report]

    def checked(
        self,
        changed: Mapping[str, Document | Refusal | None],
        *,
        hierarchy: Hierarchy | None = None,
    ) -> Checked:
        """What the checks say with some files changed, added (new names), refused or taken away (None)."""
        read = {n: self.reader.read(d) for n, d in changed.items() if isinstance(d, Document)}
        kept = {n: r for n, r in self.reports.items() if n not in changed}
        looked = {n: d for n, d in changed.items() if isinstance(d, Document)} or {}
        if looked:
            years = {(r.org_unit, r.period) for r in read.values()}
            units = {unit for unit, _ in years}
            looked |= {n: self.documents[n] for n, r in kept.items() if r.org_unit in units and n in self.documents}
        return check(
            [*kept.values(), *read.values()],
            [d for d in changed.values() if isinstance(d, Refusal)],
            framework=self.pack.framework,
            hierarchy=hierarchy or self.hierarchy,
            duties=self.duties,
            review_period=REVIEW,
            documents=looked,
            settings=self.pack.checks,
        )


@dataclass(frozen=True, kw_only=True)
class Plant:
    """A fault: what is changed, and how its finding is known."""

    code: str
    file: str = ""
    org_unit: str = ""
    period: str = ""
    indicator: str = ""
    changed: Mapping[str, Document | Refusal | None] = field(default_factory=dict)
    hierarchy: Hierarchy | None = None
    told: str = ""
    """What was done, for a person who looks."""

    def finds(self, finding: Finding) -> bool:
        """Whether a finding is of this fault."""
        if finding.code != self.code:
            return False
        same_file = not self.file or self.file in finding.files
        same_unit = not self.org_unit or finding.org_unit == self.org_unit
        same_period = not self.period or finding.period == self.period
        same_indicator = not self.indicator or finding.indicator in (self.indicator, None)
        return same_file and same_unit and same_period and same_indicator


def clean_world(seed: int = 0) -> World:
    """The reports of the example of which nothing is said, each written with a pen of its own (the seed's)."""
    hierarchy = load_hierarchy(EXAMPLE / "orgunits.csv", EXAMPLE / "changes.csv")
    pack = load_pack("nd21")
    world = World(
        pack=pack,
        hierarchy=hierarchy,
        reader=ReportReader.of(pack.framework, hierarchy),
        duties=load_duties(EXAMPLE / "duties.csv", hierarchy),
        documents={},
        reports={},
    )
    rng = Random(seed)
    found: dict[str, Document] = {}
    for path in sorted(p for p in (EXAMPLE / "reports").rglob("*") if p.is_file()):
        document = open_document(path, name=path.relative_to(EXAMPLE).as_posix())
        if isinstance(document, Document):
            found[document.name] = written(document, rng.choice(PENS)[1]) if seed else document
    reports = {name: world.reader.read(document) for name, document in found.items()}
    while True:
        world = _with(world, found, reports)
        faulty = {file for one in world.checked({}).findings for file in one.files}
        faulty |= {file for name, document in found.items() for file in _counted(world, name, document)}
        faulty |= {name for name, one in reports.items() if one.org_unit is None or one.period is None}
        if not faulty:
            return world
        found = {name: document for name, document in found.items() if name not in faulty}
        reports = {name: report for name, report in reports.items() if name not in faulty}


def _with(world: World, documents: Mapping[str, Document], reports: Mapping[str, Report]) -> World:
    answered = {(r.org_unit, r.period) for r in reports.values()}
    duties = tuple(d for d in world.duties if (d.org_unit, d.period) in answered)
    return replace(world, documents=dict(documents), reports=dict(reports), duties=duties)


def _counted(world: World, name: str, document: Document) -> Iterator[str]:
    """The file where something in it does not add up."""
    one = replace(world, documents={name: document}, reports={name: world.reports[name]}, duties=())
    if any(f.code != "not_comparable" for f in one.checked({name: document}).findings):
        yield name


# Editing --------------------------------------------------------------------------------------------------------------


def written(document: Document, pen: Sequence[tuple[str, str]]) -> Document:
    """A document in the words of a pen."""

    def said(text: str) -> str:
        for pattern, other in pen:
            text = re.sub(pattern, other, text)
        return text

    return replace(document, blocks=tuple(_mapped(block, said) for block in document.blocks))


def _mapped(block: Block, said: Callable[[str], str]) -> Block:
    if isinstance(block, Table):
        return replace(block, cells=tuple(cell._replace(text=said(cell.text)) for cell in block.cells))
    text = said(block.text)
    return block if text == block.text else _retold(block, 0, len(block.text), text)


def _retold(block: Paragraph, start: int, end: int, text: str) -> Paragraph:
    """A paragraph with other characters at a place; lines after it move along."""
    moved = len(text) - (end - start)
    segments = tuple(
        replace(
            s,
            start=s.start + (moved if s.start >= end else 0),
            end=s.end + (moved if s.end >= end else 0),
        )
        for s in block.segments
    )
    return replace(block, text=block.text[:start] + text + block.text[end:], segments=segments)


def edited(document: Document, value: DataValue, text: str, number: Decimal | None = None) -> Document:
    """A document with other characters where a figure was read."""
    base, _, span = value.source.anchor.partition(":")
    first, last = (int(n) for n in span.split("-")) if span else (None, None)
    blocks = tuple(_edit(block, base, first, last, text, number) for block in document.blocks)
    return replace(document, blocks=blocks)


def _edit(block: Block, base: str, first: int | None, last: int | None, text: str, number: Decimal | None) -> Block:
    if isinstance(block, Paragraph):
        for s in block.segments:
            if (
                s.anchor == base
                and first is not None
                and last is not None
                and s.offset <= first < s.offset + s.end - s.start
            ):
                start = s.start + first - s.offset
                return _retold(block, start, start + last - first, text)
        return block
    cells = []
    for cell in block.cells:
        if cell.anchor == base:
            there = text if first is None else cell.text[:first] + text + cell.text[last:]
            cell = cell._replace(text=there, number=number if cell.number is not None else None)
        cells.append(cell)
    return replace(block, cells=tuple(cells))


# Faults ---------------------------------------------------------------------------------------------------------------


def values_of(world: World, rng: Random) -> Iterator[tuple[str, Report, DataValue]]:
    """Every figure of the units' own, in an order of chance."""
    found = [
        (name, report, value)
        for name, report in world.reports.items()
        for value in report.values
        if value.org_unit == report.org_unit and NUMBER.search(value.source.text)
    ]
    rng.shuffle(found)
    yield from found


def same(report: Report, value: DataValue) -> list[DataValue]:
    """All statements of a figure in its report."""
    return [v for v in report.values if (v.indicator, v.part, v.period, v.org_unit) == (value.indicator, value.part, value.period, value.org_unit)]  # fmt: skip


def sides(report: Report, value: DataValue) -> dict[Part, list[DataValue]]:
    """The statements of a figure's parts."""
    found: dict[Part, list[DataValue]] = {}
    for v in report.values:
        if (v.indicator, v.period, v.org_unit) == (value.indicator, value.period, value.org_unit):
            found.setdefault(v.part, []).append(v)
    return found


def plant_value(code: str, world: World, name: str, value: DataValue, number: Decimal) -> Plant:
    """Another number where a figure stands."""
    text = NUMBER.sub(format_number(number), value.source.text, count=1)
    document = edited(world.documents[name], value, text, number)
    return Plant(
        code=code,
        file=name,
        org_unit=value.org_unit,
        indicator=value.indicator,
        changed={name: document},
        told=f"{value.indicator} {value.source.anchor}: {value.source.text!r} -> {text!r}",
    )


def lands(world: World, plant: Plant, value: DataValue, number: Decimal) -> bool:
    """Whether the planted number is the one that counts: the report may state the figure elsewhere too."""
    document = plant.changed[plant.file]
    assert isinstance(document, Document)
    figure = stated(world.reader.read(document)).get((value.org_unit, value.period, value.indicator))
    parts = (figure.value, figure.numerator, figure.denominator) if figure else ()
    return any(one is not None and one.part is value.part and one.value == number for one in parts)


def written_number(value: DataValue) -> Decimal:
    """The number as written, before its unit of measure."""
    found = NUMBER.search(value.source.text)
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else Decimal(0)


def percent_mismatch(world: World, rng: Random) -> Plant | None:
    """A percentage that its two numbers do not give."""
    for name, report, value in values_of(world, rng):
        parts = sides(report, value)
        ratio = world.pack.framework[value.indicator].is_ratio and value.part is Part.VALUE
        if not ratio or len(parts[Part.VALUE]) > 1 or not parts.get(Part.NUMERATOR) or not parts.get(Part.DENOMINATOR):
            continue
        if any(stands_in_table(v) is not stands_in_table(value) for p in parts.values() for v in p):
            continue
        shift = Decimal(rng.choice((4, 7, 9, 13, 18)))
        number = value.value - shift if value.value > 40 else value.value + shift
        return plant_value("percent_mismatch", world, name, value, number)
    return None


def prose_table_mismatch(world: World, rng: Random) -> Plant | None:
    """Text that says another number than the table."""
    for name, report, value in values_of(world, rng):
        number = written_number(value)
        cells = [cell for block in world.documents[name].blocks if isinstance(block, Table) for cell in block.cells]
        alike = [cell for cell in cells if cell.text.strip() in (value.source.text.strip(), format_number(number))]
        plain = not world.pack.framework[value.indicator].is_ratio and value.value == value.value.to_integral_value()
        if stands_in_table(value) or not plain or number < 12 or len(alike) != 1:
            continue
        plant = plant_value("prose_table_mismatch", world, name, value, number + rng.choice((-7, -3, 3, 5, 9)))
        document = plant.changed[name]
        assert isinstance(document, Document)
        kinds = {stands_in_table(v) for v in same(world.reader.read(document), value)}
        if kinds == {True, False} and len(same(report, value)) == 1:
            return plant
    return None


def over_100(world: World, rng: Random) -> Plant | None:
    """A part larger than its whole."""
    for name, report, value in values_of(world, rng):
        parts = sides(report, value)
        whole = world.pack.framework[value.indicator].denominator_is == "whole" and value.part is Part.NUMERATOR
        told_once = len(parts.get(Part.NUMERATOR, ())) == 1 and len(parts.get(Part.DENOMINATOR, ())) == 1
        if whole and told_once:
            larger = parts[Part.DENOMINATOR][0].value + rng.randint(1, 4)
            plant = plant_value("over_100", world, name, value, larger)
            if lands(world, plant, value, larger):
                return plant
    return None


def outlier(world: World, rng: Random) -> Plant | None:
    """A figure ten times its level, of a unit that states it in four years or more."""
    for name, report, value in values_of(world, rng):
        years = {
            v.period
            for r in world.reports.values()
            for v in r.values
            if (v.org_unit, v.indicator, v.part) == (value.org_unit, value.indicator, value.part)
        }
        indicator = world.pack.framework[value.indicator]
        counted = indicator.kind in (IndicatorKind.COUNT, IndicatorKind.QUANTITY) and value.value >= 8
        if counted and len(years) >= 4 and len(same(report, value)) == 1:
            plant = plant_value("outlier", world, name, value, written_number(value) * 10)
            if lands(world, plant, value, value.value * 10):
                return plant
    return None


def unit_mismatch(world: World, rng: Random) -> Plant | None:
    """Millions where billions are said."""
    for name, report, value in values_of(world, rng):
        years = {
            v.period
            for r in world.reports.values()
            for v in r.values
            if (v.org_unit, v.indicator) == (value.org_unit, value.indicator)
        }
        amount = world.pack.framework[value.indicator].kind is IndicatorKind.AMOUNT
        if amount and len(years) >= 3 and len(same(report, value)) == 1:
            plant = plant_value("unit_mismatch", world, name, value, written_number(value) * 1000)
            if lands(world, plant, value, value.value * 1000):
                return plant
    return None


def total_mismatch(world: World, rng: Random) -> Plant | None:
    """A total that its rows do not give."""
    names = list(world.documents)
    rng.shuffle(names)
    for name in names:
        for at, block in enumerate(world.documents[name].blocks):
            if not isinstance(block, Table):
                continue
            grid = NumberGrid(block)
            sums = [e for e in row_equations(grid) if holds(grid, e) and grid.numbers[e.total[0]][e.total[1]]]
            if sums:
                row, column = rng.choice(sums).total
                return _wrong_total(world, name, at, grid, row, column, rng)
    return None


def _wrong_total(world: World, name: str, at: int, grid: NumberGrid, row: int, column: int, rng: Random) -> Plant:
    cell = grid.cells[row][column]
    number = grid.numbers[row][column]
    assert cell is not None
    assert number is not None
    wrong = number + max(Decimal(1), round(number * rng.choice((Decimal("0.03"), Decimal("0.1"))), 0))
    changed = cell._replace(text=format_number(wrong), number=wrong if cell.number is not None else None)
    table = replace(grid.table, cells=tuple(changed if c is cell else c for c in grid.table.cells))
    document = world.documents[name]
    blocks = tuple(table if i == at else block for i, block in enumerate(document.blocks))
    told = f"{cell.anchor}: {cell.text!r} -> {changed.text!r}"
    return Plant(code="total_mismatch", file=name, changed={name: replace(document, blocks=blocks)}, told=told)


def recycled_text(world: World, rng: Random) -> Plant | None:
    """Last year's report under this year's date."""
    common = formal_runs([one.fingerprint for one in world.reports.values()], world.pack.checks.recycled_formal / 100)
    wordy = {n for n, one in world.reports.items() if len(set(array("q", one.fingerprint)) - common) >= WORDY}
    pairs = [
        (old, new)
        for old, one in world.reports.items()
        for new, two in world.reports.items()
        if old in wordy and _lives(world, one) == _lives(world, two) is not None and _years(one) + 1 == _years(two)
    ]
    if not pairs:
        return None
    old, new = rng.choice(pairs)
    period = world.reports[new].period
    assert period is not None
    year = period.first_year

    def moved(text: str) -> str:
        return re.sub(r"\b20(?:19|2\d)\b", lambda m: str(min(int(m[0]) + 1, year + 1)), text)

    source = world.documents[old]
    copy = replace(source, name=new, sha256="copy", blocks=tuple(_mapped(block, moved) for block in source.blocks))
    return Plant(code="recycled_text", file=new, changed={new: copy}, told=f"{new} is {old}")


def _lives(world: World, report: Report) -> str | None:
    """The one life of the org unit that sent a report: a code may live on in another."""
    assert report.period
    unit = world.hierarchy.on(report.period.last_day).get(report.org_unit or "")
    return unit.uid if unit else None


def _years(report: Report) -> int:
    return report.period.first_year if report.period else 0


def missing_report(world: World, rng: Random) -> Plant | None:
    """A report that is not there."""
    name = rng.choice(sorted(world.reports))
    report = world.reports[name]
    assert report.org_unit
    return Plant(
        code="missing_report", org_unit=report.org_unit, period=str(report.period), changed={name: None}, told=name
    )  # fmt: skip


DATE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+20\d\d")


def _redated(document: Document, day: str) -> Document | None:
    """A document with another date in its letterhead."""
    for i, block in enumerate(document.blocks[:14]):
        texts = [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
        if any(DATE.search(text) for text in texts):
            changed = _mapped(block, lambda text: DATE.sub(day, text))
            return replace(
                document, sha256="redated", blocks=(*document.blocks[:i], changed, *document.blocks[i + 1 :])
            )
    return None


def late_report(world: World, rng: Random) -> Plant | None:
    """A report dated after it was due."""
    names = sorted(world.reports)
    rng.shuffle(names)
    due = {(d.org_unit, d.period) for d in world.duties}
    for name in names:
        report = world.reports[name]
        if report.period is None or (report.org_unit, report.period) not in due:
            continue
        day = f"ngày {rng.randint(10, 28)} tháng {rng.randint(2, 3):02d} năm {report.period.last_year + 1}"
        document = _redated(world.documents[name], day)
        if document is not None:
            return Plant(code="late_report", file=name, changed={name: document}, told=day)
    return None


def duplicate_report(world: World, rng: Random) -> Plant | None:
    """A second version."""
    name = rng.choice(sorted(world.reports))
    again = replace(world.documents[name], name=f"{name}.sua", sha256="again")
    return Plant(code="duplicate_report", file=name, changed={again.name: again}, told=name)


def unit_unresolved(world: World, rng: Random) -> Plant | None:
    """A unit that nobody knows; the symbol of an agency would still say who it is."""
    name = rng.choice([n for n, r in sorted(world.reports.items()) if (r.org_unit or "").isdigit()])
    report = world.reports[name]
    assert report.org_unit
    assert report.period
    unit = world.hierarchy.on(report.period.last_day)[report.org_unit]
    own = re.compile(
        re.escape(re.sub(r"^(?:xã|thị trấn|huyện|thành phố|sở|tỉnh|ban)\s+", "", unit.name, flags=re.I)), re.I
    )
    other = rng.choice(("Khuổi Tràng Vân", "Lũng Pá Đeng", "Nặm Kè Phjăng"))

    def renamed(text: str) -> str:
        return own.sub(lambda m: other.upper() if m[0].isupper() else other, text)

    document = world.documents[name]
    changed = replace(
        document, name="reports/khong-ro.docx", blocks=tuple(_mapped(b, renamed) for b in document.blocks)
    )
    return Plant(code="unit_unresolved", file=changed.name, changed={name: None, changed.name: changed}, told=unit.name)


def secrecy_mark(world: World, rng: Random) -> Plant | None:
    """A mark above the letterhead."""
    name = rng.choice(sorted(world.reports))
    mark = rng.choice(("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật"))
    document = world.documents[name]
    stamp = Paragraph(text=mark, segments=(Segment(start=0, end=len(mark), anchor="body/p[0]"),))
    if not has_secrecy_mark((stamp, *document.blocks)):
        return Plant(code="secrecy_mark", file=name, changed={name: document}, told=f"{mark} was not seen")
    problem = Problem(code="secrecy_mark")
    return Plant(
        code="secrecy_mark",
        file=name,
        changed={name: Refusal(name=name, sha256="", problem=problem)},
        told=mark,
    )


def unreadable(world: World, rng: Random) -> Plant | None:
    """A file that was cut off, or scrambled."""
    name = rng.choice([n for n in sorted(world.reports) if not n.endswith(".txt")])
    data = (EXAMPLE / name).read_bytes()
    cut = data[: len(data) // rng.randint(2, 5)] if rng.random() < 0.7 else data[:4] + rng.randbytes(2000)
    admitted = admit_bytes(cut, name=name)
    outcome = read_document(admitted) if isinstance(admitted, Admitted) else admitted
    return Plant(code="unreadable", file=name, changed={name: outcome}, told=f"{len(cut)} of {len(data)} bytes")


def not_comparable(world: World, rng: Random) -> Plant | None:
    """A merged unit that was divided, and nobody knows how."""
    merges = [
        (change, edge)
        for change in world.hierarchy.changes
        if change.kind is ChangeKind.MERGE and REVIEW.first_day < change.on <= REVIEW.last_day
        for edge in change.edges
        if edge.from_ != edge.to and edge.to in world.hierarchy.on(REVIEW.last_day)
    ]
    change, edge = rng.choice(merges)
    tree = world.hierarchy.on(REVIEW.last_day)
    sister = rng.choice([u.code for u in tree.children(tree[str(edge.to)].parent or "") if u.code != edge.to])
    split = Change(
        kind=ChangeKind.SPLIT,
        on=change.on,
        edges=tuple(ChangeEdge(from_=edge.from_, to=to, share=None) for to in (edge.to, sister)),
        legal_basis="",
    )
    others = [replace(c, edges=tuple(e for e in c.edges if e is not edge)) for c in world.hierarchy.changes]
    hierarchy = Hierarchy(world.hierarchy.spans, [*(c for c in others if c.edges), split])
    return Plant(code="not_comparable", period="2019", hierarchy=hierarchy, told=f"{edge.from_} -> {edge.to}, {sister}")


FAULTS: tuple[Callable[[World, Random], Plant | None], ...] = (
    percent_mismatch,
    prose_table_mismatch,
    over_100,
    outlier,
    unit_mismatch,
    total_mismatch,
    recycled_text,
    missing_report,
    late_report,
    duplicate_report,
    unit_unresolved,
    secrecy_mark,
    unreadable,
    not_comparable,
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A fault that was planted, whether it was found, and what else was said for the first time."""

    plant: Plant
    found: bool
    besides: tuple[Finding, ...]


def planted(world: World, count: int, seed: int) -> Iterator[Outcome]:
    """So many faults one after the other, of each code in turn."""
    quiet = {_key(f) for f in world.checked({}).findings}
    for i in range(count):
        plant = FAULTS[i % len(FAULTS)](world, Random(seed * 10_000 + i))
        if plant is None:
            continue
        findings = world.checked(plant.changed, hierarchy=plant.hierarchy).findings
        own = [f for f in findings if plant.finds(f)]
        besides = tuple(f for f in findings if not plant.finds(f) and _key(f) not in quiet)
        yield Outcome(plant=plant, found=bool(own), besides=besides)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.files, finding.org_unit, finding.period, finding.indicator
