"""Options that several verbs share."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer


class Language(StrEnum):
    """The languages of messages and pages."""

    VI = "vi"
    EN = "en"


LanguageOption = Annotated[
    Language, typer.Option("--lang", help="Ngôn ngữ: vi hoặc en. Language of messages and pages.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="In JSON cho máy đọc. Print JSON.")]


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for on the command line, before it is parsed: errors need it too."""
    for i, argument in enumerate(arguments):
        if argument == "--lang=en" or (argument == "--lang" and list(arguments[i + 1 : i + 2]) == ["en"]):
            return "en"
    return "vi"
