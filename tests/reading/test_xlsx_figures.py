"""From a workbook to figures: what its cells store is taken for what they show."""

from collections.abc import Mapping

from reading.build import cell, read, tables, xlsx
from reading.test_figures import TABLES

NOTE = 'Ghi chú: dấu "-" là không phát sinh'
STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>'


def row(number: int, cells: Mapping[str, object], attributes: str = "") -> str:
    content = "".join(cell(f"{column}{number}", value) for column, value in cells.items())
    return f'<row r="{number}"{attributes}>{content}</row>'


def test_shares_texts_signs_and_what_is_hidden_become_the_figures_that_a_clerk_reads() -> None:
    first = ('<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
             + row(1, {"A": "TT", "B": "Chỉ tiêu", "C": "Mã", "D": "Đơn vị tính", "E": "Kết quả"})
             + row(2, {"A": 1, "B": "Tỷ lệ giao quân", "C": "x", "D": "%", "E": '<c r="E2" s="1"><v>0.985</v></c>'})
             + row(3, {"A": 2, "B": "Số lớp bồi dưỡng kiến thức quốc phòng và an ninh", "D": "lớp", "E": "12"})
             + row(4, {"A": 3, "B": "Số nhiệm vụ quá hạn", "D": "nhiệm vụ", "E": "-"})
             + row(5, {"A": 4, "B": "Số lớp bồi dưỡng kiến thức quốc phòng và an ninh", "D": "lớp", "E": 99}, ' hidden="1"')
             + "</sheetData>")  # fmt: skip
    second = ("<sheetData>" + row(1, {"A": "TT", "B": "Chỉ tiêu", "C": "Kết quả"})
              + row(2, {"A": 1, "B": "Vốn công trình khu vực phòng thủ đã giải ngân (triệu đồng)", "C": 3250})
              + row(4, {"A": NOTE}) + "</sheetData>")  # fmt: skip
    document = read(xlsx({"Biểu 1": first, "Biểu 2": second}, styles=STYLES), "a.xlsx")
    found = [
        (one.indicator, str(one.value), str(one.state), one.anchor)
        for table in tables(document)
        for one in TABLES.read(table, caption="", pillar=None, resolve=lambda _: None, notes=[NOTE])
    ]
    assert found == [
        ("E02", "98.5", "reported", "Biểu 1!E2"),
        ("M01", "12", "reported", "Biểu 1!E3"),
        ("O03", "0", "nothing_occurred", "Biểu 1!E4"),
        ("H02", "3.250", "reported", "Biểu 2!C2"),
    ]
    assert [(problem.code, problem.fields["sheet"]) for problem in document.problems] == [("hidden_content", "Biểu 1")]
