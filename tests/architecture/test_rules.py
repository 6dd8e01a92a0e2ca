"""Rules that hold everywhere in the source and that no linter knows."""

import ast
import re
from collections.abc import Iterator

import pytest

from architecture.tree import SOURCE, Module, modules

EDGES = {"cli", "web"}
NOT_ON_WINDOWS = {
    "resource",
    "fcntl",
    "pwd",
    "grp",
    "termios",
    "pty",
    "SIGALRM",
    "alarm",
    "setitimer",
    "fork",
    "forkpty",
}
CLOCK = re.compile(r"\b(date\.today|datetime\.(now|utcnow|today)|time\.(time|localtime|gmtime|strftime))\(")
ENVIRONMENT = re.compile(r"\bos\.(environ|getenv)\b")
LEFT_OPEN = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error)\b")
INDICATOR = r"\b(?!C12\b)([B-M]\d\d|A0[3-9]|A1\d)[AB]?\b(?!\d)"
"""A code of an indicator; A01 and A02 stand for any code, and C12 for any cell, where docstrings show a grammar."""
TEXT_MODES = {"r", "w", "a", "x", "r+", "w+", "a+", "rt", "wt"}


def matches(pattern: re.Pattern[str], allowed: set[str] = frozenset()) -> list[str]:
    """Where ``pattern`` stands in the source outside the ``allowed`` packages."""
    numbered = (
        (m, n, line) for m in modules() if m.package not in allowed for n, line in enumerate(m.text.split("\n"), 1)
    )
    return [f"{m.path}:{n}: {line.strip()}" for m, n, line in numbered if pattern.search(line)]


def test_the_core_knows_no_clock() -> None:
    assert matches(CLOCK, EDGES | {"review"}) == []


def test_the_core_knows_no_environment() -> None:
    assert matches(ENVIRONMENT, EDGES) == []


def test_nothing_is_left_open() -> None:
    assert matches(LEFT_OPEN) == []


def test_all_sql_is_in_one_place() -> None:
    """Every statement has its name in ``consolidation.sql``."""
    found = matches(
        re.compile(r"[\"'](select|insert into|delete from|create (or replace )?(table|view)) \w", re.IGNORECASE)
    )
    assert [place for place in found if "consolidation/sql/" not in place.replace("\\", "/")] == []


def test_no_temporary_folder_is_named() -> None:
    assert matches(re.compile(r"[\"']/(tmp|var|dev)\b")) == []


def names_used(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Every imported name and attribute of ``module``."""
    for node in ast.walk(module.syntax):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((node, alias.name) for alias in node.names)
            if isinstance(node, ast.ImportFrom):
                yield node, node.module or ""
        elif isinstance(node, ast.Attribute):
            yield node, node.attr


def test_everything_runs_on_windows() -> None:
    assert [m.at(n) for m in modules() for n, name in names_used(m) if name in NOT_ON_WINDOWS] == []


def calls(module: Module) -> Iterator[tuple[ast.Call, str, bool]]:
    """Every call of ``module`` with the name that is called and whether it is a method."""
    for node in ast.walk(module.syntax):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            method = isinstance(node.func, ast.Attribute)
            yield node, node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, method


def opens_text(call: ast.Call, name: str, method: bool) -> bool:
    """Whether ``call`` opens a file as text: ``open``, ``Path.open``, ``read_text``, ``write_text``."""
    if name in ("read_text", "write_text"):
        return len(call.args) < (1 if name == "read_text" else 2)
    if name != "open" or (method and len(call.args) > 1):
        return False
    given = [*call.args[0 if method else 1 :][:1], *(k.value for k in call.keywords if k.arg == "mode")]
    return not given or (isinstance(given[0], ast.Constant) and given[0].value in TEXT_MODES)


def test_text_files_are_opened_as_utf_8() -> None:
    opened = [(m, call) for m in modules() for call, *how in calls(m) if opens_text(call, *how)]
    assert [m.at(call) for m, call in opened if "encoding" not in {k.arg for k in call.keywords}] == []


def test_only_the_command_line_prints() -> None:
    assert [
        m.at(c) for m in modules() if m.package not in EDGES for c, n, method in calls(m) if n == "print" and not method
    ] == []


def test_nothing_is_evaluated() -> None:
    bare = [(m, c, n) for m in modules() for c, n, method in calls(m) if not method]
    assert [m.at(c) for m, c, n in bare if n in ("eval", "exec", "compile", "__import__")] == []


@pytest.mark.parametrize("words", ["phòng thủ", r"21/2019", r"\bnd21\b", r"\bKVPT\b", INDICATOR])
def test_what_belongs_to_one_decree_stands_in_its_pack(words: str) -> None:
    files = [p for p in sorted(SOURCE.rglob("*")) if p.suffix in (".py", ".html", ".css", ".json", ".po")]
    outside = [p for p in files if not p.is_relative_to(SOURCE / "packs" / "builtin")]
    assert [p.relative_to(SOURCE).as_posix() for p in outside if re.search(words, p.read_text(encoding="utf-8"))] == []
