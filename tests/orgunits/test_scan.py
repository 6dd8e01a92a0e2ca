"""Units named in running text."""

from datetime import date

import pytest

from tongket.orgunits import UnitFinder

Y2019 = date(2019, 12, 31)

NAMED = {
    "Chủ tịch huyện Ngân Sơn đã báo cáo.": [("huyện Ngân Sơn", "062")],
    "Các xã Lương Thượng, Kim Hỷ và Cường Lợi, huyện Na Rì, tỉnh Bắc Kạn": [
        ("xã Lương Thượng", "02143"),
        ("xã Kim Hỷ", "02146"),
        ("xã Cường Lợi", "02152"),
        ("huyện Na Rì", "066"),
        ("tỉnh Bắc Kạn", "06"),
    ],
    "TP. Bắc Kạn và TT. Yến Lạc": [("thành phố Bắc Kạn", "058"), ("thị trấn Yến Lạc", "02134")],
    "Các huyện, thành phố Bắc Kạn": [("thành phố Bắc Kạn", "058")],
    "Huyện ủy Na Rì chỉ đạo; huyện Đoàn phối hợp": [("huyện Na Rì", "066")],
    "UBND HUYỆN NA RÌ": [("huyện Na Rì", "066")],
    "Sở Tài chính, Công an tỉnh phối hợp": [("Sở Tài chính", "BK-STC"), ("Công an tỉnh", "BK-CAT")],
    "CÔNG AN TỈNH BẮC KẠN": [("Công an tỉnh", "BK-CAT"), ("tỉnh Bắc Kạn", "06")],
    "tại xã Côn Phong có 3 hộ": [("xã Côn Phong", None)],
    "ở thành phố Hồ Chí Minh. Phát huy": [("thành phố Hồ Chí Minh", None)],
    "tỉnh Bắc Cạn": [("tỉnh Bắc Kạn", "06")],
    "Hai xã: Văn Học, Vũ Loan": [("xã Văn Học", "02149"), ("xã Vũ Loan", "02137")],
}

NOTHING = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Phát triển kinh tế - xã hội, Xã hội hóa giáo dục",
    "Hợp tác xã Na Rì, Thông tấn xã Việt Nam",
    "Toàn huyện có 16 xã, các xã đã hoàn thành",
    "thuộc tỉnh quản lý; tinh thần đoàn kết; quan hệ; cat ngang",
    "",
]


@pytest.mark.parametrize(("text", "units"), NAMED.items())
def test_units_in_text(finder: UnitFinder, text: str, units: list[tuple[str, str | None]]) -> None:
    found = finder.scan(text, on=Y2019)
    assert [(mention.name, mention.code) for mention in found] == units
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_name_no_unit(finder: UnitFinder, text: str) -> None:
    assert finder.scan(text, on=Y2019) == []


def test_a_unit_that_is_gone_keeps_its_code(finder: UnitFinder) -> None:
    mention = finder.scan("xã Lãng Ngâm cũ", on=date(2022, 1, 1))[0]
    assert (mention.name, mention.code, mention.sure) == ("xã Lãng Ngâm", "01960", False)
    assert not mention.candidates[0].alive
