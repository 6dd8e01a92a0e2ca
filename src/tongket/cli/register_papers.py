"""What is made from registers: the report on an exercise, tasks, the map of coverage, the budget in time."""

from pathlib import Path
from typing import Annotated

import typer

from tongket.charts import can_paint, money_chart, paint
from tongket.cli.console import out, print_problems
from tongket.cli.options import Language, LanguageOption
from tongket.cli.registers import ByArgument, shelf_of
from tongket.cli.tables import (
    ChangesOption,
    DayOption,
    OutOption,
    PackOption,
    PeriodOption,
    UnitsOption,
    day_of,
    period_of,
    tables,
)
from tongket.conference import tasks_of_records
from tongket.consolidation import budget_lines, coverage_by_year, money_by_unit
from tongket.dossier.evaluation import evaluation_report
from tongket.dossier.writers.docx import write_docx
from tongket.exchange import MoneyRow, coverage_workbook, load_tasks, money_workbook, save_tasks, write_workbook
from tongket.orgunits import Hierarchy
from tongket.problems import Problem, WrongCallError, register, translate
from tongket.registers import Operation
from tongket.review import replace_folder
from tongket.tasks import missing_fields
from tongket.vietnamese import format_number

register(
    {
        "registers.no_record": "There is no record “{code}” that is judged by objectives; “tongket registers read --json” lists those there are.",
        "registers.not_distinct": "“{code}” does not count units once; there are: {known}.",
        "registers.no_money": "None of the registers tells of money in time.",
    }
)


def evaluate(
    files: ByArgument,
    record: Annotated[str, typer.Option("--record", help="Mã bản ghi. Record code.")],
    pack: PackOption,
    orgunits: UnitsOption,
    to: Annotated[Path, typer.Option("--out", help="Tệp .docx.")],
    changes: ChangesOption = None,
    illustrative: Annotated[bool, typer.Option("--illustrative", help="Số liệu giả định. Invented data.")] = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Lập báo cáo kết quả một cuộc diễn tập: đánh giá từng mục tiêu, kế hoạch khắc phục."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    shelf = shelf_of(files, loaded, hierarchy)
    found = next((one for one in shelf.records() if one.id == record), None)
    kind = loaded.registers[found.record_type] if found else None
    if found is None or kind is None or kind.evaluation is None:
        raise WrongCallError([Problem(code="registers.no_record", fields={"code": record})])
    day = found.dated(kind.dated_by)
    history = hierarchy.history(found.org_unit)
    unit = next((span for span in history if day and span.valid.contains(day)), history[-1])
    year = day.year if day else history[-1].valid.start.year
    write_docx(evaluation_report(found, kind, unit, year=year, illustrative=illustrative), to)
    out().print(str(to), markup=False, style="bold")
    return 0


def to_tasks(
    files: ByArgument,
    store: Annotated[Path, typer.Option("--store", help="Tệp nhiệm vụ. File of tasks.")],
    pack: PackOption,
    orgunits: UnitsOption,
    changes: ChangesOption = None,
    on: DayOption = "",
    lang: LanguageOption = Language.VI,
) -> int:
    """Đưa việc cần khắc phục, kiến nghị, tồn tại chưa xong vào tệp nhiệm vụ. Open follow-ups become tasks."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    shelf, day = shelf_of(files, loaded, hierarchy), day_of(on)
    names = {unit.code: unit.name for unit in hierarchy.on(day)}
    found = tasks_of_records(shelf.records(), loaded.registers, names)
    unclear = [task for task in found if missing_fields(task)]
    print_problems([_unclear(task.id) for task in unclear], lang.value)
    kept, problems = load_tasks(store).with_tasks([task for task in found if task not in unclear], day)
    links = [(task.source, f"task:{task.id}") for task in found]
    save_tasks(kept.with_links(links, {f"task:{task.id}": f"{task.lead}: {task.deed}" for task in found}), store)
    print_problems(problems, lang.value)
    out().print(translate("{count} tasks in the file.", lang.value, count=len(kept.tasks)), markup=False, style="bold")
    return 0


def _unclear(code: str) -> Problem:
    return Problem(code="tasks.incomplete", fields={"id": code, "fields": translate("Lead, By when", "vi")})


def coverage(
    files: ByArgument,
    pack: PackOption,
    orgunits: UnitsOption,
    period: PeriodOption,
    to: Annotated[Path, typer.Option("--out", help="Tệp .xlsx.")],
    element: Annotated[str, typer.Option("--element", help="Mục số liệu đếm đơn vị một lần. Element.")] = "",
    level: Annotated[str, typer.Option("--level", help="Cấp: commune, district. Level.")] = "commune",
    changes: ChangesOption = None,
    lang: LanguageOption = Language.VI,
) -> int:
    """Bản đồ phủ: đơn vị nào đã làm năm nào, trên địa giới cuối kỳ. Which units did it in which year."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    shelf, span = shelf_of(files, loaded, hierarchy), period_of(period)
    known = [c for k in loaded.registers.values() for c, f in k.figures.items() if f.operation is Operation.DISTINCT]
    chosen = element or next(iter(known), "")
    if chosen not in known:
        raise WrongCallError(
            [Problem(code="registers.not_distinct", fields={"code": chosen, "known": ", ".join(known)})]
        )
    found = coverage_by_year(
        shelf.books, loaded.registers, chosen, hierarchy=hierarchy, period=span, levels=frozenset({level})
    )
    tree = hierarchy.on(span.last_day)
    rows = {f"{tree[code].name} ({code})": counts for code, counts in found.items()}
    covered = sum(1 for counts in found.values() if counts)
    base = translate(
        "{covered} of {count} units at least once, each counted once on the map of {day}.",
        "vi",
        covered=covered,
        count=len(found),
        day=f"{span.last_day:%d/%m/%Y}",
    )
    years = [year.first_year for year in span.years()]
    write_workbook(coverage_workbook(loaded.framework.elements[chosen].name, base, years, rows), to)
    out().print(base, markup=False)
    out().print(str(to), markup=False, style="bold")
    return 0


def budget(
    files: ByArgument,
    pack: PackOption,
    orgunits: UnitsOption,
    to: OutOption,
    changes: ChangesOption = None,
    on: DayOption = "",
    lang: LanguageOption = Language.VI,
) -> int:
    """Kinh phí theo thời gian: phân bổ đến 31/3, số ngày chậm, giải ngân; hình theo tháng. Budget in time."""
    loaded, hierarchy = tables(pack, orgunits, changes)
    shelf, day = shelf_of(files, loaded, hierarchy), day_of(on)
    lines = budget_lines(shelf.records(), loaded.registers)
    if not lines:
        raise WrongCallError([Problem(code="registers.no_money")])
    rows: list[MoneyRow] = [
        (
            _name(hierarchy, one.org_unit),
            one.title,
            one.planned,
            one.due,
            one.early,
            one.reached_on,
            one.days_late(day),
            one.disbursed_on(day),
        )
        for one in lines
    ]
    base = translate("As of {day}", "vi", day=f"{day:%d/%m/%Y}")

    def write(folder: Path) -> None:
        write_workbook(money_workbook(translate("Budget in time", "vi"), base, rows), folder / "kinh-phi.xlsx")
        for year in sorted({one.due.year for one in lines}) if can_paint() else ():
            whom = translate("{count} units", "vi", count=len({one.org_unit for one in lines if one.due.year == year}))
            picture = paint(money_chart(lines, year, of_whom=whom))
            (folder / f"kinh-phi-{year}.svg").write_text(picture.svg, encoding="utf-8", newline="\n")

    replace_folder(to, write)
    for one in money_by_unit(lines, day):
        share = format_number(one.share_early, 1) if one.share_early is not None else "–"
        text = translate(
            "{name}: planned {planned}, by 31/3 {share}%; {late} of {lines} lines late, at most {days} days.",
            lang.value,
            name=_name(hierarchy, one.org_unit),
            planned=format_number(one.planned),
            share=share,
            late=one.late,
            lines=one.lines,
            days=one.days_late,
        )
        out().print(text, markup=False)
    out().print(str(to), markup=False, style="bold")
    return 0


def _name(hierarchy: Hierarchy, code: str) -> str:
    history = hierarchy.history(code)
    return history[-1].name if history else code
