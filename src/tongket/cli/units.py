"""``tongket units``: units through time. Who they were, what became of them, and what a reorganisation would do."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from tongket.cli import units_answers as answers
from tongket.cli import units_text as text
from tongket.cli.console import out, printable
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.cli.units_figures import convert as convert_figures
from tongket.cli.units_figures import read_figures, result_lines, result_table
from tongket.orgunits import (
    Hierarchy,
    OrgUnitKind,
    UnitFinder,
    apply_plan,
    hierarchy_tables,
    lineage_svg,
    load_hierarchy,
    read_plan,
    tree_difference,
    withdraw_plan,
)
from tongket.problems import CannotWriteError, Problem, Where, WrongCallError
from tongket.reports import load_duties
from tongket.review import load_review, load_tasks, preview_framework, reorganisation_preview

app = typer.Typer(help="Đơn vị hành chính qua các thời kỳ. Units through time.", no_args_is_help=True)


class Level(StrEnum):
    """The tiers to which figures can be added up."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


DAY = ["%Y-%m-%d", "%d/%m/%Y"]
UnitArgument = Annotated[str, typer.Argument(metavar="UNIT", help="Tên hoặc mã đơn vị. Name or code.")]
OnOption = Annotated[datetime | None, typer.Option("--on", formats=DAY, help="Tại ngày; bỏ trống: hôm nay. On a day.")]
FromOption = Annotated[datetime, typer.Option("--from", formats=DAY, help="Từ sơ đồ ngày. First day.")]
ToOption = Annotated[datetime, typer.Option("--to", formats=DAY, help="Sang sơ đồ ngày. Other day.")]
WithinOption = Annotated[str | None, typer.Option("--within", help="Thuộc đơn vị (tên, mã). Inside a unit.")]
OrgunitsOption = Annotated[
    Path, typer.Option(help="Danh mục đơn vị (CSV); vn: cả nước, vn-06: một tỉnh. Table of org units.")
]
ChangesOption = Annotated[Path | None, typer.Option(help="Bảng sắp xếp đơn vị (CSV). Table of changes.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Thư mục ghi hai bảng. Folder for both tables.")]
NATIONAL = Path("vn")


@app.callback()
def units() -> None:
    """Đơn vị hành chính qua các thời kỳ. Units through time."""


@app.command("show")
def show(
    unit: UnitArgument,
    on: OnOption = None,
    within: WithinOption = None,
    orgunits: OrgunitsOption = NATIONAL,
    changes: ChangesOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Đơn vị là đơn vị nào, thuộc đâu, từ bao giờ, trước và sau là gì. Ví dụ: tongket units show "Xuân Lạc" --on 2024-06-30"""
    hierarchy, day = load_hierarchy(orgunits, changes), _day(on)
    found = _candidates(hierarchy, unit, day, within)
    _print([answers.shown(hierarchy, one, day) for one in found], text.shown, as_json, lang)
    return 0


@app.command("lineage")
def show_lineage(
    unit: UnitArgument,
    on: OnOption = None,
    within: WithinOption = None,
    svg: Annotated[Path | None, typer.Option(help="Ghi sơ đồ vẽ (SVG). Write a drawing.")] = None,
    orgunits: OrgunitsOption = NATIONAL,
    changes: ChangesOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Ai thành ai: tiền thân và kế thừa của một đơn vị, kèm nghị quyết. Who became whom."""
    hierarchy, day = load_hierarchy(orgunits, changes), _day(on)
    found = answers.lineage_of(hierarchy, _one(hierarchy, unit, day, within, lang))
    if svg is not None:
        _write({svg: lineage_svg(found, words=text.change_words(lang.value))})
    _print(answers.lineage_row(hierarchy, found), text.lineage, as_json, lang)
    return 0


@app.command("crosswalk")
def crosswalk(
    start: FromOption,
    end: ToOption,
    unit: Annotated[str | None, typer.Option("--unit", help="Chỉ một đơn vị (tên, mã). One unit only.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", help="Ghi bảng (CSV). Write the table.")] = None,
    orgunits: OrgunitsOption = NATIONAL,
    changes: ChangesOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Bảng quy đổi đơn vị giữa hai ngày, xuôi hoặc ngược; tỷ lệ chưa biết ghi rõ. Shares between two days."""
    hierarchy = load_hierarchy(orgunits, changes)
    code = _one(hierarchy, unit, start.date(), None, lang).split("@")[0] if unit else None
    rows = answers.crosswalk_rows(hierarchy, start.date(), end.date(), code)
    if csv is not None:
        _write({csv: answers.crosswalk_table(rows)})
    _print(rows, text.crosswalk, as_json, lang)
    return 0


@app.command("check")
def check(
    orgunits: Annotated[Path, typer.Argument(metavar="ORGUNITS", help="Danh mục đơn vị (CSV). Table of org units.")],
    changes: Annotated[Path | None, typer.Argument(metavar="CHANGES", help="Bảng sắp xếp (CSV). Changes.")] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Kiểm tra hai bảng: chồng lấn, mồ côi, vòng lặp, tỷ lệ không cộng thành 1, cấp không còn. Check both tables."""
    _print(answers.checked(load_hierarchy(orgunits, changes), lang.value), text.checked, as_json, lang)
    return 0


@app.command("diff")
def diff(
    start: Annotated[datetime, typer.Argument(metavar="DATE", formats=DAY, help="Ngày thứ nhất. First day.")],
    end: Annotated[datetime, typer.Argument(metavar="DATE", formats=DAY, help="Ngày thứ hai. Second day.")],
    within: WithinOption = None,
    orgunits: OrgunitsOption = NATIONAL,
    changes: ChangesOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Sơ đồ hai ngày khác nhau ở đâu. What differs between two days."""
    hierarchy = load_hierarchy(orgunits, changes)
    inside = answers.inside(hierarchy, _one(hierarchy, within, start.date(), None, lang)) if within else None
    found = tree_difference(hierarchy, start.date(), end.date())
    _print(answers.difference(found, inside), text.difference, as_json, lang)
    return 0


@app.command("preview")
def preview(
    plan: Annotated[Path, typer.Argument(metavar="CHANGES", help="Phương án sắp xếp (CSV). The planned changes.")],
    orgunits: OrgunitsOption = NATIONAL,
    changes: ChangesOption = None,
    duties: Annotated[Path | None, typer.Option(help="Báo cáo phải gửi (CSV). Reports that are due.")] = None,
    tasks: Annotated[
        Path | None, typer.Option(help="Nhiệm vụ: nhiem-vu.json, hoặc CSV id;org_unit;deed;deadline. Tasks.")
    ] = None,
    review: Annotated[Path | None, typer.Option(help="Thư mục kết quả. Output folder of a review.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Hoàn tác phương án đã áp dụng. Undo an applied plan.")] = False,
    folder: OutOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Xem trước một phương án sắp xếp: đơn vị, báo cáo phải gửi, nhiệm vụ, số liệu, khả năng so sánh.

    Không xóa gì; --out ghi hai bảng mới, --undo trả lại bảng cũ. Nothing is deleted; --out writes new tables.
    """
    hierarchy, planned = load_hierarchy(orgunits, changes), read_plan(plan)
    if undo:
        former = withdraw_plan(hierarchy, planned)
        _write_tables(folder, former)
        _print({"undone": [day.isoformat() for day in planned.days]}, text.undone, as_json, lang)
        return 0
    after = apply_plan(hierarchy, planned)
    stated = load_review(review) if review else None
    found = reorganisation_preview(
        after,
        planned,
        duties=load_duties(duties, hierarchy) if duties else (),
        tasks=load_tasks(tasks, planned.days[0]) if tasks else (),
        review=stated,
        framework=preview_framework(stated) if stated else None,
    )
    _write_tables(folder, after)
    _print(found, text.preview, as_json, lang)
    return 0


@app.command("convert")
def convert(
    figures: Annotated[
        Path, typer.Argument(metavar="FIGURES", help="Số liệu: org_unit;period;indicator;value (CSV). Figures.")
    ],
    tree: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Sơ đồ ngày nào; bỏ trống: cuối mỗi kỳ. Map of a day.")
    ] = None,
    level: Annotated[Level, typer.Option(help="Cộng đến cấp nào. Up to which tier.")] = Level.PROVINCE,
    csv: Annotated[Path | None, typer.Option("--csv", help="Ghi bảng (CSV). Write the table.")] = None,
    orgunits: OrgunitsOption = NATIONAL,
    changes: ChangesOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Cộng số liệu theo sơ đồ đơn vị của bất kỳ ngày nào: 34 tỉnh, 63 tỉnh, huyện cũ. Chỉ dùng cho số cộng dồn được.

    Ví dụ: tongket units convert so-lieu-2026.csv --tree 2025-06-30 --csv theo-63-tinh.csv
    """
    hierarchy = load_hierarchy(orgunits, changes)
    stated = read_figures(figures, hierarchy)
    rows = convert_figures(hierarchy, stated, tree.date() if tree else None, OrgUnitKind(level.value))
    if csv is not None:
        _write({csv: result_table(rows)})
    _print(rows, result_lines, as_json, lang)
    return 0


@app.command("export")
def export(
    name: Annotated[str, typer.Argument(metavar="NAME", help="vn: cả nước, vn-06: một tỉnh. The country, a province.")],
    folder: Annotated[Path, typer.Option("--out", help="Thư mục ghi hai bảng. Folder for both tables.")],
) -> int:
    """Ghi danh mục đơn vị ra hai bảng CSV để bổ sung cơ quan, đơn vị. Write both tables."""
    _write_tables(folder, load_hierarchy(Path(name)))
    return 0


def _day(on: datetime | None) -> date:
    return on.date() if on else date.today()


def _candidates(hierarchy: Hierarchy, unit: str, day: date, within: str | None) -> list[Any]:
    """What may be meant, the best first; a wrong call where nothing is."""
    finder = UnitFinder(hierarchy)
    above = _code(finder, within, day) if within else None
    found = answers.find(finder, unit, day, above)
    if not found:
        raise WrongCallError([Problem(code="units.not_found", fields={"text": unit, "day": f"{day:%d/%m/%Y}"})])
    return found


def _code(finder: UnitFinder, name: str, day: date) -> str:
    """The code of a unit named as a place to look in; of a province and its city of one name the province."""
    found = answers.find(finder, name, day, None)
    if not found:
        raise WrongCallError([Problem(code="units.not_found", fields={"text": name, "day": f"{day:%d/%m/%Y}"})])
    return str(min(found, key=lambda one: (-one.score, one.span.level)).code)


def _one(hierarchy: Hierarchy, unit: str, day: date, within: str | None, lang: Language) -> str:
    """The uid of the one unit that is meant; a wrong call that names the candidates where it is not clear."""
    found = _candidates(hierarchy, unit, day, within)
    if len(found) > 1 and found[1].score >= found[0].score:
        several = "; ".join(answers.where_name(hierarchy, one, day) for one in found[:8])
        raise WrongCallError([Problem(code="units.several", fields={"text": unit, "candidates": several})])
    return str(found[0].span.uid)


def _print(found: Any, lines: Any, as_json: bool, lang: Language) -> None:
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    told: Iterable[str] = lines(found, lang.value)
    for line in told:
        out().print(printable(line), markup=False)


def _write_tables(folder: Path | None, hierarchy: Hierarchy) -> None:
    if folder is not None:
        orgunits, changes = hierarchy_tables(hierarchy)
        files = {folder / "orgunits.csv": orgunits, folder / "changes.csv": changes}
        there = [path for path in files if path.exists()]
        if there:
            raise CannotWriteError([Problem(code="units.exists", where=Where(file=str(path))) for path in there])
        _write(files)


def _write(files: dict[Path, str]) -> None:
    """Write each file."""
    for path, content in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            fields = {"reason": error.strerror or type(error).__name__}
            raise CannotWriteError(
                [Problem(code="units.not_written", where=Where(file=str(path)), fields=fields)]
            ) from error
