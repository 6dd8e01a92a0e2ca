"""``tongket check``: what does not add up in any documents, with no pack."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, print_problems
from tongket.cli.documents import opened
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.problems import SecrecyError, TongketError
from tongket.review import arithmetic_json, arithmetic_lines

STRICT = 1


def check(
    files: Annotated[list[Path], typer.Argument(help="Văn bản: .docx, .xlsx, .pdf, .html, .txt. Documents.")],
    as_json: JsonOption = False,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Nhận dạng chữ trên ảnh chụp trang. Recognise scanned pages.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Mã thoát 1 khi có điểm cần xem lại. Exit 1 on any.")
    ] = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Kiểm tra phép tính trong văn bản bất kỳ: tổng số, cộng dòng, cộng cột, tỷ lệ, số chuyển trang, lời văn với bảng.

    Ví dụ: tongket check bao-cao.docx phu-luc.xlsx
    """
    rows: list[dict[str, object]] = []
    stopped: list[TongketError] = []
    for file in files:
        try:
            rows.append(arithmetic_json(opened(file, ocr=ocr), lang.value))
        except TongketError as error:
            stopped.append(error)
    if as_json:
        print(json.dumps({"files": rows}, ensure_ascii=False, indent=1))
    else:
        for line in (line for row in rows for line in arithmetic_lines(row, lang.value)):
            out().print(line, markup=False)
    return _code(rows, stopped, strict=strict, language=lang.value)


def _code(rows: list[dict[str, object]], stopped: list[TongketError], *, strict: bool, language: str) -> int:
    """The exit code, after what was not read was told; where nothing was, or it is secret, that is the outcome."""
    problems = [problem for error in stopped for problem in error.problems]
    secret = [error for error in stopped if isinstance(error, SecrecyError)]
    if stopped and (secret or not rows):
        raise type((secret or stopped)[0])(problems)
    print_problems(problems, language)
    return STRICT if strict and any(row["miscounts"] for row in rows) else 0
