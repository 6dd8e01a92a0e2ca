"""The frozen cut: the same inputs give the same snapshot; what differs is told figure by figure; a figure opens on its source."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from cli.conftest import REPORT, Run, World

DISTRICT = REPORT.replace("XÃ CÔN MINH", "HUYỆN NA RÌ").replace("Côn Minh,", "Na Rì,")


def review(run: Run, world: World, **files: str) -> Path:
    """A review of reports with these texts, in a folder of its own."""
    for name, text in files.items():
        (world.reports / f"{name}.txt").write_text(text, encoding="utf-8")
    out = world.top / f"out {len(world.left())}"
    assert run(*world.call(out=out)).code == 0
    return out


def load(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def test_the_same_inputs_elsewhere_give_the_same_snapshot_and_the_same_bytes(run: Run, world: World) -> None:
    """Another folder, other line ends, another order of files on the disk, another time zone, another process."""
    out = review(run, world, huyen=DISTRICT)
    there = world.top / "nơi khác" / "sâu"
    shutil.copytree(world.reports, there / "báo cáo")
    for name in ("orgunits.csv", "duties.csv"):
        text = (world.top / name).read_bytes()
        (there / name).write_bytes(text.replace(b"\n", b"\r\n"))
    far = World(top=there)
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "99", "LC_ALL": "C"}
    call = [sys.executable, "-m", "tongket", *map(str, far.call())]
    subprocess.run(call, check=True, env=environment, capture_output=True)
    for name in ("review.json", "manifest.json", "sentences.json"):
        assert (far.out / name).read_bytes() == (out / name).read_bytes(), name


def test_a_snapshot_changes_with_what_went_in_and_says_where(run: Run, world: World) -> None:
    out = review(run, world, huyen=DISTRICT)
    other = review(run, world, huyen=DISTRICT.replace("12 văn bản", "13 văn bản"))
    one, two = load(out / "manifest.json"), load(other / "manifest.json")
    assert one["snapshot"] != two["snapshot"]
    assert [part for part in one["parts"] if one["parts"][part] != two["parts"][part]] == ["reports", "values"]


def test_a_difference_tells_from_what_to_what_why_and_in_which_sentences(run: Run, world: World) -> None:
    out = review(run, world, huyen=DISTRICT)
    other = review(run, world, huyen=DISTRICT.replace("12 văn bản", "13 văn bản"))
    told = json.loads(run("diff", out, other, "--json").out)
    (figure,) = [f for f in told["figures"] if f["figure"] == "06/2021/A01@as_reported"]
    assert (figure["before"]["value"], figure["after"]["value"]) == (12, 13)
    assert figure["why"] == ["Huyện Na Rì, 2021, số liệu: 12 thành 13 trong cùng báo cáo (báo cáo/huyen.txt)"]
    touched = [(s["before"], s["after"]) for s in figure["sentences"]]
    assert touched
    assert all(("12" in before, "13" in after) == (True, True) for before, after in touched)
    lines = run("diff", out, other).out
    assert "12 [1/1 đơn vị] → 13 [1/1 đơn vị]" in lines


def test_a_report_that_is_gone_is_why_a_figure_is(run: Run, world: World) -> None:
    out = review(run, world, huyen=DISTRICT)
    (world.reports / "huyen.txt").unlink()
    other = review(run, world)
    told = json.loads(run("diff", out, other, "--json").out)
    (figure,) = [f for f in told["figures"] if f["figure"] == "06/2021/A01@as_reported"]
    assert figure["after"] is None
    assert "không còn" in figure["why"][0]
    assert json.loads(run("diff", out, out, "--json").out)["figures"] == []
    assert run("diff", out, world.reports).code == 3


def test_a_figure_opens_on_the_passage_with_the_figure_marked(run: Run, world: World) -> None:
    out = review(run, world, huyen=DISTRICT)
    tree = json.loads(run("trace", out, "06/2021/A01@as_reported", "--json").out)
    ((one,),) = tree["periods"][0]["org_units"]
    first, last = one["stated"]["mark"]
    passage = one["stated"]["passage"]
    assert (passage[:first], passage[first:last]) == ("Đã ban hành ", "12")
    assert "Đã ban hành ⟦12⟧ văn bản lãnh đạo, chỉ đạo" in run("trace", out, "06/2021/A01@as_reported").out
    page = (out / "sources" / "figures" / "A01.html").read_text(encoding="utf-8")
    assert "Đã ban hành <mark>12</mark> văn bản lãnh đạo, chỉ đạo" in page


def test_recount_of_a_review(run: Run, world: World) -> None:
    out = review(run, world, huyen=DISTRICT)
    assert run("recount", out).out.endswith("khớp đến chữ số cuối cùng.\n")
    text = (out / "review.json").read_text(encoding="utf-8")
    row = next(r for r in load(out / "review.json")["rollups"] if r["indicator"] == "A01")
    assert row["value"] == 12
    (out / "review.json").write_text(
        text.replace('"value": 12.0,\n   "numerator"', '"value": 12.5,\n   "numerator"'), encoding="utf-8"
    )
    assert run("recount", out).code == 1
    assert json.loads(run("recount", out, "--json").out)["faults"][0]["recounted"] == 12
