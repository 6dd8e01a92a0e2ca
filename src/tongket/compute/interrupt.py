"""Ctrl-C reaches every process of a console at once; only the first one answers it, and ends the others."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


def ignore_interrupt() -> None:
    """In a process that works for another: leave Ctrl-C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def interrupt_ignored() -> Iterator[None]:
    """While processes start (a moment): they inherit this, and so stay silent before they can say so themselves. A
    request to end that comes in this moment is answered after it: a process that is left half-started complains."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with _answered_later("SIGTERM"), _answered_later("SIGHUP"):
            yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _answered_later(name: str) -> Iterator[None]:
    """Hold back a signal that has a handler; processes that are started have none of it."""
    number = getattr(signal, name, None)
    handler = signal.getsignal(number) if number is not None else None
    if number is None or not callable(handler):
        yield
        return
    came: list[FrameType | None] = []
    signal.signal(number, lambda _, frame: came.append(frame))
    try:
        yield
    finally:
        signal.signal(number, handler)
    if came:
        handler(number, came[0])
