"""Printing for people: UTF-8 whatever the console, problems as sentences."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper

from rich.console import Console

from tongket.problems import Problem, message


def use_utf8() -> None:
    """Let Vietnamese through consoles that are set to another code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def out() -> Console:
    """Standard output."""
    return Console(highlight=False, soft_wrap=True)


def err() -> Console:
    """Standard error: progress and problems."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_problems(problems: Iterable[Problem], language: str) -> None:
    """Each problem as one sentence on standard error."""
    console = err()
    for problem in problems:
        console.print(message(problem, language), markup=False)
