"""Deadlines as a calendar file (iCalendar, RFC 5545): the same tasks give the same bytes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tongket.tasks import TaskStanding

FOLD = 75
"""Octets of a line; longer ones go on in the next, after a blank."""
REMIND = timedelta(days=5)


def icalendar(found: Sequence[TaskStanding], *, name: str, on: date) -> bytes:
    """An all-day entry for the deadline of each open task, with a reminder five days before."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//tongket//tasks//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for one in found:
        if one.deadline is not None and not one.done and not one.parts:
            lines += _entry(one, on)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


def _entry(one: TaskStanding, on: date) -> Iterator[str]:
    deadline = one.deadline
    if deadline is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.task.id)}@tongket"
    yield f"DTSTAMP:{on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{deadline:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{one.task.id}: {one.task.deed}')}"
    yield f"DESCRIPTION:{_text(f'{one.task.lead}. {one.task.product}')}"
    yield "TRANSP:TRANSPARENT"
    yield from (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:-P{REMIND.days}D",
        f"DESCRIPTION:{_text(one.task.deed)}",
        "END:VALARM",
    )
    yield "END:VEVENT"


def _text(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets; no letter is cut."""
    piece, start = "", ""
    for letter in line:
        if len((start + piece + letter).encode("utf-8")) > FOLD:
            yield start + piece
            piece, start = "", " "
        piece += letter
    yield start + piece
