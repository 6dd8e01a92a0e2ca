"""``tongket units`` as a person calls it."""

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli.conftest import Run, World
from tongket.exchange import TaskStore, save_tasks
from tongket.tasks import Task


def test_a_unit_is_shown_with_its_place_and_what_became_of_it(run: Run) -> None:
    done = run("units", "show", "Xuân Lạc", "--on", "2024-06-30")
    assert done.code == 0
    assert "Xã Xuân Lạc, Huyện Chợ Đồn, Tỉnh Bắc Kạn (02023)" in done.out
    assert "01/07/2025 hợp nhất: Xã Xuân Lạc → Xã Nam Cường; 1683/NQ-UBTVQH15" in done.out


def test_homonyms_are_listed_and_the_place_decides(run: Run) -> None:
    many = json.loads(run("units", "show", "xã Tân Lập", "--on", "2024-06-30", "--json").out)
    assert len(many) == 12
    assert not any(row["sure"] for row in many)
    one = json.loads(run("units", "show", "xã Tân Lập", "--on", "30/06/2024", "--within", "Bắc Kạn", "--json").out)
    assert [(row["code"], row["sure"]) for row in one] == [("02032", True)]
    told = run("units", "lineage", "xã Tân Lập", "--on", "2024-06-30")
    assert (told.code, "--within" in told.err, "Huyện Chợ Đồn" in told.err) == (2, True, True)


def test_a_name_that_nobody_bears(run: Run) -> None:
    assert run("units", "show", "zzz").code == 2


def test_a_lineage_is_drawn(run: Run, tmp_path: Path) -> None:
    drawing = tmp_path / "ve" / "so-do.svg"
    done = run("units", "lineage", "02152", "--on", "2026-01-01", "--svg", str(drawing))
    assert "chia: Xã Văn Học → Xã Văn Vũ (84,27%); 855/NQ-UBTVQH14" in done.out
    root = ElementTree.parse(drawing).getroot()
    texts = [node.text for node in root.iter() if node.tag.endswith("text")]
    assert root.tag.endswith("svg")
    assert "Xã Văn Vũ" in texts
    assert "chia 01/02/2020, chưa rõ tỷ lệ" in texts


def test_a_crosswalk_runs_both_ways(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "quy-doi.csv"
    done = run(
        "units", "crosswalk", "--from", "2019-12-31", "--to", "2020-02-01", "--unit", "02149", "--csv", str(table)
    )
    assert "Xã Văn Học (02149) → Xã Văn Vũ (02137): 84,27%" in done.out
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "from;from_name;from_parent;to;to_name;to_parent;share"
    assert "02149;Xã Văn Học;066;02137;Xã Văn Vũ;066;8427/10000" in lines
    back = run("units", "crosswalk", "--from", "2026-01-01", "--to", "2024-12-31", "--unit", "02023", "--on").code
    assert back == 2
    rows = json.loads(
        run("units", "crosswalk", "--from", "2026-01-01", "--to", "2025-06-30", "--unit", "19", "--json").out
    )
    assert {(row["to"], row["share"]) for row in rows} == {("06", "?"), ("19", "?")}


def test_two_days_differ(run: Run) -> None:
    found = json.loads(run("units", "diff", "2020-01-31", "2020-02-01", "--within", "06", "--json").out)
    assert (len(found["ended"]), len(found["begun"])) == (26, 12)
    assert [row["legal_basis"] for row in found["bases"]] == ["855/NQ-UBTVQH14"]
    assert "Kết thúc: 26" in run("units", "diff", "2020-01-31", "2020-02-01", "--within", "06").out


def test_tables_are_checked(run: Run, bac_kan: Path, tmp_path: Path) -> None:
    done = run("units", "check", str(bac_kan / "orgunits.csv"), str(bac_kan / "changes.csv"))
    assert (done.code, "4 tỷ lệ chưa rõ" in done.out) == (0, True)
    table = tmp_path / "orgunits.csv"
    table.write_text(
        "code;name;kind;level;parent;valid_from;valid_to\nP;Tỉnh P;province;1;;2000-01-01;\n"
        "D;Huyện D;district;2;P;2000-01-01;\nQK1;Quân khu 1;military_region;1;;2000-01-01;\n",
        encoding="utf-8",
    )
    warned = run("units", "check", str(table))
    assert (warned.code, "2025-07-01" in warned.out) == (0, True)
    table.write_text(table.read_text(encoding="utf-8") + "X;Xã X;commune;3;QK1;2000-01-01;\n", encoding="utf-8")
    faulty = run("units", "check", str(table))
    assert (faulty.code, "dòng 5" in faulty.err, "quân khu" in faulty.err) == (4, True, True)


PLAN = """date;kind;from;to;share;legal_basis;name;parent
2024-01-01;merge;02140;02140;;99/NQ;Xã Văn Lang mới;
2024-01-01;merge;02143;02140;;99/NQ;;
2024-01-01;split;02146;02140;;99/NQ;;
2024-01-01;split;02146;02152;;99/NQ;;
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "phuong-an.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def until_2024(bac_kan: Path, tmp_path: Path) -> list[str]:
    """The example's tables as they would have been before the reform of 2025 was known."""
    rows = (bac_kan / "orgunits.csv").read_text(encoding="utf-8").replace(";2025-07-01\n", ";\n").splitlines()
    changes = (bac_kan / "changes.csv").read_text(encoding="utf-8").splitlines()
    units, moves = tmp_path / "u.csv", tmp_path / "c.csv"
    units.write_text("\n".join(row for row in rows if ";2025-07-01;" not in row) + "\n", encoding="utf-8")
    moves.write_text("\n".join(row for row in changes if not row.startswith("2025")) + "\n", encoding="utf-8")
    return ["--orgunits", str(units), "--changes", str(moves)]


def test_a_plan_is_seen_before_it_is_decided(run: Run, plan: Path, until_2024: list[str], tmp_path: Path) -> None:
    duties, tasks = tmp_path / "duties.csv", tmp_path / "tasks.csv"
    duties.write_text("org_unit;period;due\n02143;2024;2024-12-15\n02152;2024;2024-12-15\n", encoding="utf-8")
    tasks.write_text("id;org_unit;deed;deadline\nT1;02146;Sửa quy chế;2024-06-30\nT2;066;Khác;\n", encoding="utf-8")
    more = ["--duties", str(duties), "--tasks", str(tasks)]
    found = json.loads(run("units", "preview", str(plan), *until_2024, *more, "--json").out)
    assert [row["code"] for row in found["ended"]] == ["02140", "02143", "02146"]
    assert [(row["org_unit"], [heir["code"] for heir in row["heirs"]]) for row in found["duties"]] == [
        ("02143", ["02140"])
    ]
    assert [(row["id"], len(row["heirs"])) for row in found["tasks"]] == [("T1", 2)]
    store = tmp_path / "nhiem-vu.json"
    task = Task(
        id="T3",
        source="s",
        lead="Xã Kim Hỷ",
        deed="Rà soát",
        responsibility="r",
        product="p",
        authority="a",
        org_unit="02146",
    )
    save_tasks(TaskStore(tasks=(task,), given_on={"T3": date(2023, 1, 1)}), store)
    done = run("units", "preview", str(plan), *until_2024, "--tasks", str(store), "--json")
    assert done.err == ""
    kept = json.loads(done.out)
    assert [row["id"] for row in kept["tasks"]] == ["T3"]
    assert {row["code"]: row["shares_needed"] for row in found["comparability"]} == {
        "02140": ["02146"],
        "02152": ["02146"],
    }
    told = run("units", "preview", str(plan), *until_2024).out
    assert "Xã Cường Lợi: cần tỷ lệ của 02146 chuyển về đây." in told


def test_a_plan_is_applied_to_new_tables_and_undone(
    run: Run, plan: Path, until_2024: list[str], tmp_path: Path
) -> None:
    new, old = tmp_path / "moi", tmp_path / "cu"
    assert run("units", "preview", str(plan), *until_2024, "--out", str(new)).code == 0
    assert run("units", "preview", str(plan), *until_2024, "--out", str(new)).code == 6
    tables = ["--orgunits", str(new / "orgunits.csv"), "--changes", str(new / "changes.csv")]
    assert run("units", "preview", str(plan), *tables, "--undo", "--out", str(old)).code == 0
    assert run("units", "preview", str(plan), *until_2024, "--undo").code == 4
    again = json.loads(run("units", "check", str(old / "orgunits.csv"), str(old / "changes.csv"), "--json").out)
    assert again == json.loads(run("units", "check", until_2024[1], until_2024[3], "--json").out)
    lines = set((new / "orgunits.csv").read_text(encoding="utf-8").splitlines())
    assert any(line.startswith("02143;") and line.endswith(";2024-01-01") for line in lines)


def test_the_tables_of_a_province_are_written_out(run: Run, tmp_path: Path) -> None:
    assert run("units", "export", "vn-06", "--out", str(tmp_path / "bk")).code == 0
    assert run("units", "check", str(tmp_path / "bk" / "orgunits.csv"), str(tmp_path / "bk" / "changes.csv")).code == 0
    assert run("units", "export", "vn-07", "--out", str(tmp_path / "x")).code == 4


def test_figures_go_to_the_map_of_another_day(run: Run, tmp_path: Path) -> None:
    figures, table = tmp_path / "so-lieu.csv", tmp_path / "ket-qua.csv"
    figures.write_text(
        "org_unit;period;indicator;value\n02149;2019;D;101\n02137;2019;D;10\n02155;2019;D;7\n066;2019;D2;3,5\n",
        encoding="utf-8",
    )
    call = ("units", "convert", str(figures), "--tree", "2020-12-31", "--level", "commune", "--csv", str(table))
    done = run(*call)
    assert done.code == 0
    assert "Xã Văn Vũ (02137) · 2019 · D: 95" in done.out  # 10 + 101 x 0.8427 = 95.1127
    assert "Xã Cường Lợi (02152) · 2019 · D: 16" in done.out  # 101 x 0.1573 = 15.8873
    assert "chưa gồm 02155" in done.out
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert "02137;Xã Văn Vũ;2019;D;95.1127;95;2;" in lines
    assert "066;Huyện Na Rì;2019;D2;3.5;;1;" in lines
    province = json.loads(run("units", "convert", str(figures), "--tree", "2026-06-30", "--json").out)
    assert [(row["org_unit"], row["indicator"], row["value"]) for row in province] == [
        ("19", "D", "118"),
        ("19", "D2", "3.5"),
    ]


def test_figures_that_cannot_be_used_are_told_with_their_line(run: Run, tmp_path: Path) -> None:
    figures = tmp_path / "so-lieu.csv"
    figures.write_text(
        "org_unit;period;indicator;value\n02149;2021;D;1\n02137;2019/2021;D;1\n02137;2019;D;1.234.567\n",
        encoding="utf-8",
    )
    done = run("units", "convert", str(figures))
    assert (done.code, [f"dòng {line}" in done.err for line in (2, 3, 4)]) == (4, [True, True, True])


def test_a_plan_tells_what_becomes_of_the_figures(run: Run, plan: Path, until_2024: list[str], tmp_path: Path) -> None:
    values = [("02143", "2021", "A01"), ("02146", "2021", "A01"), ("02140", "2019", "A01"), ("066", "2021", "A01")]
    rows = [{"org_unit": unit, "period": period, "indicator": indicator} for unit, period, indicator in values]
    review = tmp_path / "review.json"
    review.write_text(json.dumps({"schema_version": "1", "pack": "nd21 1", "values": rows}), encoding="utf-8")
    found = json.loads(run("units", "preview", str(plan), *until_2024, "--review", str(review), "--json").out)
    assert {fate: count for fate, count in found["figures"].items() if count} == {"whole": 1, "share_unknown": 1}
    told = run("units", "preview", str(plan), *until_2024, "--review", str(review)).out
    assert "1 số liệu quy đổi nguyên vẹn" in told


def test_a_review_runs_on_the_units_of_the_country(run: Run, world: World) -> None:
    done = run(*world.call(orgunits="vn-06", duties=None, tree="2026-06-30"))
    assert done.code == 0
    review = json.loads((world.out / "review.json").read_text(encoding="utf-8"))
    assert (review["tree_date"], {row["org_unit"] for row in review["values"]}) == ("2026-06-30", {"02173"})
    wrong = run(*world.call(orgunits="vn-05", duties=None, out=world.top / "x"))
    assert (wrong.code, "vn-06" in wrong.err) == (4, True)


def test_reading_names_units_as_the_country_does(run: Run, world: World) -> None:
    text = world.top / "thu.txt"
    text.write_text("Xã Côn Minh và xã Kim Hỉ, huyện Na Rì đã báo cáo.\n", encoding="utf-8")
    plain = json.loads(run("read", str(text), "--json").out)["units"]
    named = json.loads(run("read", str(text), "--orgunits", "vn-06", "--json").out)["units"]
    assert ("xã Kim Hỉ" in plain, "xã Kim Hỷ" in named) == (True, True)
