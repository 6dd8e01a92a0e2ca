"""The command line: ``tongket review``, ``read``, ``trace``, ``pack check``."""

from tongket.cli.entry import main

__all__ = ["main"]
