"""People at work on a Word file: random edits of which it is known what they do to the figures."""

import random
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

NUMBER = re.compile(r"(?<![\d.,/])\d+(?:[.,]\d+)*(?![\d.,]*\d)")
EVERY = re.compile(r"\d+(?:[.,]\d+)*")
"""Also the parts of dates and shares."""
SENTENCE = re.compile(r"(?<=[^\dIVX][.;]) (?=[A-ZĐÂÊÔƠƯÁÀẢÃẠ])")
SYNONYMS = {
    "thực hiện": "triển khai", "đạt": "hoàn thành", "tăng": "cao hơn", "giảm": "thấp hơn", "theo": "căn cứ", "báo cáo": "văn bản",
    "còn": "vẫn còn", "các": "những", "đơn vị": "địa phương", "chưa": "vẫn chưa", "được": "đã được", "trong": "trong toàn bộ", "và": "cùng với",
    "có": "hiện có", "toàn tỉnh": "trên địa bàn tỉnh", "kết quả": "kết quả chung",
}  # fmt: skip
NEW_SENTENCES = (
    "Bên cạnh đó, có {n} tập thể được biểu dương.",
    "Riêng quý IV đã tổ chức {n} đoàn kiểm tra tại cơ sở.",
    "Dự kiến kỳ tới bổ sung {n} tỷ đồng cho nhiệm vụ này.",
)


@dataclass(slots=True)
class Truth:
    """What the edits did: numbers changed (old, new), lost and new, as written."""

    changed: list[tuple[str, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)


def resaved(data: bytes, rng: random.Random, *, strip: bool) -> bytes:
    """The file as Word leaves it: runs cut anywhere and marked with revision ids, spelling marks between them; with
    ``strip``, no bookmark and no comment left."""
    document = docx.Document(BytesIO(data))
    for run in list(document.element.body.iter(qn("w:r"))):
        run.set(qn("w:rsidR"), f"00{rng.randrange(16**6):06X}")
        texts = run.findall(qn("w:t"))
        if len(texts) == 1 and len(texts[0].text or "") > 6 and rng.random() < 0.4:
            cut_run(run, texts[0], rng)
    if strip:
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            for element in list(document.element.body.iter(qn(name))):
                element.getparent().remove(element)
    return saved(document)


def cut_run(run: Any, text: Any, rng: random.Random) -> None:
    """One run as two, with a spelling mark between."""
    whole = text.text
    cut = rng.randrange(1, len(whole))
    other = deepcopy(run)
    text.text, other.find(qn("w:t")).text = whole[:cut], whole[cut:]
    for element in (text, other.find(qn("w:t"))):
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    mark = OxmlElement("w:proofErr")
    mark.set(qn("w:type"), "spellStart")
    run.addnext(mark)
    mark.addnext(other)


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


class Editor:
    """Edits one document; every paragraph and row is touched once at most, so that the truth stays plain."""

    def __init__(self, data: bytes, rng: random.Random) -> None:
        self.document = docx.Document(BytesIO(data))
        self.rng, self.truth = rng, Truth()
        self.used: set[int] = set()
        self.last = 0
        body = self.document.element.body
        self.paragraphs = [Paragraph(p, self.document) for p in body.iterchildren(qn("w:p"))]
        self.tables = [t for t in self.document.tables if len(t.rows) > 3]

    def pick(self, fits: Callable[[str], bool]) -> int | None:
        """A paragraph that is free and fits."""
        free = [
            i for i, p in enumerate(self.paragraphs) if i not in self.used and p.text.strip() and fits(p.text) and i > 8
        ]
        if not free:
            return None
        found = self.rng.choice(free)
        self.used |= {found - 1, found, found + 1}
        self.last = found
        return found

    def other(self, written: str) -> str:
        """Another number of the same look."""
        for _ in range(50):
            digits = [i for i, c in enumerate(written) if c.isdigit()]
            place = self.rng.choice(digits)
            new = written[:place] + str(self.rng.randrange(1, 10)) + written[place + 1 :]
            if new != written:
                return new
        raise AssertionError(written)

    def change(self, *, reword: bool = False) -> bool:
        place = self.pick(lambda t: NUMBER.search(t) is not None and len(t) > 40)
        if place is None:
            return False
        text = self.paragraphs[place].text
        found = self.rng.choice(list(NUMBER.finditer(text)))
        new = self.other(found[0])
        text = text[: found.start()] + new + text[found.end() :]
        self.truth.changed.append((found[0], new))
        put(self.paragraphs[place], self.reworded(text) if reword else text)
        return True

    def reworded(self, text: str) -> str:
        """Some words said otherwise."""
        for old in self.rng.sample(sorted(SYNONYMS), len(SYNONYMS)):
            if re.search(rf"\b{old}\b", text):
                text = re.sub(rf"\b{old}\b", SYNONYMS[old], text, count=1)
                if self.rng.random() < 0.5:
                    break
        return text

    def reword(self) -> bool:
        place = self.pick(lambda t: len(t) > 40)
        if place is not None:
            put(self.paragraphs[place], self.reworded(self.paragraphs[place].text))
        return place is not None

    def change_and_reword(self) -> bool:
        return self.change(reword=True)

    def reformat(self) -> bool:
        """1.234,5 as 1234,5; 5 as 05: the same number."""
        place = self.pick(lambda t: re.search(r"(?<![\d.,/])\d{1,3}\.\d{3}(?![\d.])", t) is not None)
        if place is None:
            return False
        text = self.paragraphs[place].text
        put(self.paragraphs[place], re.sub(r"(?<![\d.,/])(\d{1,3})\.(\d{3})(?![\d.])", r"\1\2", text, count=1))
        return True

    def delete(self) -> bool:
        place = self.pick(lambda t: len(t) > 40)
        if place is None:
            return False
        self.truth.lost += EVERY.findall(self.paragraphs[place].text)
        element = self.paragraphs[place]._p
        element.getparent().remove(element)
        return True

    def delete_sentence(self) -> bool:
        place = self.pick(lambda t: len(SENTENCE.split(t)) > 1)
        if place is None:
            return False
        parts = SENTENCE.split(self.paragraphs[place].text)
        gone = parts.pop(self.rng.randrange(len(parts)))
        self.truth.lost += EVERY.findall(gone)
        put(self.paragraphs[place], " ".join(parts))
        return True

    def insert(self) -> bool:
        place = self.pick(lambda t: t.rstrip().endswith(".") and len(t) > 40)
        if place is None:
            return False
        number = str(self.rng.randrange(2, 4000))
        sentence = self.rng.choice(NEW_SENTENCES).format(n=number)
        self.truth.new.append(number)
        put(self.paragraphs[place], f"{self.paragraphs[place].text.rstrip()} {sentence}")
        return True

    def move(self) -> bool:
        place, to = self.pick(lambda t: len(t) > 40), self.pick(lambda t: len(t) > 40)
        if place is None or to is None:
            return False
        self.paragraphs[to]._p.addnext(self.paragraphs[place]._p)
        return True

    def cut(self) -> bool:
        """One paragraph made two."""
        place = self.pick(lambda t: len(SENTENCE.split(t)) > 1)
        if place is None:
            return False
        first, *rest = SENTENCE.split(self.paragraphs[place].text)
        second = deepcopy(self.paragraphs[place]._p)
        self.paragraphs[place]._p.addnext(second)
        put(self.paragraphs[place], first)
        put(Paragraph(second, self.document), " ".join(rest))
        return True

    def join(self) -> bool:
        """Two paragraphs made one."""
        place = self.pick(lambda t: t.rstrip().endswith(".") and len(t) > 40)
        if place is None or place + 1 >= len(self.paragraphs):
            return False
        one, two = self.paragraphs[place], self.paragraphs[place + 1]
        if (
            one._p.getnext() is not two._p
            or not two.text.strip()
            or two._p.find(qn("w:pPr") + "/" + qn("w:sectPr")) is not None
        ):
            return False
        put(one, f"{one.text.rstrip()} {two.text}")
        two._p.getparent().remove(two._p)
        return True

    def swap(self) -> bool:
        """Two sentences change places."""
        place = self.pick(lambda t: len(SENTENCE.split(t)) > 2)
        if place is None:
            return False
        parts = SENTENCE.split(self.paragraphs[place].text)
        parts[0], parts[1] = parts[1], parts[0]
        put(self.paragraphs[place], " ".join(parts))
        return True

    def rewrite(self) -> bool:
        """The clauses of a sentence in another order, some words said otherwise: the same figures."""
        place = self.pick(lambda t: t.count(", ") > 1 and len(t) > 80)
        if place is None:
            return False
        clauses = self.paragraphs[place].text.rstrip(" .").split(", ")
        head, rest = clauses[0], clauses[1:]
        self.rng.shuffle(rest)
        put(self.paragraphs[place], self.reworded(", ".join([head, *rest]) + "."))
        return True

    def exchange(self) -> bool:
        """Two figures of a sentence written in each other's place."""
        place = self.pick(lambda t: len({n[0] for n in NUMBER.finditer(t)}) > 1 and len(t) > 40)
        if place is None:
            return False
        text = self.paragraphs[place].text
        found = list(NUMBER.finditer(text))
        one = self.rng.choice(found[:-1])
        others = [n for n in found if n.start() > one.end() and n[0].lstrip("0") != one[0].lstrip("0")]
        if not others:
            return False
        other = self.rng.choice(others)
        put(
            self.paragraphs[place],
            text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :],
        )
        self.truth.changed += [(one[0], other[0]), (other[0], one[0])]
        return True

    def move_and_change(self) -> bool:
        before = len(self.truth.changed)
        if not self.change() or len(self.truth.changed) == before:
            return False
        changed = self.paragraphs[self.last]._p
        to = self.pick(lambda t: len(t) > 40)
        if to is not None:
            self.paragraphs[to]._p.addnext(changed)
        return True

    def cell(self) -> bool:
        """A figure in a table changed."""
        table = self.rng.choice(self.tables) if self.tables else None
        cells = (
            [c for row in table.rows[1:] for c in row.cells[1:] if NUMBER.fullmatch(c.text.strip())] if table else []
        )
        cells = [c for c in cells if id(c._tc) not in self.used and id(c._tc.getparent()) not in self.used]
        if not cells:
            return False
        cell = self.rng.choice(cells)
        self.used |= {id(cell._tc), id(cell._tc.getparent())}
        old = cell.text.strip()
        new = self.other(old)
        put(cell.paragraphs[0], new)
        self.truth.changed.append((old, new))
        return True

    def drop_row(self) -> bool:
        table = self.rng.choice(self.tables) if self.tables else None
        rows = [r for r in table.rows[2:] if id(r._tr) not in self.used and "vMerge" not in r._tr.xml] if table else []
        if not rows:
            return False
        row = self.rng.choice(rows)
        self.used.add(id(row._tr))
        self.truth.lost += EVERY.findall(" | ".join(c.text for c in row.cells))
        row._tr.getparent().remove(row._tr)
        return True

    EDITS = ("change", "change", "change_and_reword", "change_and_reword", "reword", "reword", "reformat", "delete", "delete_sentence",
             "insert", "move", "move_and_change", "rewrite", "exchange", "cut", "join", "swap", "cell", "cell", "drop_row")  # fmt: skip

    def work(self, count: int) -> bytes:
        """So many edits, whichever the document allows."""
        done = tries = 0
        while done < count and tries < 50:
            tries += 1
            done += bool(getattr(self, self.rng.choice(self.EDITS))())
        return saved(self.document)


def put(paragraph: Paragraph, text: str) -> None:
    """Write over a paragraph as one who types it anew."""
    element = paragraph._p
    runs = [r for r in element.iter(qn("w:r")) if r.find(qn("w:t")) is not None]
    for run in runs[1:]:
        run.getparent().remove(run)
    for extra in runs[0].findall(qn("w:t"))[1:] + runs[0].findall(qn("w:br")):
        runs[0].remove(extra)
    first = runs[0].find(qn("w:t"))
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
