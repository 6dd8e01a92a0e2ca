"""A stamped file on its own: exit code 5, and nothing of it said."""

from pathlib import Path

import pytest

from cli.conftest import REPORT, Run, World
from reading.build import docx, p
from written import written_text

STAMPED = p("MẬT") + "".join(p(line) for line in REPORT.splitlines() if line)


@pytest.mark.parametrize("form", [[], ["--json"], ["--html"]])
def test_a_stamped_file_is_refused(run: Run, tmp_path: Path, form: list[str]) -> None:
    file = tmp_path / "bao cao.docx"
    file.write_bytes(docx(STAMPED))
    ran = run("read", file, *form)
    assert (ran.code, ran.out) == (5, "")
    said = ran.err.casefold()
    for words in ("không được xử lý trên hệ thống này", "báo người phụ trách bảo mật", "đề nghị gửi phần không mật"):
        assert words in said
    assert not any(line in ran.err for line in REPORT.splitlines() if line)
    assert "79/BC" not in ran.err
    assert [f.name for f in tmp_path.iterdir()] == ["bao cao.docx"]


def test_a_folder_goes_on_without_it(run: Run, world: World) -> None:
    secret = REPORT.replace("79/BC-UBND", "8888/BC-UBND").replace("12 văn bản", "7777 văn bản")
    (world.reports / "mat.docx").write_bytes(docx(p("MẬT") + "".join(p(x) for x in secret.splitlines() if x)))
    ran = run(*world.call())
    assert ran.code == 0
    assert "1 tệp có dấu chỉ độ mật nên bị từ chối" in ran.out
    written = written_text(world.out)
    for words in ("8888/BC", "7777 văn bản"):
        assert words not in written + ran.out + ran.err
    assert "báo cáo/mat.docx" in written
