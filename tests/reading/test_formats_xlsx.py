"""Workbooks: what each sheet shows, as stored."""

import pickle
from decimal import Decimal

import pytest

from reading.build import cell, code, paragraphs, read, rows, sheet, tables, texts, xlsx
from tongket.reading import Document, Table
from tongket.reading.figures.joining import continued
from tongket.reading.formats import FormatError, Limits, read_content
from tongket.reading.table_cells import CellsOnDemand

STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/></numFmts>'
    "<fonts><font/><font><b/></font></fonts>"
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="0" fontId="1"/>'
    '<xf numFmtId="165" fontId="0"/><xf numFmtId="22" fontId="0"/></cellXfs>'
)
HEADER = {"A3": "TT", "B3": "Chỉ tiêu", "C3": "Kết quả"}


def book(content: str, **options: object) -> Document:
    return read(xlsx({"Biểu 1": content}, styles=STYLES, **options), "a.xlsx")  # type: ignore[arg-type]


def only(xml: str) -> object:
    """The one cell in a table beside a label."""
    return tables(book(sheet({"A1": "TT", "B1": "Chỉ tiêu", "A2": xml, "B2": "x"})))[0].cells[2]


@pytest.mark.parametrize(
    ("stored", "text"),
    [("29.5", "29.5"), ("943", "943"), ("1E3", "1000"), ("96.599999999999994", "96.6"), ("0.30000000000000004", "0.3"),
     ("12345678901234567890", "12345678901234567890"), ("-0.5", "-0.5"), ("100.0", "100")],
)  # fmt: skip
def test_numbers_are_exact_decimals(stored: str, text: str) -> None:
    found = tables(book(sheet({"A1": "a", "B1": f'<c r="B1"><v>{stored}</v></c>'})))[0].cells[1]
    assert (found.text, found.number) == (text, Decimal(text))


def test_percentages_are_flagged_and_stay_as_stored() -> None:
    found = tables(book(sheet({"A1": '<c r="A1" s="2"><v>0.966</v></c>', "B1": '<c r="B1" s="4"><v>96.6</v></c>'})))[
        0
    ].cells
    assert [(c.text, c.percent) for c in found] == [("0.966", True), ("96.6", False)]


def test_dates_are_iso_texts() -> None:
    cells = {
        "A1": '<c r="A1" s="1"><v>44561</v></c>',
        "B1": '<c r="B1" s="5"><v>44561.5</v></c>',
        "C1": '<c r="C1" s="1"><v>-3</v></c>',
    }
    found = tables(book(sheet(cells)))[0].cells
    assert [(c.text, c.number) for c in found] == [
        ("2021-12-31", None),
        ("2021-12-31 12:00:00", None),
        ("-3", Decimal(-3)),
    ]


def test_strings_shared_inline_and_of_formulas() -> None:
    shared = "<si><r><t>Báo </t></r><r><t>cáo</t></r><rPh><t>x</t></rPh></si>"
    cells = {"A1": '<c r="A1" t="s"><v>0</v></c>', "B1": '<c r="B1" t="str"><f>A1</f><v>tổng</v></c>', "C1": '<c r="C1" t="b"><v>1</v></c>',
             "D1": '<c r="D1" t="e"><v>#REF!</v></c>', "E1": "a_x000D_b"}  # fmt: skip
    document = read(xlsx({"S": sheet(cells)}, shared=shared), "a.xlsx")
    assert rows(tables(document)[0]) == [["Báo cáo", "tổng", "TRUE", "#REF!", "a\nb"]]


def test_a_formula_without_a_result_is_blank_and_said() -> None:
    document = book(sheet({"A1": "Tổng", "B1": '<c r="B1"><f>SUM(C1:C9)</f></c>', "C1": 3}))
    assert [(x.code, x.fields["count"]) for x in document.problems] == [("formula_without_value", "1")]


def test_bold_cells() -> None:
    found = tables(book(sheet({"A1": '<c r="A1" s="3"><v>1</v></c>', "B1": 2})))[0].cells
    assert [c.bold for c in found] == [True, False]


def test_lines_and_tables_are_told_apart() -> None:
    document = book(
        sheet(
            {
                "A1": "BIỂU TỔNG HỢP",
                **HEADER,
                "A4": "1",
                "B4": "Văn bản",
                "C4": 12,
                "A5": "Ghi chú: số liệu cả năm",
                "A7": "Tồn tại:",
                "A8": "- Một",
            }
        )
    )
    assert texts(document) == ["BIỂU TỔNG HỢP", "Ghi chú: số liệu cả năm", "Tồn tại:", "- Một"]
    assert [b.anchor for b in document.blocks] == ["Biểu 1!A1", "Biểu 1!A3:C4", "Biểu 1!A5", "Biểu 1!A7", "Biểu 1!A8"]
    table = tables(document)[0]
    assert (table.sheet, table.rows, table.columns) == ("Biểu 1", 2, 3)
    assert table.cells[5].anchor == "Biểu 1!C4"


def test_a_title_on_a_table_without_a_blank_row_is_taken_off() -> None:
    document = book(
        sheet({"A1": "UBND XÃ", "C1": "CỘNG HÒA", "A2": "BIỂU TỔNG HỢP", **HEADER, "A4": 1, "B4": "a", "C4": 2})
    )
    assert texts(document) == ["BIỂU TỔNG HỢP"]
    assert [t.anchor for t in tables(document)] == ["Biểu 1!A1:C1", "Biểu 1!A3:C4"]


def test_section_rows_inside_a_table_stay_in_it() -> None:
    cells = {
        **HEADER,
        "A4": "I. Kinh tế",
        "A5": 1,
        "B5": "Thu",
        "C5": 2,
        "A6": "II. Xã hội",
        "A7": 2,
        "B7": "Hộ",
        "C7": 3,
    }
    table = tables(book(sheet(cells, merged=["A4:C4", "A6:C6"])))[0]
    assert rows(table)[1] == ["I. Kinh tế"] * 3
    assert table.rows == 5


def test_merged_header_cells_have_spans() -> None:
    cells = {
        "A1": "TT",
        "B1": "Chỉ tiêu",
        "C1": "Năm 2021",
        "C2": "KH",
        "D2": "TH",
        "A3": 1,
        "B3": "Thu",
        "C3": 5,
        "D3": 6,
    }
    table = tables(book(sheet(cells, merged=["A1:A2", "B1:B2", "C1:D1"])))[0]
    assert rows(table)[:2] == [["TT", "Chỉ tiêu", "Năm 2021", "Năm 2021"], ["TT", "Chỉ tiêu", "KH", "TH"]]


def test_a_cell_far_away_costs_nothing() -> None:
    document = book(sheet({"A1": "Gần", "BK1048501": "Xa"}))
    assert [x.anchor for x in paragraphs(document)] == ["Biểu 1!A1", "Biểu 1!BK1048501"]
    side = book(sheet({"A1": "Gần", "XFD1": "Xa", "A2": 1}, merged=["A1:XFD1048576"]))
    assert tables(side)[0].columns == 2


def test_cells_without_addresses_count_on() -> None:
    xml = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row></sheetData>"
    assert rows(tables(book(xml))[0]) == [["1", "2"], ["3", "4"]]


def test_what_is_hidden_is_not_read_and_said() -> None:
    xml = ('<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
           f'<row r="1">{cell("A1", "TT")}{cell("B1", "Mã")}{cell("C1", "Kết quả")}</row>'
           f'<row r="2" hidden="1">{cell("A2", 1)}{cell("C2", 9)}</row>'
           f'<row r="3">{cell("A3", 2)}{cell("B3", "K1")}{cell("C3", 12)}</row></sheetData>')  # fmt: skip
    document = read(xlsx({"A": xml, "B": sheet({"A1": "ẩn"})}, hidden=["B"]), "a.xlsx")
    assert [rows(t) for t in tables(document)] == [[["TT", "Kết quả"], ["2", "12"]]]
    assert [(x.code, x.fields["sheet"]) for x in document.problems] == [
        ("hidden_content", "A"),
        ("hidden_content", "B"),
    ]


def test_margins_of_the_sheet_stand_at_the_end() -> None:
    margin = '<headerFooter><oddFooter>&amp;L&amp;"Arial,Bold"&amp;8Tài liệu minh họa&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter>'
    document = book(sheet({"A1": "a"}, extra=margin))
    assert [(x.text, x.style) for x in paragraphs(document)][1] == ("Tài liệu minh họa", "footer")


def test_damage_is_refused() -> None:
    assert code(xlsx({"A": "<sheetData><row><c>"}), "a.xlsx") == "file_damaged"
    assert (
        code(xlsx({"A": '<sheetData><row><c r="A1" t="s"><v>7</v></c></row></sheetData>'}), "a.xlsx") == "file_damaged"
    )


COMMENTS = ('<comments><commentList><comment ref="A1" authorId="0"><text><t>Xem lại</t></text></comment>'
            '<comment ref="B1" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>')  # fmt: skip
THREADS = ('<ThreadedComments><threadedComment ref="B1" id="{1}"><text>Ai kiểm tra?</text></threadedComment>'
           '<threadedComment ref="B1" id="{2}" parentId="{1}"><text>Đã kiểm tra</text></threadedComment></ThreadedComments>')  # fmt: skip


def test_comments_beside_cells_are_counted_not_read() -> None:
    beside = {"comments": COMMENTS, "threadedComment": THREADS}
    document = read(xlsx({"A": sheet({"A1": "Kết quả"})}, beside=beside), "a.xlsx")
    assert texts(document) == ["Kết quả"]
    assert [(x.code, x.fields) for x in document.problems] == [("comments_ignored", {"count": "3"})]
    assert read(xlsx({"A": sheet({"A1": "Kết quả"})}), "a.xlsx").problems == ()


def test_the_cells_of_a_large_workbook_are_those_of_a_small_one() -> None:
    table = (f'<sheetData><row r="3">{cell("A3", "TT")}{cell("B3", "Xã có §iÒu kiÖn")}{cell("C3", "Kết quả")}</row><row r="4">{cell("A4", "1")}'
             f'{cell("C4", 0.985)}</row><row r="6" hidden="1">{cell("A6", 1)}</row><row r="7">{cell("A7", "2")}{cell("B7", 5)}</row></sheetData>'
             '<mergeCells><mergeCell ref="A3:B4"/><mergeCell ref="A7:A9"/></mergeCells>')  # fmt: skip
    padding = "".join(f'<row r="{row}">{cell(f"A{row}", "x" * 500_000)}</row>' for row in range(1, 10))
    small = table_of(xlsx({"Biểu": table}))
    large = table_of(xlsx({"Đầy": f"<sheetData>{padding}</sheetData>", "Biểu": table}))
    assert isinstance(small.cells, tuple)
    assert not isinstance(large.cells, tuple)
    assert (large.cells, list(large.grid())) == (small.cells, small.grid())
    assert [large.grid()[i] for i in range(-1, 2)] == [small.grid()[i] for i in range(-1, 2)]
    assert list(large.grid()[1:][:1]) == list(small.grid()[1:2])
    assert (large.cells[-1], large.cells[1:3]) == (small.cells[-1], small.cells[1:3])
    assert pickle.loads(pickle.dumps(large)) == large == small
    assert list(large.words()) == list(small.words())
    assert [list(large.standing_in(row)) for row in range(2)] == [small.standing_in(row) for row in range(2)]
    assert large.of_rows(range(1, 9)) == small.of_rows(range(1, 9))
    with pytest.raises(IndexError):
        large.cells[len(small.cells)]


def test_a_large_table_goes_on_under_the_header_of_the_one_before() -> None:
    head = f'<row r="1">{cell("A1", "TT")}{cell("B1", "Nội dung")}{cell("C1", "Kết quả")}</row>'
    body = "".join(
        f'<row r="{r}">{cell(f"A{r}", r)}{cell(f"B{r}", "Dân quân")}{cell(f"C{r}", r / 7)}</row>' for r in (2, 4, 5)
    )
    filler = "".join(f'<row r="{row}">{cell(f"A{row}", "x" * 500_000)}</row>' for row in range(1, 10))
    merged = '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>'
    book = {"Biểu": f"<sheetData>{head}{body}</sheetData>{merged}"}
    small = joined(xlsx(book))
    large = joined(xlsx({"Đầy": f"<sheetData>{filler}</sheetData>", **book}))
    assert isinstance(large.cells, CellsOnDemand)
    assert [cell.row for cell in small.cells if cell.column == 0] == [0, 1, 2]
    assert (large, list(large.grid()), list(large.words())) == (small, small.grid(), list(small.words()))
    assert (large.cells[0], large.cells[3:5], large.cells[-1]) == (small.cells[0], small.cells[3:5], small.cells[-1])
    assert [list(large.standing_in(row)) for row in range(3)] == [small.standing_in(row) for row in range(3)]


def joined(data: bytes) -> Table:
    before, table = (block for block in read_content("xlsx", data, Limits()).blocks if isinstance(block, Table))
    return continued(table, before)


@pytest.mark.parametrize(("count", "blocks"), [(10_000, 10_000), (10_001, 1)])
def test_very_many_rows_of_one_cell_are_a_list(count: int, blocks: int) -> None:
    written = "".join(f'<row r="{row}">{cell(f"B{row}", "Dòng")}</row>' for row in range(1, count + 1))
    found = read_content("xlsx", xlsx({"Sổ": f"<sheetData>{written}</sheetData>"}), Limits()).blocks
    assert (len(found), isinstance(found[0], Table)) == (blocks, blocks == 1)


def table_of(data: bytes) -> Table:
    return next(block for block in read_content("xlsx", data, Limits()).blocks if isinstance(block, Table))


def test_more_cells_or_strings_than_allowed_are_refused() -> None:
    limits = Limits(cells=3)
    few, many = sheet({"A1": 1, "B1": 2, "A2": 3}), sheet({"A1": 1, "B1": 2, "A2": 3, "B2": 4})
    assert len(read_content("xlsx", xlsx({"A": few}), limits).blocks) == 2
    for data in (xlsx({"A": many}), xlsx({"A": few, "B": few}), xlsx({"A": few}, shared="<si><t>x</t></si>" * 4)):
        with pytest.raises(FormatError, match="too_many_parts"):
            read_content("xlsx", data, limits)
