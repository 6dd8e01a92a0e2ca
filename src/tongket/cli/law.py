"""``tongket law``: a legal text by its provisions, and who does what by which of them."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from tongket.cli.console import out, print_problems
from tongket.cli.law_texts import load_assigned, load_text
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.dossier.responsibility import matrix_paper
from tongket.dossier.writers.docx import write_docx
from tongket.exchange import lines, matrix_workbook, write_workbook
from tongket.law import Address, InstrumentText, Obligation, Provision, label, obligation_problems
from tongket.packs import load_pack
from tongket.problems import Problem, Severity, WrongCallError, message, translate

app = typer.Typer(help="Văn bản và trách nhiệm thi hành. Legal texts and who does what.", no_args_is_help=True)

TextArgument = Annotated[
    Path,
    typer.Argument(metavar="TEXT", help="Toàn văn (.txt, .docx, .pdf, .xml) hoặc thư mục các văn bản. Text or folder."),
]
OnOption = Annotated[
    str, typer.Option("--on", help="Ngày áp dụng, 2026-11-01; cần --pack. Day on which it is in force.")
]
PackOption = Annotated[str, typer.Option("--pack", help="Gói nội dung. Pack id or folder.")]
AssignedOption = Annotated[
    Path | None, typer.Option("--assigned", help="Bảng phân công đã điền (.xlsx, .yaml). Filled-in matrix.")
]


@app.callback()
def law() -> None:
    """Văn bản quy phạm: từng điều, khoản, điểm và trách nhiệm thi hành."""


@app.command("show")
def show(
    text: TextArgument,
    address: Annotated[str, typer.Argument(help="Ví dụ: “điểm a khoản 2 Điều 5”. A provision.")] = "",
    on: OnOption = "",
    pack: PackOption = "",
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """In văn bản hoặc một điều, khoản, điểm theo ngày áp dụng. A text or one provision, as in force on a day."""
    found, problems = load_text(text, on, pack)
    print_problems(problems, lang.value)
    chosen = _chosen(found, address) if address else None
    if as_json:
        content = (
            _json(chosen) if chosen else {"number": found.number, "provisions": [_json(p) for p in found.provisions]}
        )
        out().print_json(json.dumps(content, ensure_ascii=False))
        return 0
    if found.number:
        out().print(found.number, style="bold", markup=False)
    for line in (line for one in ([chosen] if chosen else found.provisions) for line in _printed(one, 0)):
        out().print(line, markup=False)
    return 0


def _chosen(text: InstrumentText, address: str) -> Provision:
    try:
        place = Address.parse(address)
    except ValueError as error:
        raise WrongCallError([Problem(code="law.address_malformed", fields={"value": address})]) from error
    found = text.find(place)
    if found is None:
        raise WrongCallError([Problem(code="law.address_unknown", fields={"address": str(place)})])
    return found


def _printed(provision: Provision, depth: int) -> Iterator[str]:
    words = " ".join(part for part in (label(provision), provision.heading or provision.text) if part)
    yield "  " * depth + words
    if provision.heading and provision.text:
        yield "  " * (depth + 1) + provision.text
    for child in provision.children:
        yield from _printed(child, depth + 1)


def _json(provision: Provision) -> dict[str, Any]:
    return {
        "kind": provision.kind.value,
        "number": provision.number,
        "heading": provision.heading,
        "text": provision.text,
        "children": [_json(child) for child in provision.children],
    }


@app.command("matrix")
def matrix(
    text: TextArgument,
    to: Annotated[Path, typer.Option("--out", help="Tệp kết quả: .xlsx hoặc .docx. File to write.")],
    assigned: AssignedOption = None,
    on: OnOption = "",
    pack: PackOption = "",
    lang: LanguageOption = Language.VI,
) -> int:
    """Lập bảng phân công trách nhiệm để điền (Excel) hoặc in (Word). The responsibility matrix."""
    if to.suffix.lower() not in (".xlsx", ".docx"):
        raise WrongCallError([Problem(code="law.matrix_kind", fields={"name": to.name})])
    found, problems = load_text(text, on, pack)
    given, wrong = load_assigned(assigned)
    print_problems((*problems, *wrong), lang.value)
    title = translate("Who does what by {number}", "vi", number=found.number or text.stem)
    if to.suffix.lower() == ".xlsx":
        roles = load_pack(pack, on=date.today()).roles if pack else ()
        write_workbook(matrix_workbook(found, given, roles, title=title), to)
    else:
        rows = [one for _, _, one in lines(found, given) if one is not None]
        write_docx(matrix_paper(found, rows, obligation_problems(found, given), title=title), to)
    out().print(str(to), markup=False, style="bold")
    return 0


@app.command("check")
def check(
    text: TextArgument,
    assigned: AssignedOption = None,
    on: OnOption = "",
    pack: PackOption = "",
    strict: Annotated[bool, typer.Option("--strict", help="Mã thoát 1 khi còn khoản chưa rõ. Exit 1.")] = False,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Liệt kê khoản chưa có cơ quan chủ trì hoặc có từ hai cơ quan. Clauses with no lead or several."""
    found, problems = load_text(text, on, pack)
    given, wrong = load_assigned(assigned)
    name = assigned.name if assigned else text.name
    all_problems = (*problems, *wrong, *obligation_problems(found, given, name=name))
    if as_json:
        out().print_json(json.dumps(_report(found, given, all_problems, lang.value), ensure_ascii=False))
    else:
        for one in all_problems:
            out().print(message(one, lang.value), markup=False)
        out().print(_summary(found, all_problems, lang.value), markup=False, style="bold")
    return 1 if strict and any(one.severity is Severity.ERROR for one in all_problems) else 0


def _summary(text: InstrumentText, problems: Sequence[Problem], language: str) -> str:
    codes = [one.code for one in problems]
    counts = {"none": codes.count("law.no_lead"), "several": codes.count("law.two_leads")}
    return translate(
        "{clauses} clauses; {none} without a lead, {several} with more than one lead.",
        language,
        clauses=sum(1 for _ in text.clauses()),
        **counts,
    )


def _report(
    text: InstrumentText, given: Sequence[Obligation], problems: Sequence[Problem], language: str
) -> dict[str, Any]:
    return {
        "number": text.number,
        "clauses": sum(1 for _ in text.clauses()),
        "assigned": len(given),
        "problems": [
            {
                "code": one.code,
                "severity": one.severity.value,
                "address": one.fields.get("address", ""),
                "file": one.where.file,
                "place": one.where.anchor,
                "message": message(one, language),
            }
            for one in problems
        ],
    }
