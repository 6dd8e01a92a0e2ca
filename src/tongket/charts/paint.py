"""Charts as pictures. The only door to vl-convert, which is started once and needs no network."""

from dataclasses import dataclass
from importlib.util import find_spec

from tongket.charts.model import Chart
from tongket.charts.specification import specification

WIDTH = 600
"""Pixels across: the text of a page at 96 to the inch."""
SCALE = 2.0
"""Pixels of a picture for one of the specification: sharp in print and on a wall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPicture:
    """A chart drawn once, without its title: as SVG for pages and as PNG for papers, which is twice as many pixels."""

    chart: Chart
    svg: str
    png: bytes


def can_paint() -> bool:
    """Whether the libraries that draw are installed."""
    return find_spec("altair") is not None and find_spec("vl_convert") is not None


def paint(chart: Chart) -> ChartPicture:
    """Draw a chart."""
    import vl_convert

    svg = str(vl_convert.vegalite_to_svg(specification(chart, width=WIDTH)))
    return ChartPicture(chart=chart, svg=svg, png=bytes(vl_convert.svg_to_png(svg, scale=SCALE)))
