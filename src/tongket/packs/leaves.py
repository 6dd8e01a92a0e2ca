"""The single values of a pack file: each is read from the text as written, in one spelling only.

A ``ValueError`` here bears the word by which ``validate`` finds the sentence to say.
"""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

CODE = r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$"
SNAKE = r"^[a-z][a-z0-9_]*$"


def _day(text: object) -> date:
    if isinstance(text, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise ValueError("day")


def _whole(text: object) -> int:
    if isinstance(text, str) and re.fullmatch(r"-?[0-9]{1,9}", text):
        return int(text)
    raise ValueError("whole")


def _number(text: object) -> Decimal:
    if isinstance(text, str) and re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,9})?", text):
        return Decimal(text)
    raise ValueError("number")


def _true_false(text: object) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise ValueError("true_false")


Text: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=CODE)]
Snake: TypeAlias = Annotated[str, StringConstraints(pattern=SNAKE)]
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
TrueFalse: TypeAlias = Annotated[bool, BeforeValidator(_true_false)]
