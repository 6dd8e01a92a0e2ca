"""Bad input: each file a sentence, the folder goes on; tables and packs with all their faults at once."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import ORGUNITS, REPORT, Run, World
from reading.build import docx, p

BAD_ORGUNITS = "code;name;kind;level;parent;valid_from;valid_to\n06;Tỉnh;provinz;1;;1997-01-01;\n06;Tỉnh\n"
BAD_CHANGES = "date;kind;from;to;share;legal_basis\n2015;rename;06;06;;x\n"
BAD_DUTIES = "org_unit;period;due\n06;20x9;20-12-2019\n"


def review(world: World) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((world.out / "review.json").read_text(encoding="utf-8"))
    return found


def test_a_folder_of_broken_files_goes_on(run: Run, world: World) -> None:
    bad = {
        "empty.docx": b"", "short.docx": b"0" * 18, "cut.docx": docx(p(REPORT))[:300], "text.docx": REPORT.encode(),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "noise.pdf": b"%PDF-1.4\n%%EOF", "x.xyz": bytes(range(256)),
        "encrypted.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 504 + "EncryptedPackage".encode("utf-16-le"),
    }  # fmt: skip
    for name, data in bad.items():
        (world.reports / name).write_bytes(data)
    for name in ("~$x.docx", "Thumbs.db", ".hidden.txt"):
        (world.reports / name).write_text(REPORT, encoding="utf-8")
    ran = run(*world.call())
    assert ran.code == 0
    assert "Đã đọc 1/9 tệp" in ran.out
    unreadable = [f for f in review(world)["findings"] if f["code"] == "unreadable"]
    assert sorted(f["files"][0] for f in unreadable) == sorted(f"báo cáo/{name}" for name in bad)
    assert all(f["note"] for f in unreadable)


def test_names_are_shown_as_they_are_and_play_no_tricks(run: Run, world: World) -> None:
    decomposed = unicodedata.normalize("NFD", "xã đẹp 'q' [bold]x.txt")
    names = [decomposed, "d" * 200 + ".txt"]
    for name in names:
        (world.reports / name).write_text(REPORT, encoding="utf-8")
    assert run(*world.call()).code == 0
    files = {f for x in review(world)["findings"] for f in x["files"]}
    assert f"báo cáo/{unicodedata.normalize('NFC', decomposed)}" in files
    ran = run("read", world.top / "\x1b[31m[bold] :smile:.docx")
    assert "[bold] :smile:.docx" in ran.err
    assert "\x1b" not in ran.err


def test_a_name_in_another_code_page_is_shown_escaped(run: Run, world: World) -> None:
    try:
        (world.reports / "b\udce1o c\udce1o.txt").write_text(REPORT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert run(*world.call()).code == 0
    assert "b%E1o c%E1o.txt" in (world.out / "review.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("names", [[], ["~$x.docx", "Thumbs.db"]])
def test_a_folder_without_reports(run: Run, world: World, names: list[str]) -> None:
    empty = world.top / "trống"
    empty.mkdir()
    for name in names:
        (empty / name).write_text("x", encoding="utf-8")
    ran = run(*world.call(reports=empty))
    assert ran.code == 3
    assert "không có tệp nào có thể là báo cáo" in ran.err
    assert not world.out.exists()


def test_reports_of_another_period_are_told(run: Run, world: World) -> None:
    ran = run(*world.call(period="2005", duties=None))
    assert ran.code == 0
    assert "1 báo cáo thuộc kỳ khác, không thuộc kỳ 2005" in ran.out


def test_an_unknown_unit_is_a_finding(run: Run, world: World) -> None:
    (world.reports / "khac.txt").write_text(
        REPORT.replace("CÔN MINH", "HƯ KHÔNG").replace("Côn Minh", "Hư Không"), encoding="utf-8"
    )
    assert run(*world.call()).code == 0
    codes = [(f["code"], f["files"]) for f in review(world)["findings"]]
    assert ("unit_unresolved", ["báo cáo/khac.txt"]) in codes


def test_strict_is_1_where_errors_were_found(run: Run, world: World) -> None:
    assert run(*world.call()).code == 0
    assert run(*world.call(), "--strict").code == 1
    assert run(*world.call(duties=None), "--strict").code == 0


def test_every_fault_of_tables_and_pack_at_once(run: Run, world: World) -> None:
    for name, text in (("o.csv", BAD_ORGUNITS), ("c.csv", BAD_CHANGES), ("d.csv", BAD_DUTIES)):
        (world.top / name).write_text(text, encoding="utf-8")
    top = world.top
    ran = run(*world.call(orgunits=top / "o.csv", changes=top / "c.csv", duties=top / "d.csv", pack="nosuchpack"))
    assert ran.code == 4
    for said in ("nosuchpack: ", "o.csv, dòng 2, kind", "o.csv, dòng 3", "c.csv, dòng 2, date", "d.csv, dòng 2, period", "d.csv, dòng 2, due"):  # fmt: skip
        assert said in ran.err
    assert "không có trong bảng đơn vị" not in ran.err
    assert not world.out.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Bảng trống"),
        (ORGUNITS.splitlines()[0].encode(), "Bảng trống"),
        (ORGUNITS.replace(";", ",").encode(), "dấu chấm phẩy"),
        (ORGUNITS.encode("utf-16"), "UTF-16"),
        (b"code;name;kind;level;parent;valid_from;valid_to\n06;T\xd8nh;province;1;;1997-01-01;\n", "UTF-8"),
    ],
)
def test_tables_of_the_wrong_form(run: Run, world: World, data: bytes, said: str) -> None:
    (world.top / "o.csv").write_bytes(data)
    ran = run(*world.call(orgunits=world.top / "o.csv", duties=None))
    assert (ran.code, said in ran.err) == (4, True)


def test_pack_check(run: Run, tmp_path: Path) -> None:
    assert run("pack", "check", "nd21").code == 0
    (tmp_path / "pack.yaml").write_text("id: [\n", encoding="utf-8")
    assert run("pack", "check", tmp_path).code == 4
    assert json.loads(run("pack", "check", tmp_path, "--json").out)["problems"]


def test_the_folder_of_reports_may_be_the_one_we_are_in(
    run: Run, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(world.reports)
    assert run(*world.call(reports=".")).code == 0
    here = (world.out / "review.json").read_bytes()
    assert "báo cáo/xa Con Minh.txt".encode() in here
    assert run(*world.call(reports=f"{world.reports}/")).code == 0
    assert (world.out / "review.json").read_bytes() == here
