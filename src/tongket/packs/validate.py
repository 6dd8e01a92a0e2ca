"""A file against its schema: every departure as a problem with its line and key."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tongket.packs.schema import FileKind, adapter
from tongket.packs.source import Path, Source
from tongket.problems import Problem

Model = TypeVar("Model", bound=BaseModel)
CODES = {
    "missing": "pack.missing_key",
    "extra_forbidden": "pack.unknown_key",
    "literal_error": "pack.not_one_of",
    "day": "pack.not_a_day",
    "whole": "pack.not_a_whole_number",
    "number": "pack.not_a_number",
    "true_false": "pack.neither_true_nor_false",
    "string_pattern_mismatch": "pack.odd_code",
    "string_type": "pack.want_text",
    "list_type": "pack.want_list",
    "dict_type": "pack.want_mapping",
    "model_type": "pack.want_mapping",
    "too_short": "pack.too_short",
    "greater_than_equal": "pack.out_of_range",
    "less_than_equal": "pack.out_of_range",
}

UNWRITTEN = frozenset({"[key]", "[element]", "[sum]", "[ratio]"})
"""Steps of a place that stand in no file: a key itself, the kind of a formula."""


def validate(source: Source, kind: FileKind) -> tuple[Any, tuple[Problem, ...]]:
    """The file's content as ``schema`` models (None where it has problems), and its problems."""
    return _validated(source, adapter(kind).validate_python)


def validate_with(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """The file's content as a ``model`` (None where it has problems), and its problems."""
    return _validated(source, model.model_validate)


def _validated(source: Source, read: Callable[[Any], Any]) -> tuple[Any, tuple[Problem, ...]]:
    try:
        return read(source.content), ()
    except ValidationError as error:
        return None, problems_of(source, error)


def problems_of(source: Source, error: ValidationError) -> tuple[Problem, ...]:
    """Every departure from a schema."""
    return tuple(_problem(source, detail) for detail in error.errors(include_url=False))


def _problem(source: Source, detail: Mapping[str, Any]) -> Problem:
    path: Path = tuple(step for step in detail["loc"] if step not in UNWRITTEN)
    raised = detail["type"] == "value_error"
    code = CODES.get(str(detail["ctx"]["error"]) if raised else detail["type"], "pack.bad_value")
    return source.problem(code, path, key=str(path[-1]) if path else "", **_fields(detail))


def _fields(detail: Mapping[str, Any]) -> dict[str, str]:
    """What the sentence of a problem tells: the value as written, what may stand there, the bounds."""
    expected = str(detail.get("ctx", {}).get("expected", ""))
    written = detail["input"] if isinstance(detail["input"], str | int) else ""
    return {"value": str(written), "allowed": expected.replace("'", "").replace(" or ", ", "), "reason": detail["msg"]}
