"""The sizes of Decree 30/2020/NĐ-CP, Appendix I: page, margins and type; millimetres and points."""

PAGE = (210, 297)
TOP = BOTTOM = 20
LEFT, RIGHT = 30, 20
HEADER_TO_EDGE = 10
"""The page number stands in the middle of the top margin."""
FONT = "Times New Roman"
BODY = 14
HEAD = 13
TITLE = 14
RECIPIENTS_TITLE, RECIPIENTS = 12, 11
NOTE = 12
FIRST_LINE = 12.7
GAP = 6
"""Points between paragraphs."""
LINE = 1.1
COMPACT, COMPACT_GAP = 12, 1
"""Type and gaps of working papers, which must stay short."""
SMALLEST = 9
MOTTO_WIDTH = 67
"""Width of "Độc lập - Tự do - Hạnh phúc" in 14 point bold, which the rule under it is as long as."""


def text_width(*, landscape: bool) -> float:
    """Millimetres between the margins."""
    return (PAGE[1] if landscape else PAGE[0]) - LEFT - RIGHT


def table_size(columns: int, *, landscape: bool) -> float:
    """The type size of a table: smaller with more columns, never under nine points."""
    room = text_width(landscape=landscape) / max(columns, 1)
    return 12 if room > 28 else 11 if room > 22 else 10 if room > 17 else SMALLEST
