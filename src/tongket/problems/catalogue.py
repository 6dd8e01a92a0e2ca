"""The message catalogue: one English sentence for each problem code, translated through gettext."""

import gettext
from collections.abc import Mapping
from functools import cache
from importlib import resources

from tongket.problems.problem import Problem, Where

MESSAGES: dict[str, str] = {}
"""Problem code -> English sentence with named fields; packages add theirs with :func:`register`."""


def register(messages: Mapping[str, str]) -> None:
    """Add the sentences of a package to the catalogue; a code has one sentence only."""
    for code, sentence in messages.items():
        if MESSAGES.setdefault(code, sentence) != sentence:
            raise ValueError(f"two sentences for problem code {code}")


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The translations of ``language`` (``vi`` or ``en``); English msgids where none exist."""
    folder = resources.files("tongket") / "locale"
    return gettext.translation("tongket", str(folder), languages=[language], fallback=True)


def translate(sentence: str, language: str, /, **fields: object) -> str:
    """``sentence`` (an English msgid) in ``language`` with its named fields filled in."""
    text = translations(language).gettext(sentence) if sentence else ""
    return text.format_map(fields) if fields else text


def place(where: Where, language: str) -> str:
    """The place in words: file, line, key, anchor."""
    parts = [where.file] if where.file else []
    if where.line is not None:
        parts.append(translate("line {line}", language, line=where.line))
    parts += [part for part in (where.key, where.anchor) if part]
    return ", ".join(parts)


def sentence_of(code: str) -> str:
    """The English sentence of a problem code, its fields not filled in."""
    return MESSAGES[code]


def message(problem: Problem, language: str = "vi") -> str:
    """The problem as a sentence: where, what is wrong, and what to do."""
    text = translate(MESSAGES[problem.code], language)
    text = text.format_map({**problem.fields})
    where = place(problem.where, language)
    return f"{where}: {text}" if where else text
