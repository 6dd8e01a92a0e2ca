"""One review of the example, run once for all chapters."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tongket.dossier.material import Material
from tongket.review import ReviewRequest, ReviewResult, run
from tongket.review.drawn import Studio, studio_of
from tongket.review.material import material_of

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


def drawn(result: ReviewResult) -> tuple[Material | None, Studio | None]:
    """What the papers of a review are made of."""
    material = material_of(result)
    return material, studio_of(result, material) if material else None


@pytest.fixture
def pages_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Path]], dict[str, int]]:
    """``pages_of(files)``: how many pages LibreOffice lays each Word file out on, by the name of the file."""

    def count(files: list[Path]) -> dict[str, int]:
        folder = tmp_path_factory.mktemp("pages")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
        subprocess.run(call, check=True, capture_output=True, timeout=240)
        found = {}
        for file in files:
            told = subprocess.run(
                ["pdfinfo", str(folder / f"{file.stem}.pdf")], check=True, capture_output=True, text=True
            )
            found[file.stem] = int(re.findall(r"Pages:\s+(\d+)", told.stdout)[0])
        return found

    return count
