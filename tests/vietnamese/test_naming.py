"""Numbers that name among numbers that measure: which of them a reader takes, in phrases as reports write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese import find_numbers, nfc

NO_QUANTITY = [
    "khoản 1, 2 và 3 Điều 5",
    "đối tượng 3, 4",
    "Điều 15, Điều 16",
    "Phụ lục 2, mẫu số 02, Biểu số 3",
    "kỳ họp thứ 5",
    "quốc lộ 3",
    "chương trình 135",
    "Ban Chỉ đạo 35",
    "thôn 5",
    "giai đoạn 1",
    "Tiêu chí 3.2",
    "tháng 3, 4 và 5",
    "các ngày 15, 16 và 17/6/2022",
    "15-17/6/2022",
    "01/01/2019-31/12/2023",
    "quý 1/2021",
    "các năm 2019, 2020, 2021 và 2022",
    "từ 2019 đến 2023",
    "2019-2023",
    "Nghị quyết số 28-NQ/TW, Chỉ thị 05-CT/TW",
    "Luật số 22/2018/QH14",
    "Nghị quyết số 66.4/2025/NQ-CP",
    "Kế hoạch số 1025/PLYK/2025",
    "công văn số 301025/MHD-HQ",
    "Nghị định 168/2018",
    "nghị định số 21/2019/nđ-cp",
    "45-BC/HU",
    "Số:      /BC-UBND",
    "1.1 Công tác chỉ đạo",
    "1- Công tác chỉ đạo",
    "(1) Công tác lãnh đạo; (2) công tác khác",
    "theo A.2 và Mẫu II.7",
    "văn bản[3] và [12]",
    "14:30, lúc 7 giờ, trước 10 giờ",
    "TCVN 5712:1993, ISO 9001",
    "mạng 5G, tổ 12A",
    "Covid-19, H5N1, A1",
    "điện thoại: 0209.3870.425",
    "số căn cước 012345678901",
    "3/5/7",
    "1.23.4",
    "ngày, tháng, năm ban hành",
    "trong năm đơn vị đã tổ chức",
    "huyện Ba Bể, xã Ba Vì",
    "Hai là, đơn vị",
    "hai bên, thứ hai",
]
QUANTITIES = {
    "Tháng 6 có 12 xã": ["12"],
    "bồi dưỡng đối tượng 3 cho 125 người, đối tượng 4 cho 1.020 người": ["125", "1020"],
    "Kế hoạch số 12/KH-BCĐ ngày 5/3/2021 có 3 phần": ["3"],
    "đợt 1: 15 người": ["15"],
    "lớp 12 có 30 học sinh": ["30"],
    "15 tổ 120 người": ["15", "120"],
    "2019 hộ, 2.019 hộ": ["2019", "2019"],
    "10 năm Nghị quyết": ["10"],
    "5/8 xã, 12/10 lớp": ["5/8", "12/10"],
    "từ 5/8 xã lên 7/8 xã": ["5/8", "7/8"],
    "5 cuộc/250 lượt người": ["5", "250"],
    "25 ngày,10 ngày": ["25", "10"],
    "trồng 20ha, dài 15km, 25m2": ["20", "15", "25"],
    "1\u00a0234 hộ, 12\u202f500\u00a0người": ["1234", "12500"],
    "20-25%": ["20%", "25%"],
    "giảm -3,5% (-2)": ["-3.5%", "-2"],
    "chín mươi mốt phẩy năm phần trăm": ["91.5%"],
    "1 tỷ 250 triệu đồng": ["1250000000đ"],
    "từ 5 - 10 tỷ đồng": ["5000000000đ", "10000000000đ"],
    "kinh phí 12,5 tỷ từ ngân sách": ["12500000000đ"],
    "3 nghìn tỷ đồng": ["3000000000000đ"],
    "2,6 tỷ USD": ["2600000000"],
    "2 triệu cây": ["2000000"],
    "1.500đ, 15 trđ, 250 tr.đ": ["1500đ", "15000000đ", "250000000đ"],
    "05 (năm) nhiệm vụ": ["5"],
    "hai mươi tư lệnh": ["20"],
    "năm nhiệm vụ, mười năm qua": ["5", "10"],
}
FILE_SIGNS = ["NĐ-CP", "BC-UBND", "KH-BCĐ", "UBND-NC", "QĐ-TTg", "TB-VP", "QH14"]


def written(text: str) -> list[str]:
    """The numbers of a text: n/m, a percentage, or a value, money in đồng."""
    shown = []
    for m in find_numbers(nfc(text)):
        value = m.value if m.money is None else m.value * m.money
        value = value.to_integral_value() if value == value.to_integral_value() else value
        whole = "" if m.denominator is None else f"/{m.denominator}"
        shown.append(f"{value}{whole}{'%' if m.percent else ''}{'' if m.money is None else 'đ'}")
    return shown


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_what_names_measures_nothing(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(("text", "expected"), QUANTITIES.items())
def test_what_measures_is_found_beside_it(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@given(st.integers(1, 9999), st.none() | st.integers(1990, 2030), st.sampled_from(FILE_SIGNS), st.integers(1, 500))
def test_file_numbers_stand_beside_quantities(number: int, year: int | None, sign: str, people: int) -> None:
    name = f"{number:02d}/{sign}" if year is None else f"{number}/{year}/{sign}"
    assert written(f"Thực hiện văn bản số {name}, đơn vị có {people} người") == [str(people)]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_so_many_of_so_many_is_one_mention(part: int, whole: int) -> None:
    (mention,) = find_numbers(f"Có {part}/{whole} xã đạt")
    assert (mention.value, mention.denominator) == (Decimal(part), Decimal(whole))
