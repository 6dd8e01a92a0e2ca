"""The published schemas are those of the loader, and say the same as it does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tongket import packs
from tongket.packs import FileKind, json_schema

KINDS = {
    "pack.yaml": FileKind.PACK,
    "law": FileKind.LAW,
    "roles.yaml": FileKind.ROLES,
    "pillars.yaml": FileKind.PILLARS,
    "elements.yaml": FileKind.ELEMENTS,
    "indicators": FileKind.INDICATORS,
    "forms": FileKind.FORM,
    "registers": FileKind.REGISTER,
    "calendar.yaml": FileKind.CALENDAR,
    "outline.yaml": FileKind.OUTLINE,
    "phrases.yaml": FileKind.PHRASES,
    "checks.yaml": FileKind.CHECKS,
    "criteria": FileKind.CRITERIA,
    "tests": FileKind.TESTS,
}
NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


class Yaml12(yaml.CSafeLoader):
    """As editors read YAML today: true and false, numbers, and else text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in found if tag in NUMBERS]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(file: Path) -> Any:
    return truths(yaml.load(file.read_text(encoding="utf-8"), Loader=Yaml12))


def truths(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: truths(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [truths(inner) for inner in value]
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


@pytest.mark.parametrize("kind", FileKind)
def test_published_schemas_are_current(kind: FileKind, root: Path, request: pytest.FixtureRequest) -> None:
    file = root / "docs" / "reference" / "schema" / f"{kind}.json"
    text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--regenerate"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text, "if the change is meant: pytest tests/packs --regenerate"


@pytest.mark.parametrize("pack", ["minimal", *packs.builtin_packs()])
def test_good_packs_keep_to_the_published_schemas(pack: str, minimal: Path) -> None:
    root = minimal if pack == "minimal" else packs.find_pack(pack)
    for file in sorted(root.rglob("*.yaml")):
        kind = KINDS[file.relative_to(root).parts[0]]
        jsonschema.validate(read(file), json_schema(kind))


@pytest.mark.parametrize("name", ["unknown-key", "no-reference", "not-one-of", "want-list", "too-short"])
def test_an_editor_sees_what_the_loader_sees(name: str, broken: Callable[[str], Path]) -> None:
    file = broken(name) / "indicators" / "reading.yaml"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read(file), json_schema(FileKind.INDICATORS))
