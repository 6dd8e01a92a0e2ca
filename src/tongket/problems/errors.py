"""Exceptions: the work cannot go on. Each carries every problem found and the exit code of the command line."""

from collections.abc import Iterable
from typing import ClassVar

from tongket.problems.problem import Problem


class TongketError(Exception):
    """The work cannot go on; ``problems`` holds all the reasons at once."""

    exit_code: ClassVar[int] = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(", ".join(p.code for p in self.problems))

    def __reduce__(self) -> tuple[type["TongketError"], tuple[tuple[Problem, ...]]]:
        """So that it can come back from another process."""
        return type(self), (self.problems,)


class WrongCallError(TongketError):
    """The command was called wrongly (exit code 2)."""


class NoUsableInputError(TongketError):
    """There is nothing that can be read (exit code 3)."""

    exit_code = 3


class MalformedError(TongketError):
    """A pack or a table is malformed (exit code 4)."""

    exit_code = 4


class SecrecyError(TongketError):
    """The file bears a secrecy mark and was refused (exit code 5)."""

    exit_code = 5


class CannotWriteError(TongketError):
    """The result could not be written (exit code 6)."""

    exit_code = 6
