"""The pack of Decree 21/2019 against the catalogue it was made from."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tongket.packs import load_pack, run_sentences

PACK = Path(__file__).parents[2] / "src" / "tongket" / "packs" / "builtin" / "nd21"
CATALOGUE = Path(__file__).with_name("indicators.csv")
SHARED = {
    "defence_spending": {"K01", "K02", "K03"},
    "works_capital_disbursed": {"H02", "H03"},
    "criminal_offences": {"F02", "F03"},
    "situations_handled": {"J01", "J02"},
}


@cache
def content(name: str) -> Any:
    return yaml.load((PACK / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # text as written


@cache
def indicators() -> dict[str, dict[str, Any]]:
    return {
        code: {**entry, "pillar": file.stem}
        for file in (PACK / "indicators").glob("*.yaml")
        for code, entry in content(f"indicators/{file.name}").items()
    }


def catalogue() -> list[dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def elements_of(entry: Mapping[str, Any]) -> list[str]:
    return [entry[part] for part in ("element", "numerator", "denominator") if part in entry]


def test_safe_yaml_reads_every_file() -> None:
    for file in PACK.rglob("*.yaml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8")), file


def test_the_codes_are_those_of_the_catalogue_in_its_order() -> None:
    codes = [row["code"] for row in catalogue()]
    assert len(codes) == 61
    assert list(load_pack("nd21").framework.indicators) == codes


@pytest.mark.parametrize("row", catalogue(), ids=lambda row: row["code"])
def test_every_attribute_is_as_in_the_catalogue(row: dict[str, str]) -> None:
    entry = indicators()[row["code"]]
    for key in ("pillar", "kind", "unit_of_measure", "over_units", "over_time", "direction"):
        assert entry[key] == row[key], key
    assert entry["name"] == row["name_vi"]
    assert entry.get("denominator_is", "") == row["denominator_is"]
    assert bool(entry.get("denominator")) == bool(row["denominator_vi"])
    assert entry["levels"] == row["levels"].replace("department", "agency").split(",")
    assert entry["frequency"] == row["frequency"].split(",")


def facts(node: object, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping that names something: an instrument, pillar, element, indicator, form, profile, section."""
    if isinstance(node, dict):
        if {"name", "number", "addressee", "provision", "role"} & set(node):
            yield path, node
        for key, value in node.items():
            yield from facts(value, f"{path}/{key}")
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from facts(value, f"{path}/{position}")


def test_every_leaf_says_where_it_stands_and_when_somebody_looked() -> None:
    for file in PACK.rglob("*.yaml"):
        if file.parent.name == "tests" or file.name == "phrases.yaml":
            continue
        whole = content(file.relative_to(PACK).as_posix())
        found = [("", whole)] if file.parent.name == "registers" else list(facts(whole))
        assert found, file
        for path, fact in found:
            assert fact.get("reference"), f"{file.name}{path}"
            assert fact.get("verified_on") == "2026-11-20", f"{file.name}{path}"


def test_figures_that_are_one_number_share_one_element() -> None:
    users = defaultdict(set)
    for code, entry in indicators().items():
        for element in elements_of(entry):
            users[element].add(code)
    assert {element: users[element] for element in SHARED} == SHARED
    assert users["communes_total"] == {"B04", "C02", "D01", "E07", "I02"}
    assert set(users) == set(content("elements.yaml"))


def test_a_head_of_two_indicators_comes_with_qualifiers_that_tell_them_apart() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    found = indicators()
    for code, entry in found.items():
        for head in entry["wording"]["heads"]:
            owners[head.casefold()].append(code)
    for head, codes in owners.items():
        for code in codes:
            own = set(found[code]["wording"]["qualifiers"])
            for other in set(codes) - {code}:
                assert own - set(found[other]["wording"]["qualifiers"]), f"{head}: {code} and {other}"


def test_every_indicator_has_many_wordings_and_every_element_counts_something() -> None:
    for code, entry in indicators().items():
        assert len(entry["wording"]["heads"]) >= 8, code
    for code, element in content("elements.yaml").items():
        assert element["counted"], code


def test_rates_of_local_defence_are_asked_for_before_they_are_published() -> None:
    asked = {code for code, entry in indicators().items() if entry["publishable"] == "ask"}
    assert asked == {"E02", "E03", "E04", "E06", "E07"}


def test_forms_ask_each_level_for_what_its_indicators_need() -> None:
    for level, form in ((form.level, form) for form in load_pack("nd21").framework.forms.values()):
        needed = {e for entry in indicators().values() if level in entry["levels"] for e in elements_of(entry)}
        assert {item.element for item in form.items} == needed, level


def test_its_own_sentences_hold_and_it_raises_no_warning() -> None:
    pack = load_pack("nd21")
    assert not pack.warnings
    assert not run_sentences(pack)
