"""The same function over many inputs, on this machine."""

import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Generic, cast

from tongket.compute.interrupt import interrupt_ignored
from tongket.compute.outcome import NO_END, Allowance, Item, Outcome, Value, WorkerDiedError
from tongket.compute.worker import Worker

OnProgress = Callable[[int, int], None]
WORTH_PROCESSES = 40
"""Fewer items than this are done sooner here than processes start."""
MOST_PROCESSES = 61
"""Windows waits for no more at once."""
LOOK = 0.2
"""Seconds between two looks at what the processes take."""


def nobody(done: int, total: int) -> None:
    """Progress that nobody asked for."""


def map_over_here(
    function: Callable[[Item], Value],
    work: Sequence[Item],
    *,
    jobs: int,
    tell: OnProgress = nobody,
    allowance: Allowance = NO_END,
) -> list[Outcome[Item, Value]]:
    """``function`` of each item on this machine; see :func:`tongket.compute.map_over`."""
    run = _Run(function=function, work=work, tell=tell, allowance=allowance)
    if allowance == NO_END and (jobs <= 1 or len(work) < WORTH_PROCESSES):
        run.here()
    else:
        run.in_processes(max(1, min(jobs, MOST_PROCESSES, len(work))))
    return [run.done[place] for place in range(len(work))]


@dataclass(slots=True, kw_only=True)
class _Run(Generic[Item, Value]):
    """One call of :func:`map_over`: what is to be done, and the outcomes by the places of their items."""

    function: Callable[[Item], Value]
    work: Sequence[Item]
    tell: OnProgress
    allowance: Allowance
    done: dict[int, Outcome[Item, Value]] = field(default_factory=dict)
    next: int = 0
    workers: list[Worker] = field(default_factory=list)

    def here(self) -> None:
        """Work on every item in this process."""
        for place, item in enumerate(self.work):
            self.keep(place, self.outcome(item))

    def outcome(self, item: Item) -> Outcome[Item, Value]:
        """The outcome of one item in this process."""
        try:
            return Outcome(item=item, value=self.function(item))
        except Exception as error:  # one item's failure is that item's outcome
            return Outcome(item=item, error=error)

    def in_processes(self, jobs: int) -> None:
        """Work on every item in ``jobs`` processes; one that dies or is ended is replaced."""
        try:
            while len(self.done) < len(self.work):
                self.start(min(jobs, len(self.work) - len(self.done)))
                for line in wait([w.line for w in self.workers], timeout=LOOK):
                    self.hear(next(w for w in self.workers if w.line is line))
                self.look()
        finally:
            for worker in self.workers:
                worker.end()

    def start(self, jobs: int) -> None:
        """Start processes until there are ``jobs``."""
        context = multiprocessing.get_context("spawn")
        while len(self.workers) < jobs:
            with interrupt_ignored():
                self.workers.append(Worker.start(context))

    def hear(self, worker: Worker) -> None:
        """Take what a process answers, and give it the next item; a closed line is a process that died, and one that
        holds much is replaced."""
        try:
            value, error = cast("tuple[Value | None, Exception | None]", worker.line.recv())
            if not worker.taught:
                worker.teach(self.function)
                return
        except (EOFError, OSError):
            self.lose(worker, WorkerDiedError("the process reading this item died"))
            return
        if worker.place is not None:
            self.keep(worker.place, Outcome(item=self.work[worker.place], value=value, error=error))
        worker.place = None
        if worker.swollen(self.allowance):
            self.workers.remove(worker)
            worker.end()
        elif self.next < len(self.work):
            worker.give(self.next, self.work[self.next])
            self.next += 1

    def look(self) -> None:
        """End the processes whose items take more than is allowed."""
        for worker in list(self.workers):
            reason = worker.over(self.allowance)
            if reason is not None and not worker.line.poll():
                self.lose(worker, reason)

    def lose(self, worker: Worker, reason: Exception) -> None:
        """A process is gone; its item has no value. One that died before its first item would die again."""
        self.workers.remove(worker)
        worker.end()
        place = worker.place
        if place is None:
            place, self.next = self.next, self.next + 1
        if place < len(self.work):
            self.keep(place, Outcome(item=self.work[place], error=reason))

    def keep(self, place: int, outcome: Outcome[Item, Value]) -> None:
        """Count an outcome."""
        self.done[place] = outcome
        self.tell(len(self.done), len(self.work))
