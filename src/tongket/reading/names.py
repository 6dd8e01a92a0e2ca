"""Telling the name of a person from other capitalised words."""

import re

from tongket.reading.posts import DEGREES, HONORIFICS, RANKS
from tongket.reading.surnames import SURNAMES

LATIN = [chr(code) for code in (*range(0x41, 0x1B0 + 1), *range(0x1EA0, 0x1EFA))]
UPPER = "".join(c for c in LATIN if c.isupper())
LOWER = "".join(c for c in LATIN if c.islower())
WORD = rf"(?:[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]*|[{UPPER}]{{2,}})"
"""A capitalised word, or one in capitals."""
NAME = re.compile(rf"{WORD}(?:[ -]{WORD}){{1,5}}")
PLACES = frozenset((
    "Hà Nội", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hà Tây", "Thái Nguyên", "Thái Bình", "Lai Châu", "Cao Bằng",
    "Lâm Đồng", "Sơn La", "Kiên Giang", "Đồng Nai", "Đồng Tháp", "Hồ Chí Minh", "Hoàng Sa", "Phú Thọ",
    "Phú Yên", "Ninh Bình", "Ninh Thuận", "Yên Bái", "Hoàng Liên Sơn", "Sông Bé", "An Giang", "Hưng Yên",
    "Đông Nam", "Hoa Kỳ", "Hàn Quốc", "Trung Quốc", "Liên Xô", "Thanh Hóa", "Hà Bắc", "Hà Sơn Bình", "Tây Ninh",
    "Long An", "Tiền Giang", "Lào Cai", "Cà Mau", "Đà Nẵng", "Hải Dương", "Hậu Giang", "Hòa Bình", "Khánh Hòa",
    "Lạng Sơn", "Nghệ An", "Sóc Trăng", "Trà Vinh", "Vĩnh Long", "Vĩnh Phúc", "Thủ Đức",
))  # fmt: skip
"""Places whose first word is a family name too."""
NO_NAMES = (
    "DANH MỤC", "DANH SÁCH", "HỒ SƠ", "CHI TIẾT", "THI HÀNH", "LA MÃ", "VI PHẠM", "LÝ DO", "MAI TÁNG",
    "PHÙ HỢP", "CAO ĐẲNG", "CHU KỲ", "GIÁ TRỊ", "KIM LOẠI", "LƯU TRỮ", "PHÍ LỆ PHÍ", "THẨM ĐỊNH", "THÂN NHÂN",
    "THANH TRA", "VĂN BẢN", "VĂN HÓA", "VĂN PHÒNG", "SƠ KẾT", "ĐIỀU LỆ", "HÀNG HÓA", "HỘI NGHỊ", "LÂM NGHIỆP",
    "CHỦ TỊCH",
)  # fmt: skip
"""Words that begin like a name when they are printed in capitals."""
UPPER_SURNAMES = frozenset(s.upper() for s in SURNAMES)

PREFIXES = tuple(sorted((*RANKS, *DEGREES, *HONORIFICS), key=len, reverse=True))


def _prefix_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(p) for p in PREFIXES)
    return re.compile(rf"(?:(?:{words})(?:\.\s*|,\s*|\s+|\s*-\s*))+", re.IGNORECASE)


PREFIX = _prefix_pattern()


def bare_name(text: str) -> str:
    """``text`` without the rank, degree or word of address before the name."""
    text = text.strip(" \t*_.,;:-–")
    found = PREFIX.match(text)
    return text[found.end() :].strip() if found else text


def is_name(text: str) -> bool:
    """Whether ``text`` is a person's name and nothing else: a known family name and one to five further words."""
    if not NAME.fullmatch(text) or text.title() in PLACES or text.startswith(NO_NAMES):
        return False
    first = re.split(r"[ -]", text)[0]
    return first in SURNAMES or (first in UPPER_SURNAMES and text == text.upper())


def could_be_name(text: str) -> bool:
    """Whether ``text`` has the shape of a name of two to five words, whatever the family name."""
    return bool(NAME.fullmatch(text)) and 2 <= len(re.split(r"[ -]", text)) <= 5
