"""Make the units of the whole country: python setup/units_vn.py FOLDER WARD_NAMES.db [OUT].

FOLDER holds changes_2004_2021.derived.tsv, commits.tsv, changes_2021_2025.derived.tsv, snapshots/, merges.json and
full_units_2026-07-25.json.gz; WARD_NAMES.db is data/dataset.db of the package vietnamadminunits 1.0.4 (MIT), which
tells under which commune people look for one that was merged. docs/reference/units-vn.md says what is certain.
"""

import csv
import gzip
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tongket.orgunits import ChangeEdge, load_hierarchy
from tongket.vietnamese import search_key

ROOT = Path(__file__).parents[1]
START, REFORM, LATER = "2004-08-31", "2025-07-01", "2026-04-30"
OWN = ROOT / "examples" / "bac-kan" / "changes.csv"
"""Changes whose resolutions were read; they go before what is worked out here."""
PROVINCE_ENDS = {"28": "01"}
"""Hà Tây went into Hà Nội (15/2008/QH12)."""
HEADERS = {
    "orgunits": "code;name;kind;level;parent;valid_from;valid_to",
    "changes": "date;kind;from;to;share;legal_basis",
}
WINDOWS = {
    "v20210701": "2021-07-01", "v20211101": "2021-11-01", "v20220410": "2022-04-10", "v20240201": "2024-02-01",
    "v20241101": "2024-11-01", "v20250101": "2025-01-01", "v20250301": "2025-01-01",
}  # fmt: skip
"""The list in which a change is first seen -> the day it is dated here, where no resolution below says better."""
FORMER = {"570": "569", "863": "861", "454": "458", "820": "817", "719": "721", "726": "723", "449": "447", "851": "850",
          "937": "936"}  # fmt: skip
"""A district made by dividing another -> that other. The lists before that day hold nothing of the two, not even the
communes: a gap of theirs, known by the codes (those of 2004 leave a remainder of 1 when divided by 3)."""
TOWNS = {"19009", "28435", "18754", "29512", "31471"}
"""Of those the towns that became wards; the other wards had been communes, those of Cam Ranh wards all along."""
SLIPS = {
    ("2019-09-11", "03007"), ("2019-11-01", "03007"), ("2019-09-11", "10693"), ("2019-11-01", "10693"),
    ("2020-02-01", "21541"), ("2020-02-01", "21544"), ("2020-02-01", "21547"), ("2020-03-01", "21541"),
    ("2020-03-01", "21544"), ("2020-03-01", "21547"), ("2020-03-01", "01402"), ("2020-06-01", "01402"),
    ("2020-03-01", "01420"), ("2020-06-01", "01420"), ("2020-03-01", "01405"), ("2020-06-01", "01405"),
    ("2020-03-01", "01423"), ("2020-06-01", "01423"), ("2024-11-01", "22018"),
}  # fmt: skip
"""Units that leave the lists and come back under the same code within months: days that are passed over."""
RECODED = {"11353": "11344"}
"""Codes that changed while the unit stayed."""
MISCODED = {"Xã Ia Mơ": "23938"}
"""A commune of 1/7/2025 whose code is told otherwise by two of the three lists."""
REFORMED = {
    "01": 1656, "04": 1657, "08": 1684, "11": 1661, "12": 1670, "14": 1681, "15": 1673, "19": 1683, "20": 1672,
    "22": 1679, "24": 1658, "25": 1676, "31": 1669, "33": 1666, "37": 1674, "38": 1686, "40": 1678, "42": 1665,
    "44": 1680, "46": 1675, "48": 1659, "51": 1677, "52": 1664, "56": 1667, "66": 1660, "68": 1671, "75": 1662,
    "79": 1685, "80": 1682, "82": 1663, "86": 1687, "91": 1654, "92": 1668, "96": 1655,
}  # fmt: skip
"""Province of 1/7/2025 -> the number of the resolution (NQ-UBTVQH15 of 16/6/2025) on its communes."""
RESOLUTIONS = {
    ("v20211101", "46"): ("2021-07-01", "1264/NQ-UBTVQH14"), ("v20211101", "27"): ("2021-11-01", "387/NQ-UBTVQH15"),
    ("v20220410", "19"): ("2022-04-10", "469/NQ-UBTVQH15"), ("v20240201", "70"): ("2022-10-01", "570/NQ-UBTVQH15"),
    ("v20240201", "82"): ("2022-10-01", "569/NQ-UBTVQH15"), ("v20240201", "89"): ("2023-04-10", "721/NQ-UBTVQH15"),
    ("v20240201", "06"): ("2023-04-10", "722/NQ-UBTVQH15"), ("v20240201", "27"): ("2023-04-10", "723/NQ-UBTVQH15"),
    ("v20240201", "83"): ("2023-04-10", "724/NQ-UBTVQH15"), ("v20240201", "74"): ("2023-04-10", "725/NQ-UBTVQH15"),
    ("v20240201", "66"): ("2023-04-10", "726/NQ-UBTVQH15"), ("v20240201", "49"): ("2023-04-10", "727/NQ-UBTVQH15"),
    ("v20240201", "19"): ("2023-04-10", "729/NQ-UBTVQH15"), ("v20240201", "26"): ("2023-04-10", "730/NQ-UBTVQH15"),
    ("v20240201", "38"): ("2024-02-01", "939/NQ-UBTVQH15"), ("v20241101", "08"): ("2024-09-01", "1106/NQ-UBTVQH15"),
    ("v20250101", "79"): ("2025-01-01", "1278/NQ-UBTVQH15"), ("v20250301", "79"): ("2025-01-01", "1278/NQ-UBTVQH15"),
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


NUMBERED = re.compile(r";\s*(?=\d+/)")
State = dict[str, Unit]
Known = dict[tuple[str, str], set[str]]
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
    return {cells[0][:10]: [text.strip() for text in NUMBERED.split(cells[3]) if text.strip()] for cells in lines}


def basis_of(texts: Iterable[str], names: Iterable[str]) -> str:
    """The number of the resolution whose title names most of the units; of equals all; of none none."""
    wanted = [search_key(re.sub(r"^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường) ", "", one)) for one in names]
    scored = [(sum(name in search_key(text) for name in wanted), number_of(text)) for text in texts]
    best = max((score for score, _ in scored), default=0)
    if not best and len(scored) > 1:
        return ""
    return ", ".join(dict.fromkeys(number for score, number in scored if score == best))


def number_of(text: str) -> str:
    """The number that a text begins with, its slips of the pen mended."""
    return (
        re.split(r":| ngày", text)[0].strip().replace("NĐ/CP", "NĐ-CP").replace("-NĐ-CP", "/NĐ-CP").replace("NDD", "NĐ")
    )


def early(folder: Path, end: State, notes: list[str]) -> tuple[State, list[Delta]]:
    """The state at the beginning and the changes from there to ``end``, walked backwards."""
    state, texts, deltas = dict(end), bases(folder / "commits.tsv"), list[Delta]()
    rows = [row for row in rows_of(folder / "changes_2004_2021.derived.tsv") if row["effective_date"] <= "2021-02-01"]
    for row in reversed(rows):
        code, level, day = row["code"], int(row["level"]), row["effective_date"]
        if (day, code) in SLIPS and not (code == "10693" and row["change"] == "added"):
            continue
        before = Unit(row["old_name"], level, row["old_parent"]) if row["change"] != "added" else None
        after = state.get(code)
        if (after is None) != (row["change"] == "removed"):
            notes.append(f"{day} {code} {row['change']}: the later list says otherwise")
        if before is None:
            before = unlisted(code, state)
        if code == "10693" and day == "2019-11-01":
            before = Unit("Xã Thái Sơn", 3, "292")
        if before is None:
            state.pop(code, None)
        else:
            state[code] = before
        basis = basis_of(texts.get(row["upstream_commit"], []), names_of(row, state, end))
        deltas.append(Delta(day, code, before, after, basis))
    return state, deltas[::-1]


def unlisted(code: str, state: State) -> Unit | None:
    """What a unit was before the list first has it, where the list has a gap there; None for a new unit."""
    unit = state[code]
    if unit.level == 2:
        return unit if code in ("569", "861") else None
    district = FORMER.get(unit.parent, unit.parent)
    if int(code) % 3 != 1 or district not in FORMER.values():
        return None
    name = unit.name.removeprefix("Phường ")
    kind = "Thị trấn" if code in TOWNS else "Phường" if district == "569" else "Xã"
    return Unit({"28435": "Thị trấn Cai Lậy", "29512": "Thị trấn Duyên Hải", "31471": "Thị trấn Long Mỹ",
                 "18754": "Thị trấn Kỳ Anh"}.get(code, f"{kind} {name}" if name != unit.name else unit.name), 3, district)  # fmt: skip


def names_of(row: Mapping[str, str], state: State, end: State) -> list[str]:
    """The unit, its district and its province, as a title would name them."""
    parent = row["new_parent"] or row["old_parent"]
    above = state.get(parent) or end.get(parent) or Unit("", 2, "")
    top = state.get(above.parent) or end.get(above.parent) or Unit("", 1, "")
    return [name for name in (row["new_name"] or row["old_name"], row["old_name"], above.name, top.name) if name]


def late(folder: Path, state: State, ghosts: Set[str], notes: list[str]) -> tuple[State, list[Delta]]:
    """The changes between the dated lists, and the state after them; ``ghosts`` come back in the lists, but not here."""
    state, deltas = dict(state), list[Delta]()
    for row in rows_of(folder / "changes_2021_2025.derived.tsv"):
        code, level, tag = row["code"], int(row["level"]), row["to_tag"]
        if code in ghosts or (WINDOWS[tag], code) in SLIPS:
            continue
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
            code = MISCODED.get(two["name"], two["level2_id"])
            after[code] = Unit(two["name"], 3, one["level1_id"])
            sources = [old for old in two["merges"] if old["old_id"] in before]
            edges += joined(code, sources, parts, f"{REFORMED[one['level1_id']]}/NQ-UBTVQH15")
    taken = {edge[2] for edge in edges}
    basis = "203/2025/QH15"
    edges += [(REFORM, "dissolve", code, "", "", basis) for code, unit in before.items() if code not in taken and unit]
    return after, edges


def joined(code: str, sources: Iterable[Mapping[str, str]], parts: Mapping[str, int], basis: str) -> list[Edge]:
    """What a unit of 1/7/2025 is made of; a part of a divided commune has no known share."""
    old = list(sources)
    alone = len(old) == 1 and old[0]["old_id"] == code and parts[code] <= 1
    return [(REFORM, "transfer" if alone else "merge", one["old_id"], code, "", basis) for one in old]


def receivers(path: Path) -> tuple[Known, frozenset[str]]:
    """(district or province, name without marks and blanks) -> the communes under which that former commune is looked for; and the
    codes of all communes that the package knows before 1/7/2025."""
    found: Known = defaultdict(set)
    codes = set()
    with sqlite3.connect(path) as database:
        for province, district, code, names in database.execute(
            "select provinceCode, districtCode, wardCode, wardAlias from admin_units_legacy where wardCode is not null"
        ):
            codes.add(code)
            for name in json.loads(names or "[]"):
                found[district, name].add(code)
                found[province, name].add(code)
    return found, frozenset(codes)


def in_province(known: Known, before: Unit, key: str, former: State, state: State) -> set[str]:
    """The commune that alone in the province is known by that former name; empty where none or several are."""
    district = former.get(before.parent)
    found = known.get((district.parent, key), set()) if before.level == 3 and district else set()
    return {code for code in found if code in state} if len(found) == 1 else set()


def edges_of(deltas: list[Delta], known: Known, former: State, state: State) -> Iterator[Edge]:
    """The edges of all changes of a day; ``former`` and ``state``: the units before and after it."""
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
            into = PROVINCE_ENDS.get(code) or RECODED.get(code)
            key = search_key(before.name).replace(" ", "")
            targets = {into} if into else known.get((before.parent, key), set())
            targets = targets or (moved[code] if before.level == 2 else renamed[before.parent])
            targets = targets or in_province(known, before, key, former, state)
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


def write(out: Path, spans: list[tuple[str, ...]], edges: list[Edge]) -> None:
    """Both tables, read through the loader that checks them, then packed: the same bytes for the same rows."""
    with TemporaryDirectory() as folder:
        tables = {"orgunits": spans, "changes": edges}
        for name, rows in tables.items():
            Path(folder, name).write_text(table(HEADERS[name], rows), encoding="utf-8")
        hierarchy = load_hierarchy(Path(folder, "orgunits"), Path(folder, "changes"))
    units = [
        (unit.code, unit.name, str(unit.level), unit.parent or "", str(unit.valid.start), str(unit.valid.end or ""),
         unit.uid.split("@")[1])
        for unit in hierarchy.spans
    ]  # fmt: skip
    moves = [
        (str(one.on), one.kind, edge.from_ or "", edge.to or "", share(edge), one.legal_basis)
        for one in hierarchy.changes
        for edge in one.edges
    ]
    for name, header, rows in (
        ("vn-orgunits.csv.gz", "code;name;level;parent;valid_from;valid_to;life", units),
        ("vn-changes.csv.gz", HEADERS["changes"], moves),
    ):
        (out / name).write_bytes(gzip.compress(table(header, rows).encode(), 9, mtime=0))


def share(edge: ChangeEdge) -> str:
    """A share as it is packed: "?" where nobody knows it, empty for all."""
    return "?" if edge.share is None else "" if edge.whole else str(edge.share)


def table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    """Rows under their header line."""
    return "\n".join([header, *(";".join(row) for row in rows), ""])


def main(folder: Path, names: Path, out: Path) -> None:
    """Write both tables into ``out`` and print the gaps."""
    notes: list[str] = []
    known, codes = receivers(names)
    middle = snapshot(folder / "snapshots" / "sorted_v20210201.json.gz")
    listed = snapshot(folder / "snapshots" / "sorted_v20250301.json.gz")
    ghosts = {code for code, unit in listed.items() if unit.level == 3 and code not in codes}
    state, deltas = early(folder, middle, notes)
    last, more = late(folder, middle, ghosts, notes)
    notes += differences(last, listed, ghosts)
    days: dict[str, list[Delta]] = defaultdict(list)
    for delta in [*deltas, *more]:
        days[delta.day].append(delta)
    states, edges = [(START, dict(state))], list[Edge]()
    for day in sorted(days):
        for delta in days[day]:
            if delta.after is None:
                state.pop(delta.code, None)
            else:
                state[delta.code] = delta.after
        states.append((day, dict(state)))
        edges += edges_of(days[day], known, states[-2][1], state)
    after, reformed = reform(folder, state)
    states.append((REFORM, after))
    edges += reformed
    latest, renamed = today(folder, after, notes)
    states.append((LATER, latest))
    edges += renamed
    edges = with_own(edges)
    write(out, spans_of(states), edges)
    notes += gaps(edges)
    print(*notes, sep="\n")


def differences(last: State, listed: State, ghosts: Set[str]) -> list[str]:
    """Where the walk from list to list and the last list before 1/7/2025 differ."""
    notes = [f"2025-03-01 {code} {listed[code].name}: in the list, ended long ago" for code in sorted(ghosts)]
    return notes + [
        f"2025-03-01 {code}: {last.get(code)} here, {listed.get(code)} in the list"
        for code in sorted((last.keys() | listed.keys()) - ghosts)
        if last.get(code) != listed.get(code)
    ]


def today(folder: Path, after: State, notes: list[str]) -> tuple[State, list[Edge]]:
    """The units of 2026 by their second source, and what was renamed since 1/7/2025."""
    latest, edges = dict(after), list[Edge]()
    for province in json.loads(gzip.decompress((folder / "full_units_2026-07-25.json.gz").read_bytes())):
        for row in (province, *province["Wards"]):
            code, name = row["Code"], row["FullName"]
            if code not in latest:
                notes.append(f"2026-07-25 {code} {name}: not in the reform's list")
            elif search_key(latest[code].name) != search_key(name):
                latest[code] = latest[code]._replace(name=name)
                edges.append((LATER, "rename", code, code, "", "30/2026/QH16, 237/NQ-UBTVQH16"))
    return latest, edges


def gaps(edges: Iterable[Edge]) -> list[str]:
    """What the sources do not tell: heirs, resolutions, shares."""
    rows = [edge for edge in edges if edge[0] < REFORM]
    heirless = [f"{day} {code}: no heir is told" for day, kind, code, *_ in rows if kind == "dissolve"]
    numberless = Counter(edge[0] for edge in rows if not edge[5])
    parts = Counter(edge[0] for edge in edges if edge[1] == "split" or (edge[1] == "merge" and not edge[4]))
    told = [f"{day}: {count} edges without the number of their resolution" for day, count in sorted(numberless.items())]
    return [*heirless, *told, f"{REFORM}: {parts[REFORM]} edges of mergers, shares of divided communes are not told"]


def with_own(edges: list[Edge]) -> list[Edge]:
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
