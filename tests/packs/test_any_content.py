"""Whatever stands in the files of a pack, checking it ends in problems and never in an exception."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from packs.conftest import HERE, TODAY
from tongket import packs

FILES = sorted(path.relative_to(HERE / "minimal").as_posix() for path in (HERE / "minimal").rglob("*.yaml"))
ODD: list[Any] = ["", "x", "2026-13-01", "0", [], ["x", ["y"]], {}, {"x": {"from": "x"}}, [{"x": "y"}]]


def places(content: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    return [path, *(place for step, value in pairs for place in places(value, (*path, step)))]


def replaced(content: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    changed = content.copy()
    changed[path[0]] = replaced(content[path[0]], path[1:], value)
    return changed


@settings(max_examples=60)
@given(st.data())
def test_checking_never_breaks(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(HERE / "minimal", Path(folder) / "minimal"))
        for name in data.draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=3, unique=True)):
            content = yaml.load((root / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            place = data.draw(st.sampled_from(places(content)))
            changed = replaced(content, place, data.draw(st.sampled_from(ODD)))
            (root / name).write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
        for problem in packs.check_pack(root, on=TODAY):
            assert problem.where.file in FILES
            assert problem.where.line is not None
