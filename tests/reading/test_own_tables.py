"""The reports with tables of our own making, read against their labels."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def test_tables_of_many_houses_give_their_figures(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    measure = module(ROOT / "benchmarks" / "own_tables.py")
    assert measure.main([]) == 0
    halves = [line.split() for line in capsys.readouterr().out.splitlines()[-2:]]
    assert all(float(words[3]) >= 0.95 and float(words[5]) >= 0.92 for words in halves), halves
