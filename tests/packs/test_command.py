"""``tongket pack check``."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from packs.conftest import HERE
from tongket.cli import main

Said = tuple[int, str]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """``say(*arguments)``: exit code and standard output of the command line."""

    def run(*arguments: object) -> Said:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        return int(stop.value.code or 0), capsys.readouterr().out

    return run


def test_a_good_pack_is_summed_up_in_one_line(say: Callable[..., Said], minimal: Path) -> None:
    code, text = say("pack", "check", minimal)
    assert code == 0
    assert text.splitlines() == [
        "2 chỉ tiêu, 1 nhóm, 3 mục số liệu, 1 biểu mẫu, 4 văn bản, 2 phần đề cương; không có lỗi.",
        "1 dữ kiện chưa được xác nhận: chỉ dùng để tính, không in ra.",
    ]


def test_mistakes_stand_under_their_file(say: Callable[..., Said], broken: Callable[[str], Path]) -> None:
    code, text = say("pack", "check", broken("unknown-element"))
    assert code == 4
    lines = text.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "elements.yaml",
        "forms/commune.yaml",
        "indicators/reading.yaml",
        "2 lỗi, 1 lưu ý.",
    ]
    assert lines[1].startswith("  Lưu ý: dòng 9, communes_total: ")
    assert lines[3].startswith("  dòng 8, items[1].element: Không có mục số liệu “book”")


def test_a_false_sentence_is_a_mistake(say: Callable[..., Said], broken: Callable[[str], Path]) -> None:
    code, text = say("pack", "check", broken("sentence-failed"), "--lang", "en")
    assert code == 4
    assert text.splitlines()[-1] == "3 errors, 0 warnings."


def test_the_same_for_machines(say: Callable[..., Said], broken: Callable[[str], Path]) -> None:
    code, text = say("pack", "check", broken("id"), "--json", "--lang", "en")
    told = json.loads(text)
    assert code == 4
    assert told["id"] is None
    assert told["problems"] == [
        {
            "code": "pack.id",
            "severity": "error",
            "file": "pack.yaml",
            "line": 1,
            "key": "id",
            "message": "pack.yaml, line 1, id: The pack calls itself “maximal” but its folder is “minimal”; "
            "give both one name.",
        }
    ]


def test_a_folder_that_is_not_there(say: Callable[..., Said]) -> None:
    code, text = say("pack", "check", HERE / "nowhere", "--lang", "en")
    assert code == 4
    assert "There is no such pack" in text


@pytest.mark.parametrize("name", ["nd21"])
def test_packs_that_come_with_the_program_are_good(say: Callable[..., Said], name: str) -> None:
    assert say("pack", "check", name)[0] == 0
