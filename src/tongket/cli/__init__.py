"""The command line: ``tongket review``, ``read``, ``trace``, ``pack check``."""

from tongket.cli.app import main

__all__ = ["main"]
