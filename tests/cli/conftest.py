"""A world of the smallest size: four org units, two duties, a report; and the command line in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tongket.cli import main

ORGUNITS = """code;name;kind;level;parent;valid_from;valid_to
06;Tỉnh Bắc Kạn;province;1;;1997-01-01;
066;Huyện Na Rì;district;2;06;1997-01-01;
02173;Xã Côn Minh;commune;3;066;1997-01-01;
"""
DUTIES = "org_unit;period;due\n066;2021;2021-12-20\n02173;2021;2021-12-15\n"
REPORT = """ỦY BAN NHÂN DÂN
XÃ CÔN MINH
Số: 79/BC-UBND
Côn Minh, ngày 05 tháng 12 năm 2021

BÁO CÁO
Kết quả công tác năm 2021

I. KẾT QUẢ
Đã ban hành 12 văn bản lãnh đạo, chỉ đạo; tổ chức 03 hội nghị.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("read", path)``: run a command in this process. Nobody ever sees a traceback."""

    def call(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as stop:
            main([str(a) for a in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        assert isinstance(stop.value.code, int)
        return Ran(code=stop.value.code, out=printed.out, err=printed.err)

    return call


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Inputs in a folder of their own, and the arguments that name them."""

    top: Path

    @property
    def reports(self) -> Path:
        return self.top / "báo cáo"

    @property
    def out(self) -> Path:
        return self.top / "out"

    def call(self, **other: object) -> list[object]:
        """A call of review; ``other`` replaces an option, or leaves it out where it is None."""
        options: dict[str, object] = {
            "orgunits": self.top / "orgunits.csv", "duties": self.top / "duties.csv", "pack": "nd21",
            "period": "2021", "out": self.out, "jobs": 1,
        }  # fmt: skip
        given = {**options, **other}
        reports = given.pop("reports", self.reports)
        return ["review", reports, *(x for k, v in given.items() if v is not None for x in (f"--{k}", v))]

    def left(self) -> list[str]:
        """The names in the folder, to see that nothing was left behind."""
        return sorted(p.name for p in self.top.iterdir())


@pytest.fixture
def world(tmp_path: Path) -> World:
    """One report, that can be read, in its folder."""
    world = World(top=tmp_path)
    world.reports.mkdir()
    (world.reports / "xa Con Minh.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "orgunits.csv").write_text(ORGUNITS, encoding="utf-8")
    (tmp_path / "duties.csv").write_text(DUTIES, encoding="utf-8")
    return world
