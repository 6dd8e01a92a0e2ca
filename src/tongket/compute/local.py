"""The same function over many inputs, on this machine."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from tongket.compute.outcome import Item, Outcome, Value, WorkerDiedError

OnProgress = Callable[[int, int], None]
WORTH_PROCESSES = 40
"""Fewer items than this are done sooner here than processes start."""


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
    if jobs <= 1 or len(work) < WORTH_PROCESSES:
        return _here(function, work, tell)
    done = _in_processes(function, work, jobs, tell)
    return [done[i] if i in done else _alone(function, item) for i, item in enumerate(work)]


def _here(function: Callable[[Item], Value], work: Sequence[Item], tell: OnProgress) -> list[Outcome[Item, Value]]:
    out: list[Outcome[Item, Value]] = []
    for item in work:
        out.append(_try(function, item))
        tell(len(out), len(work))
    return out


def _try(function: Callable[[Item], Value], item: Item) -> Outcome[Item, Value]:
    try:
        return Outcome(item=item, value=function(item))
    except Exception as error:  # one item's failure is that item's outcome
        return Outcome(item=item, error=error)


def _in_processes(
    function: Callable[[Item], Value], work: Sequence[Item], jobs: int, tell: OnProgress
) -> dict[int, Outcome[Item, Value]]:
    """The outcomes by place; where a worker died, those it took along are missing."""
    done: dict[int, Outcome[Item, Value]] = {}
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=multiprocessing.get_context("spawn"))
    try:
        futures = {pool.submit(function, item): i for i, item in enumerate(work)}
        for future, i in _finished(futures):
            outcome = _outcome(future, work[i])
            if outcome is not None:
                done[i] = outcome
                tell(len(done), len(work))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return done


def _finished(futures: dict[Future[Value], int]) -> Iterator[tuple[Future[Value], int]]:
    for future in as_completed(futures):
        yield future, futures[future]


def _outcome(future: Future[Value], item: Item) -> Outcome[Item, Value] | None:
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        return None
    if isinstance(error, Exception):
        return Outcome(item=item, error=error)
    return Outcome(item=item, value=future.result())


def _alone(function: Callable[[Item], Value], item: Item) -> Outcome[Item, Value]:
    """A second try in a process of its own, so that only the item that kills its worker is lost."""
    with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as pool:
        future = pool.submit(function, item)
        outcome = _outcome(future, item)
    return outcome or Outcome(item=item, error=WorkerDiedError("the process reading this item died"))
