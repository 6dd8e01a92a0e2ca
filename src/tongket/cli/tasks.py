"""``tongket tasks``: the register of conclusions and tasks that an office runs from one review to the next."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, print_problems
from tongket.cli.law_texts import load_assigned
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.cli.tables import ChangesOption, DayOption, PackOption, UnitsOption, day_of, need, tables
from tongket.cli.task_files import Standing, standing_of, task_json, write_report
from tongket.conference import (
    Chain,
    chain_of_conclusions,
    chain_of_events,
    chain_of_law,
    chain_of_review,
    joined,
    tasks_of,
)
from tongket.exchange import TaskStore, icalendar, load_tasks, read_task_workbook, save_tasks
from tongket.packs import load_conference
from tongket.problems import NoUsableInputError, Problem, Where, WrongCallError, register, translate
from tongket.review import replace_folder
from tongket.tasks import TaskField, missing_fields, not_independent

register(
    {
        "tasks.incomplete": "The task {id} is not clear: {fields} missing. It was not taken in; complete it and try again.",
        "tasks.no_tasks": "There are no tasks in the file; take some in with “tongket tasks import”.",
        "tasks.not_independent": "The judgement of {id} by “{by}” does not count: who reports the evidence does not judge it.",
        "tasks.no_link": "“{code}” stands in no link; write a code such as task:KL1 or conclusion:1.",
        "tasks.years": "Days off of {years} are not in the pack; only weekends are left out there.",
    }
)
app = typer.Typer(help="Nhiệm vụ sau kết luận. Tasks after the conclusions.", no_args_is_help=True)
StoreOption = Annotated[
    Path, typer.Option("--store", help="Tệp nhiệm vụ của cơ quan, ví dụ nhiem-vu.json. File of tasks.")
]


@app.callback()
def tasks() -> None:
    """Theo dõi nhiệm vụ: nhận từ kết luận, cập nhật, đôn đốc, lịch hạn."""


@app.command("import")
def import_tasks(
    files: Annotated[list[Path], typer.Argument(metavar="FILES", help="conference.yaml hoặc sổ nhiệm vụ (.xlsx).")],
    store: StoreOption,
    pack: PackOption,
    orgunits: UnitsOption,
    changes: ChangesOption = None,
    on: DayOption = "",
    lang: LanguageOption = Language.VI,
) -> int:
    """Nhận nhiệm vụ từ kết luận hội nghị hoặc sổ Excel; nhiệm vụ chưa đủ 6 rõ không được nhận."""
    need(*files)
    loaded, hierarchy = tables(pack, orgunits, changes)
    kept, problems = load_tasks(store), list[Problem]()
    for file in files:
        given_on = day_of(on)
        if file.suffix.lower() in (".yaml", ".yml"):
            conference = load_conference(file, framework=loaded.framework, hierarchy=hierarchy).conference
            found = tasks_of(conference, hierarchy)
            chain = chain_of_conclusions(conference, found)
            kept = replace(
                kept.with_links(chain.links, chain.words), illustrative=kept.illustrative or conference.illustrative
            )
            given_on = conference.held_on
        else:
            found, _, wrong = read_task_workbook(file, kept.tasks, given_on)
            problems += wrong
        unclear = {task.id: missing for task in found if task.parent is None and (missing := missing_fields(task))}
        problems += [_incomplete(code, missing) for code, missing in unclear.items()]
        clear = [task for task in found if task.id not in unclear and task.parent not in unclear]
        kept, wrong = kept.with_tasks(clear, given_on)
        problems += wrong
    save_tasks(kept, store)
    print_problems(problems, lang.value)
    out().print(translate("{count} tasks in the file.", lang.value, count=len(kept.tasks)), markup=False, style="bold")
    return 0


def _incomplete(code: str, missing: Sequence[TaskField]) -> Problem:
    names = ", ".join(translate(WORDS[one], "vi") for one in missing)
    return Problem(code="tasks.incomplete", fields={"id": code, "fields": names})


WORDS = {
    TaskField.LEAD: "Lead",
    TaskField.DEED: "What is to be done",
    TaskField.DEADLINE: "By when",
    TaskField.RESPONSIBILITY: "Answerable",
    TaskField.PRODUCT: "Product",
    TaskField.AUTHORITY: "Authority",
}


@app.command("update")
def update(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES", help="Sổ đã điền: tệp hoặc thư mục. Filled-in workbooks.")
    ],
    store: StoreOption,
    on: DayOption = "",
    lang: LanguageOption = Language.VI,
) -> int:
    """Đọc sổ các đơn vị, văn phòng đã điền; chỉ ghi thêm, không ghi đè. Read updates; nothing is overwritten."""
    need(*files)
    kept = _stored(store)
    problems: list[Problem] = []
    before = len(kept.events)
    paths = [p for file in files for p in (sorted(file.rglob("*.xlsx")) if file.is_dir() else [file])]
    for path in (p for p in paths if not p.name.startswith("~$")):
        new, events, wrong = read_task_workbook(path, kept.tasks, day_of(on))
        problems += wrong
        problems += [Problem(code="tasks.unknown", where=Where(file=path.name), fields={"id": task.id}) for task in new]
        known = {task.id for task in kept.tasks}
        kept = kept.with_events(event for event in events if event.task in known)
    for task in kept.tasks:
        for one in not_independent(task, kept.events):
            problems.append(Problem(code="tasks.not_independent", fields={"id": task.id, "by": one.by}))
    save_tasks(kept, store)
    print_problems(problems, lang.value)
    out().print(
        translate("{count} new events.", lang.value, count=len(kept.events) - before), markup=False, style="bold"
    )
    return 0


def _stored(store: Path) -> TaskStore:
    kept = load_tasks(store)
    if not kept.tasks:
        raise NoUsableInputError([Problem(code="tasks.no_tasks", where=Where(file=str(store)))])
    return kept


@app.command("report")
def report(
    store: StoreOption,
    pack: PackOption,
    orgunits: UnitsOption,
    to: Annotated[Path | None, typer.Option("--out", help="Thư mục kết quả. Output folder.")] = None,
    changes: ChangesOption = None,
    on: DayOption = "",
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Tình hình nhiệm vụ đến ngày: sổ của văn phòng, sổ từng đơn vị, báo cáo, lịch, đầu vào kỳ sau."""
    standing = _standing(store, pack, orgunits, changes, on, lang.value)
    if to is not None:
        replace_folder(to, lambda folder: write_report(standing, folder))
    if as_json:
        out().print_json(json.dumps(task_json(standing), ensure_ascii=False))
        return 0
    for line in standing.lines(lang.value):
        out().print(line, markup=False)
    return 0


def _standing(store: Path, pack: str, orgunits: Path, changes: Path | None, on: str, language: str) -> Standing:
    kept = _stored(store)
    loaded, hierarchy = tables(pack, orgunits, changes)
    day = day_of(on)
    first = min(kept.given_on.values(), default=day)
    if unknown := loaded.work_calendar.unknown(first, day):
        print_problems([Problem(code="tasks.years", fields={"years": ", ".join(map(str, unknown))})], language)
    return standing_of(kept, hierarchy, loaded.work_calendar, day)


@app.command("ics")
def ics(
    store: StoreOption,
    pack: PackOption,
    orgunits: UnitsOption,
    to: Annotated[Path, typer.Option("--out", help="Tệp lịch .ics. Calendar file.")],
    changes: ChangesOption = None,
    on: DayOption = "",
    lang: LanguageOption = Language.VI,
) -> int:
    """Hạn nhiệm vụ thành tệp lịch cho Outlook, điện thoại. Deadlines as a calendar."""
    standing = _standing(store, pack, orgunits, changes, on, lang.value)
    to.write_bytes(icalendar(standing.found, name=translate("Tasks", lang.value), on=standing.on))
    out().print(str(to), markup=False, style="bold")
    return 0


@app.command("walk")
def walk(
    code: Annotated[str, typer.Argument(help="Ví dụ: conclusion:1, task:KL1, “provision:khoản 2 Điều 5”.")],
    store: StoreOption,
    assigned: Annotated[Path | None, typer.Option("--assigned", help="Bảng phân công (.xlsx, .yaml).")] = None,
    review: Annotated[Path | None, typer.Option("--review", help="review.json của kỳ tổng kết.")] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Đi hai chiều: quy định, trách nhiệm, báo cáo, điểm cần xem lại, kết luận, nhiệm vụ, minh chứng, kỳ sau."""
    kept = _stored(store)
    chains = [Chain(links=kept.links, words=kept.words), chain_of_events(kept.events)]
    if assigned is not None:
        given, wrong = load_assigned(assigned)
        print_problems(wrong, lang.value)
        chains.append(chain_of_law(given))
    if review is not None:
        need(review)
        chains.append(chain_of_review(json.loads(review.read_text(encoding="utf-8"))))
    chain = joined(chains)
    if not any(code in link for link in chain.links):
        raise WrongCallError([Problem(code="tasks.no_link", fields={"code": code})])
    before, after = chain.before(code), chain.after(code)
    if as_json:
        out().print_json(json.dumps({"code": code, "before": before, "after": after}, ensure_ascii=False))
        return 0
    for title, codes in (("Follows from", before), ("Leads to", after)):
        out().print(translate(title, lang.value), style="bold", markup=False)
        for one in codes:
            out().print(f"  {one}" + (f": {chain.words[one]}" if one in chain.words else ""), markup=False)
    return 0
