"""Wrong calls: one sentence in the language asked for, exit code 2."""

import pytest

from cli.conftest import Run, World


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["review"], "Thiếu “REPORTS”; xem “tongket review --help”."),
        (["review", "x"], "Thiếu “--orgunits”"),
        (["review", "x", "--out"], "Sau “--out” còn thiếu giá trị"),
        (["review", "x", "--strict=3"], "“--strict” không nhận giá trị"),
        (["review", "x", "--jobs", "nhiều"], "Giá trị của “--jobs” không hợp lệ"),
        (["review", "x", "--jobs", "-1"], "Giá trị của “--jobs” không hợp lệ"),
        (["review", "x", "--lang", "fr"], "(Ngôn ngữ: vi hoặc en)"),
        (["trace", "a", "b", "c"], "Thừa “c”"),
        (["tổng-kết"], "Không có lệnh “tổng-kết”"),
        (["pack", "nosuch"], "Không có lệnh “nosuch”; xem các lệnh bằng “tongket pack --help”."),
        (["--nosuch"], "Không có tùy chọn “--nosuch”"),
        (["read", "[bold]không có[/bold].docx"], "[bold]không có[/bold].docx: không có tệp"),
        (["review", "x", "--nosuch", "--lang", "en"], "There is no option “--nosuch”"),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("option", ["--settings"])
def test_what_is_not_built_is_an_unknown_option(run: Run, world: World, option: str) -> None:
    ran = run(*world.call(), option)
    assert (ran.code, ran.err) == (
        2,
        f"Không có tùy chọn “{option}”; xem các tùy chọn bằng lệnh “tongket review --help”.\n",
    )
    english = run(*world.call(), option, "--lang", "en")
    assert english.err == f"There is no option “{option}”; “tongket review --help” lists those there are.\n"
    assert not world.out.exists()


@pytest.mark.parametrize("period", ["", "20x9", "2023/2019", "2021-13", "0000", "[red]"])
def test_a_period_that_is_none(run: Run, world: World, period: str) -> None:
    ran = run(*world.call(period=period))
    assert ran.code == 2
    assert f"“{period}” không phải là kỳ báo cáo" in ran.err
    assert not world.out.exists()


def test_help_is_no_fault(run: Run) -> None:
    assert run("--help").code == 0
    assert run("review", "--help").code == 0
    bare = run()
    assert bare.code == 2
    assert "review" in bare.out + bare.err
    assert "chưa đúng" not in bare.err


def test_all_inputs_that_are_not_there_are_told_at_once(run: Run, world: World) -> None:
    ran = run(*world.call(reports="nothere", orgunits="nope.csv", duties=world.reports))
    assert ran.code == 2
    assert ran.err.count("\n") == 3
    assert "đây là thư mục" in ran.err
