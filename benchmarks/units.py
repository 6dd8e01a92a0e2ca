"""Units through time: the national roll-up on the map of each date and on today's, the tree of a day, finding units.

usage: units.py [--rows-of INDICATORS] [--lists FOLDER]

The facts are made up: every commune of each month's map from 2019-01 to 2023-12 (11,162 down to 10,598 of them), 60
indicators. Beside the real map the same facts are rolled up on a harder one, where a tenth of the units are divided
between two provinces. Times are CPU seconds of this process, the least of several turns; ratios are to one fixed tree.
FOLDER holds the two dated lists of units that the finder is measured on (units_20250301.json.gz and
full_units_2026-07-25.json.gz); without it the names are those of the tables themselves.
"""

import argparse
import gzip
import hashlib
import json
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from tongket.consolidation import TerritoryStore
from tongket.consolidation.engine import load
from tongket.consolidation.sql.territory import AS_REPORTED, CONVERTED, LOAD_WEIGHTS, WEIGHTS
from tongket.consolidation.territory import sorted_weights
from tongket.consolidation.versions import converted, placed
from tongket.orgunits import Hierarchy, OrgUnitKind, UnitFinder, load_hierarchy

TURNS = 5
MONTHS = [
    date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    for year in range(2019, 2024)
    for month in range(1, 13)
]
FIXED, TODAY = date(2023, 12, 31), date(2026, 7, 25)
COMMON = 10_000
Named = tuple[str, str]


def cpu(work: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of a call, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows-of", type=int, default=60, help="indicators")
    parser.add_argument("--lists", type=Path)
    arguments = parser.parse_args()
    seconds, country = cpu(lambda: load_hierarchy(Path("vn")))
    assert isinstance(country, Hierarchy)
    print(f"load the country: {seconds * 1000:.0f} ms ({len(country.spans)} spans, {len(country.changes)} changes)")
    trees(country)
    finding(country, arguments.lists)
    roll_ups(country, arguments.rows_of)


def trees(country: Hierarchy) -> None:
    """The tree of a day, made for the first time."""
    country.on(date(2010, 1, 1))  # the days on which anything turns are found once
    slowest = max(
        cpu(lambda day=day: country.on(day))[0] for day in (FIXED, TODAY, date(2020, 1, 31), date(2005, 6, 30))
    )
    print(f"Hierarchy.on, the slowest of four days: {slowest * 1000:.1f} ms")


def finding(country: Hierarchy, lists: Path | None) -> None:
    """Names a second, and how many are right."""
    for day, named in names(country, lists).items():
        turns = []
        for _ in range(3):
            finder = UnitFinder(country)  # a new one, so that nothing is remembered
            turns.append(cpu(lambda named=named, day=day, f=finder: [f.find(text, on=day) for _, text in named]))
        seconds, found = min(turns, key=lambda turn: turn[0])
        assert isinstance(found, list)
        right = sum(
            bool(one) and one[0].sure and one[0].code == code for (code, _), one in zip(named, found, strict=True)
        )
        wrong = [
            f"{text} -> {one[0].code}" for (code, text), one in zip(named, found, strict=True)
            if one and one[0].sure and one[0].code != code
        ]  # fmt: skip
        print(
            f"finder, list of {day}: {len(named)} names, {100 * right / len(named):.2f} % right, {len(wrong)} otherwise than "
            f"the list {wrong}, {len(named) / seconds:,.0f} names/s"
        )


def names(country: Hierarchy, lists: Path | None) -> dict[date, list[Named]]:
    """Day -> (code, name with the units above)."""
    if lists is None:
        return {day: list(own_names(country, day)) for day in (date(2025, 6, 30), TODAY)}
    old = json.loads(gzip.decompress((lists / "units_20250301.json.gz").read_bytes()))["data"]
    new = json.loads(gzip.decompress((lists / "full_units_2026-07-25.json.gz").read_bytes()))
    before = [
        row
        for one in old
        for row in [
            (one["level1_id"], one["name"]),
            *((two["level2_id"], f"{two['name']}, {one['name']}") for two in one["level2s"]),
            *(
                (three["level3_id"], f"{three['name']}, {two['name']}, {one['name']}")
                for two in one["level2s"]
                for three in two["level3s"]
            ),
        ]
    ]
    after = [
        row
        for one in new
        for row in [
            (one["Code"], one["FullName"]),
            *((w["Code"], f"{w['FullName']}, {one['FullName']}") for w in one["Wards"]),
        ]
    ]
    return {date(2025, 3, 1): before, TODAY: after}


def own_names(country: Hierarchy, day: date) -> Iterable[Named]:
    """The names of the tables."""
    tree = country.on(day)
    for unit in tree:
        yield unit.code, ", ".join([unit.name, *(above.name for above in tree.ancestors(unit.code))])


def roll_ups(country: Hierarchy, indicators: int) -> None:
    """By province, indicator and year: on one fixed tree, on the tree of each date, converted to today's."""
    store = TerritoryStore(country)
    fill(store, indicators)
    (rows,) = store._one("select count(*) from figure")
    used = store._used()
    print(f"facts: {rows:,} rows, {len(used)} versions of units")
    now, level = country.on(FIXED), OrgUnitKind.PROVINCE
    fixed = [(v.number, top(now, v.path), 1) for v in used]
    own = [(v.number, placed(v, country.on(v.valid.start), level) or "", 1) for v in used]
    places = converted(country, used, TODAY, level)
    whole, shared, _ = sorted_weights(places, COMMON)
    harder = {
        number: shares if number % 10 else {**shares, second(number, places): Fraction(number % 97 + 1, 200)}
        for number, shares in places.items()
    }
    harder = {number: completed(shares) for number, shares in harder.items()}
    hard_whole, hard_shared, _ = sorted_weights(harder, COMMON)
    tasks = {
        "one fixed tree": (AS_REPORTED, fixed, []),
        "tree of each date": (AS_REPORTED, own, []),
        "today's tree": (CONVERTED.format(common=COMMON), whole, shared),
        "today's tree, a tenth divided": (CONVERTED.format(common=COMMON), hard_whole, hard_shared),
    }
    least: dict[str, float] = {}
    digests: dict[str, set[str]] = {}
    for _ in range(TURNS):
        for name, (query, all_of, part_of) in tasks.items():
            weigh(store, whole=all_of, shared=part_of)
            seconds, found = cpu(
                lambda query=query: store.connection.execute(f"select * from ({query}) order by all").fetchall()
            )
            least[name] = min(seconds, least.get(name, seconds))
            digests.setdefault(name, set()).add(hashlib.sha256(repr(found).encode()).hexdigest())
    for name, seconds in least.items():
        ratio = seconds / least["one fixed tree"]
        same = "identical" if len(digests[name]) == 1 else "DIFFERENT"
        print(f"{name}: {seconds:.2f} s CPU, {ratio:.2f}x; results of {TURNS} runs {same}")


def top(tree: object, path: tuple[str, ...]) -> str:
    """The province of a unit on the fixed tree; of a unit that is gone that of its own map."""
    found = [code for code in path if code in tree]  # type: ignore[operator]
    return [found[0], *(unit.code for unit in tree.ancestors(found[0]))][-1]  # type: ignore[attr-defined]


def second(number: int, places: dict[int, dict[str, Fraction | None]]) -> str:
    """Another province than a version's own."""
    codes = sorted({code for shares in places.values() for code in shares})
    return next(code for code in codes[number % len(codes) :] + codes if code not in places[number])


def completed(shares: dict[str, Fraction | None]) -> dict[str, Fraction | None]:
    """Shares that make 1: the first gets what the second leaves."""
    if len(shares) == 1:
        return shares
    (first, _), (other, part) = shares.items()
    return {first: 1 - (part or Fraction(0)), other: part}


def fill(store: TerritoryStore, indicators: int) -> None:
    """A value for every commune of each month's map and every indicator, in order of the units."""
    communes = {v.number for v in store.versions if len(v.path) == 3}
    store.connection.execute("create table month (day date); create table commune (version integer)")
    load(store.connection, "insert into month select unnest($1::date[])", [(day,) for day in MONTHS])
    load(
        store.connection, "insert into commune select unnest($1::integer[])", [(number,) for number in sorted(communes)]
    )
    store.connection.execute(
        "insert into figure (version, indicator, day, value) select v.version, 'I' || lpad(i.range::varchar, 2, '0'), m.day, "
        "((hash(v.version, i.range, m.day) % 1000000)::decimal(18, 4) / 100)::decimal(18, 4) "
        "from version v join commune using (version) join month m on m.day >= v.start and m.day < v.until, "
        f"range({indicators}) i order by 1, 2, 3"
    )


def weigh(store: TerritoryStore, **tables: list[tuple[int, str, int]]) -> None:
    """Write the weights of versions."""
    for table, rows in tables.items():
        store.connection.execute(WEIGHTS.format(table=table))
        load(store.connection, LOAD_WEIGHTS.format(table=table), rows)


if __name__ == "__main__":
    main()
