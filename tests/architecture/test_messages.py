"""Every sentence of the interface is in Vietnamese too, with the same fields and right to the tone mark."""

import ast
import re
import string
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from architecture.tree import ROOT, SOURCE, Module, modules, packages
from tongket.problems.catalogue import MESSAGES
from tongket.vietnamese import tone_normal

VIETNAMESE = SOURCE / "locale" / "vi" / "LC_MESSAGES" / "tongket.po"
IN_TEMPLATE = re.compile(r"""\b_\(\s*(?:"([^"]+)"|'([^']+)')""")


@cache
def catalogue() -> Catalog:
    with VIETNAMESE.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


@cache
def translations() -> dict[str, str]:
    return {m.id: m.string for m in catalogue() if m.id}


def translated_literals(module: Module) -> Iterator[str]:
    """First arguments of ``translate("...")`` and ``_("...")``."""
    for node in ast.walk(module.syntax):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("translate", "_")
            and node.args
        ):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def sentences_of_tables(module: Module) -> Iterator[str]:
    """The values of the tables in a ``messages.py``."""
    if module.path.endswith("/messages.py"):
        values = (v for node in ast.walk(module.syntax) if isinstance(node, ast.Dict) for v in node.values)
        yield from (v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str))


def constants(module: Module) -> Iterator[str]:
    """Every string of ``module`` that is no docstring."""
    bodies = (n.body for n in ast.walk(module.syntax) if isinstance(getattr(n, "body", None), list))
    docstrings = {id(s.value) for body in bodies for s in body if isinstance(s, ast.Expr)}
    strings = (n for n in ast.walk(module.syntax) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    yield from (n.value for n in strings if id(n) not in docstrings)


def sentences_beside_translate(module: Module) -> Iterator[str]:
    """English strings of a module that translates: its tables of labels. The command line's help is in both languages."""
    if module.package != "cli" and re.search(
        r"^from tongket\.problems import .*\btranslate\b", module.text, re.MULTILINE
    ):
        yield from (c for c in constants(module) if re.search(r"[A-Za-z]+ [a-z]", c) and c.isascii() and "<" not in c)


def sentences_of_templates() -> Iterator[str]:
    for file in sorted(SOURCE.rglob("*.html")):
        yield from (double or single for double, single in IN_TEMPLATE.findall(file.read_text(encoding="utf-8")))


@cache
def msgids() -> frozenset[str]:
    """Every sentence that the product is known to say."""
    packages()
    finders = (translated_literals, sentences_of_tables, sentences_beside_translate)
    said = {sentence for m in modules() for find in finders for sentence in find(m)}
    return frozenset({*said, *MESSAGES.values(), *sentences_of_templates()} - {""})


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_sentence_has_a_translation() -> None:
    assert sorted(s for s in msgids() if not translations().get(s)) == []


def test_no_translation_without_a_sentence() -> None:
    written = {c for m in modules() for c in constants(m)}
    assert sorted(set(translations()) - msgids() - written) == []


def test_translations_have_the_same_fields() -> None:
    assert [i for i, s in translations().items() if fields(i) != fields(s)] == []


def test_no_sentence_stands_twice() -> None:
    stated = re.findall(r'^msgid ((?:".*"\n)+)', VIETNAMESE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted({s for s in stated if stated.count(s) > 1}) == []


@pytest.mark.parametrize("word", ["phát hiện", "trả lại", "chưa có minh chứng", "sao chép"])
def test_words_that_are_not_said_to_people(word: str) -> None:
    assert [s for s in translations().values() if word in s.casefold()] == []


def test_vietnamese_is_composed_and_its_tone_marks_stand_in_the_new_way() -> None:
    assert [s for s in translations().values() if not unicodedata.is_normalized("NFC", s)] == []
    assert [s for s in translations().values() if tone_normal(s) != s] == []


def test_the_compiled_catalogue_is_in_step() -> None:
    run = [sys.executable, str(ROOT / "setup" / "messages.py"), "--check"]
    assert subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False).stdout == ""
