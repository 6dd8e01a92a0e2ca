"""Who signed: the name under the authority and the post at the foot of a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.reading.letterhead.issuer import fold_upper
from tongket.reading.letterhead.lines import Line
from tongket.reading.letterhead.vocabulary import SIGNING_POSTS
from tongket.reading.names import bare_name, could_be_name, is_name

AUTHORITY = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|QUYỀN|THỪA LỆNH|THAY MẶT|KÝ THAY|THỪA ỦY QUYỀN)\s*[./]?\s*(?=[A-ZĐỦÔÁ])"
    r"|Q\.\s*(?=[A-ZĐ])"
)
INSIDE = re.compile(rf"(?<=[;.,)\w])\s+((?:{AUTHORITY.pattern}).*)$")
NOISE = re.compile(
    r"\(?\s*(?:đã ký|ký tên|ký và ghi rõ|ký, ghi rõ|ký, đóng dấu|ký bởi|được ký bởi|người ký|signature|digitally"
    r"|signed by|email"
    r"|cơ quan:|thời gian ký|ngày ký|date:|tổ chức|chức vụ|nguồn|không tìm thấy|chữ ký|giám sát ký)|.*@|.*\d{2}:\d{2}",
    re.IGNORECASE,
)
RECEIVERS = re.compile(r"Nơi\s+nhận", re.IGNORECASE)
POSTS = tuple(sorted(SIGNING_POSTS, key=len, reverse=True))
REACH = 9
"""A name stands at most that many lines under the first line of the authority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Name and post of the signer; ``authority`` is the agency signed for ("TM. …"), ``line`` the name's index."""

    name: str = ""
    title: str = ""
    authority: str = ""
    line: int = -1


def find_signature(lines: Sequence[Line], start: int) -> Signature:
    """The signature after line ``start``: the one nearest to the list of receivers, else the first with a name."""
    receivers = next((i for i, line in enumerate(lines) if i >= start and RECEIVERS.match(line.text)), None)
    blocks = _blocks(lines, start)
    if receivers is None:
        return next(blocks, Signature())
    return min(blocks, key=lambda s: _distance(s.line, receivers), default=Signature())


def _distance(line: int, receivers: int) -> int:
    """How far a signature is from the receivers; before them counts double, as it mostly stands behind."""
    return line - receivers if line > receivers else 2 * (receivers - line)


def _blocks(lines: Sequence[Line], start: int) -> Iterator[Signature]:
    """The signatures, in order."""
    done = start
    for i in range(start, len(lines)):
        if i < done or not _opens(lines[i].text):
            continue
        found = _read_block(lines, i)
        if found.line >= 0:
            done = found.line + 1
            yield found


def _opens(text: str) -> bool:
    """Whether a signature begins here: an authority to sign, or a post in capitals."""
    if INSIDE.search(text):
        return True
    bare = text.lstrip("- ")
    return bool(AUTHORITY.match(bare) and _is_capitals(bare)) or _is_post(bare)


def _is_capitals(text: str) -> bool:
    return text == text.upper() or fold_upper(text[:12]) == text[:12].upper() == text[:12]


def _is_post(text: str) -> bool:
    return text == text.upper() and len(text) < 90 and fold_upper(text).startswith(POSTS) and not text.endswith(":")


def _read_block(lines: Sequence[Line], i: int) -> Signature:
    """The signature that begins with line ``i``; its last name counts."""
    inside = INSIDE.search(lines[i].text)
    heads = [inside[1] if inside else lines[i].text.lstrip("- ")]
    name, at = "", -1
    for j in range(i + 1, min(i + REACH, len(lines))):
        text = _whole_name(lines, j)
        candidate = _name_in(text, same_box=lines[j].box == lines[i].box)
        if candidate and candidate not in name and (not name or is_name(candidate)):
            name, at = candidate, j
            if j + 1 < len(lines) and lines[j + 1].box != lines[i].box:
                break
        elif name or RECEIVERS.match(text):
            break
        elif text == text.upper() and not NOISE.match(text):
            heads.append(text)
        elif not NOISE.match(text) and len(text) > 60 and not text.startswith("-"):
            break
    return Signature(name=name, title=_title(heads), authority=_authority(heads), line=at)


def _whole_name(lines: Sequence[Line], j: int) -> str:
    """The line, with the next one where a name was broken in two so that a single word stands on one of them."""
    text = lines[j].text
    following = lines[j + 1] if j + 1 < len(lines) else None
    if following is None or following.box != lines[j].box or (" " in text and " " in following.text):
        return text
    joined = f"{text} {following.text}"
    return joined if is_name(bare_name(joined)) and not is_name(following.text) else text


def _name_in(text: str, *, same_box: bool) -> str:
    """The name that the line is, or ends with behind an item of the list of receivers."""
    if NOISE.match(text):
        return ""
    bare = bare_name(text)
    if is_name(bare) and not _opens(text):
        return bare
    if same_box and could_be_name(bare) and bare != bare.upper():
        return bare
    behind = re.search(r"[;.)]\s+(\S+(?: \S+){1,4})$", text) if text.startswith("-") else None
    return behind[1] if behind and is_name(bare_name(behind[1])) else ""


def _title(heads: Sequence[str]) -> str:
    """The post of the signer: from the last line that begins with a post of its own to the end."""
    plain = [AUTHORITY.sub("", h).strip(" ,.") if AUTHORITY.match(h) else h.strip(" ,.") for h in heads]
    for k in range(len(plain) - 1, -1, -1):
        if fold_upper(plain[k]).startswith(POSTS):
            return " ".join(plain[k:])
    return ""


def _authority(heads: Sequence[str]) -> str:
    """The agency in whose name it was signed ("TM. ỦY BAN NHÂN DÂN"), with the lines that go on with it."""
    if not re.match(r"(?:TM|T/M|THAY MẶT)\b", heads[0]):
        return ""
    parts = [AUTHORITY.sub("", heads[0], count=1).strip()]
    for head in heads[1:]:
        if AUTHORITY.match(head) or fold_upper(head).startswith(POSTS):
            break
        parts.append(head)
    return " ".join(parts)
