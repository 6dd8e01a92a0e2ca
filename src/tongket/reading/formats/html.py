"""Web pages (.html): paragraphs, headings, lists and tables, with merged cells resolved."""

import re
from dataclasses import dataclass, field

from lxml import etree, html

from tongket.problems import Problem, Severity, Where
from tongket.reading.blocks import Block, Paragraph, Segment
from tongket.reading.formats.charset import decode_html
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.html_table import OpenCell, OpenTable
from tongket.reading.formats.letters import clean

DROPPED = frozenset({"script", "style", "nav", "noscript", "template", "head", "select", "button", "iframe", "svg"})
BREAKING = frozenset({"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section",
                      "article", "header", "footer", "main", "center", "pre", "dl", "dt", "dd", "form", "fieldset",
                      "caption", "hr", "body", "address", "figure", "figcaption", "td", "th"})  # fmt: skip
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
TOLD_HIDDEN = frozenset({"table", "tr", "td", "th", "p"})
HEADING = re.compile(r"h([1-6])$")
BLANKS = re.compile(r"[ \t\r\n\f]+")
ALIGN = re.compile(r"text-align\s*:\s*(left|right|center|justify)", re.IGNORECASE)
WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Flow:
    """Where text goes: the body or a cell."""

    anchor: str
    blocks: list[Block] = field(default_factory=list)
    cell: OpenCell | None = None
    outer: OpenTable | None = None
    text: list[tuple[str, bool]] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0


class PageReader:
    """Walks a page once, without recursion."""

    def __init__(self, limits: Limits) -> None:
        self.flows = [Flow(anchor="body")]
        self.table: OpenTable | None = None
        self.tables: list[OpenTable | None] = []
        self.bold = 0
        self.heading = 0
        self.align = ""
        self.lists: list[int | None] = []
        self.label = ""
        self.cells_left = limits.cells
        self.hidden = 0
        """Tables, their rows and cells, and paragraphs, that hold text and are not shown."""

    def walk(self, root: etree._Element) -> list[Block]:
        """The blocks of the page."""
        dropped: etree._Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if dropped is not None:
                if event == "end" and element is dropped:
                    dropped = None
                    self.add(element.tail)
            elif event == "start" and unseen(element):
                dropped = element
                self.hidden += element.tag in TOLD_HIDDEN and bool(element.text_content().strip())
            elif event == "start":
                self.start(element, str(element.tag))
                self.add(element.text)
            elif event == "end":
                self.end(element, str(element.tag))
                self.add(element.tail)
            else:
                self.add(element.tail)
        self.break_paragraph()
        return self.flows[0].blocks

    def add(self, text: str | None) -> None:
        """Text between tags; between the rows of a table there is none."""
        if text and not (self.table and self.flows[-1].cell is None):
            self.flows[-1].text.append((BLANKS.sub(" ", text), self.bold > 0))

    def start(self, element: etree._Element, tag: str) -> None:
        """An element begins."""
        if tag in BREAKING or tag == "table":
            self.break_paragraph()
        if is_bold(element, tag):
            self.bold += 1
        if tag == "br":
            self.flows[-1].text.append(("\n", False))
        elif tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.start_item()
        elif tag == "table":
            self.start_table()
        elif tag == "tr" and self.table:
            self.table.start_row()
        elif tag in ("td", "th") and self.table:
            self.start_cell(element)
        if match := HEADING.match(tag):
            self.heading = int(match[1])
        if tag in BREAKING:
            self.align = alignment(element) or self.align

    def end(self, element: etree._Element, tag: str) -> None:
        """An element ends."""
        if tag in BREAKING:
            self.break_paragraph()
            self.align = ""
        if is_bold(element, tag):
            self.bold -= 1
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag in ("td", "th"):
            self.end_cell()
        elif tag == "table":
            self.end_table()
        if HEADING.match(tag):
            self.heading = 0

    def start_item(self) -> None:
        """An item of a list takes its number or a dash."""
        if self.lists and isinstance(count := self.lists[-1], int):
            self.lists[-1] = count + 1
            self.label = f"{count + 1}."
        else:
            self.label = "-"

    def start_table(self) -> None:
        flow = self.flows[-1]
        flow.tables += 1
        self.tables.append(self.table)
        self.table = OpenTable(anchor=f"{flow.anchor}/table[{flow.tables}]")

    def end_table(self) -> None:
        if not self.tables or not self.table:
            return
        done = self.table.finish()
        self.table = self.tables.pop()
        if self.table and self.flows[-1].cell:
            self.table.after += done
        else:
            self.flows[-1].blocks += done

    def start_cell(self, element: etree._Element) -> None:
        self.cells_left -= 1
        if self.cells_left < 0:
            raise FormatError("too_many_parts")
        if self.table:
            cell = self.table.start_cell(span(element, "rowspan", 0), span(element, "colspan", 1))
            self.flows.append(Flow(anchor=cell.anchor, cell=cell))

    def end_cell(self) -> None:
        if len(self.flows) > 1:
            self.flows.pop()

    def break_paragraph(self) -> None:
        """A paragraph is complete."""
        flow = self.flows[-1]
        pieces, flow.text = flow.text, []
        text = clean(tidy("".join(t for t, _ in pieces)))
        if not text:
            return
        shown = [bold for t, bold in pieces if t.strip()]
        if flow.cell:
            flow.cell.lines.append(f"{self.label} {text}" if self.label else text)
            flow.cell.bold.append(all(shown))
        else:
            flow.paragraphs += 1
            flow.blocks.append(self.paragraph(text, f"{flow.anchor}/p[{flow.paragraphs}]", all(shown)))
        self.label = ""

    def paragraph(self, text: str, anchor: str, bold: bool) -> Paragraph:
        """A paragraph of the body."""
        segment = Segment(start=0, end=len(text), anchor=anchor)
        style = f"h{self.heading}" if self.heading else ""
        return Paragraph(text=text, segments=(segment,), style=style, heading=self.heading, bold=bold,
                         label=self.label, align=self.align)  # fmt: skip


def read_html(data: bytes, limits: Limits) -> Content:
    """The blocks of a page; broken markup is mended as browsers do."""
    text = decode_html(data).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as error:
        raise FormatError("file_damaged") from error
    reader = PageReader(limits)
    blocks = tuple(reader.walk(root))
    told = Problem(
        code="hidden_passages", severity=Severity.NOTICE, where=Where(), fields={"count": str(reader.hidden)}
    )
    return Content(blocks=blocks, problems=(told,) if reader.hidden else ())


def tidy(text: str) -> str:
    """Blanks around line breaks and at both ends cut."""
    return re.sub(r" *\n *", "\n", re.sub(r" +", " ", text)).strip(" \n\xa0")


def unseen(element: etree._Element) -> bool:
    """Whether a browser shows nothing of it."""
    return element.tag in DROPPED or bool(INVISIBLE.search(element.get("style", ""))) or "hidden" in element.attrib


def is_bold(element: etree._Element, tag: str) -> bool:
    """Whether the element makes its text bold."""
    return tag in BOLD or bool(WEIGHT.search(element.get("style", "")))


def alignment(element: etree._Element) -> str:
    """How the element sets its lines; empty where it does not say."""
    match = ALIGN.search(element.get("style", ""))
    return (match[1] if match else element.get("align", "")).lower()


def span(element: etree._Element, name: str, low: int) -> int:
    """A rowspan (0 = down to the end) or colspan."""
    text = element.get(name, "1").strip()
    return max(low, min(int(text), 1000)) if text.isdecimal() else 1
