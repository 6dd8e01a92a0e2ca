"""The annex of figures: every total is a formula over the rows above it, and comes to the figure."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tongket.dossier.annex_workbook import Ways, annex_workbook
from tongket.dossier.sheet_width import fitting
from tongket.exchange import Column, Sheet, words, workbook_bytes
from tongket.review import ReviewResult
from tongket.review.material import material_of

pytestmark = pytest.mark.xdist_group("example")


@pytest.fixture(scope="module")
def books(reviewed: tuple[ReviewResult, Path]) -> tuple[openpyxl.Workbook, openpyxl.Workbook]:
    """The annex with its formulas, and with what they come to."""
    material = material_of(reviewed[0])
    assert material is not None
    data = workbook_bytes(annex_workbook(material, Ways(indicator=str, report=str)))
    return openpyxl.load_workbook(BytesIO(data)), openpyxl.load_workbook(BytesIO(data), data_only=True)


def test_every_total_is_the_sum_of_the_cells_its_formula_names(
    books: tuple[openpyxl.Workbook, openpyxl.Workbook],
) -> None:
    formulas, values = books
    looked_at = 0
    for page in formulas:
        shown = values[page.title]
        for cell in (c for row in page.iter_rows() for c in row):
            if not isinstance(cell.value, str):
                continue
            if found := re.fullmatch(r"=SUM\((\w+):(\w+)\)", cell.value):
                cells = [c for row in shown[f"{found[1]}:{found[2]}"] for c in row]
            elif cell.value.startswith("=N("):
                cells = [shown[name] for name in re.findall(r"N\((\w+)\)", cell.value)]
            elif found := re.fullmatch(r"=([A-Z]+\d+)", cell.value):
                cells = [shown[found[1]]]
            elif found := re.fullmatch(r'=IF\(N\(\w+\)=0,"",100\*(\w+)/(\w+)\)', cell.value):
                share = 100 * shown[found[1]].value / shown[found[2]].value
                assert shown[cell.coordinate].value == pytest.approx(share), f"{page.title}!{cell.coordinate}"
                continue
            else:
                assert cell.value.startswith("=HYPERLINK(") or not cell.value.startswith("="), cell.value
                continue
            looked_at += 1
            total = sum(c.value for c in cells if isinstance(c.value, int | float))
            assert shown[cell.coordinate].value == pytest.approx(total), f"{page.title}!{cell.coordinate}"
    assert looked_at > 300


def test_every_total_bears_the_code_of_its_figure(
    books: tuple[openpyxl.Workbook, openpyxl.Workbook], reviewed: tuple[ReviewResult, Path]
) -> None:
    known = {figure.code for figure in reviewed[0].figures}
    codes = [c.comment.text for page in books[0] for row in page.iter_rows() for c in row if c.comment]
    assert len(codes) > 300
    assert {re.sub(r"/(numerator|denominator)$", "", code) for code in codes} <= known


def test_a_value_left_out_stands_in_the_notes(books: tuple[openpyxl.Workbook, openpyxl.Workbook]) -> None:
    notes = [c.value for page in books[0] for row in page.iter_rows() for c in row if isinstance(c.value, str)]
    assert any(note.startswith("2023: 11.050 (") for note in notes)


def test_every_row_is_as_wide_as_its_sheet(books: tuple[openpyxl.Workbook, openpyxl.Workbook]) -> None:
    for page in books[0]:
        header = next(row for row in page.iter_rows(min_row=3, max_row=3))
        assert page.max_column == len([c for c in header if c.value]), page.title
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToWidth in (None, 1)  # one is what a file need not say
        assert page.print_title_rows


def test_print_stays_at_nine_points(books: tuple[openpyxl.Workbook, openpyxl.Workbook]) -> None:
    """272 millimetres of paper; a character of the default type is seven pixels, a column five more."""
    for page in books[0]:
        pixels = sum((7 * d.width + 5) * (d.max - d.min + 1) for d in page.column_dimensions.values() if not d.hidden)
        scale = min(1, 272 / 25.4 * 96 / pixels)
        assert 11 * scale >= 9, page.title


def test_ten_years_go_to_a_second_sheet() -> None:
    row = tuple(words(str(i)) for i in range(16))
    wide = Sheet(
        name="Biểu 01",
        columns=(Column(width=26), Column(width=17), *(Column(width=11) for _ in range(14))),
        rows=((words("title", columns=16),), row),
    )
    left, right = fitting(wide, 14, 2)
    assert [c.value for c in left.rows[1]] == [str(i) for i in range(14)]
    assert [c.value for c in right.rows[1]] == ["0", "1", "14", "15"]
    assert [sum(c.columns for c in one.rows[0]) for one in (left, right)] == [14, 4]
