"""The layers are a file in CI, not a wish: each door has its contract from the day its subject exists."""

import ast
import sys
import tomllib
from functools import cache

import pytest

from architecture.tree import ROOT, Module, modules

DOORS = {
    "django": "django",
    "duckdb": "duckdb",
    "yaml": "yaml",
    "pydantic": "pydantic",
    "pydantic_core": "pydantic",
    "dask": "dask",
    "distributed": "dask",
    "python_calamine": "formats-in",
    "olefile": "formats-in",
    "pypdfium2": "formats-in",
    "pdfplumber": "formats-in",
    "pytesseract": "formats-in",
    "docx": "formats-out",
    "docxtpl": "formats-out",
    "xlsxwriter": "formats-out",
    "pptx": "slides-and-pdf",
    "typst": "slides-and-pdf",
    "pyhanko": "formats-out",
    "lxml": "xml",
    "altair": "charts",
    "vl_convert": "charts",
}
"""Third-party module -> the contract that guards its door."""


@cache
def contracts() -> dict[str, dict[str, list[str]]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {c["id"]: c for c in settings["tool"]["importlinter"]["contracts"]}


def imported(module: Module) -> set[str]:
    """The top-level names that ``module`` imports from outside its package."""
    names: set[str] = set()
    for node in ast.walk(module.syntax):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def guarded(module: str) -> bool:
    return module in contracts().get(DOORS[module], {}).get("protected_modules", ())


@pytest.mark.parametrize("module", sorted(DOORS))
def test_a_door_has_its_contract_as_soon_as_it_is_used(module: str) -> None:
    users = [m.path for m in modules() if module in imported(m)]
    if users:
        assert guarded(module), (
            f"{users[0]} imports {module}: add it to the contract {DOORS[module]!r} in pyproject.toml"
        )
    else:
        assert not guarded(module), f"nothing imports {module}: import-linter refuses a contract without a subject"


def test_layers_and_cycles_are_contracts() -> None:
    assert {"layers", "no-cycles"} <= set(contracts())
    assert contracts()["layers"]["exhaustive"]


def test_third_party_code_is_declared() -> None:
    """What is imported is either of the standard library, of a door, or of the short list that any layer may use."""
    plain = {"tongket", "typer", "rich", "jinja2", "markupsafe", "rapidfuzz"}
    known = set(sys.stdlib_module_names) | set(DOORS) | plain
    assert sorted({f"{m.path}: {n}" for m in modules() for n in imported(m) - known}) == []
