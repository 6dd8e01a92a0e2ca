"""Numbers that count nothing: mottos and names of movements ("bốn tại chỗ", “3 bám, 4 cùng”)."""

import re

MOTTO = re.compile(
    r"\s*(?:tại chỗ|sẵn sàng|bám|cùng\b|rõ\b|sạch|không\b|nhất\b|dám|trước\b|tự\b|giỏi|biết\b|kiên|đảm đang|xung kích"
    r"|một cửa|mục tiêu kép|trách nhiệm|tốt\b|chống\b|xây\b|thật\b|an\b|chủ động)",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[“\"‘«][^”\"’»\n]{1,60}[”\"’»]")


def in_slogan(text: str, start: int, end: int) -> bool:
    """Whether the number at ``start`` stands in a motto: a short quotation, or before the words of one."""
    for quote in QUOTED.finditer(text):
        if quote.start() < start < quote.end():
            return len(quote[0].split()) <= 8 and "%" not in quote[0]
    after = MOTTO.match(text, end)
    return bool(after) and text[start:end].isalpha()
