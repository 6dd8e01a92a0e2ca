"""What an answered check sheet says: the share of wrong figures, with the interval that holds it 95 times of 100."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import comb
from pathlib import Path

from tongket.problems import NoUsableInputError, Problem, Where, translate
from tongket.reading import Document, Refusal, Table, open_document
from tongket.vietnamese import accent_key, format_number

VERDICT = "Verdict"
ANSWERS = {"đúng": True, "đ": True, "right": True, "sai": False, "s": False, "wrong": False}
TAIL = 0.025
"""On each side of the interval."""
STEPS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many figures were checked, how many of them are wrong, how many boxes are empty."""

    checked: int
    wrong: int
    empty: int

    @property
    def rate(self) -> float:
        """The share of wrong figures in the sample."""
        return self.wrong / self.checked

    @property
    def interval(self) -> tuple[float, float]:
        """The exact interval of Clopper and Pearson for the share of wrong figures of all."""
        low = _root(lambda p: 1 - _at_most(self.wrong - 1, self.checked, p)) if self.wrong else 0.0
        high = (
            _root(lambda p: 1 - _at_most(self.wrong, self.checked, p), 1 - TAIL) if self.wrong < self.checked else 1.0
        )
        return low, high


def score_sheet(file: Path) -> Score:
    """The score of an answered Excel sheet; NoUsableInputError where it is none, or no box is filled in."""
    opened = open_document(file)
    answers = _answers(opened) if not isinstance(opened, Refusal) else None
    if answers is None:
        raise NoUsableInputError([Problem(code="no_check_sheet", where=Where(file=str(file)))])
    given = [ANSWERS.get(accent_key(text)) for text in answers]
    unclear = [text for text in answers if text.strip() and accent_key(text) not in ANSWERS]
    if unclear:
        fields = {"text": unclear[0]}
        raise NoUsableInputError([Problem(code="verdict_unclear", where=Where(file=str(file)), fields=fields)])
    checked = [one for one in given if one is not None]
    if not checked:
        raise NoUsableInputError([Problem(code="no_verdict", where=Where(file=str(file)))])
    return Score(checked=len(checked), wrong=checked.count(False), empty=len(given) - len(checked))


def _answers(document: Document) -> list[str] | None:
    """The cells below the heading of verdicts, of the rows that have a number; None where there is no such heading."""
    title = accent_key(translate(VERDICT, "vi"))
    for table in document.blocks:
        if not isinstance(table, Table):
            continue
        head = next((cell for cell in table.cells if accent_key(cell.text) == title), None)
        if head is not None:
            grid = table.grid()[head.row + 1 :]
            rows = [row for row in grid if row[0] is not None and row[0].text.strip().isdigit()]
            return [cell.text if (cell := row[head.column]) else "" for row in rows]
    return None


def _at_most(k: int, n: int, p: float) -> float:
    """The chance of at most ``k`` wrong ones among ``n``."""
    return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


def _root(chance: Callable[[float], float], target: float = TAIL) -> float:
    """Where a chance that grows with p reaches ``target``."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if chance(middle) < target else (low, middle)
    return (low + high) / 2


def score_lines(score: Score, language: str) -> list[str]:
    """The score in words."""
    low, high = (_percent(one) for one in score.interval)
    lines = [
        translate(
            "Of {checked} figures checked, {wrong} are wrong: {rate}%.",
            language,
            checked=score.checked,
            wrong=score.wrong,
            rate=_percent(score.rate),
        ),
        translate(
            "With 95% confidence, between {low}% and {high}% of all figures read are wrong.",
            language,
            low=low,
            high=high,
        ),
    ]
    if score.empty:
        lines.append(translate("{empty} boxes are empty and do not count.", language, empty=score.empty))
    return lines


def _percent(share: float) -> str:
    return format_number(Decimal(f"{100 * share:.1f}"))
