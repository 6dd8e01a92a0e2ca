"""How sure a figure of running text is: the chance that it is what it is taken for, learned from labelled sentences."""

import math
import re
from dataclasses import dataclass

from tongket.reading.figures.scoring import Said
from tongket.reading.figures.settling import Found
from tongket.reading.figures.territories import past_nouns
from tongket.reading.recognition import Lexicon
from tongket.reading.recognition.lexicon import STOP

MOST_SCORE, MOST_MARGIN = 20.0, 8.0
"""From where on more of it says no more."""
CLOSE, LOW = 2.0, 12.0
"""A lead below which a rival is near, and a score below which words unlike the indicator's own say little."""
LEAST = 0.3
"""A number that is surely less than this an indicator's figure is none."""
SUREST = 0.99
_NEUTRAL_WORDS = """
năm toàn huyện tỉnh xã phường thị trấn thành phố các cấp ủy chính quyền địa phương đơn vị cơ quan người cán bộ tổ chức thực hiện
triển khai công tác kết quả hoàn thành đạt gồm tổng cộng hiện nay qua cuối hết tính trước vào đó này bằng chiếm tỷ lệ tăng giảm
cùng kỳ để đều tới hơn gần khoảng không cả làm cần tiếp tục đang nhiều ngoài ra đồng thời bên cạnh thông việc sau khi vẫn còn
chỉ riêng nhất mới thêm nhằm bảo đảm đúng quy định điểm báo cáo thì mà
"""
NEUTRAL = frozenset(_NEUTRAL_WORDS.split())
"""Words that reports say of every matter."""
_STOPS = re.compile(r"[,;.(]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for a figure and against it, each between 0 and 1."""

    exact: float
    """A head of the indicator stands there word for word."""
    score: float
    lead: float
    """By how much the next indicator is behind."""
    near_rival: float
    vague: float
    """Words unlike the indicator's own, and few of them."""
    clashes: float
    """It counts something else, or gives n of N where a count is asked for."""
    pair: float
    other_pillar: float
    """The heading is of another pillar."""
    known: float
    """How many of the words around the number the indicator's wording has: others tell of another matter."""


WEIGHTS = Signs(
    exact=0.69, score=2.46, lead=1.13, near_rival=-1.83, vague=-1.35, clashes=-1.65, pair=0.69, other_pillar=-1.74, known=5.68
)  # fmt: skip
START = -5.92
"""Fitted by ``benchmarks/fit_sureness.py``, see docs/decisions/0014."""


def signs_of(found: Found, said: Said, lexicon: Lexicon) -> Signs:
    """The signs of a measure that is taken for an indicator's figure."""
    measure, best = found.measure, found.best
    exact, pillar = best.match.exact, best.match.indicator.pillar
    return Signs(
        exact=float(exact),
        score=min(best.score, MOST_SCORE) / MOST_SCORE,
        lead=min(best.margin, MOST_MARGIN) / MOST_MARGIN,
        near_rival=max(CLOSE - best.margin, 0.0) / CLOSE,
        vague=0.0 if exact else max(LOW - best.score, 0.0) / LOW,
        clashes=float(best.clashes),
        pair=float(measure.is_pair),
        other_pillar=float(said.pillar is not None and said.pillar != pillar)
        * (1.0 - min(best.margin, MOST_MARGIN) / MOST_MARGIN if exact else 1.0),
        known=_known(found, said, lexicon),
    )


def sureness(signs: Signs) -> float:
    """The chance that the figure is right, rounded down to hundredths."""
    strength = START + sum(getattr(WEIGHTS, name) * getattr(signs, name) for name in Signs.__dataclass_fields__)
    return min(math.floor(100 / (1 + math.exp(-strength))) / 100, SUREST)


def _known(found: Found, said: Said, lexicon: Lexicon) -> float:
    """The share of the words from the beginning of the figure's stretch to the next mark behind its numbers."""
    start, end = found.place
    stop = _STOPS.search(said.folded, past_nouns(said.folded, found.measure.end), end)
    end = stop.start() if stop else end
    words = [t.text for t in said.tokens if start <= t.start < end and not t.text.isdigit() and t.text not in STOP]
    own = lexicon.vocabulary(found.best.match.indicator)
    strange = sum(w not in own and w not in NEUTRAL for w in words)
    return 1.0 - strange / max(len(words), 1)


__all__ = ["LEAST", "Signs", "signs_of", "sureness"]
