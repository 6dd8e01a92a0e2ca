"""``tongket read``: what one document says, each thing with its place."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.problems import NoUsableInputError, Problem, SecrecyError, Where, WrongCallError
from tongket.reading import Document, Refusal, mentions_json, open_document, read_header, read_mentions
from tongket.review import document_page


def read(
    file: Annotated[Path, typer.Argument(help="Một văn bản: .docx, .xlsx, .pdf, .html, .txt. A document.")],
    as_json: JsonOption = False,
    as_html: Annotated[bool, typer.Option("--html", help="In một trang HTML. Print an HTML page.")] = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Đọc một văn bản: thể thức, con số, tỷ lệ, kết quả, hạn chế, người, đơn vị, văn bản dẫn."""
    document = _open(file)
    header = read_header(document)
    found = mentions_json(header, read_mentions(document))
    if as_html:
        print(document_page(document, found, lang.value))
    elif as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _print(found)
    return 0


def _open(file: Path) -> Document:
    if not file.is_file():
        raise WrongCallError([Problem(code="reports_not_found", where=Where(file=str(file)))])
    document = open_document(file)
    if isinstance(document, Refusal):
        kind = SecrecyError if document.problem.code == "secrecy_mark" else NoUsableInputError
        raise kind([document.problem])
    return document


def _print(found: dict[str, object]) -> None:
    for key, value in found.items():
        if isinstance(value, list):
            out().print(f"{key} ({len(value)})", style="bold", markup=False)
            for item in value:
                out().print("  " + _line(item), markup=False)
        elif isinstance(value, dict):
            out().print(key, style="bold", markup=False)
            for name, text in value.items():
                if text not in (None, "", [], {}):
                    out().print(f"  {name}: {text}", markup=False)


def _line(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    return " · ".join(str(v) for k, v in item.items() if v not in (None, "", []) and k not in ("anchor", "confidence"))
