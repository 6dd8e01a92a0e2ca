"""The annex of figures: every total is a formula over the rows above it, and comes to the figure."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tongket.dossier.annex_workbook import Ways, annex_workbook
from tongket.exchange import workbook_bytes
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
