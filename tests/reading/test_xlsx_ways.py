"""A workbook says the same in whatever way it is written, and whichever way it is read: by patterns, from the packed
file, or by the events of a parser."""

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers.expat import ExpatError
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.build import SHEET
from tongket.reading.blocks import Table
from tongket.reading.formats.content import FormatError, Limits
from tongket.reading.formats.package import Package
from tongket.reading.formats.packed_part import PackedPart
from tongket.reading.formats.sheet_blocks import SheetCells, sheet_blocks
from tongket.reading.formats.sheet_rows import by_place
from tongket.reading.formats.xlsx import parsed, sheet_parts
from tongket.reading.formats.xlsx_reading import Sheet, any_sheet, packed_sheet, read_sheet, usual_sheet
from tongket.reading.formats.xlsx_shared import any_strings, packed_strings, read_shared, usual_strings
from tongket.reading.formats.xlsx_styles import CellStyles
from tongket.reading.formats.xlsx_values import CellValues, plain, stored_number
from tongket.reading.table_cells import Cell, CellsOnDemand, TableRow

ROOT = Path(__file__).parents[2]
BOOKS = [path for folder in ("examples", "tests/cases") for path in sorted((ROOT / folder).rglob("*.xlsx"))]
MOST = 2_000_000
STYLES = (f'<styleSheet xmlns="{SHEET}"><fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/>'
          '<xf numFmtId="9" fontId="1"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>')  # fmt: skip
SHARED = f'<sst xmlns="{SHEET}"><si><t>Kết quả</t></si><si><t> </t></si><si><r><t>Xã </t></r><r><t>A</t></r></si></sst>'


def deflated(content: bytes, piece: int) -> PackedPart:
    """A part as a container holds it, unpacked in small pieces."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return PackedPart(data=packed, start=0, end=len(packed), size=len(content), crc=zlib.crc32(content), deflated=True,
                      piece=piece)  # fmt: skip


def told(read: Sheet) -> object:
    """All that is told of a sheet."""
    told = read.told
    cells = SheetCells(name="S", rows=read.rows, spans=read.visible_spans(), hidden_rows=frozenset(told.hidden_rows))
    blocks = [as_tuples(block) if isinstance(block, Table) else block for block in sheet_blocks(cells)]
    return (blocks, by_place(read.rows), told.spans, told.margins, told.hidden_rows, told.hidden_values, told.unsolved)


def as_tuples(table: Table) -> object:
    cells = tuple(table.cells)
    if isinstance(table.cells, CellsOnDemand):
        assert [cell for row in table.cells.in_rows() for cell in singly(row)] == [in_bulk(cell) for cell in cells]
    return table.anchor, cells, table.rows, table.columns


def singly(row: TableRow) -> Iterator[object]:
    """What a row had in bulk tells of each of its cells."""
    for place, anchor, value, form in zip(row.columns, row.anchors, row.values, row.formats, strict=True):
        written = value if isinstance(value, str) else pytest.approx(value)
        yield anchor, row.row, place, row.spans.get(place, (1, 1)), written, form


def in_bulk(cell: Cell) -> object:
    """The same of a cell had singly."""
    value = cell.text if cell.number is None else float(cell.number)
    form = (cell.percent, cell.bold)
    return cell.anchor, cell.row, cell.column, (cell.rowspan, cell.colspan), value, form


def outcome(how: object, *arguments: object, **options: object) -> object:
    """What a way of reading tells, or with what it refuses: as damaged, or by a limit. Which damage it meets first depends
    on how much of the text a version of expat takes at once."""
    try:
        return told(how(*arguments, **options))  # type: ignore[operator]
    except FormatError as error:
        return "damaged" if error.code == "file_damaged" else error.code
    except (ExpatError, LookupError, ValueError, OverflowError):
        return "damaged"


def in_three_ways(xml: bytes, values: CellValues, piece: int = 64) -> tuple[object, object, object]:
    """By events, by patterns, from the packed file."""
    return (
        outcome(any_sheet, deflated(xml, piece), values, MOST),
        outcome(read_sheet, deflated(xml, piece), values, MOST),
        outcome(read_sheet, deflated(xml, piece), values, MOST, packed=True),
    )


def values_of(shared: str = SHARED) -> CellValues:
    strings = read_shared(PackedPart.whole(shared.encode()), MOST)
    return CellValues(strings, CellStyles(STYLES.encode(), date1904=False))


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_the_workbooks_of_the_examples_are_written_as_usual_and_read_alike(path: Path) -> None:
    package = Package(path.read_bytes(), Limits())
    main = package.main_part("xl/workbook.xml")
    links = package.relations(main)
    targets = {link.kind: link.target for link in links}
    strings = package.part(targets.get("sharedStrings", ""))
    shared = read_shared(strings, MOST)
    if strings.size:
        expected = list(any_strings(strings, MOST))
        assert list(shared) == list(usual_strings(strings, MOST)) == list(packed_strings(strings, MOST)) == expected
    values = CellValues(shared, CellStyles(package.read(targets["styles"]), date1904=False))
    for one in sheet_parts(package, links, parsed(package.read(main))):
        xml = package.read(one.part)
        as_told = told(any_sheet(PackedPart.whole(xml), values, MOST))
        assert told(usual_sheet(deflated(xml, 1024), values, MOST)) == as_told
        assert told(packed_sheet(deflated(xml, 1024), values, MOST)) == as_told


TEXTS = [
    "Kết quả",
    "  ",
    "",
    "a_x000D_b",
    "_x000D_",
    "\u200b",
    "\xa0",
    "Bao\u0301 ca\u0301o",
    "x]]y",
    "1 > 0",
    "-",
    "−5",
    "a\r\nb",
    "½",
]
NUMBERS = [
    "0",
    "5",
    "-0.5",
    "0.985",
    "96.599999999999994",
    "1E3",
    "1E999",
    "NaN",
    "1e-7",
    "007",
    " 7 ",
    "n/a",
    "",
    "12345678901234567890",
    "44561",
]
ESCAPES = {"&": ["&amp;", "&#38;"], "<": ["&lt;", "&#x3C;", "<![CDATA[<]]>"], "ế": ["ế", "&#7871;", "&#x1EBF;"], ">": [">", "&gt;"],
           "á": ["á", "&#225;"], "\r": ["\r", "&#13;"]}  # fmt: skip


@st.composite
def written(draw: st.DrawFn, text: str) -> str:
    """A text in XML, its signs in one of the ways they can be written."""
    return "".join(draw(st.sampled_from(ESCAPES[sign])) if sign in ESCAPES else sign for sign in text)


@st.composite
def attributes(draw: st.DrawFn, pairs: Iterable[tuple[str, str]], odd: bool) -> str:
    """Attributes in their usual order and marks, or in others."""
    given = list(pairs)
    if not odd:
        return "".join(f' {name}="{value}"' for name, value in given)
    given = draw(st.permutations(given))
    return "".join(draw(st.sampled_from([" ", "\n ", "  "])) + f"{name}='{value}'" for name, value in given)


@st.composite
def a_cell(draw: st.DrawFn, row: int, column: int, odd: bool) -> str:
    """A cell in one of the ways it can be written; ``odd`` for those that few programs use."""
    letters = "ABCDEFGH"[column]
    pairs = [] if odd and draw(st.booleans()) else [("r", f"{letters}{row}")]
    kind = draw(st.sampled_from(["", "n", "s", "str", "inlineStr", "b", "e", "d"]))
    pairs += [("s", str(draw(st.integers(0, 3))))] if draw(st.booleans()) else []
    pairs += [("t", kind)] if kind else []
    content = draw(st.sampled_from(["full", "full", "full", "blank", "closed", "formula", "both"]))
    text = draw(
        st.sampled_from(NUMBERS if kind in ("", "n", "b") else ["0", "1", "2", "x", "9"] if kind == "s" else TEXTS)
    )
    inner = draw(written(text))
    value = f"<v>{inner}</v>"
    if kind == "inlineStr":
        run = f'<t xml:space="preserve">{inner}</t>' if draw(st.booleans()) else f"<t>{inner}</t>"
        value = (
            f"<is><r><rPr><b/></rPr>{run}</r>{run}<rPh><t>ば</t></rPh></is>"
            if odd and draw(st.booleans())
            else f"<is>{run}</is>"
        )
    formula = draw(
        st.sampled_from(["<f>A1&amp;B1</f>", '<f t="shared" si="0"/>', '<f aca="false">1&gt;0</f>', '<f>Sheet="s"</f>'])
    )
    blanks = draw(st.sampled_from(["", " ", "\n", "<!-- x -->", "<?p?>"])) if odd else ""
    inside = {"full": value, "blank": "", "closed": "", "formula": formula, "both": formula + value}[content]
    head = f"<c{draw(attributes(pairs, odd))}"
    return f"{head}/>" if content == "closed" else f"{head}>{blanks}{inside}{blanks}</c>"


@st.composite
def a_row(draw: st.DrawFn, row: int, odd: bool) -> str:
    """A row of a sheet."""
    columns = draw(st.lists(st.integers(0, 7), max_size=6, unique=not odd))
    columns = columns if odd else sorted(columns)
    strange = [odd and draw(st.integers(0, 3)) == 0 for _ in columns]
    cells = "".join(draw(a_cell(row, c, s)) for c, s in zip(columns, strange, strict=True))
    pairs = [] if odd and draw(st.booleans()) else [("r", str(row))]
    pairs += [("spans", "1:9"), ("x14ac:dyDescent", "0.25")] if draw(st.booleans()) else []
    pairs += [("hidden", draw(st.sampled_from(["1", "true", "0"])))] if draw(st.integers(0, 4)) == 0 else []
    tag = f"<row{draw(attributes(pairs, odd))}"
    return f"{tag}/>" if not cells and draw(st.booleans()) else f"{tag}>{cells}</row>"


@st.composite
def a_sheet(draw: st.DrawFn) -> str:
    """A sheet, mostly as programs write them, here and there not."""
    odd_rows = draw(st.sampled_from([0, 0, 4, 1]))
    numbers = draw(st.lists(st.integers(1, 30), max_size=8, unique=True))
    numbers = numbers if odd_rows == 1 else sorted(numbers)
    content = "".join(draw(a_row(n, bool(odd_rows) and draw(st.integers(1, odd_rows)) == 1)) for n in numbers)
    hidden = draw(st.sampled_from(["", '<cols><col min="2" max="3" hidden="1"/></cols>']))
    merged = "".join(
        f'<mergeCell ref="{m}"/>'
        for m in draw(st.lists(st.sampled_from(["A1:B2", "C3:C9", "B5", "Z1:Z9"]), max_size=3))
    )
    footer = draw(st.sampled_from(["", "<headerFooter><oddFooter>&amp;LTrang</oddFooter></headerFooter>"]))
    xml = f"{hidden}<sheetData>{content}</sheetData><mergeCells>{merged}</mergeCells>{footer}"
    opening = f'<worksheet xmlns="{SHEET}">'
    if draw(st.integers(0, 9)) == 0:
        xml, opening = re.sub(r"(</?)(?=[A-Za-z])", r"\1x:", xml), f'<x:worksheet xmlns:x="{SHEET}">'
    heading = draw(st.sampled_from(["", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', "<!-- a -->"]))
    return f"{heading}{opening}{xml}{opening.split()[0].replace('<', '</')}>"


@given(xml=a_sheet(), piece=st.sampled_from([16, 100, 5000]))
def test_a_sheet_tells_the_same_in_whatever_way_it_is_written_and_read(xml: str, piece: int) -> None:
    by_events, by_patterns, packed = in_three_ways(xml.encode(), values_of(), piece)
    assert by_patterns == by_events
    assert packed == by_events


@given(xml=a_sheet(), at=st.floats(0, 1), new=st.sampled_from([b"", b"<", b">", b"&", b"/", b'"', b"\x00", b"\xff", b"</c>", b"]]>", b"<c>", b"&#0;", b"1"]), cut=st.integers(0, 9))  # fmt: skip
def test_damage_is_told_apart_as_strictly(xml: str, at: float, new: bytes, cut: int) -> None:
    whole = xml.encode()
    place = int(at * len(whole))
    damaged = whole[:place] + new + whole[place + cut :]
    by_events, by_patterns, packed = in_three_ways(damaged, values_of())
    assert by_patterns == by_events
    assert packed == by_events


@given(
    texts=st.lists(st.sampled_from(TEXTS).flatmap(written), max_size=6),
    forms=st.lists(st.integers(0, 5), min_size=6, max_size=6),
)
def test_shared_strings_are_the_same_in_whatever_way_they_are_written(texts: list[str], forms: list[int]) -> None:
    ways = ["<si><t>{0}</t></si>", '<si><t xml:space="preserve">{0}</t></si>', "<si><r><rPr><b/></rPr><t>{0}</t></r><r><t>{0}</t></r></si>",
            "<si><t>{0}</t><rPh sb='0' eb='1'><t>x</t></rPh></si>", "<si/>", "<si>\n<t >{0}</t></si>"]  # fmt: skip
    xml = "".join(ways[form].format(text) for form, text in zip(forms, texts, strict=False))
    content = f'<sst xmlns="{SHEET}" count="9">{xml}</sst>'.encode()
    found = read_shared(deflated(content, 50), MOST)
    expected = any_strings(deflated(content, 50), MOST)
    assert (list(found), found.blank) == (list(expected), expected.blank)


@given(texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=30), asked=st.lists(st.integers(0, 29), max_size=60))
def test_very_many_shared_strings_are_had_in_any_order(texts: list[str], asked: list[int]) -> None:
    content = f'<sst xmlns="{SHEET}">{"".join(f"<si><t>{escape(text)}</t></si>" for text in texts)}</sst>'.encode()
    packed, expected = packed_strings(deflated(content, 40), MOST), any_strings(PackedPart.whole(content), MOST)
    assert (list(packed), packed.blank, len(packed)) == (list(expected), expected.blank, len(texts))
    for index in asked:
        if index < len(texts):
            assert packed[index] == expected[index]
        else:
            with pytest.raises(IndexError):
                packed[index]


@given(
    whole=st.integers(-(10**16), 10**16),
    fraction=st.text("0123456789", max_size=18),
    power=st.sampled_from(["", "", "E3", "e-07"]),
)
def test_numbers_take_the_short_way_to_the_same_decimals(whole: int, fraction: str, power: str) -> None:
    raw = f"{whole}.{fraction}{power}" if fraction else f"{whole}{power}"
    number = stored_number(raw)
    assert number is not None
    found = values_of().value("n", "0", raw)
    assert (found.text, str(found.number)) == (plain(number), str(number))
