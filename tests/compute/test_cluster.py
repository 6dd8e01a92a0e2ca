"""The same work on a real scheduler and two workers of this machine, one of which is killed in the middle."""

import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from compute.test_map_over import BAD, MANY, squared_or_refused
from reading.scans import scanned
from spec.conftest import EXAMPLE, example_request
from tongket.compute import Allowance, OverTimeError, map_over
from tongket.problems import WrongCallError
from tongket.review import ReviewResult, run

pytest.importorskip("distributed")
DISTRICTS = EXAMPLE / "reports" / "2021" / "huyen"


@dataclass(frozen=True)
class Cluster:
    """A scheduler and its workers, all on 127.0.0.1."""

    address: str
    workers: list[subprocess.Popen[bytes]]
    folder: Path

    def add(self) -> None:
        """Start a worker that works for the scheduler."""
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        self.workers.append(start("dask_worker", self.folder, self.address, *options))


def start(what: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    tests = Path(__file__).parents[1]
    paths = [str(tests), str(tests.parent), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, "-m", f"distributed.cli.{what}", *arguments]
    with (folder / f"{what}.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    scheduler = start("dask_scheduler", folder, *options)
    workers: list[subprocess.Popen[bytes]] = []
    try:
        found = Cluster(address_in(told), workers, folder)
        found.add()
        found.add()
        await_workers(found.address, 2)
        yield found
    finally:
        for process in (*workers, scheduler):
            process.terminate()
            process.wait()


def address_in(told: Path) -> str:
    for _ in range(600):
        if told.exists() and (text := told.read_text(encoding="utf-8")).strip():
            return str(json.loads(text)["address"])
        time.sleep(0.1)
    raise AssertionError("the scheduler did not start")


def await_workers(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)


def too_slow(number: int) -> int:
    time.sleep(60 if number == 1 else 0)
    return number


def test_outcomes_are_those_of_one_machine(cluster: Cluster) -> None:
    told: list[tuple[int, int]] = []
    here = map_over(squared_or_refused, MANY, jobs=1)
    there = map_over(
        squared_or_refused, MANY, cluster=cluster.address, on_progress=lambda done, total: told.append((done, total))
    )
    assert [(o.item, o.value, str(o.error)) for o in there] == [(o.item, o.value, str(o.error)) for o in here]
    assert there[BAD].value is None
    assert isinstance(there[BAD].error, ValueError)
    assert [done for done, _ in told] == list(range(len(MANY) + 1))


def test_what_is_sent_is_made_when_its_turn_comes(cluster: Cluster) -> None:
    outcomes = map_over(squared_or_refused, MANY, cluster=cluster.address, send=lambda number: number + 100)
    assert [o.value for o in outcomes] == [(n + 100) ** 2 for n in MANY]
    assert [o.item for o in outcomes] == MANY


def test_an_item_that_takes_too_long_is_ended_there_as_here(cluster: Cluster) -> None:
    outcomes = map_over(too_slow, [0, 1, 2], cluster=cluster.address, allowance=Allowance(seconds=1))
    assert [o.value for o in outcomes] == [0, None, 2]
    assert isinstance(outcomes[1].error, OverTimeError)


def with_scans(folder: Path) -> Path:
    """Reports of which two were sent as scans, one of them in an archive."""
    communes = EXAMPLE / "reports" / "2019" / "xa-huyen-na-ri"
    folder.mkdir()
    for file in sorted(communes.glob("*.docx"))[:3]:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "ban-ky.pdf").write_bytes(scanned((communes / "BC-KVPT-2019-xa-Huu-Thac.pdf").read_bytes()))
    with zipfile.ZipFile(folder / "gui.zip", "w") as archive:
        archive.writestr("ban-ky.pdf", scanned((communes / "BC_xa-Van-Minh_2019.pdf").read_bytes()))
    return folder


@pytest.mark.system("tesseract")
def test_scans_are_recognised_there_as_here(cluster: Cluster, tmp_path: Path) -> None:
    reports, done = with_scans(tmp_path / "reports"), []
    for name, address in (("here", ""), ("there", cluster.address)):
        result = run(example_request(tmp_path / name, reports=reports, conference=None, ocr=True, cluster=address))
        assert {(r.file, r.org_unit) for r in result.reports if r.recognised} == {
            ("reports/ban-ky.pdf", "02179"),
            ("reports/gui.zip/ban-ky.pdf", "02170"),
        }
        assert all(len(r.values) > 10 for r in result.reports)
        done.append((tmp_path / name / "review.json").read_bytes())
    assert done[0] == done[1]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("here") / "out"
    run(example_request(out, reports=DISTRICTS))
    return (out / "review.json").read_bytes()


def test_a_review_with_a_worker_killed_in_the_middle_gives_the_same_bytes(
    cluster: Cluster, here: bytes, tmp_path: Path
) -> None:
    killed: list[int] = []

    def tell(done: int, total: int) -> None:
        if not killed and done >= total // 4:
            killed.append(done)
            cluster.workers[0].kill()

    result = run(example_request(tmp_path / "out", reports=DISTRICTS, cluster=cluster.address), on_progress=tell)
    assert isinstance(result, ReviewResult)
    assert killed
    assert cluster.workers[0].wait() != 0
    assert (tmp_path / "out" / "review.json").read_bytes() == here


def test_where_there_is_no_cluster_it_is_said() -> None:
    with pytest.raises(WrongCallError) as caught:
        map_over(squared_or_refused, [1], cluster="tcp://127.0.0.1:9")
    assert [p.code for p in caught.value.problems] == ["cluster.unreachable"]
