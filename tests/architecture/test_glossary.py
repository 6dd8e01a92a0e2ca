"""One word, one meaning: the public names are those of GLOSSARY.md."""

from dataclasses import fields, is_dataclass

from architecture.tree import CLASS, glossary, packages, public_types


def public_names() -> list[str]:
    """The public classes and named types, a name once for each thing that bears it."""
    return sorted(name for name, _ in public_types())


def defined() -> set[str]:
    """The class names that GLOSSARY.md defines."""
    return {name for term in glossary() for name in term.names if CLASS.fullmatch(name)}


def test_every_public_class_is_in_the_glossary() -> None:
    assert sorted(set(public_names()) - defined()) == []


def test_every_class_of_the_glossary_exists() -> None:
    assert sorted(defined() - set(public_names())) == []


def test_one_name_is_one_thing() -> None:
    assert [name for name in public_names() if public_names().count(name) > 1] == []


def test_every_name_in_all_exists() -> None:
    listed = [(p.__name__, name) for p in packages() for name in getattr(p, "__all__", ()) if not hasattr(p, name)]
    assert listed == []


def test_no_public_class_or_field_bears_a_banned_name() -> None:
    banned = {name.casefold() for term in glossary() for name in term.banned}
    assert [name for name in public_names() if name.casefold() in banned] == []
    named = [(name, f.name) for name, c in public_types() if isinstance(c, type) and is_dataclass(c) for f in fields(c)]
    assert sorted(f"{name}.{field}" for name, field in named if field in ("unit", "department", "entity")) == []
