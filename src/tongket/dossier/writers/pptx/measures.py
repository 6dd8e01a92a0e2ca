"""Sizes on a slide of 16:9: nothing under 18 points, so that the last row can read it."""

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.6
TITLE_TOP, TITLE_HEIGHT = 0.35, 1.15
BODY_TOP, BODY_HEIGHT = 1.6, 4.75
UNDER_TOP, UNDER_HEIGHT = 6.42, 0.75
SIZES = (28, 26, 24, 22, 20, 18)
SMALLEST = 18
TITLE = 30
FONT = "Times New Roman"
DARK, MIDDLE, LIGHT, PALE = "1F3A56", "8AA4BF", "DBE4EE", "F4F6F8"
LETTER = 0.45
"""The mean width of a letter, in parts of its size."""
LINE = 1.2


def lines_of(text: str, width: float, size: float) -> int:
    """How many lines a text takes in ``width`` inches."""
    room = max(int(width * 72 / (size * LETTER)), 1)
    return max(1, -(-len(text) // room))


def size_for(heights: "list[list[tuple[str, float]]]", room: float, gap: float) -> int:
    """The largest size at which rows of (text, width) fit into ``room`` inches; the smallest where none does."""
    for size in SIZES:
        tall = sum(max(lines_of(text, width, size) for text, width in row) * size * LINE / 72 + gap for row in heights)
        if tall <= room:
            return size
    return SMALLEST
