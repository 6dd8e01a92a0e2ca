"""Ctrl-C reaches every process of a console at once; only the first one answers it, and ends the others."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def ignore_interrupt() -> None:
    """In a process that works for another: leave Ctrl-C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def interrupt_ignored() -> Iterator[None]:
    """While processes start (a moment): they inherit this, and so stay silent before they can say so themselves."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
