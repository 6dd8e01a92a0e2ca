"""Phrases found among the syllables of a text."""

from collections.abc import Mapping, Sequence, Set

from tongket.reading.recognition.tokens import Token

SMALL = frozenset(["và", "của", "cho", "các", "đã", "được", "cấp", "theo", "ở", "tại", "về", "những"])
"""Words that people put into a phrase or leave out of it."""

Phrase = tuple[str, ...]
Places = Mapping[str, Sequence[int]]
"""Syllable -> the indices of the tokens it stands at."""


def find(
    phrase: Phrase,
    tokens: Sequence[Token],
    places: Places,
    barred: Set[int] = frozenset(),
    *,
    unbroken: bool = False,
) -> set[int]:
    """The indices of the tokens where ``phrase`` stands as whole words, outside ``barred`` tokens.

    ``unbroken``: only where no comma or other mark divides it.
    """
    found: set[int] = set()
    for i in places.get(phrase[0], ()):
        place = _along(phrase, tokens, i)
        if place and barred.isdisjoint(place) and not (unbroken and _broken(tokens, place)):
            found.update(place)
    return found


def _along(phrase: Phrase, tokens: Sequence[Token], i: int) -> list[int]:
    """The tokens of ``phrase`` from token ``i`` on, small words between them passed over; empty where it breaks off."""
    place: list[int] = []
    for word in phrase:
        skipped = 0
        while (
            i < len(tokens) and tokens[i].text != word and place and _passed_over(tokens[i].text, word) and skipped < 3
        ):
            i, skipped = i + 1, skipped + 1
        if i >= len(tokens) or tokens[i].text != word:
            return []
        place.append(i)
        i += 1
    return place


def _broken(tokens: Sequence[Token], place: Sequence[int]) -> bool:
    return any(tokens[k].start - tokens[k - 1].end > 1 for k in range(place[0] + 1, place[-1] + 1))


def _passed_over(there: str, word: str) -> bool:
    """Words that stand inside a phrase without breaking it: small ones, and the number that is told of it."""
    return there in SMALL or (there.isdigit() and not word.isdigit())


__all__ = ["Phrase", "Places", "find"]
