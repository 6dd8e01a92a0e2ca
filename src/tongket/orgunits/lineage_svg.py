"""The lineage of a unit as a drawing (SVG): a box for each life, older ones to the left, a line for what became what."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from html import escape

from tongket.orgunits.lineage import Lineage, LineageLink
from tongket.orgunits.model import OrgUnit

WIDTH, HEIGHT, COLUMN, ROW, MARGIN = 250, 56, 430, 76, 24
FONT = "font-family=\"'Times New Roman', 'Liberation Serif', serif\""


def lineage_svg(lineage: Lineage, *, words: Mapping[str, str]) -> str:
    """The drawing. ``words`` are the kinds of changes in the reader's language and ``unknown`` for a share that nobody
    knows."""
    places = layout(lineage)
    width = MARGIN * 2 + max(x for x, _ in places.values()) + WIDTH
    height = MARGIN * 2 + max(y for _, y in places.values()) + HEIGHT
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" {FONT} font-size="14">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *(line(link, places, words) for link in lineage.links),
        *(label(link, places, words) for link in lineage.links),
        *(box(life, places[life[0].uid], chosen=life[0].uid == lineage.uid) for life in lineage.lives),
        "</svg>",
    ]
    return "\n".join(drawn) + "\n"


def layout(lineage: Lineage) -> dict[str, tuple[int, int]]:
    """uid -> the upper left corner of its box: a column further right than all that it came from."""
    column = {life[0].uid: 0 for life in lineage.lives}
    for link in lineage.links:  # in order of time, so what a link leaves has its column already
        column[link.target] = max(column[link.target], column[link.source] + 1)
    rows = Counter[int]()
    places = {}
    tallest = max(Counter(column.values()).values())
    sizes = Counter(column.values())
    for life in lineage.lives:
        uid = life[0].uid
        at = column[uid]
        offset = (tallest - sizes[at]) * ROW // 2
        places[uid] = (MARGIN + at * COLUMN, MARGIN + offset + rows[at] * ROW)
        rows[at] += 1
    return places


def box(life: tuple[OrgUnit, ...], place: tuple[int, int], *, chosen: bool) -> str:
    """A life: its last name, its code, and from when until when."""
    x, y = place
    last, names = life[-1], dict.fromkeys(span.name for span in life)
    until = f"{last.valid.end:%d/%m/%Y}" if last.valid.end else "…"
    fill, stroke = ("#fdf3d8", "#9a6b00") if chosen else ("#eef3f8", "#34577c")
    return (
        f"<g><title>{escape(' → '.join(names))}</title>"
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="4" fill="{fill}" stroke="{stroke}"/>'
        f'<text x="{x + 12}" y="{y + 23}" font-weight="bold">{escape(last.name)}</text>'
        f'<text x="{x + 12}" y="{y + 43}" fill="#444444">{last.code} · {life[0].valid.start:%d/%m/%Y} – {until}</text></g>'
    )


def line(link: LineageLink, places: Mapping[str, tuple[int, int]], words: Mapping[str, str]) -> str:
    """A curve from life to life, broken where the share is not known."""
    (x, y), (to_x, to_y) = places[link.source], places[link.target]
    x, y, to_y = x + WIDTH, y + HEIGHT // 2, to_y + HEIGHT // 2
    middle = (x + to_x) // 2
    dashes = ' stroke-dasharray="5 4"' if link.share is None else ""
    return (
        f'<path d="M{x},{y} C{middle},{y} {middle},{to_y} {to_x},{to_y}" fill="none" stroke="#5b6b7a"{dashes}>'
        f"<title>{escape(said(link, words))}</title></path>"
    )


def label(link: LineageLink, places: Mapping[str, tuple[int, int]], words: Mapping[str, str]) -> str:
    """Kind, day and share beside the box that a link leaves."""
    x, y = places[link.source]
    share = "" if link.share == 1 else f", {share_words(link.share, words)}"
    (_, to_y) = places[link.target]
    slope = (to_y - y) // 5
    text = escape(f"{words[link.kind]} {link.on:%d/%m/%Y}{share}")
    place = f'x="{x + WIDTH + 8}" y="{y + HEIGHT // 2 - 5 + slope}" font-size="12"'
    halo = f'<text {place} fill="#ffffff" stroke="#ffffff" stroke-width="4" aria-hidden="true">{text}</text>'
    return f'{halo}<text {place} fill="#333333">{text}</text>'


def said(link: LineageLink, words: Mapping[str, str]) -> str:
    """A link in words, with its resolution."""
    return f"{words[link.kind]} {link.on:%d/%m/%Y} ({share_words(link.share, words)}) {link.legal_basis}".strip()


def share_words(share: Fraction | None, words: Mapping[str, str]) -> str:
    """A share in percent."""
    return words["unknown"] if share is None else f"{round(float(100 * share), 2):g}%".replace(".", ",")
