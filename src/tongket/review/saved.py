"""A finished review, read back from its folder."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.problems import NoUsableInputError, Problem, Where


def load_review(out: Path, *, exact: bool = False) -> dict[str, Any]:
    """What review.json of a folder (or the file itself) holds; with ``exact`` its numbers as they are written."""
    file = out / "review.json" if out.is_dir() else out
    try:
        text = file.read_text(encoding="utf-8")
        review: dict[str, Any] = json.loads(text, parse_float=Decimal) if exact else json.loads(text)
        if not isinstance(review, dict) or "schema_version" not in review:
            raise ValueError  # another file of that name
    except (OSError, ValueError) as error:
        raise NoUsableInputError([Problem(code="no_review", where=Where(file=str(out)))]) from error
    return review
