"""Packs to break: the minimal one, and the folders that change some of its files into faulty ones."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TODAY = date(2026, 11, 24)


@pytest.fixture
def minimal() -> Path:
    """A pack without a mistake."""
    return HERE / "minimal"


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], Path]:
    """``broken(name)``: the minimal pack with the files of broken/``name`` laid over it."""

    def lay(name: str) -> Path:
        root = tmp_path / "minimal"
        shutil.copytree(HERE / "minimal", root)
        shutil.copytree(HERE / "broken" / name, root, dirs_exist_ok=True)
        return root

    return lay
