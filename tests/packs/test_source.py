"""YAML as plain text with lines."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tongket.packs.source import read_source

TEXT = """\
A01:
  code: 01960
  say: yes
  on: 2024-07-01
  list:
    - {a: 1.10}
    - "null"
"""


def test_every_value_is_the_text_as_written() -> None:
    source, problems = read_source("f.yaml", TEXT.encode())
    assert problems == ()
    assert source is not None
    inner = {"code": "01960", "say": "yes", "on": "2024-07-01", "list": [{"a": "1.10"}, "null"]}
    assert source.content == {"A01": inner}


def test_every_path_has_its_line() -> None:
    source, _ = read_source("f.yaml", TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert source is not None
    assert source.where(("A01",)).line == 1
    assert source.where(("A01", "list", 1)).line == 7
    assert source.where(("A01", "list", 0, "a")).key == "A01.list[0].a"
    assert source.where(("A01", "missing")).line == 1


def test_decomposed_letters_are_composed() -> None:
    source, _ = read_source("f.yaml", "a: Xa\u0303".encode())
    assert source is not None
    assert source.content == {"a": "Xã"}


leaves = st.text("aă1:#-'\" \n", min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(leaves.filter(lambda key: key != "<<"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(trees)
def test_what_yaml_writes_is_read_back(tree: object) -> None:
    source, problems = read_source("f.yaml", yaml.safe_dump(tree, allow_unicode=True, default_style='"').encode())
    assert [p for p in problems if p.code not in ("pack.tag", "pack.too_deep")] == []
    assert source is None or source.content == tree


@given(st.binary(max_size=60) | st.text("a:-[]{}&*!|>?%@`\"'\n\t #,", max_size=40).map(str.encode))
def test_no_bytes_break_it(data: bytes) -> None:
    source, problems = read_source("f.yaml", data)
    assert source is not None or problems
    assert all(problem.where.file == "f.yaml" for problem in problems)


def test_a_hostile_file_ends_soon() -> None:
    for text in ("[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: &a [*a]"):
        _, problems = read_source("f.yaml", text.encode())
        assert problems
