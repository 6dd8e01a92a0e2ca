"""The one Altair specification of a chart, for page, paper and slide; everything is labelled directly and reads in grey."""

from collections.abc import Iterator
from math import cos, radians
from textwrap import wrap
from typing import Any

from tongket.charts.model import Chart, ChartKind

FONT = "Liberation Sans, Arial, sans-serif"
DARK, MIDDLE, LIGHT, LINE = "#1f3a56", "#8aa4bf", "#dbe4ee", "#c5ccd3"
TONES = ["#ffffff", LIGHT, MIDDLE, DARK]
SHORT, LONG = 32, 46
"""Characters of a line of a category's label."""
ROW, LEADING = 26, 14
"""Pixels of a category's row, and of a line of its label."""
LINES_HEIGHT, MAP_HEIGHT = 230, 420
BLANK = "\u200b"
"""Makes the heading of a group a category of its own where it bears the name of another."""


def specification(chart: Chart, *, width: int) -> dict[str, Any]:
    """The Vega-Lite specification, ``width`` pixels wide in all; title and base stand outside, as text."""
    import altair as alt

    drawn = {ChartKind.GRID: _grid, ChartKind.BARS: _bars, ChartKind.LINES: _lines, ChartKind.MAP: _map}[chart.kind]
    made = drawn(alt, chart).properties(
        width=width,
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
        padding=8,
        background="white",
    )
    made = (
        made.configure(font=FONT)
        .configure_view(stroke=None)
        .configure_title(fontSize=14, anchor="start", offset=10, subtitleFontSize=11, subtitleFontStyle="italic")
    )
    made = made.configure_axis(labelFontSize=12, titleFontSize=12, labelColor="black", domainColor=LINE, grid=False)
    found: dict[str, Any] = made.to_dict(validate=False)
    return found


def label_of(text: str, length: int) -> str:
    """A label in lines."""
    return "\n".join(wrap(text, length)) or text


def _length(chart: Chart) -> int:
    """Characters of a line of the labels: long sentences get longer lines."""
    return LONG if max((len(one) for one in chart.categories), default=0) > 2 * SHORT else SHORT


def _side(alt: Any, order: list[str], headings: list[str]) -> tuple[Any, list[Any]]:
    """The encoding of the categories down the side, and the layers that write their labels, each centred on its row."""
    place = alt.Y("category:N", sort=order, axis=None, scale=alt.Scale(paddingInner=0.25, domain=order))
    layers = []
    for many in sorted({one.count("\n") for one in order}):
        for bold in (False, True):
            rows = [
                {"category": one, "label": one.replace(BLANK, "").split("\n")}
                for one in order
                if one.count("\n") == many and (one in headings) is bold
            ]
            if rows:
                looks: dict[str, Any] = {
                    "align": "right",
                    "dx": -8,
                    "dy": -many * LEADING / 2,
                    "lineHeight": LEADING,
                    "fontSize": 12,
                }
                mark = alt.Chart(alt.Data(values=rows)).mark_text(fontWeight="bold" if bold else "normal", **looks)
                layers.append(mark.encode(y=place, x=alt.value(0), text="label:N"))
    return place, layers


def _height(order: list[str]) -> int:
    """Rows are as high as the label of most lines needs."""
    return len(order) * max(ROW, LEADING * (1 + max((one.count("\n") for one in order), default=0)) + 6)


def _grid(alt: Any, chart: Chart) -> Any:
    order = [label_of(one, _length(chart)) for one in chart.categories]
    names = [label_of(one.name, 8) for one in chart.series]
    rows = [
        {
            "category": order[i],
            "series": names[s],
            "text": point.text if point else "",
            "tone": point.tone if point else 0,
        }
        for s, one in enumerate(chart.series)
        for i, point in enumerate(one.points)
    ]
    top = alt.Axis(
        orient="top", title=None, ticks=False, domain=False, labelAngle=0, labelExpr="split(datum.label, '\\n')",
        labelFontWeight="bold", labelFontSize=12 if len(names) < 7 else 9, labelBaseline="bottom", labelLineHeight=12,
        labelPadding=6 + 12 * max(one.count("\n") for one in names), labelOverlap=False,
    )  # fmt: skip
    place, labels = _side(alt, order, [])
    across = alt.X("series:N", sort=names, axis=top)
    both = alt.Chart(alt.Data(values=rows)).encode(x=across, y=place)
    fill = alt.Color("tone:O", scale=alt.Scale(domain=[0, 1, 2, 3], range=TONES), legend=None)
    ink = alt.condition("datum.tone > 2", alt.value("white"), alt.value("black"))
    cells = both.mark_rect(stroke=LINE).encode(color=fill)
    words = both.mark_text(fontSize=11).encode(text="text:N", color=ink)
    return alt.layer(cells, words, *labels).properties(height=_height(order) + 40)


def _bars(alt: Any, chart: Chart) -> Any:
    order, headings = list(_labels(chart))
    own = [label_of(one, _length(chart)) for one in chart.categories]
    first, *others = chart.series
    target, gaps = (others[0].points if others else ()), (others[1].points if len(others) > 1 else ())
    rows: list[dict[str, Any]] = []
    for i, label in enumerate(own):
        now, goal, gap = first.points[i], target[i] if target else None, gaps[i] if gaps else None
        shown = " ".join(t for t in (now.text if now else "–", f"({gap.text})" if gap else "") if t)
        rows.append(
            {"category": label, "now": float(now.value) if now and now.value is not None else None, "text": shown,
             "target": float(goal.value) if goal and goal.value is not None else None}
        )  # fmt: skip
    data = alt.Data(values=[*rows, *({"category": one, "now": None, "text": ""} for one in headings)])
    highest = max((row["now"] or 0) for row in rows) if rows else 0
    scale = alt.Scale(domain=[0, max(highest, *(row["target"] or 0 for row in rows)) * (1.55 if gaps else 1.3) or 1])
    place, labels = _side(alt, order, headings)
    base = alt.Chart(data).encode(y=place)
    bars = base.mark_bar(color=MIDDLE).encode(x=alt.X("now:Q", axis=None, scale=scale))
    ends = "isValid(datum.target) && datum.target > datum.now ? datum.target : datum.now"
    words = (
        base.transform_calculate(end=ends)
        .mark_text(align="left", dx=6, fontSize=12)
        .encode(x=alt.X("end:Q", scale=scale), text="text:N")
    )
    layers = [bars, words, *labels]
    if any(target):
        tick = base.mark_tick(color="black", thickness=3, size=ROW * 0.8)
        layers.insert(1, tick.transform_filter("isValid(datum.target)").encode(x=alt.X("target:Q", scale=scale)))
    return alt.layer(*layers).properties(height=_height(order) + 10)


def _labels(chart: Chart) -> Iterator[list[str]]:
    """The labels down the side, and those of them that are headings of groups."""
    order: list[str] = []
    headings: list[str] = []
    for i, one in enumerate(chart.categories):
        if chart.groups and (not i or chart.groups[i] != chart.groups[i - 1]):
            headings.append(label_of(chart.groups[i], SHORT + 8) + BLANK)
            order.append(headings[-1])
        order.append(label_of(one, _length(chart)))
    yield order
    yield headings


def _lines(alt: Any, chart: Chart) -> Any:
    names = list(chart.categories)
    starts = [one.before for one in chart.breaks]
    rows: list[dict[str, Any]] = [
        {"place": i, "value": float(point.value), "text": point.text, "series": one.name,
         "piece": f"{one.name}{sum(start <= i for start in starts)}"}
        for one in chart.series
        for i, point in enumerate(one.points)
        if point is not None and point.value is not None
    ]  # fmt: skip
    axis = alt.Axis(
        values=list(range(len(names))), labelExpr=f"{names!r}[datum.value]", title=None, tickSize=0, labelPadding=8
    )
    across = alt.X("place:Q", axis=axis, scale=alt.Scale(domain=[-0.4, len(names) - 0.6], nice=False))
    highest = max((row["value"] for row in rows), default=1) or 1
    up = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, highest * 1.25], nice=False))
    base = alt.Chart(alt.Data(values=rows)).encode(x=across, y=up)
    layers = [
        base.mark_line(color=DARK, strokeWidth=2.5).encode(detail="piece:N"),
        base.mark_point(color=DARK, fill=DARK, size=50),
        base.mark_text(dy=-14, fontSize=12).encode(text="text:N"),
    ]
    if chart.breaks:
        marks = [{"place": one.before - 0.5, "text": one.text} for one in chart.breaks]
        rule = alt.Chart(alt.Data(values=marks)).encode(x=alt.X("place:Q", axis=axis))
        layers.append(rule.mark_rule(strokeDash=[5, 4], color="black"))
        layers.append(
            rule.mark_text(
                align="left", baseline="bottom", dx=5, fontSize=10, fontStyle="italic", lineHeight=12
            ).encode(y=alt.value(alt.expr("height - 6")), text="text:N")
        )
    return alt.layer(*layers).properties(height=LINES_HEIGHT)


def _map(alt: Any, chart: Chart) -> Any:
    (series,) = chart.series
    features: list[dict[str, Any]] = []
    narrow = cos(radians(_mean_latitude(chart)))
    for (name, given), point in zip(chart.areas, series.points, strict=True):
        geometry = {**given, "coordinates": _flat(given.get("coordinates") or [], narrow)}
        value = float(point.value) if point and point.value is not None else None
        x, y = _middle(geometry)
        shown = [*wrap(name, 14), point.text if point else "–"]
        properties = {"value": value, "text": shown, "x": x, "y": y}
        features.append({"type": "Feature", "geometry": geometry, "properties": properties})
    values = [f["properties"]["value"] for f in features if f["properties"]["value"] is not None]
    scale = alt.Scale(domain=[min(values), max(values)] if values else [0, 1], range=["#eef2f6", MIDDLE])
    shade = alt.condition(
        "isValid(datum.properties.value)", alt.Color("properties.value:Q", scale=scale, legend=None), alt.value("white")
    )
    areas = alt.Chart(alt.Data(values=features)).mark_geoshape(stroke="black", strokeWidth=0.7).encode(color=shade)
    flat = [f["properties"] for f in features]
    words = alt.Chart(alt.Data(values=flat)).mark_text(fontSize=11, lineHeight=12)
    words = words.encode(longitude="x:Q", latitude="y:Q", text="text:N")
    return alt.layer(areas, words).project(type="identity", reflectY=True).properties(height=MAP_HEIGHT)


def _flat(coordinates: Any, narrow: float) -> Any:
    """Coordinates on a plane: degrees of longitude as narrow as they are there. On a plane it does not matter which way
    round a ring is drawn, which files differ in."""
    if coordinates and isinstance(coordinates[0], int | float):
        return [coordinates[0] * narrow, coordinates[1]]
    return [_flat(one, narrow) for one in coordinates]


def _mean_latitude(chart: Chart) -> float:
    found = [_middle(dict(geometry))[1] for _, geometry in chart.areas]
    return sum(found) / len(found) if found else 0.0


def _middle(geometry: dict[str, Any]) -> tuple[float, float]:
    """A place inside the largest ring of an area for its label: the middle of the ring's corners."""
    kind, rings = geometry.get("type"), geometry.get("coordinates") or []
    outer = [part[0] for part in rings] if kind == "MultiPolygon" else rings[:1]
    ring = max(outer, key=len, default=[[0.0, 0.0]])
    ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
