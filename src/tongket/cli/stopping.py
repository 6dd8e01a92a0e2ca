"""A run that is told to stop: by Ctrl-C, by the window that closes, by the machine that goes down. Quick to load."""

import signal

from tongket.cli.exit_codes import INTERRUPTED


def end_cleanly_when_told() -> None:
    """A request to end cleans up as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def stopped(language: str, whole: bool) -> int:
    """Say that the run was stopped. ``whole``: the process is there for nothing else; a second Ctrl-C would only disturb
    the cleaning up."""
    if whole:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    from tongket.cli.console import err
    from tongket.problems import translate

    err().print(translate("Stopped. Nothing was changed.", language))
    return INTERRUPTED
