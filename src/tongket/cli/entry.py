"""The way in: quick to load, so that Ctrl-C is a plain end also while the rest is being loaded."""

import gc
import sys

from tongket.cli.stopping import end_cleanly_when_told, stopped

SELDOM = (20_000, 20, 100)
"""When Python looks for objects that hold each other in a circle. A review makes millions of objects and hardly a circle;
looking as often as usual takes an eighth of its processor time."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command; exit codes: 0 done, 1 findings of severity error with --strict, 2 wrong call, 3 no usable
    input, 4 pack or tables malformed, 5 refused for secrecy, 6 could not write, 70 a fault of the program,
    130 interrupted."""
    whole = arguments is None
    if whole:
        gc.set_threshold(*SELDOM)
        end_cleanly_when_told()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        from tongket.cli.app import run_command

        code = run_command(given, whole=whole)
    except KeyboardInterrupt:
        code = stopped("vi", whole)
    sys.exit(code)
