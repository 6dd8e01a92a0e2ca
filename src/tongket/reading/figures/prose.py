"""Figures stated in running text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.framework import Indicator, IndicatorKind, Part
from tongket.reading.blocks import Paragraph
from tongket.reading.figures.ahead import YEAR_ALONE, cut_off, is_ahead, of_later_year
from tongket.reading.figures.asides import Remark, sums_up
from tongket.reading.figures.fit import Nouns, converted, counts_once, element_of, in_kilometres, is_state, plain_twin
from tongket.reading.figures.matching import ratio_twin
from tongket.reading.figures.measures import Measure, measures
from tongket.reading.figures.nothing import nothings, says_nothing
from tongket.reading.figures.scoring import FURTHER, Best, Said, Scorer
from tongket.reading.figures.settling import Found, one_each, rivals
from tongket.reading.figures.stated import StatedFigure
from tongket.reading.figures.sureness import LEAST_ALONE, Signs, signs_of, sureness
from tongket.reading.figures.territories import rows, territories
from tongket.reading.figures.when import OTHER, Years, named_years, periods
from tongket.reading.recognition import Lexicon, Match, Token
from tongket.reading.sentences import split_sentences
from tongket.reports import ValueState
from tongket.vietnamese import NumberMention, accent_fold

_OCCURRED = re.compile(r"\b(xảy ra|thụ lý|phát sinh|phát hiện|ghi nhận|xử lý|xử trí|trên địa bàn|có)\b[^,;.]*$|:\s*$")
_GOES_ON = re.compile(
    r"\s*(?:kết quả|trong đó|cụ thể|theo đó|qua đó|trong số (?:này|đó)|số này|(?:các )?(?:cuộc|lớp|vụ|công trình|đợt|đơn vị|xã) (?:này|đó|trên|nói trên))\b"
)
_OF_A_PLAN = re.compile(r"\b(?:chỉ tiêu|kế hoạch)\b")
AS_LIKELY = 0.8
"""Share of the best indicator's score at which the next one is as likely."""
_IN_YEAR = re.compile(r"\s*[-+]?\s*(?:(?:còn|riêng|trong) )?năm 20\d\d\s*(?::|,|là|có|đạt|được)?\s*\d")
"""A sentence that only says of another year what the sentence before says of one: "Năm 2022: 61/78 cán bộ."."""
MOST_SENTENCE = 6_000
_HEADINGS = 2
"""Headings above a paragraph whose words count."""
_LEADER = re.compile(r"\s*(?:\.{4,}|…{2,})")
"""Dots that lead from a label to its figure."""
_OF_PLAN = re.compile(r"\s*(?:so với )?(?:kế hoạch|chỉ tiêu|nghị quyết|mục tiêu)\b")
"""Behind a share that is one of a plan and not of all there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseReader:
    """Reads the figures of paragraphs with the wording of a framework."""

    scorer: Scorer
    judge: Callable[[Signs], float] = sureness
    """How sure a figure is by its signs."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ProseReader":
        """A reader for the lexicon's framework."""
        return cls(scorer=Scorer(lexicon=lexicon, nouns=Nouns.of(lexicon)))

    @property
    def lexicon(self) -> Lexicon:
        """The wording it reads with."""
        return self.scorer.lexicon

    def read(
        self, paragraph: Paragraph, *, pillar: str | None, year: int | None, since: int | None = None,
        headings: Sequence[str] = (),
    ) -> Iterator[StatedFigure]:  # fmt: skip
        """The figures of a paragraph that stands under ``headings`` (of ``pillar``).

        ``year`` is the last of the report's period, ``since`` its first where it has several years.
        """
        paragraph = replace(paragraph, text=_LEADER.sub(lambda m: ":".ljust(len(m[0])), paragraph.text))
        folded = accent_fold(paragraph.text)
        years = Years(first=since or year or 0, last=year or 0, given=_given(headings, since, year))
        context = self._context(headings)
        before: list[Token] = []
        whole_of: str | None = None
        last: list[StatedFigure] = []
        for start, end in _pieces(split_sentences(paragraph.text)):
            end = cut_off(folded, start, end)
            if is_ahead(folded[start:end]) or of_later_year(folded[start:end], year):
                continue
            figures = list(
                self._sentence(paragraph, folded, (start, end), pillar, years, [*before, *context], whole_of)
            )
            if sums_up(folded, start, end):
                last = [f for f in last if f.indicator not in {g.indicator for g in figures}]
            yield from last
            last = figures
            wholes = bool(figures) and all(f.part is Part.DENOMINATOR for f in figures)
            whole_of = figures[-1].indicator if wholes else None
            introduces = wholes or not re.search(r"\d", paragraph.text[start:end]) or _GOES_ON.match(folded, end)
            if introduces or (_IN_YEAR.match(folded, end) and not _IN_YEAR.match(folded, start)):
                before = self._placed(paragraph.text[start:end], -3)
            elif not _IN_YEAR.match(folded, end):
                before = []
        yield from last

    def _context(self, headings: Sequence[str]) -> list[Token]:
        """The tokens of the nearest headings, at negative places."""
        found: list[Token] = []
        for level, heading in enumerate(headings[-_HEADINGS:], start=1 - len(headings[-_HEADINGS:])):
            found += self._placed(heading, level)
        return found

    def _placed(self, text: str, level: int) -> list[Token]:
        """The tokens of ``text`` at negative places, a thousand lower for each ``level`` it is further off."""
        tokens = self.lexicon.tokens(text)
        first = level * -FURTHER - len(tokens) - 2
        return [Token(t.text, first + i, first + i) for i, t in enumerate(tokens)]

    def _sentence(
        self, paragraph: Paragraph, folded: str, sentence: tuple[int, int], pillar: str | None, years: Years,
        context: Sequence[Token], whole_of: str | None,
    ) -> Iterator[StatedFigure]:  # fmt: skip
        start, end = sentence
        found = measures(folded, start, end, paragraph.text, year=None if years.is_span else years.last)
        if not found and not says_nothing(folded, start, end):
            return
        own = [_shift(t, start) for t in self.lexicon.tokens(paragraph.text[start:end])]
        tokens = [*context, Token("", -1, -1), *own]
        matches = self.lexicon.matches(tokens, whole=False)
        said = Said(folded=folded, tokens=tokens, matches=matches, pillar=pillar, whole_of=whole_of)
        if not said.matches:
            return
        told: set[str] = set()
        for one in self._found(found, sentence, said, years):
            told.add(one.best.match.indicator.code)
            for period in self._whole_span(one, years):
                if period != OTHER:
                    yield from self._figures(paragraph, one, period)
                    yield from self._occurred(paragraph, one, period, said, start)
        for none in nothings(folded, sentence, tokens, said.matches, self.lexicon):
            if none.indicator.code not in told:
                for period in named_years(folded, start, end, years):
                    yield _nothing(paragraph, none.indicator, (none.start, none.end), period)

    def _whole_span(self, one: Found, years: Years) -> tuple[str | None, ...]:
        """The periods of a figure; what was covered once "by the end of" the last year is that of all the years."""
        last = years.is_span and one.periods == (str(years.last),)
        return (None,) if last and one.best.match.indicator.kind is IndicatorKind.COVERAGE else one.periods

    def _found(self, found: Sequence[Measure], sentence: tuple[int, int], said: Said, years: Years) -> list[Found]:
        """The measures that are about an indicator, doubtful pairs settled."""
        settled = [_over_years(m, years) for m in self._settled(found, sentence, said)]
        when = periods(settled, said.folded, *sentence, years)
        once = counts_once(said.folded[slice(*sentence)])
        yearly = not once and (not years.is_span or sum(_yearly(times) for times in when) > 1)
        places = self._territories(settled, sentence, said)
        out: list[Found] = []
        for measure, place, times in zip(settled, rows(settled, places, said.folded), when, strict=True):
            for one in (measure, *_share_alone(measure)):
                best = self._upgraded(
                    one, self.scorer.best(one, place, said, yearly=yearly or (_yearly(times) and not once)), said
                )
                if best is not None:
                    best = replace(best, clashes=best.clashes or one is not measure)
                    out.append(Found(measure=one, best=best, place=place, periods=times))
                    break
        out = [self._made_way(f, out, said) for f in out]
        out = [self._referred(f, out[:i], said) for i, f in enumerate(out)]
        told = (replace(f, sure=self.judge(signs_of(f, said, self.scorer))) for f in one_each(out))
        return [f for f in told if f.sure >= LEAST_ALONE]

    def _referred(self, one: Found, before: Sequence[Found], said: Said) -> Found:
        """The same, of the plan of what was told before it, where its own clause names no more than a plan.

        "Mở 5 lớp cho 310 người; so với chỉ tiêu đạt 310/300 người".
        """
        if one.best.here or not one.measure.is_pair or not before or not _OF_A_PLAN.search(said.folded, *one.place):
            return one
        told = before[-1].best.match.indicator
        for ratio in self.lexicon.framework:
            planned = ratio.is_ratio and ratio.denominator_is == "plan" and ratio.pillar == told.pillar
            if planned and self.scorer.nouns.share(told, ratio) and self.scorer.noun_fit(one.measure, said, ratio) >= 0:
                match = replace(one.best.match, indicator=ratio)
                return replace(one, best=replace(one.best, match=match, clashes=False))
        return one

    def _made_way(self, one: Found, all_found: Sequence[Found], said: Said) -> Found:
        """The same, of the indicator next to its best where that is as likely and another number tells the best better."""
        indicator, score = one.best.match.indicator, one.best.score
        better = (f for f in all_found if f.best.score > score and rivals(one, f))
        if one.best.margin > (1 - AS_LIKELY) * score or next(better, None) is None:
            return one
        others = replace(said, matches=[m for m in said.matches if m.indicator is not indicator])
        following = self._upgraded(one.measure, self.scorer.best(one.measure, one.place, others), others)
        return replace(one, best=following) if following is not None and following.score >= AS_LIKELY * score else one

    def _upgraded(self, measure: Measure, best: Best | None, said: Said) -> Best | None:
        """n of N, or a count with a share, is the ratio's where the count alone would be its numerator's indicator."""
        if (
            best is None
            or best.match.indicator.is_ratio
            or not (measure.is_pair or (measure.count and measure.percent))
        ):
            return best
        element = best.match.indicator.element
        for match in said.matches:
            ratio = match.indicator
            of_whole = measure.is_pair and element == ratio.denominator and self._tells_apart(match, best.match, said)
            if ratio.is_ratio and (element == ratio.numerator or of_whole):
                return replace(best, match=match, clashes=self.scorer.clashes(measure, said, ratio))
        twin = ratio_twin(self.lexicon.framework, best.match.indicator)
        if twin.is_ratio and measure.is_pair and not measure.perhaps and measure.percent is not None:
            return replace(best, match=replace(best.match, indicator=twin), clashes=False)
        return best

    def _territories(self, found: Sequence[Measure], sentence: tuple[int, int], said: Said) -> list[tuple[int, int]]:
        return territories(found, said.folded, *sentence, self.lexicon.joined)

    def _settled(self, found: Sequence[Measure], sentence: tuple[int, int], said: Said) -> list[Measure]:
        """Numbers that are perhaps a whole and its part: a pair where a ratio counts both, else two counts."""
        out: list[Measure] = []
        for measure, place in zip(found, self._territories(found, sentence, said), strict=True):
            if measure.whole not in (None, measure.count) and self._breaks_up(measure, place, said):
                out.extend(replace(m, remark=m.remark & ~Remark.AMONG) for m in measure.apart)
            elif not measure.perhaps or self._is_pair(measure, place, said):
                out.append(measure)
            else:
                out.extend(measure.apart)
        return out

    def _breaks_up(self, measure: Measure, place: tuple[int, int], said: Said) -> bool:
        """Whether a whole and its part are no ratio, and the whole alone tells something: "chi 9 tỷ đồng, trong đó 8 …"."""
        between = said.folded[measure.start : measure.end]
        if measure.perhaps or "trong đó" not in between or self.scorer.best(measure, place, said) is not None:
            return False
        return self.scorer.best(measure.apart[0], place, said) is not None

    def _is_pair(self, measure: Measure, place: tuple[int, int], said: Said) -> bool:
        pair = self.scorer.best(measure, place, said, ratio=True)
        if pair is None or measure.count is None or measure.whole is None:
            return False
        indicator = pair.match.indicator
        for mention, code in ((measure.count, indicator.numerator), (measure.whole, indicator.denominator)):
            counted = self.scorer.counted(mention, said)
            if counted is not None and code not in counted:
                return False
        if measure.whole is measure.count:
            plain = self.scorer.best(measure.apart[0], place, said)
            same = plain is None or plain.match.indicator is indicator or plain.score < pair.score
            return same or (plain is not None and plain.match.indicator.element == indicator.denominator)
        alone = [self.scorer.best(m, place, said) for m in measure.apart[-1:]]
        return all(a is None or a.match.indicator is indicator or a.score <= pair.score + 0.5 for a in alone)

    def _tells_apart(self, ratio: Match, plain: Match, said: Said) -> bool:
        """Whether words are there that name the ratio and not the count it is a part of."""
        own = {*self.lexicon.phrase(ratio.indicator.name)} - {*self.lexicon.phrase(plain.indicator.name)}
        return any(said.tokens[i].text in own for i in ratio.hits)

    def _figures(self, paragraph: Paragraph, found: Found, period: str | None) -> Iterator[StatedFigure]:
        measure, best = found.measure, found.best
        framework = self.lexicon.framework
        for part, mention, value in _parts(measure, best.match.indicator):
            indicator = best.match.indicator
            alone = mention.percent and not measure.is_pair and is_state(framework, indicator)
            if alone and _OF_PLAN.match(accent_fold(paragraph.text[mention.end :])):
                continue
            if part is Part.NUMERATOR and not measure.is_pair:
                indicator = plain_twin(framework, indicator)
            part = part if indicator.is_ratio or part is not Part.NUMERATOR else Part.VALUE
            element = element_of(framework, indicator, part)
            yield StatedFigure(
                indicator=indicator.code,
                part=part,
                value=in_kilometres(
                    element, converted(element, value, mention.money), accent_fold(paragraph.text[mention.end :][:8])
                ),
                unit_of_measure=element.unit_of_measure if element else "%",
                anchor=paragraph.locate(mention.start, mention.end),
                text=paragraph.text[mention.start : mention.end],
                confidence=found.sure,
                period=period,
            )

    def _occurred(
        self, paragraph: Paragraph, found: Found, period: str | None, said: Said, start: int
    ) -> Iterator[StatedFigure]:
        """The whole of a pair told as a figure of its own: "xảy ra 56 vụ …, đã làm rõ 50 vụ"."""
        measure, ratio = found.measure, found.best.match.indicator
        whole = measure.whole
        if whole is None or not ratio.is_ratio:
            return
        occurred = measure.count is whole or _OCCURRED.search(said.folded[start : whole.start])
        for match in said.matches:
            indicator = match.indicator
            if indicator.is_ratio or not match.exact or indicator.element != ratio.denominator:
                continue
            if occurred or _right_behind(match, whole, said):
                element = element_of(self.lexicon.framework, indicator, Part.VALUE)
                yield StatedFigure(
                    indicator=indicator.code, part=Part.VALUE, value=converted(element, whole.value, whole.money),
                    unit_of_measure=indicator.unit_of_measure, anchor=paragraph.locate(whole.start, whole.end),
                    text=paragraph.text[whole.start : whole.end], confidence=found.sure, period=period,
                )  # fmt: skip
                return


def _right_behind(match: Match, whole: NumberMention, said: Said) -> bool:
    """Whether a whole stands right behind the words that name it: "vụ phạm pháp hình sự 138, đã khám phá 124"."""
    ends = (said.tokens[i].end for i in match.heads if 0 <= said.tokens[i].start < whole.start)
    return (
        re.fullmatch(r"[\s:]*(?:là|có|(?:giảm )?còn|tăng lên)?\s*", said.folded[max(ends, default=0) : whole.start])
        is not None
    )


def _nothing(paragraph: Paragraph, indicator: Indicator, place: tuple[int, int], period: str | None) -> StatedFigure:
    """ "Không phát sinh", "không tổ chức": the figure is 0, and says so."""
    return StatedFigure(
        indicator=indicator.code, part=Part.VALUE, value=Decimal(0), unit_of_measure=indicator.unit_of_measure,
        anchor=paragraph.locate(*place), text=paragraph.text[place[0] : place[1]], confidence=0.9,
        state=ValueState.NOTHING_OCCURRED, period=period,
    )  # fmt: skip


def _parts(measure: Measure, indicator: Indicator) -> Iterator[tuple[Part, NumberMention, Decimal]]:
    count, whole, percent = measure.count, measure.whole, measure.percent
    if count is not None and measure.is_pair and indicator.is_ratio:
        yield Part.NUMERATOR, count, count.value
        mention = whole or count
        yield Part.DENOMINATOR, mention, whole.value if whole else count.denominator or Decimal(0)
    elif count is not None and indicator.is_ratio and measure.is_whole:
        yield Part.DENOMINATOR, count, count.value
    elif count is not None:
        yield (Part.NUMERATOR if indicator.is_ratio else Part.VALUE), count, count.value
    if percent is not None and (indicator.is_ratio or indicator.kind is IndicatorKind.RATE):
        yield Part.VALUE, percent, percent.value


def _over_years(measure: Measure, years: Years) -> Measure:
    """A total of several years is a running total in a report of one."""
    over = Remark.OVER_YEARS in measure.remark and not years.is_span
    return replace(measure, remark=measure.remark | Remark.RUNNING) if over else measure


def _share_alone(measure: Measure) -> tuple[Measure, ...]:
    """The share of a measure whose count is about nothing that is asked for."""
    if measure.percent is None or measure.count is None or measure.is_pair:
        return ()
    return (Measure(percent=measure.percent, remark=measure.remark),)


def _yearly(times: Sequence[str | None]) -> bool:
    """Whether single years are spoken of."""
    return any(t is not None and t.isdigit() for t in times)


def _shift(token: Token, by: int) -> Token:
    return Token(token.text, token.start + by, token.end + by)


def _given(headings: Sequence[str], since: int | None, year: int | None) -> str | None:
    """The one year of a longer period that a heading names."""
    if since is None or since == year:
        return None
    for heading in reversed(headings):
        named = {m[1] for m in YEAR_ALONE.finditer(accent_fold(heading))}
        if len(named) == 1:
            return named.pop()
    return None


def _pieces(sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences; one of pages on end, which only damage makes, in pieces: the time grows with the square of it."""
    for start, end in sentences:
        yield from ((at, min(at + MOST_SENTENCE, end)) for at in range(start, end, MOST_SENTENCE))


__all__ = ["ProseReader"]
