"""The single values of a pack file: each is read from the text as written, in one spelling only."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

CODE = r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$"
SNAKE = r"^[a-z][a-z0-9_]*$"


def _day(text: object) -> date:
    try:
        if isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise PydanticCustomError("day", "not a day")


def _whole(text: object) -> int:
    if isinstance(text, str) and re.fullmatch(r"-?\d{1,9}", text):
        return int(text)
    raise PydanticCustomError("whole", "not a whole number")


def _number(text: object) -> Decimal:
    if isinstance(text, str) and re.fullmatch(r"-?\d{1,18}(\.\d{1,9})?", text):
        return Decimal(text)
    raise PydanticCustomError("number", "not a number")


def _true_false(text: object) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise PydanticCustomError("true_false", "neither true nor false")


Text: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=CODE)]
Snake: TypeAlias = Annotated[str, StringConstraints(pattern=SNAKE)]
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
TrueFalse: TypeAlias = Annotated[bool, BeforeValidator(_true_false)]
