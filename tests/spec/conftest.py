"""One review of the example, run once for all chapters."""

from pathlib import Path

import pytest

from tongket.review import ReviewRequest, ReviewResult, run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "bac-kan"


def example_request(out: Path, *, jobs: int = 1, **changes: object) -> ReviewRequest:
    """The request that `make review` makes."""
    inputs: dict[str, object] = {
        "reports": EXAMPLE / "reports",
        "orgunits": EXAMPLE / "orgunits.csv",
        "changes": EXAMPLE / "changes.csv",
        "duties": EXAMPLE / "duties.csv",
        "pack": "nd21",
        "period": "2019/2023",
        "conference": EXAMPLE / "conference.yaml",
    }
    return ReviewRequest(out=out, jobs=jobs, **{**inputs, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> tuple[ReviewResult, Path]:
    """The example's review and the folder it was written to."""
    out = tmp_path_factory.mktemp("review") / "out"
    return run(example_request(out)), out
