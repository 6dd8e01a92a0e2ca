"""A total says of whom, everywhere: what the outputs may not say of the example, and what they must."""

import json
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tongket.consolidation import Figure
from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, OfficialPaper, Text, text_of
from tongket.dossier.papers.blocks import PaperParagraph
from tongket.review import ReviewResult
from tongket.review.material import material_of
from tongket.review.papers import papers_of

pytestmark = pytest.mark.xdist_group("example")

Reviewed = tuple[ReviewResult, Path]
SPENDING, STUDIED = "K01", "A06"
A_FALL_OF_A_QUARTER = re.compile(r"(?<![\d,.])24(,0\d*)?\s?%|(?<![\d,.])24(\.0\d*)?\s?%")


@pytest.fixture(scope="module")
def review(reviewed: Reviewed) -> Any:
    return json.loads((reviewed[1] / "review.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def material(reviewed: Reviewed) -> Material:
    found = material_of(reviewed[0])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def papers(reviewed: Reviewed, material: Material) -> dict[str, OfficialPaper]:
    return {
        f"{name}[{i}]": one
        for name, several in papers_of(reviewed[0], material).items()
        for i, one in enumerate(several)
    }


def written(out: Path) -> dict[str, list[str]]:
    """The paragraphs, rows and lines of every output that people read."""
    found: dict[str, list[str]] = {}
    for file in sorted(out.rglob("*")):
        if file.suffix == ".html" and file.parent.name != "sources":
            found[file.name] = re.split(r"</(?:tr|p|li|h\d)>", file.read_text(encoding="utf-8"))
        elif file.suffix in (".docx", ".xlsx", ".pptx"):
            with zipfile.ZipFile(file) as archive:
                xml = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")]
            found[file.name] = [part for text in xml for part in re.split(r"</(?:w:tr|w:p|a:p|row|si)>", text)]
    return {name: [" ".join(re.sub(r"<[^>]+>", " ", part).split()) for part in parts] for name, parts in found.items()}


def paragraphs(paper: OfficialPaper) -> list[Text]:
    """What stands in a paper before its annexes."""
    return [block.text for block in paper.blocks if isinstance(block, PaperParagraph)]


def figures_of(text: Text, material: Material) -> list[Figure]:
    codes = {f.code: f for f in material.figures}
    refs = [run.binding.ref for run in text if run.binding and run.binding.kind is BindingKind.FIGURE]
    return [codes[ref.removesuffix("/numerator").removesuffix("/denominator")] for ref in refs]


def test_spending_is_compared_over_the_six_districts_that_state_both_years(review: Any) -> None:
    (row,) = [
        c for c in review["comparisons"] if (c["indicator"], c["earlier"], c["later"]) == (SPENDING, "2020", "2021")
    ]
    assert (row["before"], row["after"], len(row["org_units"]), row["whole"]) == (69.0, 69.63, 6, False)
    assert 0.9 < row["growth"] < 0.92


def test_nothing_says_that_spending_fell_by_a_quarter(reviewed: Reviewed) -> None:
    found = [
        (name, line)
        for name, lines in written(reviewed[1]).items()
        for line in lines
        if A_FALL_OF_A_QUARTER.search(line) and re.search(r"giảm|fell|tăng|quốc phòng, an ninh \(số công khai\)", line)
    ]
    assert found == []


def test_nothing_tells_of_the_province_what_three_of_thirteen_units_state(
    reviewed: Reviewed, material: Material, papers: dict[str, OfficialPaper]
) -> None:
    """The figure is in review.json and the annex with its base; the overview shows the base alone, papers nothing."""
    figure = next(f for f in material.figures if f.code == "06/2023/A06@as_reported")
    assert (len(figure.base.reporters), len(figure.base.expected)) == (3, 13)
    start = (reviewed[1] / "00-MO-DAU-TIEN.html").read_text(encoding="utf-8")
    cells = re.findall(r'data-figure="06/2023/A06@as_reported">([^<]*)</a>(.*?)</td>', start)
    assert {text for text, _ in cells} == {"chưa đủ đơn vị", "too few units"}
    assert not any("40/41" in rest for _, rest in cells)
    assert [text_of(t) for p in papers.values() for t in paragraphs(p) if figure in figures_of(t, material)] == []
    page = (reviewed[1] / "sources" / "figures" / "A06.html").read_text(encoding="utf-8")
    section = page[page.index('data-figure="06/2023/A06@as_reported"') :].split("</section>")[0]
    assert "0/8 huyện, thành phố và 3/5 sở, ngành" in section
    assert "Chưa đủ đơn vị để nói chung cho toàn địa bàn" in section


def test_what_papers_say_of_the_whole_everyone_states(papers: dict[str, OfficialPaper], material: Material) -> None:
    told = [(text_of(t), figures_of(t, material)) for p in papers.values() for t in paragraphs(p)]
    whole = [(text, figures) for text, figures in told if "toàn tỉnh" in text and figures]
    assert whole
    assert [text for text, figures in whole if not all(f.base.full for f in figures)] == []


def test_what_stands_in_the_body_has_a_base_that_carries_it(
    papers: dict[str, OfficialPaper], material: Material
) -> None:
    told = [f for p in papers.values() for t in paragraphs(p) for f in figures_of(t, material)]
    assert len(told) > 100
    assert [f.code for f in told if not material.stands(f)] == []


def test_change_is_told_over_units_that_are_named_or_all(papers: dict[str, OfficialPaper], material: Material) -> None:
    texts = [text_of(t) for p in papers.values() for t in paragraphs(p)]
    compared = [
        part
        for text in texts
        for part in re.findall(r"\(năm \d{4}[^()]*so với năm \d{4}[^()]*(?:\([^()]*\))?\)?", text)
    ]
    assert compared
    for part in compared:
        assert re.search(r"cùng \d+ (huyện|sở|xã)", part), part


def test_a_last_value_of_an_earlier_year_carries_its_year(review: Any, reviewed: Reviewed) -> None:
    older = [r for r in review["rollups"] if r["period"] == "2019/2023" and r["as_of"] not in (None, "2023")]
    assert older
    start = (reviewed[1] / "00-MO-DAU-TIEN.html").read_text(encoding="utf-8")
    for row in (r for r in older if r["basis"] == "as_reported" and r["org_unit"] == "06"):
        code = f"06/2019-2023/{row['indicator']}@as_reported"
        assert re.search(rf'data-figure="{re.escape(code)}">.*?năm {row["as_of"]}', start), code


def test_values_left_out_stand_beside_the_total_with_what_it_would_be(review: Any, reviewed: Reviewed) -> None:
    row = next(r for r in review["rollups"] if (r["indicator"], r["period"], r["org_unit"]) == (SPENDING, "2021", "06"))
    assert (row["value"], row["with_excluded"]["value"]) == (69.63, 1459.63)
    texts = written(reviewed[1])
    assert any("Nếu tính cả số liệu để ngoài thì là 1.459,63 tỷ đồng." in line for line in texts["K01.html"])
    assert any("2021: 1.459,63" in line for line in texts["04-phu-luc-so-lieu.xlsx"])
    cells = texts["02-bao-cao-so-ket.docx"]
    assert ("69,63", "1.459,63") in set(pairwise(cells))


def test_workbook_and_report_say_who_states_a_figure(reviewed: Reviewed) -> None:
    texts = written(reviewed[1])
    for name in ("02-bao-cao-so-ket.docx", "04-phu-luc-so-lieu.xlsx"):
        assert any("0/8 huyện, thành phố và 3/5 sở, ngành" in line for line in texts[name]), name
