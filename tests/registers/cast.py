"""A small register of a library, and the books that units keep in it."""

from datetime import date
from decimal import Decimal

from tongket.orgunits import Change, ChangeEdge, ChangeKind, Hierarchy, OrgUnit, OrgUnitKind
from tongket.periods import Interval
from tongket.registers import (
    Computation,
    ComputationKind,
    FieldKind,
    LineTable,
    Operation,
    Record,
    RecordField,
    RecordFormula,
    RecordType,
    RegisterBook,
)
from tongket.workflow import Lifecycle, Move

OPENINGS = RecordType(
    code="openings",
    name="Sổ mở cửa thư viện",
    purpose="Ghi từng buổi mở cửa.",
    fields=(
        RecordField(code="title", name="Tên buổi", kind=FieldKind.TEXT, required=True),
        RecordField(code="due", name="Ngày theo kế hoạch", kind=FieldKind.DAY),
        RecordField(code="done", name="Ngày mở cửa", kind=FieldKind.DAY),
        RecordField(code="readers", name="Bạn đọc", kind=FieldKind.WHOLE, unit_of_measure="người"),
        RecordField(code="kind", name="Loại", kind=FieldKind.CHOICE, choices={"day": "Ban ngày", "night": "Buổi tối"}),
        RecordField(code="free", name="Miễn phí", kind=FieldKind.YES_NO),
        RecordField(
            code="late",
            name="Số ngày chậm",
            kind=FieldKind.COMPUTED,
            computation=Computation(kind=ComputationKind.DAYS_LATE, due="due", done="done"),
        ),
        RecordField(
            code="lent",
            name="Sách cho mượn",
            kind=FieldKind.COMPUTED,
            computation=Computation(kind=ComputationKind.TOTAL, lines="loans", value="books", on="on"),
        ),
    ),
    lifecycle=Lifecycle(
        initial="planned",
        states={"planned": "Theo kế hoạch", "held": "Đã mở cửa", "cancelled": "Không thực hiện"},
        moves=(
            Move(start="planned", verb="hold", end="held"),
            Move(start="planned", verb="cancel", end="cancelled"),
        ),
    ),
    kept_by=frozenset({"commune"}),
    seen_by=frozenset({"district", "province"}),
    dated_by=("done", "due"),
    lines=(
        LineTable(
            code="loans",
            name="Cho mượn",
            fields=(
                RecordField(code="on", name="Ngày", kind=FieldKind.DAY),
                RecordField(code="books", name="Số sách", kind=FieldKind.DECIMAL),
            ),
        ),
    ),
    orders=(),
    figures={
        "openings": RecordFormula(
            operation=Operation.COUNT, record_type="openings", where={"state": frozenset({"held"})}
        ),
        "readers": RecordFormula(operation=Operation.SUM, record_type="openings", of="readers"),
        "open_communes": RecordFormula(
            operation=Operation.DISTINCT, record_type="openings", of="org_unit", where={"state": frozenset({"held"})}
        ),
    },
)


def opening(number: int, org_unit: str, day: date | None, *, state: str = "held", readers: int | None = None) -> Record:
    values = {
        "title": f"Buổi {number}",
        "done": day,
        "readers": Decimal(readers) if readers is not None else None,
    }
    return Record(
        id=f"openings-{org_unit}-{number:04d}", record_type="openings", org_unit=org_unit, state=state, values=values
    )


def book(org_unit: str, *records: Record) -> RegisterBook:
    return RegisterBook(record_type="openings", org_unit=org_unit, records=records)


def org_unit(
    code: str, kind: OrgUnitKind, level: int, parent: str | None, start: int, end: int | None = None
) -> OrgUnit:
    valid = Interval(start=date(start, 1, 1), end=date(end, 1, 1) if end else None)
    return OrgUnit(
        uid=f"{code}@{start}", code=code, name=f"Xã {code}", kind=kind, level=level, parent=parent, valid=valid
    )


def change(kind: ChangeKind, year: int, *edges: tuple[str, str, object]) -> Change:
    from fractions import Fraction

    made = tuple(ChangeEdge(from_=a, to=b, share=Fraction(s) if s is not None else None) for a, b, s in edges)  # type: ignore[arg-type]
    return Change(kind=kind, on=date(year, 1, 1), edges=made, legal_basis="")


def three_communes() -> Hierarchy:
    """Communes A and B become C in 2021; D stays; all of district H."""
    commune = OrgUnitKind.COMMUNE
    spans = (
        org_unit("H", OrgUnitKind.DISTRICT, 2, None, 2010),
        org_unit("A", commune, 3, "H", 2010, 2021),
        org_unit("B", commune, 3, "H", 2010, 2021),
        org_unit("C", commune, 3, "H", 2021),
        org_unit("D", commune, 3, "H", 2010),
    )
    return Hierarchy(spans, [change(ChangeKind.MERGE, 2021, ("A", "C", 1), ("B", "C", 1))])
