"""The verbs, each loaded only when it is asked for: together they load all there is."""

from collections.abc import Callable, Sequence
from importlib import import_module

import typer

COMMANDS = {
    "review": "review",
    "read": "read",
    "check": "check",
    "trace": "trace",
    "verify": "verify",
    "accept-signed": "accept",
    "papers": "papers",
    "opinions": "papers",
    "recount": "recount",
    "diff": "diff",
    "sample": "sample",
}
"""Verb -> the module that has it."""
FUNCTIONS = {"accept-signed": "accept", "opinions": "opinions"}
"""The function where it is not called like the module."""
GROUPS = ("forms", "pack", "law", "registers", "units", "tasks")
"""Verbs that have verbs of their own."""
OF_RECORDS = {"evaluate": "evaluate", "tasks": "to_tasks", "coverage": "coverage", "budget": "budget"}
"""Verbs of registers that are in a module of their own."""


def add_verbs(app: typer.Typer, arguments: Sequence[str]) -> None:
    """Add the verb that ``arguments`` begin with; all verbs where they begin with none; none for an option of the
    program that needs none."""
    first = next(iter(arguments), "")
    if first == "--version":
        return
    known = (*COMMANDS, *GROUPS)
    for name in [first] if first in known else known:
        if name in GROUPS:
            app.add_typer(_group(name), name=name)
        else:
            app.command(name)(_function(COMMANDS[name], FUNCTIONS.get(name, COMMANDS[name])))


def _group(name: str) -> typer.Typer:
    group: typer.Typer = import_module(f"tongket.cli.{name}").app
    if name == "registers":
        told = {command.name for command in group.registered_commands}
        for verb, function in OF_RECORDS.items():
            if verb not in told:
                group.command(verb)(_function("register_papers", function))
    return group


def _function(module: str, name: str) -> Callable[..., object]:
    function: Callable[..., object] = getattr(import_module(f"tongket.cli.{module}"), name)
    return function
