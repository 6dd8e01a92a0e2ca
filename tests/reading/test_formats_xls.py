"""Old workbooks, through the library that reads them (it tells new ones by their content too)."""

from reading.build import cell, code, sheet, xlsx
from reading.compound import compound
from tongket.reading import Table
from tongket.reading.formats import Limits
from tongket.reading.formats.xls import read_xls


def test_sheets_become_blocks_like_those_of_new_workbooks() -> None:
    cells = {"A1": "TT", "B1": "Chỉ tiêu", "C1": "Năm 2021", "A2": 1, "B2": "Thu", "C2": 5.5, "D2": 6}
    data = xlsx({"Biểu": sheet(cells, merged=["C1:D1"]), "Ẩn": sheet({"A1": "x"})}, hidden=["Ẩn"])
    content = read_xls(data, Limits())
    table = content.blocks[0]
    assert isinstance(table, Table)
    assert [(c.text, c.anchor, c.colspan) for c in table.cells] == [
        ("TT", "Biểu!A1", 1), ("Chỉ tiêu", "Biểu!B1", 1), ("Năm 2021", "Biểu!C1", 2),
        ("1", "Biểu!A2", 1), ("Thu", "Biểu!B2", 1), ("5.5", "Biểu!C2", 1), ("6", "Biểu!D2", 1)]  # fmt: skip
    assert [x.code for x in content.problems] == ["hidden_content"]
    assert cell("A1", 1) == '<c r="A1"><v>1</v></c>'


def test_a_workbook_that_makes_the_library_panic_is_damaged() -> None:
    assert code(compound({"Workbook": b"\x09\x08".ljust(4096, b"\0")}), "a.xls") == "file_damaged"


def test_a_workbook_whose_directory_runs_in_a_circle_is_damaged() -> None:
    data = bytearray(compound({"Workbook": b"\x09\x08".ljust(4096, b"\0")}))
    first, table = (int.from_bytes(data[place : place + 4], "little") for place in (48, 76))
    entry = 512 * (table + 1) + 4 * first
    data[entry : entry + 4] = first.to_bytes(4, "little")
    assert code(bytes(data), "a.xls") == "file_damaged"
