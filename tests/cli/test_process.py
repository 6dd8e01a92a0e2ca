"""The command as a process: signals, pipes, consoles of other code pages."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import REPORT, World

TONGKET = [sys.executable, "-m", "tongket"]
POSIX_HERE = sys.platform != "win32"
POSIX = pytest.mark.skipif(not POSIX_HERE, reason="signals of another kind")


def answering_interrupts() -> None:
    """A shell that runs the tests in the background has told them to ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(arguments: list[object], **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*TONGKET, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, **environment}, start_new_session=True, preexec_fn=answering_interrupts if POSIX_HERE else None,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    with process:
        out, err = process.communicate(timeout=60)
    assert "Traceback" not in out + err
    assert "Exception ignored" not in err
    return process.returncode, out, err


def alive(group: int) -> list[str]:
    """The processes of ``group`` that still run."""
    listed = subprocess.run(["ps", "-e", "-o", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [row[2] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


def wait_for(what: Callable[[], object]) -> None:
    """Until it is so, a minute at the most."""
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


@POSIX
@pytest.mark.system("ps")
@pytest.mark.parametrize(("jobs", "sent"), [(1, "SIGINT"), (2, "SIGINT"), (2, "SIGTERM")])
def test_a_stopped_run_leaves_nothing(world: World, jobs: int, sent: str) -> None:
    for i in range(60):
        text = REPORT.replace("79/BC", f"{i}/BC") + "Đã tổ chức 12 hội nghị, 03 lớp tập huấn.\n" * 400
        (world.reports / f"{i}.txt").write_text(text, encoding="utf-8")
    before = world.left()
    process = started(world.call(jobs=jobs))
    assert process.stderr is not None
    wait_for(lambda: len(alive(process.pid)) >= jobs + 2)  # the command, its readers, and what cleans up after them
    time.sleep(0.5)
    if sent == "SIGINT":
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.terminate()
    code, _, err = ended(process)
    assert (code, err.splitlines()[-1:]) == (130, ["Đã dừng. Không có gì bị thay đổi."])
    assert world.left() == before
    wait_for(lambda: not alive(process.pid))


@POSIX
@pytest.mark.parametrize("form", ["--json", "--html", "--lang=en"])
def test_a_reader_that_had_enough(world: World, form: str) -> None:
    process = started(["read", world.reports / "xa Con Minh.txt", form])
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), err) == (6, "")


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_output_to_a_full_disk(world: World) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run(
            [*TONGKET, "read", str(world.reports / "xa Con Minh.txt"), "--json"],
            stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    assert run.returncode == 6
    assert run.stderr.startswith("Không ghi được kết quả in ra")
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize("encoding", ["cp1258", "ascii"])
def test_consoles_of_another_code_page(world: World, encoding: str) -> None:
    code, _, err = ended(started(["read", world.top / "không có.docx"], PYTHONIOENCODING=encoding))
    assert code == 2
    assert err.endswith("không có.docx: không có tệp hoặc thư mục này; hãy kiểm tra lại đường dẫn.\n")
