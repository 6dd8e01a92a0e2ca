"""One process that works for another: it takes an item, gives an answer, and can be ended at any moment."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

from tongket.compute.interrupt import ignore_interrupt
from tongket.compute.memory import mebibytes_of
from tongket.compute.outcome import Allowance, OverMemoryError, OverTimeError, WorkerDiedError

SELDOM = (20_000, 20, 100)
"""When the process looks for objects that hold each other in a circle: what is read makes many objects, hardly a circle."""
PATIENCE = 5.0
"""Seconds that a process which was told to end is waited for."""


@dataclass(slots=True, kw_only=True)
class Worker:
    """A process, the line to it, and the place of the item it works on (None: it is starting, or has nothing to do)."""

    process: SpawnProcess
    line: Connection
    taught: bool = False
    place: int | None = None
    began: float = 0.0

    @classmethod
    def start(cls, context: SpawnContext) -> "Worker":
        """Start a process; it says when it is there. What it starts with must be small, or this waits until it reads."""
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs,), daemon=False)
        process.start()
        theirs.close()
        return cls(process=process, line=ours)

    def teach(self, function: Callable[[Any], Any]) -> None:
        """Give a process that is there what it is to call, with the tables that this may carry; it says when it is ready."""
        self.line.send(function)
        self.taught = True

    def give(self, place: int, item: object) -> None:
        """Give it an item."""
        self.place, self.began = place, time.monotonic()
        self.line.send(item)

    def over(self, allowance: Allowance) -> Exception | None:
        """Why the process must be ended; None while it keeps within what one item may take."""
        if self.place is None:
            return None
        if allowance.seconds and time.monotonic() - self.began > allowance.seconds:
            return OverTimeError(f"took more than {allowance.seconds:g} seconds")
        if allowance.mebibytes and mebibytes_of(self.process.pid) > allowance.mebibytes:
            return OverMemoryError(f"took more than {allowance.mebibytes} MB of memory")
        return None

    def swollen(self, allowance: Allowance) -> bool:
        """Whether it still holds so much of earlier items that the next one might be blamed for it."""
        return bool(allowance.mebibytes) and mebibytes_of(self.process.pid) * 2 > allowance.mebibytes

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.line.close()
        self.process.terminate()
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def work(line: Connection) -> None:
    """In the process: say that it is there, load the function, say that it is ready, then answer each item with
    (value, None) or (None, error) until the line is closed."""
    ignore_interrupt()
    gc.set_threshold(*SELDOM)
    try:
        line.send((None, None))
        function: Callable[[Any], Any] = line.recv()
        line.send((None, None))
        while True:
            answer(line, function, line.recv())
    except (EOFError, OSError):
        return


def answer(line: Connection, function: Callable[[Any], Any], item: object) -> None:
    """Answer one item; an error that cannot travel is told in words."""
    try:
        value, error = function(item), None
    except Exception as caught:  # one item's failure is that item's outcome
        value, error = None, caught
    try:
        line.send((value, error))
    except (OSError, EOFError):
        raise
    except Exception as caught:  # pickling fails in as many ways as there are classes
        line.send((None, WorkerDiedError(f"{type(error or caught).__name__}: {error or caught}")))
