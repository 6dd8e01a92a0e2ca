"""The unit that people mean by what they write, and never silently another."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgunits.tables import Load
from tongket.orgunits import Hierarchy, NameMatch, UnitFinder

Y2019, Y2021, Y2024, Y2025 = date(2019, 12, 31), date(2021, 12, 31), date(2024, 12, 31), date(2025, 12, 31)

MEANT = {
    "ỦY BAN NHÂN DÂN\nHUYỆN NA RÌ": "066",
    "UỶ BAN NHÂN DÂN\nTHÀNH PHỐ BẮC KẠN": "058",
    "UBND XÃ LƯƠNG THƯỢNG": "02143",
    "UBND HUYỆN NA RÌ\nXÃ LƯƠNG THƯỢNG": "02143",
    "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG THƯỢNG\nHUYỆN NA RÌ": "02143",
    "UBND XÃ THANH MAI, HUYỆN CHỢ MỚI, TỈNH BẮC KẠN": "02101",
    "ĐẢNG ỦY XÃ CÔN MINH": "02173",
    "HUYỆN ỦY NA RÌ": "066",
    "TỈNH ỦY BẮC KẠN\nHUYỆN ỦY BA BỂ": "061",
    "THÀNH ỦY BẮC KẠN": "058",
    "BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI\nHUYỆN NA RÌ": "066",
    "BỘ CHQS TỈNH BẮC KẠN\nBAN CHQS HUYỆN NA RÌ": "066",
    "CÔNG AN TỈNH BẮC KẠN": "BK-CAT",
    "Công an tỉnh": "BK-CAT",
    "BỘ CHỈ HUY QUÂN SỰ TỈNH": "BK-BCHQS",
    "BỘ CHQS TỈNH BẮC KẠN": "BK-BCHQS",
    "Sở Tài chính": "BK-STC",
    "SỞ TT&TT": "BK-STTTT",
    "Sở Thông tin - Truyền thông": "BK-STTTT",
    "UBND TỈNH BẮC KẠN\nSỞ GIÁO DỤC\nVÀ ĐÀO TẠO": "BK-SGDDT",
    "Sở GD&ĐT tỉnh Bắc Kạn": "BK-SGDDT",
    "huyện Ngân Sơn": "062",
    "Na Rì": "066",
    "TP. Bắc Kạn": "058",
    "TP Bắc Kạn": "058",
    "H. Na Rì": "066",
    "P. Sông Cầu": "01837",
    "TT Yến Lạc": "02134",
    "TT. Yến Lạc": "02134",
    "Phường Xuất Hoá": "01855",
    "xã Kim Hỉ": "02146",
    "tỉnh Bắc Cạn": "06",
    "UBND TỈNH BẮC CẠN": "06",
    "UBND huyen Na Ri": "066",
    "148-BC-UBND xa Lang San.docx": "02140",
    "2019_xa-dong-xa_bao_cao_nam.xlsx": "02194",
    "BC_thi-tran-Yen-Lac_2019.pdf": "02134",
    "479-BC So-Thong-tin-va-Truyen-thong.xlsx": "BK-STTTT",
    "CAT_2019.xlsx": "BK-CAT",
    "xã Cư Lễ năm 2019": "02176",
    "thị trấn Vân Tùng": "01954",
}

DOUBTFUL = [
    "UBND TỈNH BẮC KẠN\nSỞ NỘI VỤ",  # a department that the table does not hold
    "PHÒNG NỘI VỤ HUYỆN NA RÌ",
    "UBND HUYỆN NA RÌ\nPHÒNG NỘI VỤ",
    "CÔNG AN HUYỆN NA RÌ",
    "CÔNG AN TỈNH THÁI NGUYÊN",  # an agency of another province
    "Công an tỉnh Hà Giang",
    "Sở Tài chính Hà Giang",
    "XÃ NA RÌ THƯỢNG",
    "xã Côn Phong",
    "UBND XÃ CÔN PHONG\nHUYỆN NA RÌ",
    "Quảng Phong",  # perhaps Quang Phong, perhaps another
    "thị trấn Bằng Vân",  # a commune of that name is no town
    "Chợ Mới",  # a district and its town
    "xã Na Rì",  # only from 2025
    "",
    "...",
    "xã",
    "UBND XÃ",
]


@pytest.mark.parametrize(("text", "code"), MEANT.items())
def test_the_unit_meant(finder: UnitFinder, text: str, code: str) -> None:
    best = finder.find(text, on=Y2019)[0]
    assert (best.code, best.sure, best.alive) == (code, True, True)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_never_sure_of_the_wrong_one(finder: UnitFinder, text: str) -> None:
    assert [one for one in finder.find(text, on=Y2019) if one.sure] == []


def test_a_misspelt_name_becomes_no_other_unit(finder: UnitFinder) -> None:
    found = finder.find("xã Côn Phong", on=Y2019)
    assert all(one.match is NameMatch.NEAR and one.score < 0.5 for one in found)
    assert {"02173", "02185"}.isdisjoint(one.code for one in found)


def test_a_unit_that_is_gone_is_named_as_gone(finder: UnitFinder) -> None:
    best = finder.find("xã Lãng Ngâm", on=Y2021)[0]
    assert (best.code, best.alive, best.sure) == ("01960", False, False)
    assert best.span.valid.end == date(2020, 2, 1)
    assert finder.find("xã Lãng Ngâm", on=Y2019)[0].alive


def test_one_name_two_lives(finder: UnitFinder) -> None:
    assert finder.find("thị trấn Yến Lạc", on=Y2019)[0].code == "02134"
    assert finder.find("thị trấn Yến Lạc", on=Y2021)[0].code == "02155"
    assert finder.find("xã Na Rì", on=Y2025)[0].code == "02155"


def test_old_names_go_on_being_understood(finder: UnitFinder) -> None:
    best = finder.find("xã Vân Tùng", on=Y2024)[0]
    assert (best.name, best.matched, best.match) == ("Thị trấn Vân Tùng", "Xã Vân Tùng", NameMatch.RENAMED)
    assert best.alive
    assert best.sure


def test_within_tells_homonyms_apart(finder: UnitFinder) -> None:
    assert finder.find("Chợ Mới", on=Y2019, within="065")[0].score < 0.8  # the town is in the district of its name
    assert finder.find("xã Thanh Mai", on=Y2019, within="065")[0].sure
    assert not finder.find("xã Thanh Mai", on=Y2019, within="066")[0].sure


def test_what_an_agency_commands_is_within_its_province(finder: UnitFinder) -> None:
    assert finder.find("BAN CHQS HUYỆN NA RÌ", on=Y2019, within="BK-BCHQS")[0].sure
    assert finder.find("BỘ CHQS TỈNH BẮC KẠN\nBAN CHQS XÃ CÔN MINH", on=Y2019)[0].sure


HOMONYMS = """
01;Tỉnh Sông;province;1;;2000-01-01;
02;Tỉnh Núi;province;1;;2000-01-01;
11;Huyện Đông;district;2;01;2000-01-01;
12;Huyện Tây;district;2;02;2000-01-01;
111;Xã Tân Lập;commune;3;11;2000-01-01;
121;Xã Tân Lập;commune;3;12;2000-01-01;
122;Xã Tam Giang;commune;3;12;2000-01-01;
123;Xã Tâm Giang;commune;3;12;2000-01-01;
112;Phường 1;commune;3;11;2000-01-01;
113;Phường 10;commune;3;11;2000-01-01;
124;Xã Ya Ly;commune;3;12;2000-01-01;
125;Xã Ea H'Leo;commune;3;12;2000-01-01;
126;Xã Hòa Lợi II;commune;3;12;2000-01-01;
A1;Công an tỉnh;agency;2;01;2000-01-01;
A2;Công an tỉnh;agency;2;02;2000-01-01;
"""


@pytest.fixture
def homonyms(load: Load) -> UnitFinder:
    return UnitFinder(load(HOMONYMS))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("xã Tân Lập, huyện Tây", "121"),
        ("UBND HUYỆN ĐÔNG\nUBND XÃ TÂN LẬP", "111"),
        ("CÔNG AN TỈNH NÚI", "A2"),
        ("xã Tam Giang", "122"),
        ("Phường I", "112"),
        ("Phường 01", "112"),
        ("P1", "112"),
        ("P.10", "113"),
        ("xã Yaly", "124"),
        ("xã Ea H’leo", "125"),
        ("xã Hoà Lợi 2", "126"),
    ],
)
def test_context_numerals_and_spellings(homonyms: UnitFinder, text: str, code: str) -> None:
    best = homonyms.find(text, on=Y2019)[0]
    assert (best.code, best.sure) == (code, True)


@pytest.mark.parametrize("text", ["xã Tân Lập", "Tân Lập", "xa Tam Giang", "Công an tỉnh", "tan lap"])
def test_homonyms_without_context_are_candidates_only(homonyms: UnitFinder, text: str) -> None:
    found = homonyms.find(text, on=Y2019)
    assert len(found) == 2
    assert not found[0].sure
    assert found[0].score == found[1].score


def test_within_decides(homonyms: UnitFinder) -> None:
    assert homonyms.find("xã Tân Lập", on=Y2019, within="02")[0].code == "121"
    assert homonyms.find("Công an tỉnh", on=Y2019, within="01")[0].code == "A1"


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("113/BC-SGDĐT", "BK-SGDDT"),
        ("BC-SGD&ĐT", "BK-SGDDT"),
        ("BC-SGDDT", "BK-SGDDT"),
        ("12/STC-NS", "BK-STC"),
        ("05/BC-CAT", "BK-CAT"),
        ("77/BC-BCHQS", "BK-BCHQS"),
        ("9/KH-STTTT", "BK-STTTT"),
    ],
)
def test_agencies_by_symbol(finder: UnitFinder, symbol: str, code: str) -> None:
    best = finder.by_symbol(symbol, on=Y2019)[0]
    assert (best.code, best.sure) == (code, True)


@pytest.mark.parametrize("symbol", ["113/BC-UBND", "15/2020/QĐ-TTg", "BC", "", "12-STP"])
def test_symbols_of_others(finder: UnitFinder, symbol: str) -> None:
    assert finder.by_symbol(symbol, on=Y2019) == ()


DAYS = st.dates(date(2015, 4, 1), date(2026, 1, 1))


@given(day=DAYS, number=st.integers(min_value=0))
def test_every_unit_is_found_by_its_name(bac_kan_units: Hierarchy, finder: UnitFinder, day: date, number: int) -> None:
    tree = bac_kan_units.on(day)
    unit = list(tree)[number % len(tree)]
    for written in (unit.name, unit.name.upper(), unit.name.lower(), unicodedata.normalize("NFD", unit.name)):
        best = finder.find(written, on=day)[0]
        assert (best.code, best.sure, best.span) == (unit.code, True, unit)


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_survived(finder: UnitFinder, text: str) -> None:
    for one in (*finder.find(text, on=Y2019), *finder.by_symbol(text, on=Y2019)):
        assert 0 < one.score <= 1
    for mention in finder.scan(text, on=Y2019):
        assert text[mention.start : mention.end] == mention.text
