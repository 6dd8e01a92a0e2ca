"""All that a review of the small example says, as text: whoever changes a figure or a sentence sees which."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tongket.review import ReviewRequest, run


@pytest.fixture(scope="module")
def review(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    example, out = root / "examples" / "nong-thon-moi", tmp_path_factory.mktemp("golden") / "out"
    tables = {name: example / f"{name}.csv" for name in ("orgunits", "changes", "duties")}
    pack = str(example / "packs" / "nong-thon-moi")
    run(ReviewRequest(reports=example / "reports", pack=pack, period="2023/2024", out=out, jobs=1, **tables))
    return json.loads((out / "review.json").read_text(encoding="utf-8"))


def lines(review: dict[str, Any]) -> Iterator[str]:
    """The review without what depends on the version: values, figures, findings, notices, coverage, limitations."""
    for v in review["values"]:
        yield f"value {v['org_unit']} {v['period']} {v['indicator']} {v['part']} = {v['value']} | {v['anchor']} | {v['text']}"
    for r in review["rollups"]:
        n, d = r["numerator"], r["denominator"]
        figure = f"{r['value']}" if d is None else f"{r['value']} ({n}/{d})"
        base = f"{len(r['reporters'])} of {len(r['expected'])}, without {[a['org_unit'] for a in r['absent']]}"
        yield f"figure {r['org_unit']}/{r['period'].replace('/', '-')}/{r['indicator']}@{r['basis']} = {figure} | {base}"
    for f in (*review["findings"], *review["notices"]):
        place = " ".join(str(f[key]) for key in ("org_unit", "period", "indicator") if f[key])
        yield f"{f['severity']} {f['code']} {place} | {f['note']}"
    coverage = review["coverage"]
    yield f"coverage {coverage['reported']} of {coverage['expected']}"
    yield from (f"limitation {x['org_unit']} {x['period']} | {x['text']}" for x in review["limitations"])


def test_the_review_says_what_it_said(review: dict[str, Any], golden: Callable[[str, str], None]) -> None:
    golden("nong-thon-moi.txt", "".join(f"{line}\n" for line in lines(review)))
