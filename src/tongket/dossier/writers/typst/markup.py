"""Pieces of typst's own language as text; every string of a paper stands in quotes and can break out of nothing."""

from collections.abc import Iterable

from tongket.dossier.papers import Run, Text

LEAD = 3.7
"""Points between two lines of the body, which also part two paragraphs."""


def quoted(text: str) -> str:
    """A string of typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "")
    return f'"{escaped}"'


def run(text: str, *, bold: bool = False, italic: bool = False, size: float = 0) -> str:
    """Content of one look; line breaks in the text become breaks."""
    looks = "".join(
        (
            'weight: "bold", ' if bold else "",
            'style: "italic", ' if italic else "",
            f"size: {size:g}pt, " if size else "",
        )
    )
    lines = " + linebreak() + ".join(f"text({looks}{quoted(line)})" for line in text.split("\n"))
    return f"({lines})"


def runs(text: Text, *, bold: bool = False, italic: bool = False, size: float = 0, capitals: bool = False) -> str:
    """The runs of a text as one expression."""
    shown = [_run(one, bold=bold, italic=italic, size=size, capitals=capitals) for one in text if one.text]
    return joined(shown)


def _run(one: Run, *, bold: bool, italic: bool, size: float, capitals: bool) -> str:
    text = one.text.upper() if capitals else one.text
    return run(text, bold=bold or one.bold, italic=italic != one.italic, size=size)


def joined(parts: Iterable[str]) -> str:
    """Several expressions as one; nothing is empty content."""
    return " + ".join(part for part in parts if part) or "[]"


def paragraph(
    content: str,
    *,
    align: str = "",
    before: float = 0,
    after: float = 0,
    indent: bool = True,
    left: float = 0,
    right: float = 0,
    sticky: bool = False,
) -> str:
    """A paragraph of its own; gaps in points, ``left`` and ``right`` in millimetres."""
    first = "" if indent else "first-line-indent: 0pt, "
    body = f"par({first}{content})"
    if align:
        body = f"align({align}, {body})"
    if left or right:
        body = f"pad(left: {left:g}mm, right: {right:g}mm, {body})"
    above, below = before + LEAD, after + LEAD
    return f"#block(above: {above:g}pt, below: {below:g}pt, sticky: {str(sticky).lower()}, width: 100%, {body})\n"
