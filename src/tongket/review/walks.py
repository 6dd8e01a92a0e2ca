"""Eight ways into a review: each shows one thing that a person can follow from the paper to the place it came from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from tongket.checks import Finding
from tongket.commendation import Nominee
from tongket.conference import tasks_of
from tongket.consolidation import Basis, Figure
from tongket.problems import translate
from tongket.reading import Paragraph, ReadFile
from tongket.reports import DataValue
from tongket.review.conclusions_page import CONCLUSIONS_PAGE, conclusion_id
from tongket.review.indicator_pages import figure_id, indicator_page
from tongket.review.names import COMMENDATION, NOTICE, REFUSED, TASKS
from tongket.review.occasion import praise_in
from tongket.review.request import ReviewResult
from tongket.review.source_pages import source_links, source_page
from tongket.review.wording import base_text, note_of, period_text, told_text, value_text
from tongket.tasks import progress

ARITHMETIC = ("total_mismatch", "percent_mismatch", "over_100")
"""Codes of wrong sums, the plainest first."""
SECRECY = "secrecy_mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link of a walk."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A title, a sentence, a unit's own words where they matter, and the links in order."""

    title: str
    text: str
    quote: str = ""
    links: tuple[Step, ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What the walks are made from: a review, the pages of its reports, and the places of its values."""

    result: ReviewResult
    top: str | None
    language: str
    pages: Mapping[str, str]
    links: Mapping[DataValue, str]

    def say(self, sentence: str, **fields: object) -> str:
        """A sentence in the language of the page."""
        return translate(sentence, self.language, **fields)


def walks(result: ReviewResult, top: str | None, language: str) -> list[Walk]:
    """All eight, in their order; one that this review has nothing for says so."""
    pages = {f.report.file: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    ways = Ways(result=result, top=top, language=language, pages=pages, links=source_links(result))
    return [_walk(ways, title, make) for title, make in WALKS]


def _walk(ways: Ways, title: str, make: Callable[[Ways], Walk | None]) -> Walk:
    found = make(ways)
    nothing = ways.say("This review has none.")
    return found or Walk(title=ways.say(title), text=nothing)


def _total(ways: Ways) -> Walk | None:
    """A total of the whole review down to the marked sentence of one report."""
    own = [
        f
        for f in ways.result.figures
        if f.org_unit == ways.top and f.period.is_span and f.basis is Basis.AS_REPORTED and f.expression
    ]
    best = max(own, key=lambda f: (_quotable(ways, f) is not None, len(f.expression), f.indicator), default=None)
    if best is None:
        return None
    indicator = ways.result.pack.framework[best.indicator]
    name = indicator.name if ways.language == "vi" else indicator.name_en
    value = told_text(best, indicator, ways.language)
    text = f"{name}, {period_text(best.period)}: {value} ({base_text(ways.result, best, ways.language)})."
    quoted = _quotable(ways, best)
    links = [Step(text=ways.say("how it was added up"), href=f"{indicator_page(best.indicator)}#{figure_id(best)}")]
    if quoted:
        stated, sentence = quoted
        links.append(Step(text=ways.say("the marked sentence"), href=ways.links[stated]))
        return Walk(title=ways.say(TOTAL), text=text, quote=sentence, links=tuple(links), tone="good")
    return Walk(title=ways.say(TOTAL), text=text, links=tuple(links), tone="good")


def _quotable(ways: Ways, figure: Figure) -> tuple[DataValue, str] | None:
    """A value of a figure that stands in a sentence, and the sentence."""
    for contribution in figure.expression:
        for value in contribution.values:
            if value in ways.links and (sentence := _sentence(ways.result, value)):
                return value, sentence
    return None


def _sentence(result: ReviewResult, value: DataValue) -> str:
    place = value.source.anchor.rpartition(":")[0]
    read = next((f for f in result.files if f.report.file == value.source.file), None)
    return next(_holding(read, place), "") if read and place else ""


def _holding(read: ReadFile, place: str) -> Iterator[str]:
    for block in read.document.blocks:
        if isinstance(block, Paragraph) and any(s.anchor == place for s in block.segments) and len(block.text) < 400:
            yield block.text


def _found(ways: Ways, title: str, *codes: str, tone: str = "bad") -> Walk | None:
    """The first finding of one of ``codes`` with a report to open."""
    for code in codes:
        of_code = [f for f in ways.result.findings if f.code == code and any(n in ways.pages for n in f.files)]
        if of_code:
            return _of_finding(ways, title, of_code[0], len(of_code), tone)
    return None


def _of_finding(ways: Ways, title: str, finding: Finding, many: int, tone: str) -> Walk:
    result = ways.result
    unit = result.unit_name(finding.org_unit) if finding.org_unit else ""
    where = ", ".join(p for p in (unit, finding.period or "", finding.indicator or "") if p)
    text = f"{where}: {note_of(finding, ways.language)}"
    if many > 1:
        text += " " + ways.say("{count} such points in all.", count=many)
    links = tuple(
        Step(text=PurePosixPath(n).name, href=_place(ways, finding, n)) for n in finding.files if n in ways.pages
    )
    return Walk(title=ways.say(title), text=text, links=links, tone=tone)


def _place(ways: Ways, finding: Finding, file: str) -> str:
    """The page of a report, at the finding's figure where it has one."""
    for value, href in ways.links.items():
        key = (value.source.file, value.org_unit, str(value.period), value.indicator)
        if key == (file, finding.org_unit, finding.period, finding.indicator):
            return href
    return ways.pages[file]


def _merged(ways: Ways) -> Walk | None:
    """A figure of a merged unit that exists only because its predecessors were added up."""
    result = ways.result
    reported = {(f.org_unit, f.period, f.indicator) for f in result.figures if f.basis is Basis.AS_REPORTED}
    for f in result.figures:
        units = {c.org_unit for c in f.expression}
        if f.basis is Basis.CURRENT and (f.org_unit, f.period, f.indicator) not in reported and len(units) > 1:
            indicator = result.pack.framework[f.indicator]
            names = ", ".join(result.unit_name(u, f.period) for u in sorted(units))
            sentence = "{indicator} {period} of {unit} is added up from {names}, as they were then."
            text = ways.say(
                sentence,
                indicator=indicator.name if ways.language == "vi" else indicator.name_en,
                period=period_text(f.period),
                unit=result.unit_name(f.org_unit),
                names=names,
            )
            href = f"{indicator_page(f.indicator)}#{figure_id(f)}"
            value = value_text(f, indicator) or f.code
            step = Step(text=f"{ways.say('how it was added up')}: {value}", href=href)
            return Walk(title=ways.say(MERGED), text=text, links=(step,), tone="good")
    return None


def _refused(ways: Ways) -> Walk | None:
    refused = [r for r in ways.result.refusals if r.problem.code == SECRECY]
    if not refused:
        return None
    sentence = (
        "{count} files bear a secrecy mark; nothing of them was kept but the path, the hash, the time and the code."
    )
    links = (Step(text=REFUSED, href=REFUSED),)
    return Walk(title=ways.say(REFUSED_FILE), text=ways.say(sentence, count=len(refused)), links=links, tone="warn")


def _concluded(ways: Ways) -> Walk | None:
    """The conclusion of most tasks down to each of them, and how they add up."""
    files = ways.result.conference
    tasks = tasks_of(files.conference, ways.result.hierarchy) if files else ()
    if files is None or not tasks:
        return None
    sources = [task.source for task in tasks]
    first = max(tasks, key=lambda task: sources.count(task.source))
    parts = progress(first, tasks, ())
    place = int(first.source.rpartition("[")[2].rstrip("]"))
    sentence = (
        "{count} conclusions give {tasks} tasks. This one is given to {lead}: {parts} tasks, {done}/{parts} done."
    )
    text = ways.say(
        sentence,
        count=len(files.conference.conclusions),
        tasks=len(tasks),
        lead=first.lead,
        parts=parts.total,
        done=parts.done,
    )
    links = (
        Step(text=NOTICE, href=NOTICE),
        Step(text=ways.say("its tasks"), href=f"{CONCLUSIONS_PAGE}#{conclusion_id(place)}"),
        Step(text=TASKS, href=TASKS),
    )
    return Walk(
        title=ways.say(CONCLUDED), text=text, quote=files.conference.conclusions[place].text, links=links, tone="good"
    )


def _commended(ways: Ways) -> Walk | None:
    """How many are commended, counted from the list, and what stood against the others."""
    files = ways.result.conference
    if files is None or not files.conference.nominations:
        return None
    praise = praise_in(ways.result, files.conference)
    nominated = len(files.conference.nominations)
    sentence = (
        "{collectives} collectives + {individuals} individuals of {nominated} nominations, counted from the list; "
        "{blocked} held back, {warned} proposed with a reason."
    )
    text = ways.say(
        sentence,
        collectives=len(praise.of(Nominee.COLLECTIVE)),
        individuals=f"{len(praise.of(Nominee.INDIVIDUAL)):02d}",
        nominated=nominated,
        blocked=nominated - len(praise.awarded),
        warned=len({one.place for one in praise.objections if not one.blocks}),
    )
    return Walk(title=ways.say(COMMENDED), text=text, links=(Step(text=COMMENDATION, href=COMMENDATION),), tone="good")


CONCLUDED = "A conclusion, walked to its tasks"
COMMENDED = "Who is commended"
TOTAL = "A total, opened down to its sentence"
MERGED = "A total that changed because communes were merged"
REFUSED_FILE = "A file that was refused"
WALKS: tuple[tuple[str, Callable[[Ways], Walk | None]], ...] = (
    (TOTAL, _total),
    ("A wrong sum", lambda ways: _found(ways, "A wrong sum", *ARITHMETIC)),
    ("A report copied from another", lambda ways: _found(ways, "A report copied from another", "recycled_text")),
    (MERGED, _merged),
    (
        "Text against table",
        lambda ways: _found(ways, "Text against table", "prose_table_mismatch"),
    ),
    (REFUSED_FILE, _refused),
    (CONCLUDED, _concluded),
    (COMMENDED, _commended),
)
