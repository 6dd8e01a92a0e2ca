"""``tongket pack check``: every mistake of a pack, by file and line."""

import json
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Annotated, Any

import typer

from tongket import packs
from tongket.cli.console import out
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.problems import MalformedError, Problem, Severity, message, translate

app = typer.Typer(help="Gói nội dung. Content packs.", no_args_is_help=True)

PackArgument = Annotated[str, typer.Argument(metavar="PATH", help="Thư mục gói hoặc mã gói. Pack folder or id.")]


@app.callback()
def pack() -> None:
    """Gói nội dung của một nghị định. The content of a decree."""


@app.command("check")
def check(path: PackArgument, as_json: JsonOption = False, lang: LanguageOption = Language.VI) -> int:
    """Kiểm tra gói nội dung: mọi lỗi cùng lúc, theo tệp và dòng. Every mistake of a pack at once."""
    problems, loaded = _checked(path)
    if as_json:
        out().print_json(json.dumps(_report(problems, loaded, lang.value), ensure_ascii=False))
    else:
        for line in (*_listed(problems, lang.value), *_summary(problems, loaded, lang.value)):
            out().print(line, markup=False)
    return MalformedError.exit_code if _count(problems, Severity.ERROR) else 0


def _checked(path: str) -> tuple[tuple[Problem, ...], packs.Pack | None]:
    """The problems of a pack, its sentences included, and the pack if it can be loaded."""
    try:
        pack = packs.load_pack(path, on=date.today())
    except MalformedError as error:
        return error.problems, None
    return (*pack.warnings, *packs.run_sentences(pack)), pack


def _count(problems: Iterable[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)


def _listed(problems: Iterable[Problem], language: str) -> Iterable[str]:
    """The problems under the name of their file."""
    for file, found in groupby(problems, key=lambda problem: problem.where.file):
        yield file
        for problem in found:
            text = message(problem, language).removeprefix(file).removeprefix(", ").removeprefix(": ")
            yield f"  {_label(problem, language)}{text}"


def _label(problem: Problem, language: str) -> str:
    return "" if problem.severity is Severity.ERROR else translate("Warning: ", language)


def _summary(problems: tuple[Problem, ...], pack: packs.Pack | None, language: str) -> Iterable[str]:
    errors, warnings = _count(problems, Severity.ERROR), _count(problems, Severity.WARNING)
    if pack is not None and not errors:
        counts = packs.count_contents(pack)
        yield translate(
            "{indicators} indicators, {pillars} groups, {elements} data elements, {forms} report forms, "
            "{instruments} legal texts, {sections} outline sections; no errors.",
            language,
            **counts,
        )
        yield translate("{count} facts are unconfirmed: used, never printed.", language, count=len(pack.unconfirmed))
    if errors or warnings:
        yield translate("{errors} errors, {warnings} warnings.", language, errors=errors, warnings=warnings)


def _report(problems: Iterable[Problem], pack: packs.Pack | None, language: str) -> dict[str, Any]:
    """The same for machines."""
    return {
        "id": pack.id if pack else None,
        "version": pack.version if pack else None,
        "counts": packs.count_contents(pack) if pack else {},
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "file": problem.where.file,
                "line": problem.where.line,
                "key": problem.where.key,
                "message": message(problem, language),
            }
            for problem in problems
        ],
    }
