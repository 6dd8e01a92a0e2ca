"""One word, one meaning: the public names are those of GLOSSARY.md."""

import re
from dataclasses import fields, is_dataclass

from architecture.tree import glossary, packages, public_classes

CLASS = re.compile(r"[A-Z][a-z]\w*")


def defined() -> set[str]:
    """The class names that GLOSSARY.md defines."""
    return {name for term in glossary() for name in term.names if CLASS.fullmatch(name)}


def test_every_public_class_is_in_the_glossary() -> None:
    assert sorted(set(public_classes()) - defined()) == []


def test_every_class_of_the_glossary_exists() -> None:
    assert sorted(defined() - set(public_classes())) == []


def test_every_name_in_all_exists() -> None:
    listed = [(p.__name__, name) for p in packages() for name in getattr(p, "__all__", ()) if not hasattr(p, name)]
    assert listed == []


def test_no_public_class_or_field_bears_a_banned_name() -> None:
    banned = {name.casefold() for term in glossary() for name in term.banned}
    assert sorted(name for name in public_classes() if name.casefold() in banned) == []
    named = [(name, f.name) for name, c in public_classes().items() if is_dataclass(c) for f in fields(c)]
    assert sorted(f"{name}.{field}" for name, field in named if field in ("unit", "department", "entity")) == []
