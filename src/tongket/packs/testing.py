"""Running the sentences of a pack: what a jurist wrote against what the program does."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from tongket.dossier.outline import OutlineSection
from tongket.packs.content import CountSentence, GivenFigure, InForceSentence, Sentence, TextSentence
from tongket.packs.pack import Pack
from tongket.problems import Problem

Recogniser: TypeAlias = Callable[[str, str], Iterable[GivenFigure]]
"""What reads the figures of a text that stands under a heading: ``(text, heading) -> figures``."""


def run_sentences(pack: Pack, recogniser: Recogniser | None = None) -> tuple[Problem, ...]:
    """Every sentence that does not hold; sentences about texts are run where a recogniser is given."""
    return tuple(problem for sentence in pack.sentences for problem in _run(pack, sentence, recogniser))


def _run(pack: Pack, sentence: Sentence, recogniser: Recogniser | None) -> Iterator[Problem]:
    if isinstance(sentence, TextSentence):
        if recogniser is not None:
            yield from _text(sentence, recogniser)
    elif isinstance(sentence, CountSentence):
        yield from _count(pack, sentence)
    else:
        yield from _in_force(pack, sentence)


def _failed(sentence: Sentence, expected: str, found: str) -> Problem:
    fields = {"expected": expected or "–", "found": found or "–"}
    return Problem(code="pack.sentence_failed", where=sentence.where, fields=fields)


def _in_force(pack: Pack, sentence: InForceSentence) -> Iterator[Problem]:
    if sentence.to_cite:
        cited = pack.family.on(sentence.on)
        numbers = [cited.number] if cited else []
    else:
        numbers = [one.number for one in pack.instruments if one.is_in_force(sentence.on)]
    if sentence.number not in numbers:
        yield _failed(sentence, sentence.number, ", ".join(numbers))


def _count(pack: Pack, sentence: CountSentence) -> Iterator[Problem]:
    counts = count_contents(pack)
    if counts[sentence.count_of] != sentence.count:
        yield _failed(sentence, str(sentence.count), str(counts[sentence.count_of]))


def count_contents(pack: Pack) -> dict[str, int]:
    """How many indicators, pillars, elements, forms, instruments and sections a pack has."""
    framework = pack.framework
    return {
        "indicators": len(framework.indicators),
        "pillars": len(framework.pillars),
        "elements": len(framework.elements),
        "forms": len(framework.forms),
        "instruments": len(pack.instruments),
        "sections": sum(map(_size, pack.outline)),
    }


def _size(section: OutlineSection) -> int:
    return 1 + sum(map(_size, section.sections))


def _text(sentence: TextSentence, recogniser: Recogniser) -> Iterator[Problem]:
    found = list(recogniser(sentence.text, sentence.heading))
    if set(found) != set(sentence.gives):
        yield _failed(sentence, _figures(sentence.gives), _figures(found))


def _figures(figures: Iterable[GivenFigure]) -> str:
    return ", ".join(sorted(f"{one.indicator}/{one.part} = {_plain(one.value)}" for one in figures))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
