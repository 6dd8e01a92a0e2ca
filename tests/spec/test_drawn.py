"""Charts, slides and PDF of the example: the same figures, each with what supports it, readable by who sees least."""

import json
import re
from fractions import Fraction
from pathlib import Path
from time import sleep

import pypdfium2
import pytest
from pptx import Presentation
from pptx.util import Pt

from tongket.charts import Chart, ChartKind, load_boundaries, paint
from tongket.consolidation import trend
from tongket.dossier.chart_tables import chart_table
from tongket.dossier.material import Material
from tongket.dossier.papers import text_of, walk
from tongket.dossier.pictures import pictures
from tongket.dossier.report import review_report
from tongket.dossier.slides import deck_runs, slide_deck
from tongket.dossier.writers.pptx import write_slides
from tongket.dossier.writers.typst import Typeface, write_pdf
from tongket.framework import Part, Publishable
from tongket.problems import MalformedError
from tongket.review import ReviewResult
from tongket.review.material import material_of
from tongket.review.typefaces import font_folders

pytestmark = pytest.mark.xdist_group("example")


@pytest.fixture(scope="module")
def material(reviewed: tuple[ReviewResult, Path]) -> Material:
    found = material_of(reviewed[0])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def charts(material: Material) -> tuple[Chart, ...]:
    return pictures(material).all


def test_every_point_of_a_chart_names_what_it_is_computed_from(charts: tuple[Chart, ...], material: Material) -> None:
    known = {figure.code for figure in material.figures}
    refs = {ref for one in charts for ref in one.refs}
    assert len(refs) > 100
    codes = {code for ref in refs for code in re.findall(r"[^(,#]+@as_reported", ref)}
    assert codes
    assert codes <= known


def test_a_chart_has_a_table_and_says_its_points_to_who_cannot_see_them(charts: tuple[Chart, ...]) -> None:
    for one in charts:
        table = chart_table(one)
        shown = {text_of(cell) for row in table.rows for cell in row.cells}
        for series in one.series:
            points = [p for p in series.points if p is not None]
            assert {p.text for p in points} <= shown
            assert one.kind is ChartKind.GRID or all(p.text in one.alternative for p in points)


def test_a_trend_is_of_the_same_units_in_every_year(material: Material) -> None:
    """Worked out anew from the stated values, value by value."""
    told = 0
    for indicator in material.framework:
        years = [material.own[indicator.code, y] for y in material.years if (indicator.code, y) in material.own]
        found = trend(years, minimum_base=material.minimum_base)
        for figure, value in zip(found.figures, found.values, strict=True) if found else ():
            own = [c for c in figure.expression if c.org_unit in found.org_units] if found else []
            parts = {
                part: sum(c.share * Fraction(v.value) for c in own for v in c.values if v.part is part) for part in Part
            }
            by_hand = 100 * parts[Part.NUMERATOR] / parts[Part.DENOMINATOR] if indicator.is_ratio else parts[Part.VALUE]
            assert abs(by_hand - Fraction(value)) < 1e-9
            assert {c.org_unit for c in own} == set(found.org_units if found else ())
            told += 1
    assert told > 50


def test_a_line_breaks_where_units_were_reorganised(charts: tuple[Chart, ...]) -> None:
    lines = [one for one in charts if one.kind is ChartKind.LINES]
    assert lines
    assert all(
        [(b.before, b.text) for b in one.breaks] == [(1, "Sắp xếp đơn vị hành chính từ 01/02/2020")] for one in lines
    )


def test_a_chart_is_drawn_with_its_words(charts: tuple[Chart, ...]) -> None:
    rank = next(one for one in charts if one.code.startswith("rank"))
    drawn = paint(rank)
    assert all(name in drawn.svg for name in rank.categories)
    assert drawn.png.startswith(b"\x89PNG")


def test_slides_are_read_from_the_last_row(material: Material, tmp_path: Path) -> None:
    deck = slide_deck(material)
    write_slides(deck, path := tmp_path / "slides.pptx")
    file = Presentation(str(path))
    assert 12 <= len(file.slides) <= 20
    sizes = [
        run.font.size
        for slide in file.slides
        for shape in slide.shapes
        for frame in frames(shape)
        for paragraph in frame.paragraphs
        for run in paragraph.runs
    ]
    assert min(size for size in sizes if size) >= Pt(18)
    assert None not in sizes
    assert sum(shape.has_chart for slide in file.slides for shape in slide.shapes) >= 5


def frames(shape: object) -> list[object]:
    """The text frames of a shape, cells of a table included."""
    if getattr(shape, "has_table", False):
        return [cell.text_frame for row in shape.table.rows for cell in row.cells]  # type: ignore[attr-defined]
    return [shape.text_frame] if getattr(shape, "has_text_frame", False) else []  # type: ignore[attr-defined]


def test_no_number_on_a_slide_or_in_its_notes_is_without_support(material: Material) -> None:
    deck = slide_deck(material)
    assert [run.text for run in deck_runs(deck) if run.binding is None and re.search(r"\d", run.text)] == []


def test_what_must_be_asked_about_is_on_no_slide(material: Material) -> None:
    hidden = {one.code for one in material.framework if one.publishable is not Publishable.YES}
    shown = " ".join(run.text + (run.binding.ref if run.binding else "") for run in deck_runs(slide_deck(material)))
    assert hidden
    assert [code for code in hidden if f"/{code}@" in shown or f"#{code}" in shown] == []


@pytest.mark.parametrize("own", [False, True])
def test_the_pdf_says_what_the_paper_says(material: Material, tmp_path: Path, own: bool) -> None:
    """To the last tone mark, also in the type that the setter brings."""
    folders = font_folders()
    if not own and not folders:
        pytest.skip("no folder of fonts is known here")
    face = Typeface(family="Libertinus Serif") if own else Typeface(family="Liberation Serif", folder=folders[0])
    report = review_report(material)
    write_pdf(report, path := tmp_path / "report.pdf", face)
    file = pypdfium2.PdfDocument(path)
    read = "".join(page.get_textpage().get_text_bounded() for page in file)
    assert path.read_bytes().startswith(b"%PDF-1.7")
    squeezed = re.sub(r"[\s\ufffe\u00ad-]", "", read).casefold()
    words = [re.sub(r"[\s-]", "", run.text).casefold() for run in walk(report) if run.binding and len(run.text) < 30]
    assert len(words) > 300
    assert [word for word in words if word not in squeezed] == []


def test_the_same_papers_give_the_same_bytes(material: Material, tmp_path: Path) -> None:
    face = Typeface(family="Libertinus Serif")
    for name in ("a", "b"):
        if name == "b":
            sleep(1.1)  # dates inside the files count seconds
        write_slides(slide_deck(material), tmp_path / f"{name}.pptx")
        write_pdf(review_report(material), tmp_path / f"{name}.pdf", face)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.pptx").read_bytes() == (tmp_path / "b.pptx").read_bytes()


@pytest.mark.parametrize("turned", [False, True])
def test_a_map_is_drawn_whichever_way_round_its_rings_go(material: Material, tmp_path: Path, turned: bool) -> None:
    """Seven districts as fields of a board; the eighth has no area, a commune's code is no district's figure."""
    codes = ["058", "060", "061", "062", "063", "064", "065", "999"]
    features = []
    for i, code in enumerate(codes):
        x, y = 105.5 + 0.4 * (i % 3), 22 + 0.4 * (i // 3)
        ring = [[x, y], [x + 0.3, y], [x + 0.3, y + 0.3], [x, y + 0.3], [x, y]]
        geometry = {"type": "Polygon", "coordinates": [ring[::-1] if turned else ring]}
        features.append({"type": "Feature", "properties": {"ten": "x", "ma": code}, "geometry": geometry})
    path = tmp_path / "dia-gioi.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    boundaries = load_boundaries(path, material.hierarchy.on(material.period.last_day))
    assert sorted(boundaries.areas) == codes[:-1]
    (drawn,) = pictures(material, boundaries=boundaries).maps
    svg = paint(drawn).svg
    assert all(point is not None and point.text in svg for point in drawn.series[0].points)
    areas = re.findall(r'aria-roledescription="geoshape"[^>]*d="([^"]+)"', svg)
    spans = [max(xs) - min(xs) for d in areas if (xs := [float(n) for n in re.findall(r"[ML](-?[\d.]+),", d)])]
    assert len(spans) == 7
    assert max(spans) < 250  # a ring read the wrong way round would fill the sheet


@pytest.mark.parametrize(
    "text", ["", "{}", '{"features": [{"properties": {"ma": "999"}, "geometry": {"type": "Point"}}]}']
)
def test_boundaries_that_fit_nothing_are_told(material: Material, tmp_path: Path, text: str) -> None:
    path = tmp_path / "dia-gioi.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MalformedError):
        load_boundaries(path, material.hierarchy.on(material.period.last_day))
