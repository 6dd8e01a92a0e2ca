"""A wrong call in one sentence: what is wrong, and where to look."""

import re
from typing import Any

from typer.exceptions import TyperException

import tongket.cli.messages  # noqa: F401  (registers the sentences)
from tongket.problems import Problem

BY_MESSAGE = (
    (re.compile(r"No such command '(?P<name>.*)'\.?"), "call_command_unknown"),
    (re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)"), "call_too_much"),
    (re.compile(r"Option '(?P<name>.*?)' does not take"), "call_option_takes_none"),
    (re.compile(r"Option '(?P<name>.*?)' requires"), "call_option_empty"),
)
"""What only the English words tell; an unknown wording is told as a wrong call."""


def wrong_call(error: TyperException, language: str) -> list[Problem]:
    """The problem that ``error`` of the command line parser is; none where the parser has printed the help instead."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return []
    code, fields = _reason(error, language)
    context = getattr(error, "ctx", None)
    fields["command"] = getattr(context, "command_path", None) or "tongket"
    return [Problem(code=code, fields=fields)]


def _reason(error: TyperException, language: str) -> tuple[str, dict[str, str]]:
    option = getattr(error, "option_name", None)
    parameter: Any = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        return "call_option_unknown", {"name": str(option)}
    if parameter is not None and hasattr(error, "param_type"):
        return "call_value_missing", {"name": _name(parameter)}
    if parameter is not None:
        return "call_value_wrong", {"name": _name(parameter), "help": _help(parameter, language)}
    for pattern, code in BY_MESSAGE:
        found = pattern.match(error.message)
        if found:
            return code, {"name": found["name"]}
    return "call_wrong", {}


def _help(parameter: Any, language: str) -> str:
    """What help says of a parameter: Vietnamese first, then, after a full stop, English."""
    vietnamese, _, english = (parameter.help or "").rstrip(".").rpartition(". ")
    return vietnamese if vietnamese and language == "vi" else english


def _name(parameter: Any) -> str:
    """As the user writes it: ``--out``, or the word that help shows for an argument."""
    names = [name for name in parameter.opts if name.startswith("--")]
    return str(names[0]) if names else str(parameter.metavar or parameter.name).upper()
