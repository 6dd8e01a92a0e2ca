"""A sample for the inspector: drawn by stratum and chance, answered on a sheet, scored with its interval."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.conftest import REPORT, Run, World
from tongket.review.sample import Score, draw

DISTRICT = REPORT.replace("XÃ CÔN MINH", "HUYỆN NA RÌ").replace("Côn Minh,", "Na Rì,")


def review_of(confidences: list[float]) -> dict[str, Any]:
    """A review.json of as many figures, half of them of each of two pillars."""
    rows = [
        {"indicator": "AB"[i % 2], "org_unit": "1", "file": f"f{i}.docx", "confidence": c}
        for i, c in enumerate(confidences)
    ]
    indicators = [{"code": code, "name": code, "pillar": code} for code in "AB"]
    return {"values": rows, "indicators": indicators, "org_units": [{"code": "1", "name": "1", "kind": "commune"}]}


@given(st.lists(st.sampled_from([0.5, 0.9, 1.0]), min_size=1, max_size=200), st.integers(1, 80), st.integers())
def test_every_stratum_is_there_by_its_size_and_no_figure_twice(
    confidences: list[float], figures: int, seed: int
) -> None:
    review = review_of(confidences)
    drawn = draw(review, figures=figures, seed=seed)
    assert len(drawn) == len({one.value["file"] for one in drawn}) == min(figures, len(confidences))
    assert drawn == draw(review, figures=figures, seed=seed)
    everyone = draw(review, figures=len(confidences), seed=seed)
    sizes, taken = (Counter(one.stratum for one in some) for some in (everyone, drawn))
    for stratum, size in sizes.items():
        assert abs(taken[stratum] - size * len(drawn) / len(everyone)) < 2


def test_another_seed_draws_others() -> None:
    review = review_of([1.0] * 100)
    one, two = ({d.value["file"] for d in draw(review, figures=20, seed=seed)} for seed in (1, 2))
    assert one != two


@pytest.mark.parametrize(
    ("wrong", "checked", "low", "high"),
    [
        (0, 60, 0.0, 0.0596),
        (1, 60, 0.0004, 0.0894),
        (5, 60, 0.0276, 0.1839),
        (30, 60, 0.3681, 0.6319),
        (60, 60, 0.9404, 1.0),
    ],
)
def test_the_interval_is_that_of_clopper_and_pearson(wrong: int, checked: int, low: float, high: float) -> None:
    """Against published tables of the exact binomial interval."""
    found = Score(checked=checked, wrong=wrong, empty=0).interval
    assert found == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))


def sheets(run: Run, world: World) -> Path:
    (world.reports / "huyen.txt").write_text(DISTRICT, encoding="utf-8")
    assert run(*world.call()).code == 0
    folder = world.top / "phiếu"
    ran = run("sample", world.out, "--figures", 5, "--seed", 3, "--reports", world.reports, "--to", folder)
    assert ran.code == 0
    assert sorted(p.name for p in folder.iterdir()) == ["phieu-kiem-tra.docx", "phieu-kiem-tra.xlsx"]
    return folder / "phieu-kiem-tra.xlsx"


def test_a_sheet_is_filled_in_and_scored(run: Run, world: World) -> None:
    file = sheets(run, world)
    assert run("sample", "score", file).code == 3
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[3]]
    rows = sheet.max_row - 3
    assert "Đã ban hành ⟦12⟧ văn bản" in str(sheet.cell(4, heads.index("Nguyên văn") + 1).value)
    verdict = heads.index("Kết luận") + 1
    for row in range(rows):
        sheet.cell(4 + row, verdict).value = "đúng" if row else "SAI"
    book.save(file)
    told = run("sample", "score", file).out
    assert f"Đã kiểm tra {rows} số liệu, 1 số sai" in told
    assert "Với độ tin cậy 95%" in told
    found = json.loads(run("sample", "score", file, "--json").out)
    assert (found["checked"], found["wrong"], found["empty"]) == (rows, 1, 0)
    sheet.cell(4, verdict).value = "có lẽ"
    book.save(file)
    assert "“có lẽ” không phải kết luận" in run("sample", "score", file).err


def test_no_figure_is_parted_from_its_box_by_a_page(run: Run, world: World) -> None:
    paragraphs = docx.Document(str(sheets(run, world).with_suffix(".docx"))).paragraphs
    first = next(i for i, one in enumerate(paragraphs) if one.text.startswith("1. "))
    last = max(i for i, one in enumerate(paragraphs) if one.text.startswith("☐"))
    for one in paragraphs[first : last + 1]:
        assert bool(one.paragraph_format.keep_with_next) is not one.text.startswith("☐")


def test_what_is_no_check_sheet_is_told(run: Run, world: World) -> None:
    assert run(*world.call()).code == 0
    assert run("sample", "score", world.out / "can-xem-lai.xlsx").code == 3
    assert run("sample", "score", world.top / "nowhere.xlsx").code in (2, 3)
    assert run("sample", world.out, "another").code == 2
