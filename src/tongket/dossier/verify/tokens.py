"""A text as words and numbers: what is compared when a paper comes back edited."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.vietnamese import nfc, parse_number

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
NUMBER = "#"
"""What the key of a number begins with; after it its value, so that 05 and 5, 1.234 and 1234 are the same."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, folded, or a number, at ``text[start:end]``."""

    start: int
    end: int
    key: str

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.key.startswith(NUMBER)


@lru_cache(maxsize=1 << 10)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text; places are those of the text as given."""
    return tuple(Token(found.start(), found.end(), key_of(found[0])) for found in TOKEN.finditer(text))


@lru_cache(maxsize=1 << 16)
def key_of(written: str) -> str:
    """The key of a token as written."""
    if not written[0].isdigit():
        return nfc(written).casefold()
    value = parse_number(written)
    return f"{NUMBER}{plain(value)}" if value is not None else f"{NUMBER}{written}"


def plain(value: Decimal) -> str:
    """A value without trailing noughts."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def masked(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The keys, all numbers alike."""
    return tuple(NUMBER if token.is_number else token.key for token in tokens)


def keys(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The keys."""
    return tuple(token.key for token in tokens)
