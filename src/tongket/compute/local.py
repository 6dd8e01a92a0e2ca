"""The same function over many inputs, on this machine."""

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Generic

from tongket.compute.interrupt import ignore_interrupt, interrupt_ignored
from tongket.compute.outcome import Item, Outcome, Value, WorkerDiedError

OnProgress = Callable[[int, int], None]
WORTH_PROCESSES = 40
"""Fewer items than this are done sooner here than processes start."""
MOST_PROCESSES = 61
"""Windows waits for no more at once."""


def map_over(
    function: Callable[[Item], Value], items: Iterable[Item], *, jobs: int, on_progress: OnProgress | None = None
) -> list[Outcome[Item, Value]]:
    """``function`` of each item, in the order of the items; an item that fails loses nobody else's work.

    With ``jobs`` above 1 and enough items it runs in fresh (spawned) processes, so function, items and values must be
    picklable. ``on_progress(done, all)`` is called in this process.
    """
    work = list(items)
    tell = on_progress or (lambda done, total: None)
    tell(0, len(work))
    run = _Run(function=function, work=work, tell=tell)
    if jobs <= 1 or len(work) < WORTH_PROCESSES:
        run.here()
    else:
        run.in_processes(min(jobs, MOST_PROCESSES))
    return [run.done[place] for place in range(len(work))]


@dataclass(slots=True, kw_only=True)
class _Run(Generic[Item, Value]):
    """One call of :func:`map_over`: what is to be done, and the outcomes by the places of their items."""

    function: Callable[[Item], Value]
    work: Sequence[Item]
    tell: OnProgress
    done: dict[int, Outcome[Item, Value]] = field(default_factory=dict)

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
        """Work on every item, and again on those that a dying process took along."""
        left = list(range(len(self.work)))
        while left:
            left = self.pool(left, jobs)
            # Handed out in order, at most one item runs in each process and jobs + 1 lie ready: who died is here.
            suspects, left = left[: 2 * jobs + 1], left[2 * jobs + 1 :]
            self.one_by_one(suspects)

    def one_by_one(self, left: Sequence[int]) -> None:
        """One item after the other in one process, so that the first without an outcome is the one that killed it."""
        while left := self.pool(left, 1):
            error = WorkerDiedError("the process reading this item died")
            self.keep(left[0], Outcome(item=self.work[left[0]], error=error))
            left = left[1:]

    def pool(self, places: Sequence[int], jobs: int) -> list[int]:
        """Work on ``places`` until all are done or a process dies; gives those without an outcome."""
        if not places:
            return []
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(max_workers=jobs, mp_context=spawn, initializer=ignore_interrupt)
        try:
            with interrupt_ignored():
                futures = self.submit(pool, places)
            for future in as_completed(futures):
                self.keep_result(futures[future], future)
        except KeyboardInterrupt:
            for process in multiprocessing.active_children():
                process.terminate()  # nobody waits for what they are reading
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        return [place for place in places if place not in self.done]

    def submit(self, pool: ProcessPoolExecutor, places: Sequence[int]) -> dict[Future[Value], int]:
        """Hand out the items; a process may die before all are."""
        futures: dict[Future[Value], int] = {}
        try:
            for place in places:
                futures[pool.submit(self.function, self.work[place])] = place
        except BrokenProcessPool:
            pass  # the items not handed out stay without an outcome
        return futures

    def keep_result(self, place: int, future: Future[Value]) -> None:
        """Keep what a process answered; nothing where one died."""
        error = future.exception()
        if isinstance(error, BrokenProcessPool):
            return
        if isinstance(error, Exception):
            self.keep(place, Outcome(item=self.work[place], error=error))
        else:
            self.keep(place, Outcome(item=self.work[place], value=future.result()))

    def keep(self, place: int, outcome: Outcome[Item, Value]) -> None:
        """Count an outcome."""
        self.done[place] = outcome
        self.tell(len(self.done), len(self.work))
