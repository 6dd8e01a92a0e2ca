"""The national and the Party heading: they tell that a letterhead stands here, and are no part of the issuer."""

import re

WORDS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
    "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐỘC LẬP – TỰ DO – HẠNH PHÚC", "ĐỘC LẬP-TỰ DO-HẠNH PHÚC",
)  # fmt: skip
INSIDE = re.compile(
    r"\s*(?:CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐỘC\s+LẬP\s*[-–]\s*TỰ\s+DO\s*[-–]\s*HẠNH\s+PHÚC"
    r"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)\s*",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"(?:DỰ THẢO(?: LẦN \w+)?|HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN|BẢN SAO|SAO Y.*|BIỂU SỐ.*|MẪU SỐ.*|PHỤ LỤC.*"
    r"|LƯU HÀNH NỘI BỘ|TÀI LIỆU MINH H[OỌ]A.*)",
    re.IGNORECASE,
)


def without_heading(text: str) -> str:
    """``text`` without the national or Party heading that stands in it."""
    text = INSIDE.sub(" ", text).strip(" -–—*")
    upper = " ".join(text.upper().split())
    if len(upper.split()) >= 2 and any(upper in words for words in WORDS):
        return ""
    return "" if upper in ("NAM", "PHÚC", "HẠNH PHÚC", "VIỆT") else text


def has_heading(text: str) -> bool:
    """Whether the national or Party heading, or most of it, stands in ``text``."""
    return bool(INSIDE.search(text)) or without_heading(text) != text.strip(" -–—*")


def is_stamp(text: str) -> bool:
    """Whether the line is a mark of urgency, draft or form, not a part of the letterhead."""
    return bool(STAMP.fullmatch(text.strip(" ()[]")))
