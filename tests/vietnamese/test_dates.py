"""Dates in running text."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import find_dates, format_date, parse_date

WHOLE = {
    "ngày 05 tháng 01 năm 2025": date(2025, 1, 5),
    "Bắc Kạn, ngày 5 tháng 1 năm 2025": date(2025, 1, 5),
    "Ngày 29 tháng 6, năm 2023": date(2023, 6, 29),
    "29 tháng 6 năm 2023": date(2023, 6, 29),
    "05/01/2025": date(2025, 1, 5),
    "5/1/2025": date(2025, 1, 5),
    "02-10-2019": date(2019, 10, 2),
    "7.8.2025": date(2025, 8, 7),
    "2024-12-14": date(2024, 12, 14),
    "ngày 14/12/2024": date(2024, 12, 14),
}
NOT_WHOLE = [
    "",
    "tháng 5 năm 2023",
    "8/7",
    "30/02/2024",
    "31/4/2024",
    "5/1/2025 và 6/1/2025",
    "năm 2024",
    "14/13/2024 ",
]

PARTS = {
    "ngày 05 tháng 01": [("ngày 05 tháng 01", 5, 1, None)],
    "ngày 8/7 các xã đã họp": [("ngày 8/7", 8, 7, None)],
    "trước ngày 14/12 hằng năm": [("ngày 14/12", 14, 12, None)],
    "trong tháng 9/2023 đã": [("tháng 9/2023", None, 9, 2023)],
    "tháng 3 năm 2021": [("tháng 3 năm 2021", None, 3, 2021)],
    "ngày      tháng 12 năm 2024": [("ngày      tháng 12 năm 2024", None, 12, 2024)],
    "ngày … tháng … năm 2024": [("ngày … tháng … năm 2024", None, None, 2024)],
    "từ 15/12/2023 đến 14/12/2024": [("15/12/2023", 15, 12, 2023), ("14/12/2024", 14, 12, 2024)],
    "kỷ niệm 30/4 tại huyện": [("30/4", 30, 4, None)],
    "Họp sáng 7.8.2025 và chiều 02-10-2019": [("sáng 7.8.2025", 7, 8, 2025), ("chiều 02-10-2019", 2, 10, 2019)],
}
NO_DATES = [
    "",
    "đạt 5/8 xã",
    "có 10/10 xã, thị trấn",
    "hoàn thành 3/4 chỉ tiêu (75%)",
    "8/8 nội dung",
    "12,5 tỷ đồng",
    "số 21/2019/NĐ-CP",
    "1.234,5",
    "1.2.3. Công tác tuyên truyền",
    "trong 5 năm qua",
]


@pytest.mark.parametrize(("text", "day"), WHOLE.items())
def test_whole_dates(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_texts_that_are_no_single_day(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(("text", "expected"), PARTS.items())
def test_dates_in_a_sentence(text: str, expected: list[tuple[str, int | None, int | None, int | None]]) -> None:
    assert [(m.text, m.day, m.month, m.year) for m in find_dates(text)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_shares_file_numbers_and_labels_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_day_that_does_not_exist_is_found_without_a_date() -> None:
    (mention,) = find_dates("ngày 30 tháng 02 năm 2024")
    assert (mention.day, mention.month, mention.date) == (30, 2, None)


def test_dates_are_written_with_two_digits() -> None:
    assert format_date(date(2025, 1, 5)) == "05/01/2025"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_way_of_writing_a_day_is_read(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    forms = (format_date(day), f"{d}/{m}/{y}", f"{d:02d}-{m:02d}-{y}", f"{d}.{m}.{y}", f"ngày {d} tháng {m} năm {y}")
    assert {parse_date(form) for form in (*forms, day.isoformat())} == {day}


@given(st.text(alphabet="0123456789/.- ngàythámnă", max_size=40))
def test_places_fit_the_text_and_do_not_overlap(text: str) -> None:
    found = find_dates(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
