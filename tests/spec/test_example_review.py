"""What a clerk gets from the folder of reports: checked against what a careful clerk would find."""

import importlib.util
import json
import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.spec.conftest import EXAMPLE, ROOT, example_request

from tongket.reading import Admitted, Block, Paragraph, admit, open_document
from tongket.reading.door import LIMITS, read_content
from tongket.review import ReviewResult, json_schema, run
from written import written_text

pytestmark = pytest.mark.xdist_group("example")
CASE = ROOT / "tests" / "cases" / "bac-kan"
STATEMENT = "Tài liệu minh họa – số liệu giả định"
Reviewed = tuple[ReviewResult, Path]


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_review", CASE / "score_review.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def truth() -> Any:
    return load(CASE / "truth.json")


@pytest.fixture(scope="module")
def review(reviewed: Reviewed) -> Any:
    return load(reviewed[1] / "review.json")


def quiet(*_: object) -> None:
    """No words on single differences."""


def test_figures_are_those_a_careful_clerk_reads(scorer: ModuleType, truth: Any, review: Any) -> None:
    score = scorer.score_values(review["values"], truth["values"], quiet)
    assert score["precision"] >= 0.97
    assert score["recall"] >= 0.93
    assert score["text"] >= 0.97


def test_totals_are_right(scorer: ModuleType, truth: Any, review: Any) -> None:
    score = scorer.score_rollups(review["rollups"], truth["rollups"], quiet)
    assert score["as_reported"]["right"] >= 0.88
    assert score["extra"] <= 2


def test_who_reported_is_exact(truth: Any, review: Any) -> None:
    assert review["coverage"]["expected"] == truth["coverage"]["expected"]
    assert review["coverage"]["reported"] == truth["coverage"]["reported"]
    missing = {(m["org_unit"], m["period"]) for m in review["coverage"]["missing"]}
    assert missing == {(m["org_unit"], m["period"]) for m in truth["coverage"]["missing"]}


@pytest.mark.parametrize(
    "code",
    ["missing_report", "late_report", "duplicate_report", "unreadable", "secrecy_mark", "unit_unresolved", "over_100"],
)
def test_every_planted_fault_of_the_first_seven_kinds_is_found_and_no_other(
    scorer: ModuleType, truth: Any, review: Any, code: str
) -> None:
    planted = [f for f in truth["findings"] if f["code"] == code]
    found = [f for f in review["findings"] if f["code"] == code]
    assert scorer.score_findings(found, planted, quiet)["codes"][code] == {
        "recall": 1.0,
        "precision": 1.0,
        "labels": len(planted),
        "found": len(planted),
    }


def test_review_json_keeps_to_its_published_schema(review: Any) -> None:
    published = load(ROOT / "docs" / "reference" / "schema" / "review.schema.json")
    assert published == json_schema()
    Draft202012Validator(published).validate(review)


def test_every_total_adds_up_from_the_values_it_names(review: Any) -> None:
    """Recount: with the standard library alone, from review.json alone."""
    checked = 0
    for row in review["rollups"]:
        parts = {"value": 0.0, "numerator": 0.0, "denominator": 0.0}
        for c in row["expression"]:
            n, _, d = c["share"].partition("/")
            parts[c["part"]] += review["values"][c["value"]]["value"] * int(n) / int(d or 1)
        if row["denominator"] is not None:
            assert (parts["numerator"], parts["denominator"]) == pytest.approx((row["numerator"], row["denominator"]))
        elif row["value"] is not None:
            assert parts["value"] == pytest.approx(row["value"])
        checked += 1
    assert checked > 500


def test_every_figure_stands_at_its_anchor(reviewed: Reviewed) -> None:
    """The text at the anchor is the text that was written, in the documents as they are."""
    result, _ = reviewed
    for read in result.files:
        cells, lines = {}, {}
        for block in read.document.blocks:
            if isinstance(block, Paragraph):
                for s in block.segments:
                    lines[s.anchor] = (block.text, s.start - s.offset)
            else:
                cells.update({c.anchor: c.text.strip() for c in block.cells})
        for value in read.report.values:
            place, _, span = value.source.anchor.rpartition(":")
            if value.source.anchor in cells:
                assert cells[value.source.anchor] == value.source.text
            else:
                first, last = map(int, span.split("-"))
                text, shift = lines[place]
                assert value.source.text.startswith(text[first + shift : last + shift])


def test_everything_made_from_invented_figures_says_so(reviewed: Reviewed) -> None:
    out = reviewed[1]
    pages = [*out.rglob("*.html"), out / "review.json"]
    assert len(pages) > 150
    assert [p.name for p in pages if STATEMENT not in p.read_text(encoding="utf-8")] == []


def test_links_of_the_pages_lead_somewhere(reviewed: Reviewed) -> None:
    out = reviewed[1]
    ids: dict[Path, set[str]] = {}
    for page in out.rglob("*.html"):
        for href in set(re.findall(r'href="([^"]+)"', page.read_text(encoding="utf-8"))):
            file, _, mark = href.partition("#")
            target = (page.parent / file).resolve() if file else page
            assert target.exists(), href
            if mark:
                if target not in ids:
                    ids[target] = set(re.findall(r'id="([^"]+)"', target.read_text(encoding="utf-8")))
                assert mark in ids[target], href


def test_nothing_of_a_stamped_file_is_kept(reviewed: Reviewed) -> None:
    """Ten runs of five words of each refused file are found nowhere in the output."""
    result, out = reviewed
    written = written_text(out)
    stamped = [r for r in result.refusals if r.problem.code == "secrecy_mark"]
    assert len(stamped) == 2
    common = " ".join(" ".join(texts(f.document.blocks)) for f in result.files)
    for refusal in stamped:
        runs = [run for run in five_word_runs(EXAMPLE / refusal.name) if run not in common]
        assert len(runs) >= 10
        assert [run for run in runs if run in written] == []
        assert refusal.problem.fields == {}
    log = load(out / "refused.json")
    assert [set(row) for row in log] == [{"file", "sha256", "refused_at", "code"}] * 2
    assert [row["sha256"] for row in log] == [r.sha256 for r in stamped]


def five_word_runs(path: Path) -> list[str]:
    """Runs of words of a refused file, read past the door."""
    admitted = admit(path)
    assert isinstance(admitted, Admitted)
    words = " ".join(texts(read_content(admitted.kind, admitted.data, LIMITS).blocks)).split()
    runs = [words[i : i + 5] for i in range(len(words) - 5)]
    return [" ".join(run) for run in runs if not any(word.isdigit() for word in run)]


def texts(blocks: Iterable[Block]) -> list[str]:
    """The words of paragraphs, each with single blanks."""
    return [" ".join(b.text.split()) for b in blocks if isinstance(b, Paragraph)]


def test_the_same_inputs_give_the_same_bytes_in_other_processes(
    reviewed: Reviewed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where sets are in another order: each process has its own hash seed."""
    monkeypatch.setenv("PYTHONHASHSEED", "4711")
    run(example_request(tmp_path / "out", jobs=2))
    again = (tmp_path / "out" / "review.json").read_bytes()
    assert again == (reviewed[1] / "review.json").read_bytes()


def test_a_document_refused_is_not_opened_by_read(reviewed: Reviewed) -> None:
    stamped = next(r for r in reviewed[0].refusals if r.problem.code == "secrecy_mark")
    refused = open_document(EXAMPLE / stamped.name)
    assert not hasattr(refused, "blocks")
