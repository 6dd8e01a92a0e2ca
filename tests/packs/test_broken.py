"""Every mistake that a pack can hold is told with its file, its line and its key, and no other is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from packs.conftest import HERE, TODAY
from tongket import packs
from tongket.problems import MalformedError, Problem, Severity, message
from tongket.problems.catalogue import MESSAGES

Place = tuple[str, str, int | None, str]

EXPECTED: dict[str, list[Place]] = {
    "alias": [
        ("pack.alias", "indicators/reading.yaml", 12, "R1.levels"),
        ("pack.alias", "indicators/reading.yaml", 27, "R2.levels"),
    ],
    "average-of-percentages": [
        ("pack.aggregation", "indicators/reading.yaml", 9, "R1.over_units"),
        ("pack.aggregation", "indicators/reading.yaml", 25, "R2.over_time"),
    ],
    "count-with-denominator": [("pack.figure_not_allowed", "indicators/reading.yaml", 24, "R2.denominator")],
    "count-without-element": [("pack.figure_missing", "indicators/reading.yaml", 18, "R2")],
    "coverage-not-distinct": [
        ("pack.aggregation", "indicators/reading.yaml", 9, "R1.over_units"),
        ("pack.aggregation", "indicators/reading.yaml", 10, "R1.over_time"),
    ],
    "duplicate-code": [
        ("pack.duplicate_code", "indicators/reading.yaml", 1, "R1"),
        ("pack.duplicate_code", "law/family.yaml", 26, "[3].number"),
        ("pack.duplicate_code", "outline.yaml", 9, "results.sections.results"),
    ],
    "duplicate-key": [
        ("pack.duplicate_key", "indicators/reading.yaml", 18, "R1"),
        ("pack.duplicate_key", "pack.yaml", 6, "name"),
    ],
    "empty-file": [("pack.empty_file", "calendar.yaml", None, "")],
    "empty-value": [
        ("pack.empty_value", "elements.yaml", 16, "books.name"),
        ("pack.empty_value", "indicators/reading.yaml", 16, "R1.reference"),
        ("pack.empty_value", "indicators/reading.yaml", 23, "R2.element"),
    ],
    "id": [("pack.id", "pack.yaml", 1, "id")],
    "interval": [("pack.interval", "calendar.yaml", 17, "due_dates[0].in_force.to")],
    "merge": [("pack.alias", "elements.yaml", 16, "books.<<")],
    "missing-key": [("pack.missing_key", "pack.yaml", 1, "version")],
    "neither-true-nor-false": [("pack.neither_true_nor_false", "forms/commune.yaml", 7, "items[0].required")],
    "no-denominator-is": [("pack.figure_missing", "indicators/reading.yaml", 1, "R1")],
    "no-head": [("pack.no_head", "indicators/reading.yaml", 29, "R2.wording")],
    "no-reference": [("pack.missing_key", "indicators/reading.yaml", 1, "R1.reference")],
    "no-such-part": [("pack.no_such_part", "tests/law.yaml", 9, "[4].gives[1].part")],
    "no-verified-on": [("pack.missing_key", "elements.yaml", 1, "communes_with_library.verified_on")],
    "not-a-day": [
        ("pack.not_a_day", "law/family.yaml", 21, "[2].issued_on"),
        ("pack.not_a_day", "pack.yaml", 9, "verified_on"),
    ],
    "not-a-number": [("pack.not_a_number", "tests/law.yaml", 8, "[4].gives[0].value")],
    "not-a-whole-number": [("pack.not_a_whole_number", "tests/law.yaml", 4, "[3].is")],
    "not-one-of": [
        ("pack.not_one_of", "calendar.yaml", 7, "profiles.fifteenth.windows.week"),
        ("pack.not_one_of", "indicators/reading.yaml", 21, "R2.kind"),
        ("pack.not_one_of", "indicators/reading.yaml", 27, "R2.levels[1]"),
    ],
    "not-utf8": [("pack.not_utf8", "elements.yaml", 16, "")],
    "not-yaml": [
        ("pack.not_yaml", "checks/late.py", None, ""),
        ("pack.not_yaml", "law/more.yml", None, ""),
        ("pack.not_yaml", "letter.j2", None, ""),
    ],
    "odd-code": [
        ("pack.odd_code", "forms/commune.yaml", 1, "code"),
        ("pack.odd_code", "indicators/reading.yaml", 18, "Sách"),
    ],
    "odd-key": [("pack.odd_key", "calendar.yaml", 1, "")],
    "out-of-range": [("pack.out_of_range", "calendar.yaml", 16, "due_dates[0].due.day")],
    "own-relation": [("pack.own_relation", "law/family.yaml", 23, "[2].amends[0]")],
    "ratio-without-denominator": [
        ("pack.unused_element", "elements.yaml", 9, "communes_total"),
        ("pack.figure_missing", "indicators/reading.yaml", 1, "R1"),
    ],
    "replaced-in-force": [("pack.replaced_in_force", "law/family.yaml", 14, "[1].replaces[0]")],
    "rules": [
        ("pack.unknown_element", "checks.yaml", 5, "rules.holdings.left.sum[1]"),
        ("pack.unknown_element", "checks.yaml", 7, "rules.holdings.right.ratio.denominator"),
        ("pack.unknown_element", "checks.yaml", 13, "rules.libraries.left"),
        ("pack.too_short", "checks.yaml", 15, "rules.libraries.right.sum"),
    ],
    "same-figure": [("pack.same_figure", "indicators/reading.yaml", 7, "R1.denominator")],
    "same-wording": [("pack.same_wording", "indicators/reading.yaml", 29, "R2.wording.heads[1]")],
    "register-wrong": [
        ("pack.register_choices", "registers/openings.yaml", 16, "fields.kind.kind"),
        ("pack.register_computed", "registers/openings.yaml", 17, "fields.late.kind"),
        ("pack.register_forbidden", "registers/openings.yaml", 18, "fields.spot.name"),
        ("pack.register_field", "registers/openings.yaml", 20, "figures.books.sum.field"),
        ("pack.register_formula", "registers/openings.yaml", 21, "figures.communes_with_library"),
    ],
    "second-document": [("pack.second_document", "pack.yaml", 6, "")],
    "sentence-failed": [
        ("pack.sentence_failed", "tests/law.yaml", 1, "[0]"),
        ("pack.sentence_failed", "tests/law.yaml", 2, "[1]"),
        ("pack.sentence_failed", "tests/law.yaml", 4, "[3]"),
    ],
    "sentence-shape": [("pack.sentence_shape", "tests/law.yaml", 4, "[3]")],
    "summed-rate": [("pack.aggregation", "indicators/reading.yaml", 24, "R2.over_units")],
    "syntax": [("pack.syntax", "pack.yaml", 3, "")],
    "tab": [("pack.tab", "elements.yaml", 16, "")],
    "tag": [("pack.tag", "indicators/reading.yaml", 15, "R1.publishable")],
    "thresholds": [
        ("pack.threshold_range", "checks.yaml", 2, "thresholds[0].value"),
        ("pack.unknown_threshold", "checks.yaml", 3, "thresholds[1].parameter"),
        ("pack.threshold_unit", "checks.yaml", 4, "thresholds[2].unit_of_measure"),
        ("pack.duplicate_code", "checks.yaml", 5, "thresholds[3]"),
    ],
    "too-deep": [("pack.too_deep", "calendar.yaml", 1, "")],
    "too-short": [
        ("pack.too_short", "forms/commune.yaml", 6, "items"),
        ("pack.too_short", "indicators/reading.yaml", 27, "R2.levels"),
    ],
    "unknown-element": [
        ("pack.unused_element", "elements.yaml", 9, "communes_total"),
        ("pack.unknown_element", "forms/commune.yaml", 8, "items[1].element"),
        ("pack.unknown_element", "indicators/reading.yaml", 7, "R1.denominator"),
    ],
    "unknown-file": [("pack.unknown_file", "law.yaml", None, "")],
    "unknown-indicator": [("pack.unknown_indicator", "tests/law.yaml", 8, "[4].gives[0].indicator")],
    "unknown-instrument": [
        ("pack.unknown_instrument", "law/family.yaml", 23, "[2].amends[1]"),
        ("pack.unknown_instrument", "pack.yaml", 6, "instrument"),
    ],
    "unknown-key": [("pack.unknown_key", "indicators/reading.yaml", 16, "R1.formula")],
    "unknown-phrase": [
        ("pack.unknown_phrase", "phrases.yaml", 1, "closing"),
        ("pack.unknown_phrase", "phrases.yaml", 3, "R9"),
    ],
    "unknown-slot": [
        ("pack.unknown_slot", "phrases.yaml", 2, "opening[0].text"),
        ("pack.unknown_slot", "phrases.yaml", 3, "R1[0].text"),
    ],
    "unknown-pillar": [
        ("pack.unknown_pillar", "indicators/reading.yaml", 1, ""),
        ("pack.unknown_pillar", "outline.yaml", 12, "results.sections.reading.pillars[0]"),
    ],
    "unknown-profile": [("pack.unknown_profile", "calendar.yaml", 15, "due_dates[0].profile")],
    "unused-element": [("pack.unused_element", "elements.yaml", 9, "communes_total")],
    "verified-in-future": [("pack.verified_in_future", "elements.yaml", 8, "communes_with_library.verified_on")],
    "want-list": [("pack.want_list", "indicators/reading.yaml", 27, "R2.levels")],
    "want-mapping": [("pack.want_mapping", "indicators/reading.yaml", 29, "R2.wording")],
    "want-text": [("pack.want_text", "pack.yaml", 3, "name")],
    "window": [("pack.window", "calendar.yaml", 7, "profiles.fifteenth.windows.month.last_day")],
}
WARNINGS = {"pack.same_wording", "pack.unused_element"}
ELSEWHERE = {
    "pack.no_folder",
    "pack.missing_file",
    "pack.too_large",
    "pack.link",
    "pack.cannot_read",
    "pack.bad_value",
}
"""What no folder of files can show: test_folder.py makes the first four; the last two are for what nobody foresaw."""


def problems_of(root: Path) -> tuple[Problem, ...]:
    found = packs.check_pack(root, on=TODAY)
    if any(problem.severity is Severity.ERROR for problem in found):
        return found
    return (*found, *packs.run_sentences(packs.load_pack(root, on=TODAY)))


def place(problem: Problem) -> Place:
    return problem.code, problem.where.file, problem.where.line, problem.where.key


def test_every_folder_of_mistakes_is_expected() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in (HERE / "broken").iterdir())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_mistakes_are_told_with_their_place(name: str, broken: Callable[[str], Path]) -> None:
    found = problems_of(broken(name))
    assert [place(problem) for problem in found] == EXPECTED[name]
    assert [p.code for p in found if p.severity is not Severity.ERROR] == [p.code for p in found if p.code in WARNINGS]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_mistakes_are_sentences(name: str, broken: Callable[[str], Path]) -> None:
    for problem in problems_of(broken(name)):
        assert message(problem, "en").startswith(problem.where.file)
        assert "{" not in message(problem, "vi").replace("{{", "")


def test_every_kind_of_mistake_is_shown() -> None:
    shown = {code for places in EXPECTED.values() for code, *_ in places}
    assert {code for code in MESSAGES if code.startswith("pack.")} == shown | ELSEWHERE


def test_all_mistakes_are_told_at_once(minimal: Path, tmp_path: Path, broken: Callable[[str], Path]) -> None:
    """A pack with faults in five files, of syntax, schema and reference."""
    root = broken("unknown-pillar")
    for name in ("tab", "not-a-day", "unknown-profile"):
        for file in (HERE / "broken" / name).rglob("*.yaml"):
            (root / file.relative_to(HERE / "broken" / name)).write_bytes(file.read_bytes())
    with pytest.raises(MalformedError) as error:
        packs.load_pack(root, on=TODAY)
    found = {problem.code for problem in error.value.problems}
    assert {"pack.tab", "pack.not_a_day", "pack.unknown_profile", "pack.unknown_pillar"} <= found
