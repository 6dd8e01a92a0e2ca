"""What figures are of accepted values alone, beside the full ones and in a review of its own."""

import json
from pathlib import Path

import pytest

from spec.conftest import EXAMPLE, example_request
from tongket.dossier.papers import text_of
from tongket.dossier.report import review_report
from tongket.review import ReviewResult, run, summary_lines
from tongket.review.material import material_of
from tongket.review.trace import trace_figure, trace_lines

pytestmark = pytest.mark.xdist_group("example")


def test_every_figure_that_would_be_other_says_so(reviewed: tuple[ReviewResult, Path]) -> None:
    """In review.json with the values left out, on the page of its indicator, in its trace, and in the summary."""
    result, out = reviewed
    review = json.loads((out / "review.json").read_text(encoding="utf-8"))
    found = {(r["org_unit"], r["period"], r["indicator"], r["basis"]): r for r in review["provisional"]}
    assert found.keys() == {
        (f.org_unit, str(f.period), f.indicator, f.basis.value) for f in result.figures if f.code in result.provisional
    }
    open_ = {(f["org_unit"], f["period"]) for f in review["findings"] if not f.get("decision")}
    for row in found.values():
        left_out = [review["values"][i] for i in row["left_out"]]
        assert any(v["confidence"] < 0.9 or (v["org_unit"], v["period"]) in open_ for v in left_out)
    full = {(r["org_unit"], r["period"], r["indicator"], r["basis"]): r for r in review["rollups"]}
    simple = next(k for k, r in found.items() if k[0] == "06" and k[3] == "as_reported" and "/" not in k[1] and r["value"] and full[k]["denominator"] is None)  # fmt: skip
    less = sum(review["values"][i]["value"] for i in found[simple]["left_out"])
    assert full[simple]["value"] - less == pytest.approx(found[simple]["value"])
    page = (out / f"sources/figures/{simple[2]}.html").read_text(encoding="utf-8")
    assert "Nếu chỉ tính số liệu đã được chấp nhận thì là" in page
    tree = trace_figure(out, f"{simple[0]}/{simple[1]}/{simple[2]}@{simple[3]}")
    assert any(line.startswith("Nếu chỉ tính số liệu đã được chấp nhận") for line in trace_lines(tree, "vi"))
    told = f"{len(found)}/{len(result.figures)} số liệu tổng hợp sẽ khác nếu chỉ cộng số liệu đã được chấp nhận"
    assert any(line.startswith(told) for line in summary_lines(result, "vi"))
    assert told in (out / "00-MO-DAU-TIEN.html").read_text(encoding="utf-8")


def test_a_review_of_accepted_figures_alone_says_what_it_is(tmp_path: Path) -> None:
    asked = {"reports": EXAMPLE / "reports" / "2021" / "huyen", "period": "2021", "accepted_only": True}
    result = run(example_request(tmp_path / "out", **asked))
    review = json.loads((tmp_path / "out" / "review.json").read_text(encoding="utf-8"))
    assert (review["accepted_only"], review["provisional"]) == (True, [])
    assert "not_accepted" in {e["finding"] for r in review["rollups"] for e in r["excluded"]}
    sentence = "Chỉ cộng số liệu đã được chấp nhận: số liệu còn điểm cần xem lại chưa xử lý không tính vào tổng nào."
    assert sentence in summary_lines(result, "vi")
    assert sentence in (tmp_path / "out" / "00-MO-DAU-TIEN.html").read_text(encoding="utf-8")
    material = material_of(result)
    assert material is not None
    assert any(sentence in text_of(getattr(block, "text", ())) for block in review_report(material).blocks)
