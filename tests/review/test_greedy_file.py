"""A file that takes more memory than one may: it is named with its reason, and the folder goes on."""

import sys
from pathlib import Path

import pytest

from spec.conftest import EXAMPLE, example_request
from tongket.problems import message
from tongket.review import reading_job, run

GREEDY = "bao-cao-rat-dai.html"


@pytest.mark.skipif(sys.platform == "darwin", reason="this system does not tell the memory of a process")
def test_a_file_over_its_memory_is_ended_and_the_folder_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_job, "MEBIBYTES", 400)
    reports = tmp_path / "reports"
    reports.mkdir()
    whole = sorted((EXAMPLE / "reports" / "2023" / "huyen").glob("*.docx"))[:3]
    for file in whole:
        (reports / file.name).write_bytes(file.read_bytes())
    page = "<p>Trong năm đã ban hành <b>12</b> <i>văn bản</i> lãnh đạo.</p>\n" * 400_000
    (reports / GREEDY).write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    result = run(example_request(tmp_path / "out", reports=reports, conference=None))
    (refusal,) = result.refusals
    assert (refusal.name, refusal.problem.code) == (f"reports/{GREEDY}", "reader_over_memory")
    assert refusal.problem.fields == {"limit": "400"}
    assert "400 MB" in message(refusal.problem, "vi")
    assert sorted(r.file for r in result.reports) == [f"reports/{file.name}" for file in whole]
    assert all(len(r.values) > 10 for r in result.reports)
