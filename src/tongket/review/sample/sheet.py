"""The check sheet: each figure with what was read, what is written and where, and an empty box; in Word and in Excel."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

from tongket.dossier.papers import (
    Heading,
    Issuer,
    IssuerProfile,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    PaperScan,
    ParagraphRole,
    plain,
)
from tongket.dossier.writers.docx import write_docx
from tongket.dossier.writers.html import number as number_text
from tongket.exchange import CellLook, Column, Sheet, SheetCell, Workbook, number, words, write_workbook
from tongket.problems import translate
from tongket.reading import Programs, pdfs_of, place_pictures
from tongket.review.sample.draw import Drawn

WORD, EXCEL = "phieu-kiem-tra.docx", "phieu-kiem-tra.xlsx"
SHEET_FILES = (WORD, EXCEL)
RIGHT, WRONG = "Đúng", "Sai"
PAGE = re.compile(r"page\[(\d+)\]")
PARTS = {"value": "value", "numerator": "numerator", "denominator": "denominator"}
OFFICE = ("docx", "xlsx", "xls", "doc", "odt", "ods", "rtf")
Pictures = Mapping[int, bytes]


def write_sample(
    drawn: Sequence[Drawn], folder: Path, *, statement: str, seed: int, reports: Path | None, programs: Programs
) -> int:
    """Write both files into ``folder``; with the folder of ``reports`` also pictures of the places. How many there are."""
    pictures = pictures_of(drawn, reports, programs) if reports is not None else {}
    folder.mkdir(parents=True, exist_ok=True)
    write_docx((_paper(drawn, pictures, statement=statement, seed=seed),), folder / WORD)
    write_workbook(_workbook(drawn, statement), folder / EXCEL)
    return len(pictures)


def pictures_of(drawn: Sequence[Drawn], reports: Path, programs: Programs) -> dict[int, bytes]:
    """Number of a figure -> picture of its place, where the page can be drawn and the place is found on it."""
    by_file: dict[str, list[Drawn]] = {}
    for one in drawn:
        by_file.setdefault(one.value["file"], []).append(one)
    there = {name: path for name in by_file if (path := _path(reports, name)).is_file()}
    kinds = {name: path.suffix[1:].casefold() for name, path in there.items()}
    office = {n: (kinds[n], p.read_bytes()) for n, p in there.items() if kinds[n] in OFFICE}
    pdfs = pdfs_of(office, programs) | {n: p.read_bytes() for n, p in there.items() if kinds[n] == "pdf"}
    found: dict[int, bytes] = {}
    for name, data in pdfs.items():
        places = {str(one.number): _place(one.value) for one in by_file[name]}
        found |= {int(key): picture for key, picture in place_pictures(data, places).items()}
    return found


def _path(reports: Path, name: str) -> Path:
    """The file on disk; names begin with the folder that was reviewed."""
    parts = PurePosixPath(name).parts
    return reports.joinpath(*(parts[1:] if parts[0] == reports.resolve().name else parts))


def _place(value: dict[str, Any]) -> tuple[str, int, int, int]:
    page = PAGE.match(value["anchor"])
    first, last = value["mark"]
    return value["passage"], first, last, int(page[1]) if page else 0


def _paper(drawn: Sequence[Drawn], pictures: Pictures, *, statement: str, seed: int) -> OfficialPaper:
    told = translate(
        "{count} figures drawn by chance (seed {seed}). Compare each with what is written, and mark one box.",
        "vi",
        count=len(drawn),
        seed=seed,
    )
    blocks: list[PaperBlock] = [PaperParagraph(text=plain(told))]
    for one in drawn:
        blocks += _entry(one, pictures.get(one.number))
    return OfficialPaper(
        kind=PaperKind.INTERNAL,
        issuer=Issuer(profile=IssuerProfile.PEOPLES_COMMITTEE, name=("",), symbol="", place=""),
        title=translate("CHECK SHEET", "vi"),
        subject=plain(translate("Figures read from the reports, drawn by chance", "vi")),
        blocks=tuple(blocks),
        draft=None,
        illustrative=bool(statement),
        headed=False,
    )


def _entry(one: Drawn, picture: bytes | None) -> list[PaperBlock]:
    value = one.value
    first, last = value["mark"]
    passage = value["passage"] or value["text"]
    quoted = (*plain(passage[:first]), *plain(passage[first:last], bold=True), *plain(passage[last:]))
    head = f"[{value['heading']}] " if value["heading"] else ""
    blocks: list[PaperBlock] = [
        Heading(level=2, number=f"{one.number}.", text=plain(f"{one.indicator} – {one.org_unit}, {value['period']}")),
        PaperParagraph(text=(*plain(f"{translate('Read', 'vi')}: "), *plain(_read(one), bold=True)), with_next=True),
        PaperParagraph(text=(*plain(head), *quoted), role=ParagraphRole.QUOTE, with_next=True),
        PaperParagraph(text=plain(f"{value['file']} · {_where(value)}"), role=ParagraphRole.PLACE, with_next=True),
    ]
    if picture is not None:
        blocks.append(PaperScan(png=picture, name=f"figure {one.number}", alternative=passage))
    box = translate("☐ Right     ☐ Wrong; the right figure: ……………………", "vi")
    return [*blocks, PaperParagraph(text=plain(box))]


def _read(one: Drawn) -> str:
    number = number_text(Decimal(str(one.value["value"])), 6)
    return f"{number} {one.value['unit_of_measure']} ({translate(PARTS[one.value['part']], 'vi')})"


def _where(value: dict[str, Any]) -> str:
    page = PAGE.match(value["anchor"])
    anchor: str = value["anchor"]
    return translate("page {page}, {anchor}", "vi", page=page[1], anchor=anchor) if page else anchor


def _workbook(drawn: Sequence[Drawn], statement: str) -> Workbook:
    titles = ("No.", "Indicator", "Org unit", "Period", "Part", "Read", "Unit of measure", "As written", "File", "Place", "Verdict",
              "Right figure", "Note")  # fmt: skip
    header = tuple(words(translate(title, "vi"), CellLook.HEADER) for title in titles)
    head = (words(translate("CHECK SHEET", "vi"), CellLook.TITLE, columns=len(titles)),)
    note = (words(statement, CellLook.NOTE, columns=len(titles)),)
    widths = (5, 34, 20, 9, 12, 12, 10, 60, 40, 22, 10, 12, 24)
    columns = tuple(
        Column(width=width, choices=(RIGHT, WRONG) if title == "Verdict" else ())
        for width, title in zip(widths, titles, strict=True)
    )
    rows = (head, note, header, *(_row(one) for one in drawn))
    sheet = Sheet(name=translate("Check sheet", "vi"), columns=columns, rows=rows, header=2, filter=True)
    return Workbook(title=translate("Check sheet", "vi"), sheets=(sheet,))


def _row(one: Drawn) -> tuple[SheetCell, ...]:
    value = one.value
    head = f"[{value['heading']}] " if value["heading"] else ""
    first, last = value["mark"]
    passage = value["passage"]
    marked = f"{passage[:first]}⟦{passage[first:last]}⟧{passage[last:]}" if passage else value["text"]
    box = CellLook.INPUT
    return (
        number(one.number, decimals=0),
        words(one.indicator),
        words(one.org_unit),
        words(value["period"]),
        words(translate(PARTS[value["part"]], "vi")),
        number(Decimal(str(value["value"])), decimals=6),
        words(value["unit_of_measure"]),
        words(head + marked),
        words(value["file"]),
        words(_where(value)),
        words("", box),
        words("", box),
        words("", box),
    )
