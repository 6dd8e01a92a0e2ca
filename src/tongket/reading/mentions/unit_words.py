"""The noun that is counted, and the words around a figure that say what it is about."""

import re

MEASURES = re.compile(
    r"\s?(?:km2|km²|m2|m²|m3|m³|km|kg|ha|tấn|tạ|yến|lít|mét|gam|kwh|kw|mw|cm|mm|MB|GB|USD|đô la)\b(?:/\w+)?",
    re.IGNORECASE,
)
WORD = re.compile(r"\s(\w+)")
PER = re.compile(r"\s?/\s?[^\W\d]+(?:\s(?:năm|tháng|ngày|người|hộ)\b)?")
STOP_LIST = """
    được đã đạt là có của cho với trong tại để và trên theo từ ở bị do về hoàn tham nhập xếp nhận thuộc gồm đang sẽ cần
    phải không chưa hơn so tăng giảm ra vào lên xuống như khi nếu mà thì bằng đến tới bởi nhằm qua sau trước giữa cùng các
    những này đó nêu trúng dự thi tổ đưa làm chiếm gần khoảng nói thực triển xây ban hỗ vượt
"""
STOPS = frozenset(STOP_LIST.split())
PAIRS = frozenset(
    ("tổ chức", "tổ dân", "tổ công", "dự án", "thực hiện", "ban chỉ", "ban ngành", "hơn nữa", "dự thảo", "thi đua")
)
JOINED = re.compile(
    r"[,]\s(?:phường|thị trấn|cơ quan|đơn vị|bản|xóm|tổ|ban|ngành|đoàn thể|bài|clip|thị xã|thành phố)\b"
)
LONGEST = 4
"""Words that the name of what is counted takes at most."""


def unit_phrase(text: str, end: int) -> int:
    """Where the name of what is counted ends, for a number that ends at ``end``."""
    measure = MEASURES.match(text, end)
    if measure:
        return per_unit(text, measure.end())
    at = end
    for count in range(LONGEST):
        found = WORD.match(text, at)
        if not found or found[1][0].isdigit() or (count and found[1][0].isupper() and not found[1].isupper()):
            break
        pair = f"{found[1]} {_next(text, found.end())}".lower()
        if found[1].lower() in STOPS and not (count == 0 and pair in PAIRS):
            break
        at = found.end()
    joined = JOINED.match(text, at)
    at = joined.end() if joined else at
    return per_unit(text, at)


def _next(text: str, at: int) -> str:
    found = WORD.match(text, at)
    return found[1] if found else ""


def per_unit(text: str, end: int) -> int:
    """Where "/người", "/năm" behind a unit ends."""
    found = PER.match(text, end)
    return found.end() if found else end


def about_before(text: str, start: int) -> str:
    """The last eight words of the clause before ``start``."""
    clause = re.split(r"[.;:,()\n]\s", text[max(0, start - 120) : start])[-1]
    return " ".join(clause.split()[-8:])
