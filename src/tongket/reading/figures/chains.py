"""Numbers of a sentence that belong together though others stand between: shown by a share, or by the same noun."""

import re
from collections.abc import Sequence
from decimal import Decimal

from tongket.vietnamese import NumberMention

FAR = 4
"""How many numbers before a part its whole may stand."""
_TO_SHARE = re.compile(r"[^;()\d]{0,45}[,(\s]*(?:(?:đạt|bằng|chiếm|tương ứng|tỷ lệ|tỉ lệ|là|=)[^,;()\d]{0,45})?\s*")
_PLAN = re.compile(r"\b(?:kế hoạch|chỉ tiêu|dự toán)\b")
_NOUN = re.compile(r"\s*([^\W\d_]+)")


def part_shown(mentions: Sequence[NumberMention], i: int, folded: str) -> bool:
    """Whether the share right behind numbers ``i`` and ``i + 1`` is what the second is of the first."""
    if i + 2 >= len(mentions):
        return False
    whole, part, share = mentions[i : i + 3]
    return _is_share_of(whole, part, share, folded)


def _is_share_of(whole: NumberMention, part: NumberMention, share: NumberMention, folded: str) -> bool:
    if not (_plain(whole) and _plain(part) and share.percent) or (whole.money is None) != (part.money is None):
        return False
    if re.search(r"[;]|\.\s", folded[whole.end : share.start]) or not _TO_SHARE.fullmatch(
        folded[part.end : share.start]
    ):
        return False
    one, two = amount(whole), amount(part)
    return one >= two > 0 and abs(two / one * 100 - share.value) <= precision(share)


def amount(m: NumberMention) -> Decimal:
    """The number, in đồng where it is money."""
    return m.value * m.money if m.money is not None else m.value


def precision(share: NumberMention) -> Decimal:
    """How far a share may be from what it is the rounding of."""
    exponent = share.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Decimal("0.5") if decimals == 0 else Decimal(1).scaleb(-decimals)


def plans_another(mentions: Sequence[NumberMention], i: int, step: int, folded: str) -> bool:
    """Whether the plan at ``i + step`` is of something counted before number ``i``: "5 lớp, 260 người, kế hoạch 6 lớp"."""
    first, second = mentions[i], mentions[i + step]
    noun = _noun(second, folded)
    if noun is None or noun == _noun(first, folded) or not _PLAN.search(folded[first.end : second.start]):
        return False
    return any(_plain(m) and _noun(m, folded) == noun for m in mentions[max(0, i - FAR) : i])


def _noun(m: NumberMention, folded: str) -> str | None:
    found = _NOUN.match(folded, m.end)
    return found[1] if found else None


def _plain(m: NumberMention) -> bool:
    return not m.percent and m.denominator is None


__all__ = ["amount", "part_shown", "plans_another", "precision"]
