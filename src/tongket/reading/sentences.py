"""Where sentences begin and end in Vietnamese administrative prose."""

import re
from bisect import bisect_right

ABBREVIATIONS = frozenset(
    (
        "tp",
        "tx",
        "tt",
        "tm",
        "kt",
        "tl",
        "tuq",
        "q",
        "p",
        "h",
        "t",
        "x",
        "st",
        "tr",
        "đ/c",
        "gs",
        "pgs",
        "ts",
        "ths",
        "bs",
        "ks",
        "cn",
        "ncs",
        "nsnd",
        "nsưt",
        "mr",
        "mrs",
        "đt",
        "tel",
        "sđt",
        "v.v",
        "th.s",
        "t.s",
        "p.gs",
    )
)
"""Words, folded and without their last stop, after which a full stop does not end the sentence."""

STOP = re.compile(r"(?:\.{2,}|…+|[.!?]+)(?:\s?/\.)?[\"”’»)\]]*")
LABEL = re.compile(r"(?:[-–—+*•●▪]\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?$")
LIST_LINE = re.compile(r"\s*(?:[-–—+*•●▪]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,5}[.)]\s|[a-zđ]\)\s)")
MOST_BEFORE = 200
"""Characters before a stop that are looked at: labels and abbreviations are shorter."""
NEW_LINE, NOT_BLANK = re.compile(r"\n"), re.compile(r"\S")
BLANK_LINE = re.compile(r"\n\s*\n")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end) spans without the white space around them.

    A stop inside a number ("1.234,5"), after an abbreviation ("TP. Bắc Kạn", "KT.") or a list label ("1.", "a)"),
    before a lower-case word or inside a file number ends nothing. A blank line or a list item begins a new one.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*_ends(text), len(text)]:
        first, last = _trim(text, start, end)
        if first < last:
            spans.append((first, last))
        start = end
    return spans


def _ends(text: str) -> list[int]:
    """The places at which a sentence ends, in order."""
    lines = sorted(_line_ends(text)) if "\n" in text else []
    ends = set(lines)
    begin = 0
    for stop in STOP.finditer(text):
        if passed := bisect_right(lines, stop.start()):
            begin = max(begin, lines[passed - 1])
        if _ends_sentence(text, begin, stop):
            ends.add(stop.end())
            begin = stop.end()
    return sorted(ends)


def _line_ends(text: str) -> set[int]:
    """The places before a blank line and before an item of a list."""
    ends = {m.start() for m in BLANK_LINE.finditer(text)}
    ends.update(m.start() for m in NEW_LINE.finditer(text) if LIST_LINE.match(text, m.end()))
    return ends


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether the full stop, question mark or ellipsis at ``stop`` ends the sentence that began at ``begin``."""
    found = NOT_BLANK.search(text, stop.end())
    if found is None:
        return True
    following = found[0]
    if found.start() == stop.end():
        glued = following.isupper() and stop.start() > 0 and text[stop.start() - 1].islower()
        if not glued or stop[0] not in (".", "./."):
            return False
    if not _can_begin(following):
        return False
    before = text[max(begin, stop.start() - MOST_BEFORE) : stop.start()].strip()
    if LABEL.fullmatch(before):
        return False
    return stop[0] != "." or not _abbreviates(before, following)


def _can_begin(following: str) -> bool:
    """Whether a sentence can begin with that sign: a capital, a digit, a quotation or a list mark."""
    return following.isupper() or following.isdigit() or following in '"“‘«([-–—+*•●▪'


def _abbreviates(before: str, following: str) -> bool:
    """Whether the stop after ``before`` and before the sign ``following`` belongs to an abbreviation."""
    word = before.rsplit(None, 1)[-1].strip('"“(') if before else ""
    if word.casefold() not in ABBREVIATIONS:
        return False
    # "... cho thị xã X." can end a sentence, "TP. X" cannot: an abbreviation is written in capitals or is a title.
    return word != "v.v" and (word[0].isupper() or "/" in word or word == "tr") and not following.isdigit()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
