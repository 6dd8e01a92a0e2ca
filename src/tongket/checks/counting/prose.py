"""Sums and shares in running text: "17/18 đơn vị (88,3 %)", "833 nhiệm vụ, gồm 585 đã xong, 67 còn hạn, 181 quá hạn"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checks.counting.model import Miscount, MiscountKind
from tongket.checks.counting.tables import sum_shown
from tongket.checks.rounding import agrees, sum_slack
from tongket.reading import Paragraph
from tongket.vietnamese import NumberMention, accent_fold, find_numbers, format_number

OPENER = re.compile(r"\b(?:bao gồm|gồm|trong đó|cụ thể|chia ra|gồm có|là|bằng)\b|[:(=]")
WHOLE_OPENER = re.compile(r"\b(?:bao gồm|gồm|gồm có|chia ra)\b|=")
"""What follows claims to be everything."""
OPPOSITES = (
    (r"trong hạn|đúng hạn|trước hạn|còn hạn|chưa đến hạn", r"quá hạn|chậm|trễ hạn|không đúng hạn"),
    (r"hoàn thành|đã (?:giải quyết|xử lý|thực hiện|xong)", r"chưa|đang|không hoàn thành|quá hạn"),
    (r"\bnam\b", r"\bnữ\b"),
    (r"tập thể", r"cá nhân"),
    (r"\bđạt\b", r"không đạt|chưa đạt"),
    (r"\bmới\b|xây mới", r"\bcũ\b|sửa chữa|cải tạo"),
)
"""Words of parts that together are everything."""
REST = re.compile(r"\bcòn lại\b|^(?:\S+ ){0,3}khác\b")
DURATION = re.compile(r"\s*(?:năm|tháng|tuần|ngày|giờ|phút|quý)\b(?! công)")
"""Terms are never parts of one another as counts are."""
TWICE = re.compile(
    r"trùng|\bvừa\b.*\bvừa\b|đồng thời|lồng ghép|kiêm|trong số (?:đó|này)|có thể được|nhiều lần|không trùng lặp"
)
"""A sentence that says that some count twice."""
GROWTH = re.compile(
    r"tăng|giảm|so với|cùng kỳ|vượt|năm trước|cao hơn|thấp hơn|dự kiến|phấn đấu|chỉ tiêu|mục tiêu|còn lại"
)
OF_IT = re.compile(r"\s*(?:đạt|bằng|chiếm|tỷ lệ|tỉ lệ|tương|hoàn thành|đã|mới|chỉ|ước|=|\W*$|.*\()")
"""What goes on after a comma with a share of the same: "…, đạt 95%"; "…, quân số tham gia 95%" is of something else."""
OTHER_WHOLE = re.compile(
    r"\s*(?:dân số|số hộ toàn|của toàn|toàn (?:tỉnh|huyện|xã)|cả nước|diện tích|tổng chi|tổng thu)"
)
APPROXIMATE = re.compile(r"\b(?:hơn|gần|trên|khoảng|dưới|xấp xỉ|ước|chừng|ít nhất|tối thiểu)\s+$")
ENDS = re.compile(r"[.;!?]\s|\n|[.;!?]$")
LIST_ITEM = re.compile(r"\s*(?:[-–+•*]|[a-zđ]\)|\d{1,2}[.)])\s+")
FAR = 60
"""A percentage is that of the pair before it within so many characters."""
SIZE = Decimal("0.5")
MOST_PARTS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A number of a sum in text: what it counts, and the words of its clause."""

    number: Decimal
    anchor: str
    words: str
    """What follows it, folded, up to the next number."""


def prose_miscounts(blocks: Sequence[Paragraph]) -> Iterator[Miscount]:
    """What does not add up in a run of paragraphs between two tables."""
    for i, paragraph in enumerate(blocks):
        folded = accent_fold(paragraph.text)
        numbers = find_numbers(paragraph.text)
        if not numbers:
            continue
        yield from _shares(paragraph, folded, numbers)
        yield from _equations(paragraph, folded, numbers)
        yield from _sums(paragraph, folded, numbers)
        yield from _list_sums(paragraph, folded, numbers, blocks[i + 1 : i + 1 + MOST_PARTS])


def _shares(paragraph: Paragraph, folded: str, numbers: Sequence[NumberMention]) -> Iterator[Miscount]:
    for one, two in pairwise(numbers):
        pair, share = (one, two) if two.percent else (two, one)
        if not share.percent or pair.percent or not pair.denominator or pair.value > pair.denominator:
            continue
        between = folded[one.end : two.start]
        close = len(between) <= (FAR if share is two else 12) and not ENDS.search(between)
        if share is one and not between.strip().startswith("("):
            continue
        if not close or GROWTH.search(between) or OTHER_WHOLE.match(folded, share.end):
            continue
        if "," in between and not OF_IT.match(between.rpartition(",")[2]):
            continue
        if APPROXIMATE.search(folded[max(0, share.start - 12) : share.start]):
            continue
        rest = 100 - share.value
        if agrees(share.value, pair.value, pair.denominator) or agrees(rest, pair.value, pair.denominator):
            continue
        right = round(100 * pair.value / pair.denominator, 2)
        yield Miscount(
            kind=MiscountKind.PERCENT,
            place=paragraph.locate(share.start, share.end),
            label=_around(paragraph.text, min(one.start, two.start), max(one.end, two.end)),
            stated=share.value,
            right=right,
            shown=f"{format_number(pair.value)} : {format_number(pair.denominator)} × 100 = {format_number(right)}",
            others=(paragraph.locate(pair.start, pair.end),),
        )


def _equations(paragraph: Paragraph, folded: str, numbers: Sequence[NumberMention]) -> Iterator[Miscount]:
    """ "585 + 67 + 181 = 833", written out."""
    run: list[NumberMention] = []
    for one, two in pairwise(numbers):
        between = folded[one.end : two.start].strip()
        run = [*run, one] if run or between == "+" else []
        if run and between == "=" and len(run) >= 2:
            terms = [_term(paragraph, folded, n, n.end) for n in run]
            yield from _judged(_term(paragraph, folded, two, two.end), terms, paragraph.text, sure=True)
        if between not in ("+",):
            run = []


def _sums(paragraph: Paragraph, folded: str, numbers: Sequence[NumberMention]) -> Iterator[Miscount]:
    """A number, an opener, and the numbers up to the end of the sentence or of the bracket."""
    done = 0
    for i, total in enumerate(numbers):
        if i < done or i + 2 >= len(numbers) or not _counts(folded, total):
            continue
        gap = folded[total.end : numbers[i + 1].start]
        opener = list(OPENER.finditer(gap))
        if not opener or ENDS.search(gap[: opener[0].start()]) or len(gap) > 2 * FAR:
            continue
        end = _end(folded, total.end + opener[0].start(), bracket=opener[0][0] == "(")
        parts = [
            n for n in _outermost(folded, numbers[i + 1 :], total.end + opener[0].end(), end) if _counts(folded, n)
        ]
        if not 2 <= len(parts) <= MOST_PARTS or TWICE.search(folded, total.end, end):
            continue
        terms = [
            _term(paragraph, folded, n, stop)
            for n, stop in zip(parts, [*(p.start for p in parts[1:]), end], strict=True)
        ]
        head = _term(paragraph, folded, total, total.end + opener[0].start())
        sure = WHOLE_OPENER.search(gap) is not None
        found = list(_judged(head, terms, paragraph.text[max(0, total.start - FAR) : end], sure=sure))
        yield from found
        done = i + 1 + len(parts) if found else done


def _list_sums(
    paragraph: Paragraph, folded: str, numbers: Sequence[NumberMention], after: Sequence[Paragraph]
) -> Iterator[Miscount]:
    """A line that ends in a colon, and the list below it."""
    if not folded.rstrip().endswith(":") or not _counts(folded, numbers[-1]):
        return
    terms: list[Term] = []
    for item in after:
        below = accent_fold(item.text)
        if not (LIST_ITEM.match(item.text) or item.label):
            break
        own = [n for n in find_numbers(item.text) if _counts(below, n)]
        if not own or TWICE.search(below):
            return
        terms.append(_term(item, below, own[0], len(below), whole=True))
    if len(terms) >= 2:
        sure = WHOLE_OPENER.search(folded, numbers[-1].end) is not None
        yield from _judged(_term(paragraph, folded, numbers[-1], len(folded)), terms, paragraph.text, sure=sure)


def _counts(folded: str, number: NumberMention) -> bool:
    """Whether a number may take part in a sum."""
    if number.percent or number.denominator is not None or number.words or DURATION.match(folded, number.end):
        return False
    return not APPROXIMATE.search(folded[max(0, number.start - 12) : number.start])


def _end(folded: str, start: int, *, bracket: bool) -> int:
    """Where the parts end: at the closing bracket, else at the end of the sentence."""
    depth = 0
    for i in range(start, len(folded)):
        depth += {"(": 1, ")": -1}.get(folded[i], 0)
        if bracket and depth == 0:
            return i
        if depth <= 0 and not bracket and ENDS.match(folded, i) and folded[i] != ";":
            return i
    return len(folded)


def _outermost(folded: str, numbers: Sequence[NumberMention], start: int, end: int) -> Iterator[NumberMention]:
    """The numbers between two places that stand in no bracket of their own."""
    for number in numbers:
        if number.start >= end:
            return
        before = folded[start : number.start]
        if before.count("(") == before.count(")"):
            yield number


def _term(paragraph: Paragraph, folded: str, number: NumberMention, stop: int, *, whole: bool = False) -> Term:
    scale = number.money if number.money is not None else Decimal(1)
    return Term(
        number=number.value * scale,
        anchor=paragraph.locate(number.start, number.end),
        words=folded if whole else folded[number.end : stop].strip(),
    )


def _judged(total: Term, terms: Sequence[Term], text: str, *, sure: bool) -> Iterator[Miscount]:
    """The total that its parts do not give, where the parts claim to be everything and count the same thing."""
    computed = sum((term.number for term in terms), Decimal(0))
    if _agree(total, terms) or not (SIZE * computed <= total.number <= computed / SIZE):
        return
    if not ((sure and _same_thing(total, terms)) or _opposite(terms)):
        return
    yield Miscount(
        kind=MiscountKind.TOTAL,
        place=total.anchor,
        label=_shortened(text),
        stated=total.number,
        right=computed,
        shown=f"{sum_shown([(1, term.number) for term in terms])} = {format_number(computed)}",
        others=tuple(term.anchor for term in terms),
    )


def _agree(total: Term, terms: Sequence[Term]) -> bool:
    """Whether the parts, or the first or last of them, give the total: some lists go on with something else."""
    for size in range(2, len(terms) + 1):
        for run in (terms[:size], terms[-size:]):
            numbers = [term.number for term in run]
            if abs(total.number - sum(numbers, Decimal(0))) <= sum_slack((total.number, *numbers)):
                return True
    return False


def _same_thing(total: Term, terms: Sequence[Term]) -> bool:
    """Whether total and parts count the same: the parts bear the total's noun, or none of them one of its own."""
    noun = re.match(r"[^\W\d_]+", total.words)
    nouns = [found[0] if (found := re.match(r"[^\W\d_]+", term.words)) else "" for term in terms]
    if len({one for one in nouns if one}) <= 1:
        return nouns[0] in ("", noun[0] if noun else "") or nouns[0] in total.words
    return all(one in total.words for one in nouns if one)


def _opposite(terms: Sequence[Term]) -> bool:
    """Whether the parts are each other's opposite: together they are everything."""
    first, last = " ".join(term.words for term in terms[:-1]), terms[-1].words
    if REST.search(last) and len(terms) >= 2:
        return True
    return any(
        (re.search(one, first) and re.search(other, last)) or (re.search(other, first) and re.search(one, last))
        for one, other in OPPOSITES
    )


def _around(text: str, start: int, end: int) -> str:
    return _shortened(text[max(0, start - 60) : end + 20])


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"
