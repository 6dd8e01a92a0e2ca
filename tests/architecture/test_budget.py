"""A house one can live in: short files, short functions, names that say something."""

import ast
from statistics import median, quantiles

from architecture.tree import Module, modules

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base"}


def lines(module: Module) -> int:
    return module.text.count("\n")


def functions(module: Module) -> list[int]:
    """The number of lines of each function, its docstring included."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [n.end_lineno - n.lineno + 1 for n in ast.walk(module.syntax) if isinstance(n, kinds) and n.end_lineno]


def test_files_are_short() -> None:
    sizes = [lines(m) for m in modules() if not m.path.endswith("__init__.py")]
    assert [m.path for m in modules() if lines(m) > 400] == []
    assert median(sizes) < 100
    assert quantiles(sizes, n=20)[-1] < 300


def test_functions_are_short() -> None:
    assert median(size for m in modules() for size in functions(m)) < 10


def test_no_module_is_a_drawer() -> None:
    parts = {(m.path, part.removesuffix(".py")) for m in modules() for part in m.path.split("/")}
    assert sorted(path for path, part in parts if part in EMPTY_NAMES) == []


def is_plain(node: ast.stmt) -> bool:
    """A docstring, an import, or ``__all__`` (and, at the very top, ``__version__``)."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return all(isinstance(t, ast.Name) and t.id in ("__all__", "__version__") for t in targets)
    return isinstance(node, ast.Import | ast.ImportFrom)


def test_package_files_hold_docstring_imports_and_all_only() -> None:
    files = [m for m in modules() if m.path.endswith("__init__.py")]
    assert [m.at(n) for m in files for n in m.syntax.body if not is_plain(n)] == []
    assert [m.path for m in files if not ast.get_docstring(m.syntax)] == []
