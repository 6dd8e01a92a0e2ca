"""To whom a document is addressed: what stands after "Kính gửi"."""

import re
from collections.abc import Sequence

from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.zones import ADDRESSED, BODY, REACH, is_addressed

ITEM = re.compile(r"^[-–—+•]\s*")


def find_addressees(lines: Sequence[Line]) -> tuple[tuple[str, ...], int]:
    """The addressees and the index of the line "Kính gửi"; ((), -1) where there is none."""
    for i, line in enumerate(lines[:REACH]):
        if not is_addressed(lines, i):
            continue
        at = i if ADDRESSED.match(line.text) else i + 1
        text = line.text if at == i else f"{line.text} {lines[at].text}"
        rest = ADDRESSED.sub("", text, count=1).strip(" :*")
        return (_one(rest, lines, at) if rest and not ITEM.match(rest) else _several(rest, lines, at)), i
    return (), -1


def _one(rest: str, lines: Sequence[Line], i: int) -> tuple[str, ...]:
    """The addressee on the line itself, with the next line where it was broken in two."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    if following and following.text[0].islower() and rest[-1] not in ".;":
        rest = f"{rest} {following.text}"
    return tuple(part.strip(" .") for part in rest.split(";") if part.strip(" ."))


def _several(rest: str, lines: Sequence[Line], i: int) -> tuple[str, ...]:
    """The items of the list under the words; a line without a dash goes on with the item above."""
    found: list[str] = [ITEM.sub("", rest)] if rest else []
    for line in lines[i + 1 : i + 30]:
        if ITEM.match(line.text):
            found.append(ITEM.sub("", line.text))
        elif not found and len(line.text) < 120 and not BODY.match(line.text):
            found.append(line.text)
        elif found and found[-1][-1:] not in ".;" and len(found[-1]) > 30:
            found[-1] = f"{found[-1]} {line.text}"
        else:
            break
        if found[-1].endswith("."):
            break
    return tuple(item.strip(" ;.") for item in found)
