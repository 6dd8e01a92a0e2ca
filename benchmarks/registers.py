"""How long it takes to read, check and roll up the registers of many units, beside a reader of Excel files alone.

    python benchmarks/registers.py [UNITS] [RECORDS]

makes UNITS workbooks with RECORDS records in all, reads and checks them and works out the figures of all units, then
reads the same cells with openpyxl, which checks and adds up nothing. Making the files is not counted.
"""

import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

from tongket.consolidation import figures_from_records
from tongket.exchange import read_registers, register_files, register_workbook, write_workbook
from tongket.orgunits import Hierarchy, OrgUnit, OrgUnitKind
from tongket.packs import load_pack
from tongket.periods import Interval, Period
from tongket.registers import Record, RegisterBook

OPEN = Interval(start=date(2000, 1, 1))
PEER_FILES = 50
"""So many workbooks are read by the other reader; its time is taken for all in proportion."""


def hierarchy(units: int) -> Hierarchy:
    """A province of districts of ten communes."""
    spans = [OrgUnit(uid="T", code="T", name="Tỉnh T", kind=OrgUnitKind.PROVINCE, level=1, parent=None, valid=OPEN)]
    for i in range(units):
        district = f"H{i // 10}"
        if i % 10 == 0:
            spans.append(
                OrgUnit(
                    uid=district,
                    code=district,
                    name=f"Huyện {district}",
                    kind=OrgUnitKind.DISTRICT,
                    level=2,
                    parent="T",
                    valid=OPEN,
                )
            )
        code = f"X{i}"
        spans.append(
            OrgUnit(
                uid=code, code=code, name=f"Xã {code}", kind=OrgUnitKind.COMMUNE, level=3, parent=district, valid=OPEN
            )
        )
    return Hierarchy(spans)


def record(unit: str, number: int) -> Record:
    """One class."""
    day = date(2019 + number % 5, 1 + number % 12, 1 + number % 28)
    values = {
        "title": f"Lớp {number}", "subject": "defence_education", "group": f"group_{2 + number % 3}", "planned_on": day, "opened_on": day,
        "closed_on": day, "quota": Decimal(60), "persons": Decimal(40 + number % 30), "attendances": Decimal(200),
    }  # fmt: skip
    return Record(
        id=f"training_classes-{unit}-{number:04d}",
        record_type="training_classes",
        org_unit=unit,
        state="held",
        values=values,
    )


def main(units: int, records: int) -> None:
    pack, tree = load_pack("nd21"), hierarchy(units)
    kind = pack.registers["training_classes"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        each = records // units
        for i in range(units):
            book = RegisterBook(
                record_type=kind.code, org_unit=f"X{i}", records=tuple(record(f"X{i}", n + 1) for n in range(each))
            )
            write_workbook(
                register_workbook(kind, book, unit_name=f"Xã X{i}", pack="nd21", blank=0),
                folder / f"{kind.code}-X{i}.xlsx",
            )
        size = sum(path.stat().st_size for path in folder.iterdir())
        print(f"{units} workbooks, {each * units} records, {size / 1e6:.1f} MB")
        start = time.perf_counter()
        shelf = read_registers([folder], pack.registers, tree)
        read = time.perf_counter()
        found = figures_from_records(
            shelf.books, pack.registers, framework=pack.framework, hierarchy=tree, period=Period.parse("2019/2023")
        )
        end = time.perf_counter()
        count = sum(1 for _ in shelf.records())
        print(
            f"read and checked {read - start:.2f} s, rolled up {end - read:.2f} s, together {end - start:.2f} s: {count} records, {len(found)} figures, {len(shelf.problems)} problems"
        )
        start = time.perf_counter()
        files = register_files([folder])[:PEER_FILES]
        for path in files:
            for sheet in openpyxl.load_workbook(path, read_only=True):
                for _ in sheet.iter_rows(values_only=True):
                    pass
        peer = (time.perf_counter() - start) * units / len(files)
        print(f"openpyxl, reading alone ({len(files)} workbooks, in proportion): {peer:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
