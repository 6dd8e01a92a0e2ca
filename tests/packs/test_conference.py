"""The conference as people give it: its schema, its companions, and every mistake told at once."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from packs.test_schema import read
from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import ConferenceFiles, Pack, conference_json_schema, load_conference, load_pack
from tongket.problems import MalformedError


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("nd21")


@pytest.fixture(scope="module")
def hierarchy(bac_kan: Path) -> Hierarchy:
    return load_hierarchy(bac_kan / "orgunits.csv", bac_kan / "changes.csv")


@pytest.fixture
def folder(bac_kan: Path, tmp_path: Path) -> Path:
    for name in ("conference.yaml", "targets.csv", "previous.json"):
        shutil.copyfile(bac_kan / name, tmp_path / name)
    return tmp_path


def loaded(folder: Path, pack: Pack, hierarchy: Hierarchy) -> ConferenceFiles:
    return load_conference(folder / "conference.yaml", framework=pack.framework, hierarchy=hierarchy)


def told(folder: Path, pack: Pack, hierarchy: Hierarchy) -> list[tuple[str, str | None]]:
    with pytest.raises(MalformedError) as caught:
        loaded(folder, pack, hierarchy)
    return [(problem.code, problem.where.key) for problem in caught.value.problems]


def change(folder: Path, *pairs: tuple[str, str], file: str = "conference.yaml") -> None:
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (folder / file).write_text(text, encoding="utf-8")


def test_the_published_schema_is_that_of_the_loader(root: Path, request: pytest.FixtureRequest) -> None:
    file = root / "docs" / "reference" / "schema" / "conference.json"
    text = json.dumps(conference_json_schema(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--regenerate"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text, "if the change is meant: pytest tests/packs --regenerate"


def test_the_example_keeps_to_the_published_schema(bac_kan: Path) -> None:
    jsonschema.validate(read(bac_kan / "conference.yaml"), conference_json_schema())


def test_the_example_has_targets_and_the_last_review(folder: Path, pack: Pack, hierarchy: Hierarchy) -> None:
    files = loaded(folder, pack, hierarchy)
    assert len(files.targets) >= 5
    assert files.previous is not None
    assert (len(files.previous.limitations), len(files.previous.tasks)) == (5, 5)


def test_companions_may_be_left_out(folder: Path, pack: Pack, hierarchy: Hierarchy) -> None:
    change(folder, ("targets: targets.csv\n", ""), ("previous: previous.json\n", ""))
    files = loaded(folder, pack, hierarchy)
    assert (files.targets, files.previous) == ((), None)


def test_all_mistakes_in_all_three_files_are_told_at_once(folder: Path, pack: Pack, hierarchy: Hierarchy) -> None:
    change(
        folder,
        ("chair: khai", "chair: ai"),
        ("delegates: [hung, khai", "delegates: [hung, hung, khai"),
        ("  programme:\n    issuer: steering", "  programme:\n    issuer: nobody"),
        ("org_unit: BK-BCHQS, title", "org_unit: BK-KHONG-CO, title"),
        ("from: 2018-04-01, to: 2022-04-01", "from: 2018-04-01, to: 2018-04-01"),
        ("deadline: 2024-09-30", "deadline: 2024-07-25"),
        ("    no_task: Đã có trong chương trình công tác năm của các cơ quan, không giao nhiệm vụ mới.\n", ""),
    )
    change(folder, ("06;E02;2019/2023;100", "06;ZZ9;2019/2023;100"), file="targets.csv")
    change(folder, ('"state": "done"', '"state": "xong"'), file="previous.json")
    assert sorted(told(folder, pack, hierarchy), key=lambda one: (one[0], one[1] or "")) == [
        ("conference.clause", "conclusions[6]"),
        ("conference.deadline", "conclusions[0].task.deadline"),
        ("conference.delegate_twice", "delegates"),
        ("conference.issuer", "issued.programme.issuer"),
        ("conference.org_unit", "contributions[0].org_unit"),
        ("conference.person", "chair"),
        ("pack.interval", "people.tho.posts[0]"),
        ("previous.state", "tasks[0].state"),
        ("targets.indicator", "indicator"),
    ]


def test_a_wrong_key_does_not_hide_mistakes_in_the_companions(folder: Path, pack: Pack, hierarchy: Hierarchy) -> None:
    change(folder, ("venue: ", "place_of_meeting: "))
    change(folder, ("06;E02;2019/2023;100", "06;E02;2019/2023;nhiều"), file="targets.csv")
    codes = [code for code, _ in told(folder, pack, hierarchy)]
    assert sorted(codes) == ["pack.missing_key", "pack.unknown_key", "targets.value"]


@pytest.mark.parametrize("name", ["targets.csv", "previous.json"])
def test_a_companion_that_is_not_there_is_told(folder: Path, pack: Pack, hierarchy: Hierarchy, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(MalformedError) as caught:
        loaded(folder, pack, hierarchy)
    assert [name in str(problem.where.file) for problem in caught.value.problems] == [True]


def test_a_report_that_nobody_issues_is_told(folder: Path, pack: Pack, hierarchy: Hierarchy) -> None:
    file = folder / "conference.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("  report:\n")
    file.write_text(text[:start] + text[text.index("  notice:\n", start) :], encoding="utf-8")
    assert told(folder, pack, hierarchy) == [("conference.report_issuer", "issued")]
