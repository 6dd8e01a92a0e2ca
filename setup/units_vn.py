"""Make the units of the whole country: python setup/units_vn.py FOLDER WARD_NAMES.db [OUT].

FOLDER holds changes_2004_2021.derived.tsv, commits.tsv, changes_2021_2025.derived.tsv, snapshots/, merges.json and
full_units_2026-07-25.json.gz; WARD_NAMES.db is data/dataset.db of the package vietnamadminunits 1.0.4 (MIT), which
tells under which commune people look for one that was merged. docs/reference/units-vn.md says what is certain.
"""

import csv
import gzip
import io
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tongket.vietnamese import search_key

ROOT = Path(__file__).parents[1]
START, REFORM, LATER = "2004-08-31", "2025-07-01", "2026-04-30"
OWN = ROOT / "examples" / "bac-kan" / "changes.csv"
"""Changes whose resolutions were read; they go before what is worked out here."""
PROVINCE_ENDS = {"28": "01"}
"""Hà Tây went into Hà Nội (15/2008/QH12)."""
WINDOWS = {
    "v20210701": "2021-07-01", "v20211101": "2021-11-01", "v20220410": "2022-04-10", "v20240201": "2024-02-01",
    "v20241101": "2024-11-01", "v20250101": "2025-01-01", "v20250301": "2025-01-01",
}  # fmt: skip
"""The list in which a change is first seen -> the day it is dated here, where no resolution below says better."""
RESOLUTIONS = {
    ("v20211101", "46"): ("2021-07-01", "1264/NQ-UBTVQH14"), ("v20211101", "27"): ("2021-11-01", "387/NQ-UBTVQH15"),
    ("v20220410", "19"): ("2022-04-10", "469/NQ-UBTVQH15"), ("v20240201", "70"): ("2022-10-01", "570/NQ-UBTVQH15"),
    ("v20240201", "82"): ("2022-10-01", "569/NQ-UBTVQH15"), ("v20240201", "89"): ("2023-04-10", "721/NQ-UBTVQH15"),
    ("v20240201", "06"): ("2023-04-10", "722/NQ-UBTVQH15"), ("v20240201", "27"): ("2023-04-10", "723/NQ-UBTVQH15"),
    ("v20240201", "83"): ("2023-04-10", "724/NQ-UBTVQH15"), ("v20240201", "74"): ("2023-04-10", "725/NQ-UBTVQH15"),
    ("v20240201", "66"): ("2023-04-10", "726/NQ-UBTVQH15"), ("v20240201", "49"): ("2023-04-10", "727/NQ-UBTVQH15"),
    ("v20240201", "19"): ("2023-04-10", "729/NQ-UBTVQH15"), ("v20240201", "26"): ("2023-04-10", "730/NQ-UBTVQH15"),
    ("v20240201", "38"): ("2024-02-01", "939/NQ-UBTVQH15"), ("v20241101", "08"): ("2024-09-01", "1106/NQ-UBTVQH15"),
}  # fmt: skip
"""(list, province) -> the day of effect and the resolution."""


class Unit(NamedTuple):
    """A unit on one day."""

    name: str
    level: int
    parent: str


class Delta(NamedTuple):
    """A change of one code: the unit before and after it (None: not there)."""

    day: str
    code: str
    before: Unit | None
    after: Unit | None
    basis: str


State = dict[str, Unit]
Edge = tuple[str, str, str, str, str, str]


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def snapshot(path: Path) -> State:
    """Every unit of a dated list."""
    found: State = {}
    for code, name, kind, _, districts in json.loads(gzip.decompress(path.read_bytes())):
        found[code] = Unit(full_name(kind, name), 1, "")
        for district, name_2, kind_2, _, communes in districts:
            found[district] = Unit(full_name(kind_2, name_2), 2, code)
            found.update({row[0]: Unit(full_name(row[2], row[1]), 3, district) for row in communes})
    return found


def full_name(kind: str, name: str) -> str:
    """The name with its kind; lists write the capitals of kinds in several ways."""
    return f"{kind.removesuffix(' Trung ương').capitalize()} {name}"


def bases(path: Path) -> dict[str, list[str]]:
    """The first letters of a commit -> its texts: number and title of each resolution."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {cells[0][:10]: [text.strip() for text in cells[3].split(";") if text.strip()] for cells in lines}


def basis_of(texts: Iterable[str], names: Iterable[str]) -> str:
    """The number of the resolution whose title names most of the units; of equals all."""
    wanted = [search_key(re.sub(r"^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường) ", "", one)) for one in names]
    scored = [
        (sum(name in search_key(text) for name in wanted), text.split(":")[0].split(" ngày")[0]) for text in texts
    ]
    best = max((score for score, _ in scored), default=0)
    return ", ".join(dict.fromkeys(number for score, number in scored if score == best))


def early(folder: Path, end: State, notes: list[str]) -> tuple[State, list[Delta]]:
    """The state at the beginning and the changes from there to ``end``, walked backwards."""
    state, texts, deltas = dict(end), bases(folder / "commits.tsv"), list[Delta]()
    rows = [row for row in rows_of(folder / "changes_2004_2021.derived.tsv") if row["effective_date"] <= "2021-02-01"]
    for row in reversed(rows):
        code, level = row["code"], int(row["level"])
        before = Unit(row["old_name"], level, row["old_parent"]) if row["change"] != "added" else None
        after = state.get(code)
        if (after is None) != (row["change"] == "removed"):
            notes.append(f"{row['effective_date']} {code} {row['change']}: the later list says otherwise")
        if before is None:
            state.pop(code, None)
        else:
            state[code] = before
        parent = row["new_parent"] or row["old_parent"]
        above = end.get(parent) or Unit("", 2, "")
        names = [row["new_name"] or row["old_name"], above.name, end[above.parent].name if above.parent in end else ""]
        basis = basis_of(texts.get(row["upstream_commit"], []), [name for name in names if name])
        deltas.append(Delta(row["effective_date"], code, before, after, basis))
    return state, deltas[::-1]


def late(folder: Path, state: State, notes: list[str]) -> tuple[State, list[Delta]]:
    """The changes between the dated lists, and the state after them."""
    state, deltas = dict(state), list[Delta]()
    for row in rows_of(folder / "changes_2021_2025.derived.tsv"):
        code, level, tag = row["code"], int(row["level"]), row["to_tag"]
        before = state.get(code)
        after = Unit(row["new_name"] or row["old_name"], level, row["new_parent"])
        if row["change"] == "removed":
            state.pop(code, None)
        else:
            state[code] = after
        district = row["new_parent"] or row["old_parent"]
        province = state[district].parent if level == 3 and district in state else district
        day, basis = RESOLUTIONS.get((tag, province), (WINDOWS[tag], ""))
        deltas.append(Delta(day, code, before, state.get(code), basis))
        if (before is None) != (row["change"] == "added"):
            notes.append(f"{tag} {code} {row['change']}: the earlier list says otherwise")
    return state, sorted(deltas, key=lambda delta: delta.day)


def reform(folder: Path, before: State) -> tuple[State, list[Edge]]:
    """1/7/2025: the districts end, provinces and communes are merged."""
    merges = json.loads((folder / "merges.json").read_text(encoding="utf-8"))["data"]
    after: State = {}
    edges: list[Edge] = []
    parts = Counter(old["old_id"] for one in merges for two in one["level2s"] for old in two["merges"])
    for one in merges:
        after[one["level1_id"]] = Unit(one["name"], 1, "")
        edges += joined(one["level1_id"], one["merges"], parts, "202/2025/QH15")
        for two in one["level2s"]:
            after[two["level2_id"]] = Unit(two["name"], 3, one["level1_id"])
            edges += joined(two["level2_id"], two["merges"], parts, "UBTVQH15, 16/6/2025")
    taken = {edge[2] for edge in edges}
    basis = "203/2025/QH15"
    edges += [(REFORM, "dissolve", code, "", "", basis) for code, unit in before.items() if code not in taken and unit]
    return after, edges


def joined(code: str, sources: Iterable[Mapping[str, str]], parts: Mapping[str, int], basis: str) -> list[Edge]:
    """What a unit of 1/7/2025 is made of; a part of a divided commune has no known share."""
    old = list(sources)
    alone = len(old) == 1 and old[0]["old_id"] == code and parts[code] <= 1
    return [(REFORM, "transfer" if alone else "merge", one["old_id"], code, "", basis) for one in old]


def receivers(path: Path) -> dict[tuple[str, str], set[str]]:
    """(district, name without marks and blanks) -> the communes under which that former commune is looked for."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    with sqlite3.connect(path) as database:
        for district, code, names in database.execute(
            "select districtCode, wardCode, wardAlias from admin_units_legacy where wardAlias is not null"
        ):
            for name in json.loads(names):
                found[district, name].add(code)
    return found


def edges_of(deltas: list[Delta], known: Mapping[tuple[str, str], set[str]], state: State) -> Iterator[Edge]:
    """The edges of all changes of a day; ``state``: the units after it."""
    renamed = defaultdict(set)
    for one in deltas:
        if one.after and one.before and one.after.name != one.before.name:
            renamed[one.after.parent].add(one.code)
    moved = defaultdict(set)
    for one in deltas:
        if one.before and one.after and one.before.parent != one.after.parent:
            moved[one.before.parent].add(one.after.parent)
    for day, code, before, after, basis in deltas:
        if before is None:
            yield day, "establish", "", code, "", basis
        elif after is None:
            into = PROVINCE_ENDS.get(code)
            key = search_key(before.name).replace(" ", "")
            targets = {into} if into else known.get((before.parent, key), set()) or set()
            targets = targets or (moved[code] if before.level == 2 else renamed[before.parent])
            targets = {one for one in targets if one in state and state[one].level == before.level and one != code}
            kind = "dissolve" if not targets else "absorb" if len(targets) == 1 else "split"
            for target in sorted(targets) or [""]:
                yield day, kind, code, target, "", basis
        else:
            if before.name != after.name:
                yield day, "rename", code, code, "", basis
            if before.parent != after.parent:
                yield day, "transfer", code, code, "", basis


def spans_of(states: Iterable[tuple[str, State]]) -> list[tuple[str, ...]]:
    """One row for each span in which name and parent of a code stay the same."""
    open_: dict[str, tuple[str, Unit]] = {}
    rows: list[tuple[str, ...]] = []
    for day, state in states:
        for code in [code for code, (_, unit) in open_.items() if state.get(code) != unit]:
            rows.append(row_of(code, *open_.pop(code), day))
        for code, unit in state.items():
            open_.setdefault(code, (day, unit))
    rows += [row_of(code, since, unit, "") for code, (since, unit) in open_.items()]
    return sorted(rows, key=lambda row: (row[3], row[0], row[5]))


def row_of(code: str, since: str, unit: Unit, until: str) -> tuple[str, ...]:
    """A row of the table of units."""
    kind = {1: "province", 2: "district", 3: "commune"}[unit.level]
    return code, unit.name, kind, str(unit.level), unit.parent, since, until


def write(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """A packed table, the same bytes for the same rows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(header.split(";"))
    writer.writerows(rows)
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def main(folder: Path, names: Path, out: Path) -> None:
    """Write both tables into ``out`` and print the gaps."""
    notes: list[str] = []
    middle = snapshot(folder / "snapshots" / "sorted_v20210201.json.gz")
    state, deltas = early(folder, middle, notes)
    last, more = late(folder, middle, notes)
    listed = snapshot(folder / "snapshots" / "sorted_v20250301.json.gz")
    notes += [
        f"2025-03-01 {code}: {last.get(code)} here, {listed.get(code)} in the list"
        for code in sorted(last.keys() | listed.keys())
        if last.get(code) != listed.get(code)
    ]
    days: dict[str, list[Delta]] = defaultdict(list)
    for delta in [*deltas, *more]:
        days[delta.day].append(delta)
    known, states, edges = receivers(names), [(START, dict(state))], list[Edge]()
    for day in sorted(days):
        for delta in days[day]:
            if delta.after is None:
                state.pop(delta.code, None)
            else:
                state[delta.code] = delta.after
        states.append((day, dict(state)))
        edges += edges_of(days[day], known, state)
    after, reformed = reform(folder, state)
    states.append((REFORM, after))
    edges += reformed
    latest = dict(after)
    for province in json.loads(gzip.decompress((folder / "full_units_2026-07-25.json.gz").read_bytes())):
        for row in (province, *province["Wards"]):
            if row["Code"] not in latest:
                notes.append(f"2026-07-25 {row['Code']} {row['FullName']}: not in the reform's list")
            elif search_key(latest[row["Code"]].name) != search_key(row["FullName"]):
                latest[row["Code"]] = latest[row["Code"]]._replace(name=row["FullName"])
                edges.append((LATER, "rename", row["Code"], row["Code"], "", "30/2026/QH16, 237/NQ-UBTVQH16"))
    states.append((LATER, latest))
    write(out / "vn-orgunits.csv.gz", "code;name;kind;level;parent;valid_from;valid_to", spans_of(states))
    write(out / "vn-changes.csv.gz", "date;kind;from;to;share;legal_basis", with_own(edges, states))
    print(*notes, sep="\n")


def with_own(edges: list[Edge], states: list[tuple[str, State]]) -> list[Edge]:
    """The edges, those of Bắc Kạn's merger of 2020 as its resolution gives them."""
    with OWN.open(encoding="utf-8", newline="") as file:
        own = [tuple(row) for row in csv.reader(file, delimiter=";") if row[0] == "2020-02-01"]
    codes = {code for edge in own for code in edge[2:4]}
    kept = [edge for edge in edges if edge[0] != "2020-02-01" or not codes & set(edge[2:4])]
    return sorted(dict.fromkeys([*kept, *own]), key=lambda edge: edge[0])  # type: ignore[list-item]


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT / "src/tongket/orgunits/data",
    )
