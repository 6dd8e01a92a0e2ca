"""``tongket read``: what one document says, each thing with its place."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out
from tongket.cli.documents import opened
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.orgunits import UnitFinder, load_hierarchy
from tongket.problems import translate
from tongket.reading import mentions_json, read_header, read_mentions


def read(
    file: Annotated[Path, typer.Argument(help="Một văn bản: .docx, .xlsx, .pdf, .html, .txt. A document.")],
    as_json: JsonOption = False,
    as_html: Annotated[bool, typer.Option("--html", help="In một trang HTML. Print an HTML page.")] = False,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Nhận dạng chữ trên ảnh chụp trang. Recognise scanned pages.")
    ] = False,
    orgunits: Annotated[
        Path | None, typer.Option(help="Danh mục đơn vị để đối chiếu tên; vn: cả nước. Table of org units.")
    ] = None,
    lang: LanguageOption = Language.VI,
) -> int:
    """Đọc một văn bản: thể thức, con số, tỷ lệ, kết quả, hạn chế, người, đơn vị, văn bản dẫn."""
    document = opened(file, ocr=ocr)
    header = read_header(document)
    finder = UnitFinder(load_hierarchy(orgunits)) if orgunits else None
    found = mentions_json(header, read_mentions(document, header=header, finder=finder), document.signatures)
    if as_html:
        from tongket.review import document_page  # which loads all that a review needs

        print(document_page(document, found, lang.value))
    elif as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _print(found, lang.value)
    return 0


TITLES = {
    "header": "Letterhead",
    "event": "Event",
    "quantities": "Quantities",
    "percentages": "Percentages",
    "durations": "Durations",
    "statements": "Results, limitations, causes, tasks",
    "people": "People",
    "awards": "Awards",
    "legal_refs": "Documents cited",
    "units": "Administrative units",
    "signatures": "Digital signatures",
}
HIDDEN = ("anchor", "anchors", "confidence")


def _print(found: Mapping[str, object], language: str) -> None:
    """What was found under headings; nothing for kinds of which nothing was found."""
    for key, title in TITLES.items():
        value = found.get(key)
        if not value:
            continue
        count = f" ({len(value)})" if isinstance(value, list) else ""
        out().print(translate(title, language) + count, style="bold", markup=False)
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            out().print("  " + _line(row), markup=False)


def _line(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    return " · ".join(_text(v) for k, v in item.items() if v not in (None, "", []) and k not in HIDDEN)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
