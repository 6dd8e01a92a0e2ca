"""Printing for people: UTF-8 whatever the console, problems as sentences."""

import os
import re
import sys
from collections.abc import Iterable
from io import TextIOWrapper

from rich.console import Console

from tongket.problems import Problem, message

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters: in the name of a file they could play tricks on a terminal."""


class Output(Console):
    """Standard output; that nobody reads it any more is an error like others, no end of the process."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Messages(Console):
    """Standard error; the work goes on also when nobody reads it any more."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        _let_go(sys.stderr)


def use_utf8() -> None:
    """Let Vietnamese through consoles that are set to another code page."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  (lives as long as the process)
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def out() -> Console:
    """Standard output."""
    return Output(highlight=False, soft_wrap=True, emoji=False)


def err() -> Console:
    """Standard error: progress and problems."""
    return Messages(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def printable(text: str) -> str:
    """``text`` without control characters."""
    return UNPRINTABLE.sub("�", text)


def print_problems(problems: Iterable[Problem], language: str) -> None:
    """Each problem as one sentence on standard error."""
    console = err()
    for problem in problems:
        console.print(printable(message(problem, language)), markup=False)


def finish_output() -> None:
    """Write out what is still held back, so that a failure to do so can be told; raises OSError."""
    sys.stdout.flush()


def drop_output() -> None:
    """Forget what standard output could not take."""
    _let_go(sys.stdout)


def _let_go(stream: object) -> None:
    """Send what a broken stream still holds to nowhere: else the interpreter complains of it at its end."""
    if isinstance(stream, TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
