"""``tongket check``: sums and shares of any document, with no pack and no table of units."""

import json
from pathlib import Path

from cli.conftest import Run

TASKS = "BÁO CÁO\nĐang thực hiện 2.414 nhiệm vụ, trong đó 2.065 nhiệm vụ trong hạn, 348 nhiệm vụ quá hạn.\n"
RIGHT = TASKS.replace("348", "349")


def written(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def test_each_document_says_what_does_not_add_up_and_what_would(run: Run, tmp_path: Path) -> None:
    ran = run("check", *written(tmp_path, sai=TASKS, dung=RIGHT))
    assert ran.code == 0
    assert "2.065 + 348 = 2.413" in ran.out
    assert "đều khớp" in ran.out


def test_json_gives_the_places_of_all_figures_of_the_sum(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--json", *written(tmp_path, sai=TASKS))
    (file,) = json.loads(ran.out)["files"]
    (found,) = file["miscounts"]
    assert (found["kind"], found["stated"], found["right"]) == ("total", 2414.0, 2413.0)
    assert found["place"] == "line[2]:15-20"
    assert len(found["others"]) == 2


def test_strict_says_by_its_exit_code_that_something_was_found(run: Run, tmp_path: Path) -> None:
    wrong, right = written(tmp_path, sai=TASKS, dung=RIGHT)
    assert run("check", "--strict", wrong).code == 1
    assert run("check", "--strict", right).code == 0


def test_what_is_not_read_is_told_and_the_others_are_checked(run: Run, tmp_path: Path) -> None:
    (wrong,) = written(tmp_path, sai=TASKS)
    ran = run("check", wrong, str(tmp_path / "không có.docx"))
    assert ran.code == 0
    assert "2.413" in ran.out
    assert "không có.docx" in ran.err
    assert run("check", str(tmp_path / "không có.docx")).code == 2


def test_a_secrecy_mark_gives_its_exit_code_and_nothing_of_the_content(run: Run, tmp_path: Path) -> None:
    (secret,) = written(tmp_path, mat="TỐI MẬT\n\n" + TASKS)
    ran = run("check", secret)
    assert ran.code == 5
    assert "2.414" not in ran.out + ran.err
