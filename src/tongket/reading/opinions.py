"""Opinions on a draft, as people return them: comments and tracked changes of Word, or a table of opinions."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from tongket.reading.blocks import Document, Table
from tongket.reading.door import Admitted
from tongket.reading.formats.content import Limits
from tongket.reading.formats.package import Package
from tongket.vietnamese import accent_fold, nfc, search_key

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHO = re.compile(r"\b(don vi|co quan|noi gop y|nguoi gop y|dia phuong)\b")
WHAT = re.compile(r"\b(y kien|noi dung gop y|gop y|noi dung de nghi|de nghi)\b")
ABOUT = re.compile(r"\b(noi dung du thao|du thao|muc|trang|dieu|vi tri)\b")
LONGEST = 300


class OpinionKind(StrEnum):
    """How an opinion was given."""

    COMMENT = "comment"
    INSERTION = "insertion"
    DELETION = "deletion"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One opinion: who gives it, on which words of the draft, and what it says."""

    kind: OpinionKind
    by: str
    about: str
    text: str
    file: str
    anchor: str
    """Of the paragraph or row: ``body/p[7]``."""


def read_opinions(admitted: Admitted, document: Document, limits: Limits) -> tuple[Opinion, ...]:
    """The opinions in a returned draft, in the order of its text; of a table of opinions a row each."""
    found: list[Opinion] = []
    if admitted.kind == "docx":
        found += _of_word(Package(admitted.data, limits), admitted.name)
    return tuple(found) or tuple(_of_tables(document))


def _of_word(package: Package, file: str) -> Iterator[Opinion]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    main = package.main_part("word/document.xml")
    body = etree.fromstring(package.read(main), parser)
    link = next((one.target for one in package.relations(main) if one.kind == "comments"), "")
    comments = _comments(etree.fromstring(package.read(link), parser)) if link in package else {}
    open_: dict[str, list[str]] = {}
    for number, paragraph in enumerate(body.iter(f"{W}p"), start=1):
        anchor = f"body/p[{number}]"
        yield from _changes(paragraph, file, anchor)
        for element in paragraph.iter():
            key = element.get(f"{W}id", "")
            if element.tag == f"{W}commentRangeStart":
                open_[key] = []
            elif element.tag == f"{W}t":
                for words in open_.values():
                    words.append(element.text or "")
            elif element.tag == f"{W}commentReference" and key in comments:
                by, text = comments.pop(key)
                about = "".join(open_.pop(key, [])) or _text(paragraph)
                yield Opinion(kind=OpinionKind.COMMENT, by=by, about=_short(about), text=text, file=file, anchor=anchor)


def _comments(root: "etree._Element") -> dict[str, tuple[str, str]]:
    """Who says what, by the number of the comment."""
    return {
        one.get(f"{W}id", ""): (nfc(one.get(f"{W}author", "")), "\n".join(filter(None, map(_text, one.iter(f"{W}p")))))
        for one in root.iter(f"{W}comment")
    }


def _changes(paragraph: "etree._Element", file: str, anchor: str) -> Iterator[Opinion]:
    """The tracked changes of a paragraph; neighbouring ones of one author and kind are one opinion."""
    last: Opinion | None = None
    for element in paragraph.iter(f"{W}ins", f"{W}del"):
        kind = OpinionKind.INSERTION if element.tag == f"{W}ins" else OpinionKind.DELETION
        text = _text(element)
        if not text.strip():
            continue
        by = nfc(element.get(f"{W}author", ""))
        if last is not None and (last.kind, last.by) == (kind, by):
            text = last.text + text
        elif last is not None:
            yield last
        last = Opinion(kind=kind, by=by, about=_short(_text(paragraph)), text=text, file=file, anchor=anchor)
    if last is not None:
        yield last


def _text(element: "etree._Element") -> str:
    return nfc("".join(one.text or "" for one in element.iter(f"{W}t", f"{W}delText"))).strip()


def _short(text: str) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= LONGEST else squeezed[: LONGEST - 1].rstrip() + "…"


def _of_tables(document: Document) -> Iterator[Opinion]:
    """The rows of every table whose head has a column of who and one of what."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _of_table(block, document.name)


def _of_table(table: Table, file: str) -> Iterator[Opinion]:
    rows: dict[int, dict[int, str]] = {}
    anchors: dict[int, str] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = " ".join(cell.text.split())
        anchors.setdefault(cell.row, cell.anchor)
    for head in list(rows)[:3]:
        who = _column(rows[head], WHO)
        what = _column(rows[head], WHAT, {who})
        about = _column(rows[head], ABOUT, {who, what})
        if who is None or what is None:
            continue
        by = ""
        for row in [r for r in rows if r > head]:
            by = rows[row].get(who, "") or by
            text = rows[row].get(what, "")
            if text and by:
                said = rows[row].get(about, "") if about is not None else ""
                yield Opinion(
                    kind=OpinionKind.ROW, by=by, about=_short(said), text=text, file=file, anchor=anchors[row]
                )
        return


def _column(row: dict[int, str], words: "re.Pattern[str]", taken: Set[int | None] = frozenset()) -> int | None:
    """The first column of the head that has one of the words and is not taken."""
    folded = {column: _fold(text) for column, text in row.items() if column not in taken}
    return next((column for column, text in folded.items() if words.search(text)), None)


def _fold(text: str) -> str:
    return accent_fold(search_key(text))
