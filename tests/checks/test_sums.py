"""Sums in tables of any kind: what claims to be a total must be one, and nothing else is asked of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.checks.counting.tables import table_miscounts
from tongket.reading import Cell, Table


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(
        Cell(text=text, anchor=f"t/{r}/{c}", row=r, column=c)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(anchor="t", cells=cells, rows=len(rows), columns=max(map(len, rows)))


def found(*rows: tuple[str, ...]) -> list[tuple[str, str, str]]:
    return [(m.place, str(m.stated), str(m.right)) for m in table_miscounts(table(*rows))]


HEAD = ("STT", "Loại", "Số lượng (vụ)", "Ghi chú")


def test_a_total_row_that_is_not_the_sum() -> None:
    rows = (HEAD, ("1", "A", "11", ""), ("2", "B", "15", ""), ("3", "C", "07", ""), ("", "Tổng cộng", "30", ""))
    assert found(*rows) == [("t/4/2", "30", "33")]


def test_a_total_row_that_is_the_sum_up_to_rounding() -> None:
    rows = (HEAD, ("1", "A", "1,2", ""), ("2", "B", "1,2", ""), ("3", "C", "1,2", ""), ("", "Cộng", "3,7", ""))
    assert found(*rows) == []


def test_a_total_above_its_parts() -> None:
    rows = (("Xã", "Số lớp"), ("Tổng số", "9"), ("Xã A", "3"), ("Xã B", "4"))
    assert found(*rows) == [("t/1/1", "9", "7")]


def test_shares_years_and_numbers_of_the_list_are_not_added() -> None:
    rows = (
        ("TT", "Đơn vị", "Tỷ lệ (%)", "Năm", "Bình quân"),
        ("1", "A", "90", "2019", "4"),
        ("2", "B", "80", "2020", "6"),
        ("3", "C", "70", "2020", "5"),
        ("", "Tổng cộng", "80", "2021", "5"),
    )
    assert found(*rows) == []


def test_of_which_claims_nothing() -> None:
    rows = (("Nội dung", "Số người"), ("Tổng số", "100"), ("Trong đó: nữ", "40"), ("Riêng: xã A", "30"))
    assert found(*rows) == []


@pytest.mark.parametrize(("last", "expected"), [("- Nội dung khác", [("t/1/1", "10", "12")]), ("- Nữ", [])])
def test_sub_rows_claim_to_be_everything_only_where_the_last_is_others(
    last: str, expected: list[tuple[str, str, str]]
) -> None:
    rows = (("Nội dung", "Ngày công"), ("Giúp dân", "10"), ("- Thiên tai", "5"), ("- Đường", "4"), (last, "3"))
    assert found(*rows) == expected


def test_a_table_whose_totals_never_hold_is_not_one_that_adds_up() -> None:
    rows = (("Xã", "Diện tích", "Dân số"), ("A", "5", "100"), ("B", "6", "90"), ("C", "7", "70"), ("Tổng", "7", "100"))
    assert found(*rows) == []


@given(st.lists(st.lists(st.integers(1, 10**6), min_size=2, max_size=3), min_size=2, max_size=12))
def test_tables_that_add_up_are_quiet_and_one_changed_cell_is_found(rows: list[list[int]]) -> None:
    width = min(map(len, rows))
    parts = [row[:width] for row in rows]
    total = [sum(column) for column in zip(*parts, strict=True)]
    head = ("Xã", *(f"Chỉ tiêu {'abc'[i]}" for i in range(width)))
    body = [(f"Xã {chr(65 + i)}", *map(str, row)) for i, row in enumerate(parts)]
    assert found(head, *body, ("Tổng cộng", *map(str, total))) == []
    wrong = [total[0] + 1, *total[1:]]
    spoiled = found(head, *body, ("Tổng cộng", *map(str, wrong)))
    assert [(stated, computed) for _, stated, computed in spoiled] == [(str(wrong[0]), str(total[0]))]
