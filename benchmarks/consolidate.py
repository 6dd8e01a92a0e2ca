"""Twenty million values rolled up on the map of each date, and one corrected value, beside DuckDB by hand, pandas and PostgreSQL.

usage: consolidate.py [--indicators N] [--postgres BIN]   (.[bench] installs pandas and psycopg; BIN holds initdb and pg_ctl)

Every commune of each month's map of the country from 2019-01 to 2023-12 states N indicators (32 give twenty million
values): commune, district, province. All engines sum the same values by province, indicator and year; DuckDB by hand and
the others do it on one fixed tree, which is less work. Seconds of the clock, the least of several turns, two threads.
A corrected value, until the sum of its branch is read: ours finds it and adds the difference to the sum, and writes what
was corrected before the next question (a twentieth of the writing of twenty is counted; beside it, each written at once);
pandas updates it and sums its branch anew; PostgreSQL once refreshes a materialized view, once updates by index and sums
the branch anew. Memory is the peak of a process of its own.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from units import FIXED, fill, top

from tongket.consolidation import TerritoryStore, TerritorySums
from tongket.consolidation.engine import load
from tongket.consolidation.sql.territory import AS_REPORTED
from tongket.orgunits import OrgUnitKind, load_hierarchy

TURNS = 5
CORRECTIONS = 20
FLAT = "create table facts as select version, indicator, day, value from figure order by version, indicator, day"
BY_HAND = """
select p.province, f.indicator, year(f.day) as year, sum(f.value) as value, count(*) as figures
from facts f join commune_of c using (version) join district_of d on d.district = c.district
join province_of p on p.number = d.province group by all"""
IN_POSTGRES = BY_HAND.replace("year(f.day)", "extract(year from f.day)::int").replace(
    "group by all", "group by 1, 2, 3"
)


def least(work: Callable[[], object], turns: int = TURNS) -> float:
    """The least seconds of several calls."""
    seconds = []
    for _ in range(turns):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def median(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--indicators", type=int, default=32)
    parser.add_argument("--postgres", type=Path, default=Path("/usr/lib/postgresql/15/bin"))
    given = parser.parse_args()
    country = load_hierarchy(Path("vn"))
    store = TerritoryStore(country)
    fill(store, given.indicators)
    connection = store.connection
    told: dict[str, Any] = {"values": connection.execute("select count(*) from figure").fetchone()[0]}
    fixed_tree(store, country)
    sums = TerritorySums(store, OrgUnitKind.PROVINCE)
    turns = [
        [least(lambda q=q: connection.execute(q).fetchall(), 1) for q in (AS_REPORTED, BY_HAND)] for _ in range(TURNS)
    ]
    ours, by_hand = (min(one[side] for one in turns) for side in (0, 1))  # turn about, so that load falls on both alike
    told |= {"roll-up, map of each date": ours, "DuckDB by hand, fixed tree": by_hand, "ratio": ours / by_hand}
    told |= corrected(sums)
    told["peak memory MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    frame = connection.execute("select version, indicator, day, value::double as value from facts").fetch_df()
    places = connection.execute(
        "select version, p.province from commune_of c join district_of d using (district) join province_of p on p.number = d.province"
    ).fetch_df()
    told |= pandas_peer(frame, places)
    if (given.postgres / "initdb").exists():
        told |= postgres_peer(connection, given.postgres, sums)
    for name in ("pandas: roll-up", "PostgreSQL: roll-up"):
        if name in told:
            told[f"{name} / ours"] = told[name] / ours
    for name in ("pandas: corrected", "PostgreSQL: corrected, view refreshed", "PostgreSQL: corrected, by index"):
        if name in told:
            told[f"{name} / ours"] = told[name] / told["one corrected value"]
    print(json.dumps({k: round(v, 5) if isinstance(v, float) else v for k, v in told.items()}, indent=2))


def fixed_tree(store: TerritoryStore, country: Any) -> None:
    """The facts once more as somebody would lay them down who knows of one tree only."""
    now = country.on(FIXED)
    store.connection.execute(FLAT)
    for name, columns in (
        ("commune_of", "version integer, district integer"),
        ("district_of", "district integer, province integer"),
        ("province_of", "number integer, province varchar"),
    ):
        store.connection.execute(f"create table {name} ({columns})")
    rows = [(v.number, v.path[1] if len(v.path) > 2 else v.path[0], top(now, v.path)) for v in store._used()]
    places = {district: province for _, district, province in rows}
    districts = {code: i for i, code in enumerate(sorted(places))}
    provinces = {code: i for i, code in enumerate(sorted(set(places.values())))}
    pairs = "insert into {0} select unnest($1::integer[]), unnest($2::{1}[])"
    load(store.connection, pairs.format("commune_of", "integer"), [(n, districts[d]) for n, d, _ in rows])
    load(
        store.connection,
        pairs.format("district_of", "integer"),
        [(districts[d], provinces[p]) for d, p in places.items()],
    )
    load(store.connection, pairs.format("province_of", "varchar"), [(i, code) for code, i in provinces.items()])


def corrections(sums: TerritorySums, seed: int) -> Iterator[float]:
    """Seconds of corrections spread over the country, each until the sum of its branch is read."""
    rows = sums.rows(
        "select v.unit, w.target, f.indicator, f.day, f.value from figure f join version v using (version) "
        f"join whole w using (version) using sample {CORRECTIONS} rows (reservoir, {seed})"
    )
    for unit, target, indicator, day, value in rows:
        started = time.perf_counter()
        assert sums.correct(unit, indicator, day, value + Decimal("1.5"))
        assert sums.sum_of(target, indicator, day.year) is not None
        yield time.perf_counter() - started


def corrected(sums: TerritorySums) -> dict[str, float]:
    """What a correction takes: found and added, its part of writing twenty together, and each written at once."""
    list(corrections(sums, 1))
    sums.settle()  # the first writing into a table that was just made is slower
    found = median(list(corrections(sums, 2)))
    together = least(sums.settle, 1) / CORRECTIONS
    at_once = [one + least(sums.settle, 1) for one in corrections(sums, 3)]
    return {
        "corrected, its sum read": found,
        "a twentieth of writing twenty": together,
        "one corrected value": found + together,
        "one corrected value, written at once": median(at_once),
    }


def pandas_peer(frame: Any, places: Any) -> dict[str, float]:
    frame["indicator"] = frame["indicator"].astype("category")
    frame["year"] = frame["day"].dt.year.astype("int16")
    frame["day"] = frame["day"].dt.day_of_year.astype("int16")
    province = places.set_index("version")["province"].astype("category")
    codes = province.cat.codes

    def roll_up() -> Any:
        keys = [frame["version"].map(codes), frame["indicator"], frame["year"]]
        return frame.groupby(keys, observed=True, sort=False)["value"].agg(["sum", "count"])

    keyed = frame["version"].map(codes)

    def correct(row: int) -> float:
        frame.iat[row, frame.columns.get_loc("value")] += 1.5
        one = frame.iloc[row]
        branch = (keyed == keyed.iloc[row]) & (frame["indicator"] == one["indicator"]) & (frame["year"] == one["year"])
        return float(frame.loc[branch, "value"].sum())

    step = len(frame) // 5
    return {
        "pandas: roll-up": least(roll_up, 2),
        "pandas: corrected": median([least(lambda r=r: correct(r), 1) for r in range(0, len(frame), step)]),
    }


@contextmanager
def server(bin_folder: Path) -> Any:
    """A PostgreSQL server of its own, run as the user postgres, gone afterwards."""
    user = {"user": "postgres"} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory() as name:
        if user:
            subprocess.run(["chown", "postgres", name], check=True)
        data = Path(name) / "data"
        quiet: dict[str, Any] = {
            "check": True,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "cwd": name,
            **user,
        }
        subprocess.run([bin_folder / "initdb", "-D", data, "-A", "trust", "-U", "postgres"], **quiet)
        settings = "-c shared_buffers=1GB -c work_mem=256MB -c max_wal_size=4GB -c fsync=off -c listen_addresses="
        control = [bin_folder / "pg_ctl", "-D", data, "-w", "-l", f"{name}/log"]
        subprocess.run([*control, "-o", f"{settings}'' -k {name}", "start"], **quiet)
        try:
            yield f"host={name} user=postgres dbname=postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **quiet)


def postgres_peer(source: Any, bin_folder: Path, sums: TerritorySums) -> dict[str, float]:
    import psycopg

    with (
        server(bin_folder) as place,
        psycopg.connect(place, autocommit=True) as peer,
        tempfile.TemporaryDirectory() as files,
    ):
        tables = {
            "facts": "version integer, indicator varchar, day date, value decimal(18, 4)",
            "commune_of": "version integer, district integer",
            "district_of": "district integer, province integer",
            "province_of": "number integer, province varchar",
        }
        for name, columns in tables.items():
            file = Path(files) / f"{name}.csv"
            source.execute(f"copy (select * from {name}) to '{file}' (header false)")
            peer.execute(f"create unlogged table {name} ({columns})")
            with peer.cursor().copy(f"copy {name} from stdin (format csv)") as copy, file.open("rb") as content:
                while block := content.read(1 << 20):
                    copy.write(block)
        peer.execute("create index on facts (version, indicator, day)")
        peer.execute("vacuum analyze")
        roll_up = least(lambda: peer.execute(IN_POSTGRES).fetchall(), 2)
        peer.execute(f"create materialized view rolled as {IN_POSTGRES}")
        rows = peer.execute(
            "select version, indicator, day from facts tablesample system (0.1) repeatable (7)"
        ).fetchall()
        rows = rows[:: len(rows) // CORRECTIONS][:CORRECTIONS]

        def update(key: Any) -> None:
            peer.execute("update facts set value = value + 1.5 where version = %s and indicator = %s and day = %s", key)

        def refreshed() -> None:
            update(rows[0])
            peer.execute("refresh materialized view rolled")

        def branch(key: Any) -> None:
            update(key)
            peer.execute(
                "select sum(f.value) from facts f join commune_of c using (version) join district_of d using (district) "
                "where d.province = (select d.province from commune_of c join district_of d using (district) where c.version = %s) "
                "and f.indicator = %s and extract(year from f.day) = extract(year from %s::date)",
                key,
            ).fetchall()

        turns = [(ours, least(lambda k=k: branch(k), 1)) for ours, k in zip(corrections(sums, 4), rows, strict=True)]
        ours, theirs = (
            median([one[side] for one in turns]) for side in (0, 1)
        )  # each finds the other's data in the caches
        in_a_row = median([least(lambda k=k: branch(k), 1) for k in rows])
        return {
            "PostgreSQL: roll-up": roll_up,
            "PostgreSQL: corrected, view refreshed": least(refreshed, 1),
            "PostgreSQL: corrected, by index": in_a_row,
            "turn about: ours, its sum read": ours,
            "turn about: PostgreSQL, by index": theirs,
        }


if __name__ == "__main__":
    sys.exit(main())
