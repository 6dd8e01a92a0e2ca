"""The way in: quick to load, so that Ctrl-C is a plain end also while the rest is being loaded."""

import sys

from tongket.cli.exit_codes import INTERRUPTED


def main(arguments: list[str] | None = None) -> None:
    """Run a command; exit codes: 0 done, 1 findings of severity error with --strict, 2 wrong call, 3 no usable
    input, 4 pack or tables malformed, 5 refused for secrecy, 6 could not write, 70 a fault of the program,
    130 interrupted."""
    try:
        from tongket.cli.app import run_command

        code = run_command(sys.argv[1:], whole=True) if arguments is None else run_command(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
