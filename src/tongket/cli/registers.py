"""``tongket registers``: workbooks for what units keep between two reviews, and the figures that come of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, print_problems
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.cli.register_json import figure_json, record_json
from tongket.cli.tables import (
    ChangesOption,
    DayOption,
    OutOption,
    PackOption,
    PeriodOption,
    UnitsOption,
    day_of,
    need,
    period_of,
    tables,
)
from tongket.consolidation import RecordFigure, figures_from_records
from tongket.exchange import (
    RegisterShelf,
    problem_sheet,
    public_part,
    read_registers,
    register_workbook,
    seen_by,
    write_workbook,
)
from tongket.orgunits import Hierarchy, OrgUnit
from tongket.packs import Pack, load_pack
from tongket.problems import NoUsableInputError, Problem, Where, WrongCallError, message, register, translate
from tongket.registers import RecordType, RegisterBook
from tongket.review import replace_folder
from tongket.vietnamese import format_number

register(
    {
        "registers.none": "There is no register “{code}” in the pack; there are: {known}.",
        "registers.nothing_read": "None of the files is a register of the pack.",
        "registers.no_unit": "There is no unit “{code}” on {day}.",
        "registers.no_figure": "No such figure comes of the registers; leave it out to see those that do.",
        "registers.no_registers": "The pack has no registers.",
    }
)
app = typer.Typer(help="Sổ theo dõi. Registers.", no_args_is_help=True)
ByArgument = Annotated[
    list[Path], typer.Argument(metavar="FILES", help="Sổ đã điền: tệp hoặc thư mục. Filled-in registers.")
]
UnitsChosen = Annotated[list[str] | None, typer.Option("--unit", help="Mã đơn vị; nhiều lần. Unit codes.")]
RegistersChosen = Annotated[list[str] | None, typer.Option("--register", help="Mã sổ; nhiều lần. Register codes.")]
BeforeOption = Annotated[
    Path | None, typer.Option("--before", help="Sổ trước khi chia bản. What copies were made from.")
]


@app.callback()
def registers() -> None:
    """Sổ theo dõi giữa hai kỳ tổng kết: phát sổ, đọc sổ, số liệu từ sổ."""


@app.command("list")
def list_registers(pack: PackOption, as_json: JsonOption = False, lang: LanguageOption = Language.VI) -> int:
    """Liệt kê các sổ của gói nội dung. The registers of a pack."""
    kinds = _pack(pack).registers
    if as_json:
        rows = [
            {"code": k.code, "name": k.name, "purpose": k.purpose, "kept_by": sorted(k.kept_by)} for k in kinds.values()
        ]
        out().print_json(json.dumps(rows, ensure_ascii=False))
        return 0
    for kind in kinds.values():
        out().print(f"{kind.code}: {kind.name}", style="bold", markup=False)
        out().print(f"  {kind.purpose}", markup=False)
    return 0


def _pack(pack: str) -> Pack:
    loaded = load_pack(pack)
    if not loaded.registers:
        raise WrongCallError([Problem(code="registers.no_registers")])
    return loaded


def chosen_kinds(pack: Pack, codes: Sequence[str] | None) -> list[RecordType]:
    """The registers named, or all."""
    unknown = [code for code in codes or () if code not in pack.registers]
    if unknown:
        known = ", ".join(pack.registers)
        raise WrongCallError([Problem(code="registers.none", fields={"code": c, "known": known}) for c in unknown])
    return [kind for kind in pack.registers.values() if not codes or kind.code in codes]


@app.command("make")
def make(
    pack: PackOption,
    orgunits: UnitsOption,
    to: OutOption,
    changes: ChangesOption = None,
    on: DayOption = "",
    units: UnitsChosen = None,
    which: RegistersChosen = None,
    filled: Annotated[
        Path | None, typer.Option("--from", help="Sổ đang có, để ghi tiếp. Registers to go on from.")
    ] = None,
    blank: Annotated[int, typer.Option(min=0, max=2000, help="Số dòng trống. Empty rows.")] = 30,
    lang: LanguageOption = Language.VI,
) -> int:
    """Phát sổ: mỗi đơn vị, mỗi sổ một tệp Excel. One workbook for each unit and register."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    kinds = chosen_kinds(loaded, which)
    tree = hierarchy.on(day := day_of(on))
    missing = [code for code in units or () if code not in tree]
    if missing:
        fields = [{"code": code, "day": day.isoformat()} for code in missing]
        raise WrongCallError([Problem(code="registers.no_unit", fields=one) for one in fields])
    shelf = RegisterShelf(books=())
    if filled is not None:
        need(filled)
        shelf = read_registers([filled], loaded.registers, hierarchy)
        print_problems(shelf.problems, lang.value)
    made = [
        (kind, unit)
        for kind in kinds
        for unit in tree
        if (not units or unit.code in units) and unit.kind.value in kind.kept_by
    ]
    replace_folder(to, lambda folder: _write(folder, made, shelf, loaded, blank))
    out().print(translate("{count} registers were made.", lang.value, count=len(made)), markup=False)
    out().print(str(to), markup=False, style="bold")
    return 0


def _write(
    folder: Path, made: Sequence[tuple[RecordType, OrgUnit]], shelf: RegisterShelf, pack: Pack, blank: int
) -> None:
    books = {(book.record_type, book.org_unit): book for book in shelf.books}
    for kind, unit in made:
        empty = RegisterBook(record_type=kind.code, org_unit=unit.code, records=())
        book = books.get((kind.code, unit.code), empty)
        write_book(folder, kind, book, unit.name, pack, blank)


def write_book(folder: Path, kind: RecordType, book: RegisterBook, name: str, pack: Pack, blank: int = 30) -> None:
    """Write one register: a folder for each kind, a file for each unit."""
    path = folder / kind.code / f"{kind.code}-{book.org_unit}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(register_workbook(kind, book, unit_name=name, pack=f"{pack.id} {pack.version}", blank=blank), path)


def shelf_of(files: Sequence[Path], pack: Pack, hierarchy: Hierarchy, before: Path | None = None) -> RegisterShelf:
    """The registers in files and folders; raises where there are none."""
    need(*files, *([before] if before else []))
    old = read_registers([before], pack.registers, hierarchy) if before else None
    shelf = read_registers(files, pack.registers, hierarchy, before=old)
    if not shelf.books:
        raise NoUsableInputError(
            shelf.problems or [Problem(code="registers.nothing_read", where=Where(file=str(files[0])))]
        )
    return shelf


@app.command("read")
def read(
    files: ByArgument,
    pack: PackOption,
    orgunits: UnitsOption,
    to: Annotated[Path | None, typer.Option("--out", help="Thư mục sổ đã gộp và điểm cần xem lại.")] = None,
    changes: ChangesOption = None,
    before: BeforeOption = None,
    viewer: Annotated[str, typer.Option("--for", help="Chỉ phần đơn vị này được xem. What this unit may see.")] = "",
    on: DayOption = "",
    public: Annotated[
        bool, typer.Option("--public", help="Chỉ bản ghi được công bố. What may be shown to all.")
    ] = False,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Đọc sổ đã điền, gộp các bản, liệt kê ô cần xem lại. Read, merge copies, list what to look at again."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    shelf = shelf_of(files, loaded, hierarchy, before)
    if viewer:
        shelf = seen_by(shelf, loaded.registers, hierarchy, viewer, day_of(on))
    if public:
        shelf = public_part(shelf, loaded.registers)
    if to is not None:
        replace_folder(to, lambda folder: _write_read(folder, shelf, loaded, hierarchy))
    if as_json:
        rows = [record_json(record, loaded.registers[record.record_type]) for record in shelf.records()]
        problems = [
            {"code": p.code, "file": p.where.file, "place": p.where.anchor, "message": message(p, lang.value)}
            for p in shelf.problems
        ]
        out().print_json(json.dumps({"records": rows, "problems": problems}, ensure_ascii=False))
        return 0
    print_problems(shelf.problems, lang.value)
    for record in shelf.records() if public else ():
        out().print(
            f"{record.id}: {' – '.join(str(v) for v in record.values.values() if isinstance(v, str))}", markup=False
        )
    counts = {"books": len(shelf.books), "records": sum(1 for _ in shelf.records()), "problems": len(shelf.problems)}
    out().print(
        translate("{books} registers, {records} records, {problems} cells to look at again.", lang.value, **counts),
        markup=False,
    )
    return 0


def _write_read(folder: Path, shelf: RegisterShelf, pack: Pack, hierarchy: Hierarchy) -> None:
    for book in shelf.books:
        history = hierarchy.history(book.org_unit)
        write_book(folder, pack.registers[book.record_type], book, history[-1].name if history else book.org_unit, pack)
    if shelf.problems:
        write_workbook(problem_sheet(shelf.problems), folder / "can-xem-lai-so.xlsx")
    rows = [record_json(record, pack.registers[record.record_type]) for record in shelf.records()]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (folder / "so-theo-doi.json").write_text(text, encoding="utf-8", newline="\n")


@app.command("figures")
def figures(
    files: ByArgument,
    pack: PackOption,
    orgunits: UnitsOption,
    period: PeriodOption,
    changes: ChangesOption = None,
    figure: Annotated[str, typer.Option("--figure", help="Mở một số liệu: 06/2023/A01. Open one figure.")] = "",
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Tính chỉ tiêu từ sổ; mỗi số liệu mở ra được các bản ghi. Indicators from records."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    shelf = shelf_of(files, loaded, hierarchy)
    found = figures_from_records(
        shelf.books, loaded.registers, framework=loaded.framework, hierarchy=hierarchy, period=period_of(period)
    )
    if figure:
        found = tuple(one for one in found if str(one.code).startswith(figure))
        if not found:
            raise WrongCallError([Problem(code="registers.no_figure", where=Where(key=figure))])
    if as_json:
        out().print_json(json.dumps([figure_json(one) for one in found], ensure_ascii=False))
        return 0
    records = {record.id: record for record in shelf.records()}
    for one in found:
        out().print(_figure_line(one, loaded, lang.value), markup=False)
        for code in one.records if figure else ():
            record = records.get(code)
            title = (
                str(next(iter(record.values.values()), "")) if record else hierarchy.on(one.period.last_day)[code].name
            )
            out().print(f"    {code}: {title}" + (f" ({record.place})" if record else ""), markup=False)
    return 0


def _figure_line(one: RecordFigure, pack: Pack, language: str) -> str:
    indicator = pack.framework[one.indicator]
    value = "–" if one.value is None else format_number(one.value, 2 if one.denominator else None)
    parts = (
        f" ({format_number(one.numerator.amount)}/{format_number(one.denominator.amount)})" if one.denominator else ""
    )
    base = translate(
        "registers of {read} of {expected} units", language, read=len(one.read), expected=len(one.expected)
    )
    return f"{one.code}: {indicator.name}: {value} {indicator.unit_of_measure}{parts}; {base}"
