"""Ties rows and columns of tables to indicators, and their cells to parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.framework import Framework, Indicator, IndicatorKind, Part
from tongket.reading.figures.cells import CellNumber
from tongket.reading.figures.fit import (
    IMPOSSIBLE,
    NOUN_FITS,
    Nouns,
    converted,
    counts_once,
    element_of,
    elements_of,
    in_kilometres,
    is_money,
    is_state,
    money_unit,
    plain_twin,
)
from tongket.reading.figures.header_words import ColumnRole, is_of_plan, is_plan, speaks_of_whole
from tongket.reading.figures.headers import Column
from tongket.reading.figures.rows import VALUES, Row
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.recognition import Lexicon, Match, Token, UnitOfMeasure, unit_of_measure
from tongket.reading.recognition.lexicon import STOP
from tongket.reading.table_cells import Cell
from tongket.reports import ValueState
from tongket.vietnamese import accent_key
from tongket.vietnamese.nouns import COUNTED

ENOUGH = 2.2
PILLAR_BONUS = 1.2
STRONG = 4.0
UNIT_CLASHES = -4.0
_DONE = re.compile(r"\W*(?:trong (?:số )?đó\W*)?đã\b")
UNIT_FOREIGN = -4.1
"""For a unit of measure that nothing is counted in."""
WHOLE_LABEL = 1.5
"""For a label that is the indicator's own phrase and nothing else."""
SOFT_KNOWN = 0.7
"""Share of a label's telling words that the indicator's wording must know where no head of it stands there."""
_BRACKETS = re.compile(r"\([^()]*\)")
_MONEY = re.compile(r"\b(?:vốn|chi|thu|kinh phí|ngân sách|dự toán|tiền|quỹ|trị giá|giá trị)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """The indicator a row or column is about: how strongly its words say so, and how sure that is."""

    indicator: Indicator
    match: Match
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Ties rows to indicators."""

    lexicon: Lexicon
    nouns: Nouns

    def is_unit(self, text: str) -> bool:
        """Whether a text is a unit of measure: money, a share, a counted noun."""
        unit = unit_of_measure(text)
        if unit is None or len(text) > 30:
            return False
        if unit.money is not None:
            rest = accent_key(text).replace(accent_key(unit.text), "", 1).split("/")[0].strip(" ().:")
            return rest in ("", "đvt", "đơn vị")
        return unit.percent or self.lexicon.phrase(unit.text) in self.nouns.counted

    def tie(self, row: Row, pillar: str | None) -> Tied | None:
        """The indicator a row is about and how sure, or None."""
        once = counts_once(accent_key(row.label))
        matches = [m for m in self._matches(row) if once or m.indicator.kind is not IndicatorKind.COVERAGE]
        scored = sorted(((self._score(row, m, pillar), m) for m in matches), key=lambda s: (-s[0], s[1].indicator.code))
        if not scored or scored[0][0] < ENOUGH:
            return None
        margin = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0.0)
        sure = 0.7 + 0.06 * min(scored[0][0] - ENOUGH, 3.0) + 0.04 * min(margin, 3.0)
        match = scored[0][1]
        return Tied(indicator=self._twin(row, match.indicator), match=match, confidence=round(min(sure, 0.99), 2))

    def _matches(self, row: Row) -> list[Match]:
        """What the label may be about; in a table of money it need not say that it is about money."""
        lexicon, label = self.lexicon, row.label
        tokens = lexicon.tokens(label)
        words = lexicon.tokens(_BRACKETS.sub("", label))
        found = [m for m in lexicon.matches(tokens) if m.exact or self._knows(m.indicator, words)]
        amount = row.is_amount and not _MONEY.search(accent_key(label))
        if amount and not any(is_money(lexicon.framework, m.indicator) for m in found):
            of_money = (m for word in ("vốn", "chi") for m in lexicon.matches(lexicon.tokens(f"{word} {label}")))
            found += [m for m in of_money if m.exact and is_money(lexicon.framework, m.indicator)]
        return found

    def _knows(self, indicator: Indicator, label: Sequence[Token]) -> bool:
        """Whether most words of a label are the indicator's."""
        own, everyday = self.lexicon.vocabulary(indicator), self.lexicon.everyday(label)
        telling = [t for i, t in enumerate(label) if t.text not in STOP and (t.text in own or i not in everyday)]
        return sum(t.text in own for t in telling) >= SOFT_KNOWN * len(telling)

    def _score(self, row: Row, match: Match, pillar: str | None) -> float:
        indicator = match.indicator
        score = match.score * (1.0 if match.exact else 0.75) + (PILLAR_BONUS if indicator.pillar == pillar else 0.0)
        if match.exact and len(match.heads) == len(self.lexicon.phrase(row.label)):
            score += WHOLE_LABEL
        if row.numbers:
            score += 1.5 if indicator.is_ratio == pairs(row) else -1.5
        fit = self._unit_fit(row.unit, indicator)
        # What is measured otherwise is the indicator's only where its own words are many.
        if fit == UNIT_FOREIGN and match.score + fit < ENOUGH:
            return IMPOSSIBLE
        return score + fit if match.exact or fit > UNIT_CLASHES else IMPOSSIBLE

    def _unit_fit(self, unit: UnitOfMeasure | None, indicator: Indicator) -> float:
        if unit is None:
            return 0.0
        money = is_money(self.lexicon.framework, indicator)
        if unit.percent:
            return 1.0 if indicator.is_ratio or indicator.kind is IndicatorKind.RATE else UNIT_CLASHES
        if (unit.money is not None) or money:
            return NOUN_FITS if (unit.money is not None) == money else UNIT_CLASHES
        elements = self.nouns.at(self.lexicon.tokens(unit.text), 0)
        if elements is None:
            return UNIT_FOREIGN if unit.text in COUNTED else 0.0
        return NOUN_FITS if elements & elements_of(indicator) else UNIT_CLASHES

    def _twin(self, row: Row, indicator: Indicator) -> Indicator:
        """The ratio whose plan and result a row gives, or the amount that one number alone states."""
        if pairs(row):
            return ratio_twin(self.lexicon.framework, indicator)
        if any(c.role is ColumnRole.PERCENT or n.percent for c, _, n in row.numbers) or not row.numbers:
            return indicator
        return plain_twin(self.lexicon.framework, indicator)

    def figures(self, row: Row, tied: Tied, time: str | None = None) -> Iterator[StatedFigure]:
        """The figures of a row that is about an indicator; ``time`` is when neither row nor column names one."""
        counts = sum(c.role is ColumnRole.COUNT and c.time is None and c.org_unit is None for c, _, _ in row.numbers)
        confidence = tied.confidence if counts <= 1 or row.named else round(tied.confidence * 0.7, 2)
        for column, cell, number in row.numbers:
            every = column.role is ColumnRole.ALL and is_state(self.lexicon.framework, tied.indicator)
            if not every and (column.role not in VALUES or self._against_plan(tied.indicator, row, column)):
                continue
            for part, value in parts(tied.indicator, _role(row, column), number, row.unit, row.label):
                figure = stated(
                    self.lexicon.framework, tied.indicator, part, value, number, cell, column.unit or row.unit,
                    confidence=confidence,
                )  # fmt: skip
                yield replace(figure, org_unit=row.org_unit or column.org_unit, period=row.time or column.time or time)

    def _against_plan(self, indicator: Indicator, row: Row, column: Column) -> bool:
        """Whether a column tells a plan, or a share of it, where the row states a share of all, a rate or a state."""
        role = _role(row, column)
        measured = row.unit is not None and row.unit.percent
        if role is ColumnRole.PERCENT and (measured or indicator.kind is IndicatorKind.RATE):
            return any(
                _role(row, c) is ColumnRole.COUNT and c.header[:-1] == column.header[:-1] for c, _, _ in row.numbers
            )
        if measured or not is_state(self.lexicon.framework, indicator):
            return False
        if role is ColumnRole.WHOLE:
            return is_plan(column.header)
        planned = any(_role(row, c) is ColumnRole.WHOLE and is_plan(c.header) for c, _, _ in row.numbers)
        of_all = any(n.denominator is not None for _, _, n in row.numbers)
        return role is ColumnRole.PERCENT and not of_all and (planned or is_of_plan(column.header))


def _role(row: Row, column: Column) -> ColumnRole:
    """What a cell is: the column says it, or the row where the column only tells when or whose."""
    return row.role if row.role is not None and column.role is ColumnRole.COUNT else column.role


def pairs(row: Row) -> bool:
    """Whether a row gives both what was to be done, or all there are, and what was done."""
    roles = {_role(row, c) for c, _, _ in row.numbers}
    return ColumnRole.WHOLE in roles or any(n.denominator is not None for _, _, n in row.numbers)


def ratio_twin(framework: Framework, indicator: Indicator) -> Indicator:
    """The ratio of result to plan whose numerator a count or amount is, where the framework has one."""
    if indicator.is_ratio or indicator.element is None:
        return indicator
    return next((i for i in framework if i.is_ratio and i.numerator == indicator.element), indicator)


def parts(
    indicator: Indicator, role: ColumnRole, number: CellNumber, unit: UnitOfMeasure | None, label: str
) -> Iterator[tuple[Part, Decimal]]:
    """Which parts a cell states, by its role."""
    if not indicator.is_ratio:
        rate = indicator.kind is IndicatorKind.RATE
        if (role is ColumnRole.COUNT and (rate or not number.percent)) or (role is ColumnRole.PERCENT and rate):
            yield Part.VALUE, number.value
        return
    if number.denominator is not None:
        n, whole = number.value, number.denominator
        # "Vụ phạm pháp/vụ đã khám phá": all there are may stand first, and is never less than its part.
        told = (whole, n) if n > whole and indicator.denominator_is == "whole" and "/" in label else (n, whole)
        yield from zip((Part.NUMERATOR, Part.DENOMINATOR), told, strict=True)
    elif role is ColumnRole.PERCENT or number.percent or (unit is not None and unit.percent):
        if role is not ColumnRole.WHOLE:
            yield Part.VALUE, number.value
    elif role in (ColumnRole.WHOLE, ColumnRole.ALL):
        yield Part.DENOMINATOR, number.value
    else:
        yield Part.NUMERATOR, number.value


def stated(
    framework: Framework,
    indicator: Indicator,
    part: Part,
    value: Decimal,
    number: CellNumber,
    cell: Cell,
    unit: UnitOfMeasure | None,
    *,
    confidence: float,
) -> StatedFigure:
    """A cell's figure with its value in the indicator's unit of measure."""
    element = element_of(framework, indicator, part)
    owned = money_unit(element) if element is not None else None
    if owned is not None:
        if number.money is not None:
            value = converted(element, value, number.money)
        elif unit is not None and unit.money is not None:
            value = value * unit.money / owned
        else:
            confidence = round(confidence * 0.7, 2)
    elif unit is not None:
        value = in_kilometres(element, value, unit.text)
    return StatedFigure(
        indicator=indicator.code,
        part=part,
        value=value,
        unit_of_measure=element.unit_of_measure if element else "%",
        anchor=cell.anchor,
        text=cell.text.strip(),
        confidence=confidence,
        state=ValueState.NOTHING_OCCURRED if number.nothing else ValueState.REPORTED,
    )


def tells_part(lexicon: Lexicon, indicator: Indicator, label: str) -> bool:
    """Whether the label of a row below that of all there are says what makes the numerator ("- Nộp đúng hạn")."""
    ratio = ratio_twin(lexicon.framework, indicator)
    if not ratio.is_ratio or speaks_of_whole(label):
        return False
    words = frozenset(lexicon.phrase(label)) - STOP
    done = _DONE.match(accent_key(label)) is not None and bool(words) and words <= lexicon.vocabulary(ratio)
    return done or len(words & _telling(lexicon, ratio)) >= 2


def _telling(lexicon: Lexicon, ratio: Indicator) -> frozenset[str]:
    """The words that a ratio's numerator has and its denominator has not."""
    part, whole = (lexicon.framework.elements.get(c or "") for c in (ratio.numerator, ratio.denominator))
    if part is None or whole is None:
        return frozenset()
    said = (part.name, *part.wording.heads, *part.wording.qualifiers)
    return frozenset({w for text in said for w in lexicon.phrase(text)} - set(lexicon.phrase(whole.name)) - STOP)


def names_all(lexicon: Lexicon, ratio: Indicator, label: str) -> bool:
    """Whether a label says of what a ratio's whole is: "Cán bộ, công chức" of "Tổng số cán bộ"."""
    whole = lexicon.framework.elements.get(ratio.denominator or "")
    words = frozenset(lexicon.phrase(whole.name)) - STOP - {"tổng"} if whole is not None else frozenset[str]()
    return bool(words) and words <= frozenset(lexicon.phrase(label))


def best_numerator(lexicon: Lexicon, indicator: Indicator, labels: Sequence[str]) -> int:
    """Which of several labels speaks of the indicator's numerator: the one with most of its telling words."""
    element = lexicon.framework.elements.get(indicator.numerator or "")
    whole = lexicon.framework.elements.get(indicator.denominator or "")
    if element is None or whole is None:
        return 0
    own = set(lexicon.phrase(element.name)) - set(lexicon.phrase(whole.name))
    return max(range(len(labels)), key=lambda i: (len(own & set(lexicon.phrase(labels[i]))), len(labels[i]), -i))
