"""The event a text tells of: type, date, instrument under review, unit, period."""

import re
from collections import Counter
from collections.abc import Sequence

from tongket.reading.mentions.legal import find_legal
from tongket.reading.mentions.model import Event
from tongket.reading.mentions.passages import Sentence
from tongket.reading.mentions.provinces import PROVINCES
from tongket.reading.mentions.units import NamedUnit, find_units
from tongket.vietnamese import DateMention, find_dates

REVIEW = re.compile(r"\b(sơ kết|tổng kết)\b", re.IGNORECASE)
EXERCISE = re.compile(r"\bdiễn tập\b", re.IGNORECASE)
CONFERENCE = re.compile(r"\bhội nghị\b|\bkỳ họp\b", re.IGNORECASE)
LED = re.compile(
    r"\b(?:chủ trì|tiến hành|tổ chức|dẫn đầu)\b[^.;]{0,30}\b(?:buổi|đoàn|cuộc|đợt)\b[^.;]{0,20}\b(?:kiểm tra|giám sát|làm việc|gặp mặt|thăm)",
    re.IGNORECASE,
)
"""Somebody leads an inspection, a visit: an event that is no conference."""
REGION = re.compile(r"\bQuân khu (?:\d|Thủ đô)\b|\bQuân đoàn \d{1,2}\b")
OTHER = re.compile(
    r"\b(?:kiểm tra|lễ|gặp mặt|ra mắt|tập huấn|bế giảng|khai giảng|hội thi|hội thao|hội thảo|tọa đàm|đại hội|kỳ họp|làm việc với"
    r"|giám sát|thẩm định|bồi dưỡng|phát động|giao nhận quân|ra quân|huấn luyện)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
SPAN = re.compile(r"\btừ\s+(?:năm\s+)?((?:19|20)\d\d)\s+đến\s+(?:năm\s+|hết năm\s+)?((?:19|20)\d\d)", re.IGNORECASE)
ONE_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b", re.IGNORECASE)
NAMED_REVIEW = re.compile(r"\bhội nghị (sơ kết|tổng kết)\b|\b(sơ kết|tổng kết) (?:\d{1,2}|\w+) năm\b", re.IGNORECASE)
LOOKS_BACK = re.compile(
    r"\b(?:\d{1,2}|năm|mười) năm\b(?:[^.;]{0,60}\b(?:thực hiện|triển khai)|\s*\(\d{4})|\b(?:thực hiện|triển khai)[^.;]{0,60}\d+ năm\b",
    re.IGNORECASE,
)
LEGAL = re.compile(r"[-/](?:NĐ|NQ|QĐ|CT|TT|KL|QH|ĐA)")
"""Documents that are carried out over years; letters and notices are not."""
CARRIED_OUT = re.compile(r"(?:thực hiện|triển khai|thi hành)(?:[^.;]{0,60})$", re.IGNORECASE)
PLANNED = re.compile(r"(?:phương hướng|nhiệm vụ|kế hoạch|bàn|triển khai|tầm nhìn)[^,.;]{0,40}$", re.IGNORECASE)
HOLDS = re.compile(
    r"\b(?:tổ chức|họp|mở|sơ kết|tổng kết|nhìn lại|tiến hành|diễn ra|khai mạc|bế mạc|hội nghị)\b", re.IGNORECASE
)
CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh", "Huế")
LEAD = 4
"""The event is told in the first sentences."""


def find_event(found: Sequence[Sentence], title: str = "") -> Event:
    """The event; an official document's ``title`` tells it before the text does."""
    lead = list(found[:LEAD])
    opening = next((s for s in lead if any(p.search(s.text) for p in (REVIEW, CONFERENCE, EXERCISE))), None)
    opening = opening or next((s for s in lead[:1] if LED.search(s.text)), None)
    opening = opening or next((s for s in lead if any(d.day for d in _dates(s.text))), None)
    kind = _type(title, opening, found)
    if title:
        opening = None
    unit = _unit(opening, found, kind)
    anchor = opening.locate(0, len(opening.text)) if opening else ""
    when = _date(opening)
    return Event(
        type=kind,
        date=when.date if when else None,
        instrument=_instrument(title, opening, found),
        org_unit=unit,
        period=_period(title, opening, found),
        anchor=anchor,
        confidence=0.8 if opening else 0.4,
    )


def _type(title: str, opening: Sentence | None, found: Sequence[Sentence]) -> str:
    review = REVIEW.search(title or (opening.text if opening else ""))
    if review or title:
        return review[1].lower() if review else ""
    whole = " ".join(s.text for s in found)
    if opening is None:
        return _conference_type("hội nghị", whole) if CONFERENCE.search(whole) else ""
    for pattern, kind in ((CONFERENCE, "hội nghị"), (EXERCISE, "diễn tập"), (OTHER, "khác")):
        if pattern.search(opening.text):
            return _conference_type(kind, whole)
    return ""


def _conference_type(kind: str, whole: str) -> str:
    """A conference on an exercise is the exercise; one that looks back on years is a review."""
    if kind != "hội nghị":
        return kind
    review = NAMED_REVIEW.search(whole)
    if review:
        return (review[1] or review[2]).lower()
    return "sơ kết" if LOOKS_BACK.search(whole) else kind


def _dates(text: str) -> list[DateMention]:
    """The dates of ``text`` that are no dates of legal documents."""
    ends = [end for _, end, _ in find_legal(text)]
    return [d for d in find_dates(text) if not any(0 <= d.start - e <= 3 for e in ends)]


def _date(opening: Sentence | None) -> DateMention | None:
    """The first date with a day in the sentence that tells of the event."""
    return next((d for d in _dates(opening.text) if d.day), None) if opening else None


def _instrument(title: str, opening: Sentence | None, found: Sequence[Sentence]) -> str:
    """The document under review: named in the title or the opening, else the one most often said to be carried out."""
    for text in (title, opening.text if opening else ""):
        first = next(iter(sorted(find_legal(text))), None)
        if first:
            return first[2]
    counts: Counter[str] = Counter()
    for sentence in found:
        for start, _, number in find_legal(sentence.text):
            if not LEGAL.search(number):
                continue
            counts[number] += 1 if CARRIED_OUT.search(sentence.text[:start]) else 0
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] > 0 else ""


def _unit(opening: Sentence | None, found: Sequence[Sentence], kind: str) -> str:
    """The unit that the opening names first, outside brackets; else the one named most often."""
    if opening and kind:
        organiser = _organiser(opening.text)
        region = REGION.search(opening.text) if not organiser else None
        organiser = organiser or (region[0] if region else "") or _province(opening.text)
        if organiser:
            return organiser
    first = next(iter(find_units(found[0].text)), None) if found else None
    if first:
        return _bracketed(found, first) or first.name
    counts = Counter(u.name for s in found for u in find_units(s.text))
    return counts.most_common(1)[0][0] if counts else ""


def _bracketed(found: Sequence[Sentence], unit: NamedUnit) -> str:
    """Where ``unit`` stands in brackets behind a bare name ("Sơn Động (tỉnh Bắc Giang)"), the unit of that name."""
    bare = re.search(r"([A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)+) \($", found[0].text[: unit.start])
    if not bare:
        return ""
    named = (u.name for s in found for u in find_units(s.text))
    return next((n for n in named if n.endswith(f" {bare[1]}")), "")


def _organiser(text: str) -> str:
    """The unit that holds the event: the first of the last chain ("xã A, huyện B") before the verb, else the first."""
    named = [u for u in find_units(text) if text[: u.start].count("(") == text[: u.start].count(")")]
    verb = HOLDS.search(text)
    chains: list[list[NamedUnit]] = []
    for unit in named:
        joined = chains and re.fullmatch(r"\s*[,(-]\s*", text[chains[-1][-1].end : unit.start])
        if joined:
            chains[-1].append(unit)
        else:
            chains.append([unit])
    before = [chain[0] for chain in chains if verb and chain[0].start < verb.start()]
    best = before[-1:] or [chain[0] for chain in chains[:1]]
    return best[0].name if best else ""


def _province(text: str) -> str:
    """A province that the sentence names without its kind ("Hà Tĩnh tổng kết …")."""
    places = [(at, name) for name in PROVINCES if (at := text.find(name)) >= 0 and not text[:at].endswith("Hội ")]
    if not places:
        return ""
    name = min(places)[1]
    return f"{'thành phố' if name in CITIES else 'tỉnh'} {name}"


def _period(title: str, opening: Sentence | None, found: Sequence[Sentence]) -> tuple[int, int] | None:
    """The years under review: a span in the title, the opening or the text; else the one year the opening is about."""
    for text in (title, opening.text if opening else "", *(s.text for s in found)):
        span = YEARS.search(text) or SPAN.search(text)
        if span and not PLANNED.search(text[: span.start()]) and int(span[1]) < int(span[2]):
            return int(span[1]), int(span[2])
    lead = [title, opening.text if opening else "", *([found[0].text] if found else [])]
    for text in lead:
        dated = _dates(text)
        for year in ONE_YEAR.finditer(text):
            free = not any(d.start <= year.start() < d.end for d in dated)
            if free and not PLANNED.search(text[: year.start()].rsplit(",", 1)[-1]) and _spoken_of(text, year):
                return int(year[1]), int(year[1])
    return None


def _spoken_of(text: str, year: re.Match[str]) -> bool:
    """Whether the year is what is reviewed, not the day of an exercise or a further clause's matter."""
    return not re.search(r"\bcuộc diễn tập\b[^,.;]*$", text[: year.start()], re.IGNORECASE)
