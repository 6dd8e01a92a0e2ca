"""The documents of the house: links lead somewhere, commands exist, publiccode.yml says what the standard asks."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import tongket
from architecture.tree import ROOT, tracked

DOCUMENTS = [f for f in tracked() if f.endswith(".md")]
MANDATORY = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"}
"""Keys that publiccode.yml 0.4 asks for, beside legal, maintenance and localisation."""


def links(document: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return [link for link in found if not re.match(r"\w+:", link)]


def headings(document: Path) -> set[str]:
    """The anchors that the headings of ``document`` make."""
    heads = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    for link in links(document):
        path, _, anchor = link.partition("#")
        target = ((ROOT / document).parent / path).resolve() if path else ROOT / document
        assert target.exists(), link
        assert not anchor or anchor in headings(target), link


@pytest.mark.parametrize("document", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_make_targets_that_are_named_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", (ROOT / document).read_text(encoding="utf-8"))) <= targets


def test_publiccode_says_what_the_standard_asks() -> None:
    stated: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert set(stated) >= MANDATORY | {"legal", "maintenance", "localisation"}
    assert stated["legal"]["license"] == "Apache-2.0"
    assert set(stated["description"]) == {"vi", "en"} == set(stated["localisation"]["availableLanguages"])
    for description in stated["description"].values():
        assert len(description["shortDescription"]) <= 150 <= len(description["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in description["features"])


def test_the_version_is_the_same_everywhere() -> None:
    written = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert written is not None
    stated = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))["softwareVersion"]
    assert written[1] == str(stated) == tongket.__version__
