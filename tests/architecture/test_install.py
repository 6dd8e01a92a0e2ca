"""What a base installation brings: little, and nothing heavy."""

import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from architecture.tree import ROOT, tracked

HEAVY = {"pandas", "pyarrow", "torch", "numpy", "scipy", "polars", "django", "dask", "pymupdf", "unidecode"}


def pinned(requirements: str) -> set[str]:
    """The names in a requirements file."""
    return set(re.findall(r"^([\w.-]+)==", (ROOT / requirements).read_text(encoding="utf-8"), re.MULTILINE))


def declared() -> set[str]:
    """What the installed package asks for, without the extras (the tree that the requirements pin)."""
    asked = [r for r in distribution("tongket").requires or () if "extra ==" not in r]
    return {re.split(r"[\s<>=!;\[]", r, maxsplit=1)[0].lower() for r in asked}


def installed_bytes(name: str) -> int:
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError:
        return 0
    return sum(Path(f.locate()).stat().st_size for f in files if Path(f.locate()).is_file())


def test_the_base_is_pinned_and_nothing_in_it_is_heavy() -> None:
    names = pinned("requirements.txt")
    assert {name.lower() for name in declared()} <= names
    assert names & HEAVY == set()
    assert names <= pinned("requirements-dev.txt")


def test_the_base_stays_under_300_megabytes() -> None:
    assert sum(installed_bytes(name) for name in pinned("requirements.txt")) < 300_000_000


def test_the_wheel_holds_messages_packs_pages_and_schema(tmp_path: Path) -> None:
    """Built from the tracked files alone, so that nothing that only lies about gets in."""
    for name in tracked():
        if name.startswith("src/") or name in ("pyproject.toml", "README.md", "LICENSE"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tmp_path / name)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert {n.removeprefix("src/") for n in tracked() if n.startswith("src/tongket/")} <= packed
    assert "tongket/locale/vi/LC_MESSAGES/tongket.mo" in packed
