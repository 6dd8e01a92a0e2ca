"""Where results may go, and what is printed when it cannot go there."""

import errno
import json
import os
import sys
from pathlib import Path

import openpyxl
import pytest
from tests.spec.test_decisions import answer

from cli.conftest import Run, World
from tongket import __version__
from tongket.reading import Refusal
from tongket.reports import DecisionVerb

READ_ONLY = pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="this user may write everywhere"
)


def refused(run: Run, world: World, out: Path, code: int, said: str) -> None:
    before = world.left()
    ran = run(*world.call(out=out))
    assert ran.code == code
    assert said in ran.err
    assert "Đang đọc" not in ran.err
    assert world.left() == before


def test_out_and_inputs_may_not_lie_in_each_other(run: Run, world: World) -> None:
    said = "không được trùng với"
    refused(run, world, world.reports, 2, said)
    refused(run, world, world.reports / "kết quả", 2, said)
    refused(run, world, world.top, 2, said)
    assert [p.name for p in world.reports.iterdir()] == ["xa Con Minh.txt"]


def test_out_may_not_hold_the_tables_of_the_next_run(run: Run, world: World) -> None:
    assert run(*world.call()).code == 0
    table = world.out / "orgunits.csv"
    (world.top / "orgunits.csv").replace(table)
    assert run(*world.call(orgunits=table)).code == 2
    assert table.is_file()


def test_out_that_is_a_file_or_below_one(run: Run, world: World) -> None:
    file = world.top / "thư.txt"
    file.write_text("x", encoding="utf-8")
    refused(run, world, file, 6, "là tệp")
    refused(run, world, file / "a" / "b", 6, "là tệp")


def test_out_that_is_somebody_elses(run: Run, world: World) -> None:
    world.out.mkdir()
    (world.out / "thư.docx").write_text("x", encoding="utf-8")
    refused(run, world, world.out, 6, "đang chứa tệp khác")


def test_what_a_person_put_among_the_results_is_not_lost(run: Run, world: World) -> None:
    assert run(*world.call()).code == 0
    note = world.out / "ghi chú.docx"
    note.write_text("x", encoding="utf-8")
    refused(run, world, world.out, 6, "đang chứa tệp khác")
    assert note.is_file()


def test_out_that_is_where_we_are(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.out.mkdir()
    monkeypatch.chdir(world.out)
    refused(run, world, Path("."), 6, "thư mục đang làm việc")


def test_names_too_long(run: Run, world: World) -> None:
    refused(run, world, world.top / ("x" * 300), 6, "quá dài")
    assert run(*world.call(out=world.top / ("ệ" * 80))).code == 0


@READ_ONLY
def test_out_below_a_folder_that_is_not_ours_to_write(run: Run, world: World) -> None:
    closed = world.top / "closed"
    closed.mkdir(mode=0o500)
    refused(run, world, closed / "out", 6, "không có quyền ghi")


def test_a_full_disk_leaves_nothing(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_text

    def full(self: Path, *args: object, **kwargs: object) -> int:
        if self.suffix == ".html":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, *args, **kwargs)  # type: ignore[arg-type]

    before = world.left()
    monkeypatch.setattr(Path, "write_text", full)
    ran = run(*world.call(out=world.top / "a" / "b"))
    assert (ran.code, "ổ đĩa đã đầy" in ran.err) == (6, True)
    assert world.left() == before


def test_ctrl_c_while_writing_keeps_the_old_results(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(*world.call()).code == 0
    before, old = world.left(), (world.out / "review.json").read_bytes()
    real = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    ran = run(*world.call())
    assert (ran.code, ran.err.endswith("Đã dừng. Không có gì bị thay đổi.\n")) == (130, True)
    assert (world.left(), (world.out / "review.json").read_bytes()) == (before, old)


def test_a_link_to_a_folder_stays_a_link(run: Run, world: World) -> None:
    link = world.top / "link"
    world.out.mkdir()
    try:
        link.symlink_to(world.out, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert run(*world.call(out=link)).code == 0
    assert link.is_symlink()
    assert (world.out / "00-MO-DAU-TIEN.html").is_file()


def test_trace_of_what_is_not_there(run: Run, world: World) -> None:
    code = "06/2021/A01@as_reported"
    assert run("trace", world.out, code).code == 3
    assert run("trace", world.reports, code).code == 3
    assert run(*world.call()).code == 0
    assert run("trace", world.out, "06/2021/Z99@as_reported").code == 2
    assert run("trace", world.out, "linh tinh").code == 2
    (world.out / "review.json").write_text("[]", encoding="utf-8")
    assert run("trace", world.out, code).code == 3


def test_a_fault_of_the_program_is_a_sentence_without_the_words_of_a_report(
    run: Run, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> Refusal:
        raise ValueError("nội dung của báo cáo")

    monkeypatch.setattr("tongket.cli.documents.open_document", broken)
    ran = run("read", world.reports / "xa Con Minh.txt")
    assert ran.code == 70
    assert "Chương trình gặp lỗi (ValueError, " in ran.err
    assert "nội dung" not in ran.err


def test_jobs_do_not_change_the_results(run: Run, world: World) -> None:
    written = []
    for jobs in (0, 1, 2):
        assert run(*world.call(jobs=jobs)).code == 0
        written.append((world.out / "review.json").read_bytes())
    assert written[0] == written[1] == written[2]


def test_read_prints_json_html_and_text(run: Run, world: World) -> None:
    file = world.reports / "xa Con Minh.txt"
    assert json.loads(run("read", file, "--json").out)["header"]["number"] == "79/BC-UBND"
    assert run("read", file, "--html").out.lstrip().lower().startswith("<!doctype html>")
    assert "79/BC-UBND" in run("read", file).out
    assert "Letterhead" in run("read", file, "--lang", "en").out


def test_the_version(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"tongket {__version__}\n", "")


def test_answers_in_the_folder_are_not_lost_when_a_run_replaces_it(run: Run, world: World) -> None:
    """The clerk answers in the workbook where it lies, and runs the same again: without naming it, and then as one should."""
    assert run(*world.call()).code == 0
    book = world.out / "can-xem-lai.xlsx"
    answer(book, "missing_report", "066", DecisionVerb.RECEIVED_ELSEWHERE, reason="Đã nhận bản giấy")
    typed = book.read_bytes()
    refused = run(*world.call())
    assert refused.code == 6
    assert "can-xem-lai.xlsx" in refused.err
    assert "--decisions" in refused.err
    assert book.read_bytes() == typed
    assert run(*world.call(decisions=book)).code == 0
    cells = [c for sheet in openpyxl.load_workbook(book) for line in sheet.iter_rows(values_only=True) for c in line]
    assert "Đã nhận bản giấy" in cells
    later = run(*world.call())
    assert later.code == 6
    assert "--decisions" in later.err
    assert run(*world.call(out=world.top / "khác")).code == 0


def test_a_workbook_of_the_folder_that_somebody_filled_in_stops_the_run(run: Run, world: World) -> None:
    assert run(*world.call()).code == 0
    book = openpyxl.load_workbook(world.out / "ban-chinh-thuc.xlsx")
    book.worksheets[0]["A1"] = "ghi chú của tôi"
    book.save(world.out / "ban-chinh-thuc.xlsx")
    told = run(*world.call())
    assert told.code == 6
    assert "ban-chinh-thuc.xlsx" in told.err
