"""The same function over many inputs, on an existing Dask cluster; the only module that knows Dask.

Items travel in batches, no more of them at once than the workers can take soon. Each worker does with its batch what one
machine does with all: so a file that takes too long or too much memory has the same outcome here and there.
"""

import multiprocessing
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Generic

from tongket import __version__
from tongket.compute.local import OnProgress, map_over_here
from tongket.compute.outcome import Allowance, Item, Outcome, Value, WorkerDiedError
from tongket.problems import Problem, WrongCallError, register

register(
    {
        "cluster.no_package": "working on a cluster needs the packages dask and distributed; install tongket[cluster].",
        "cluster.unreachable": "no scheduler answers at {address} ({reason}); check the address, and that it is running.",
        "cluster.no_workers": "the cluster at {address} has no workers; start at least one.",
        "cluster.version": "the workers of the cluster run tongket {theirs}, this machine {ours}; install the same version on all.",
    }
)
CONNECT = 8
"""Seconds a scheduler is waited for."""
LOOK = 20
"""Seconds after which it is looked whether there still are workers."""
ROUNDS, MOST = 3, 100
"""So many batches for each thread where there are items enough, and items in a batch at most."""
AHEAD = 2
"""Batches sent for each thread before the first comes back."""


def map_on_cluster(
    function: Callable[[Any], Value],
    work: Sequence[Item],
    *,
    address: str,
    tell: OnProgress,
    allowance: Allowance,
    send: Callable[[Item], Any],
) -> list[Outcome[Item, Value]]:
    """The outcome of each item, in their order. A worker that is lost loses nothing: its batch goes to another. Raises
    WrongCallError where there is no such cluster."""
    dask = library()
    try:
        client = dask.Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        fields = {"address": address, "reason": str(error) or type(error).__name__}
        raise WrongCallError([Problem(code="cluster.unreachable", fields=fields)]) from error
    try:
        threads = greeted(client, address)
        run = _ClusterRun(client=client, address=address, function=function, work=work, tell=tell, allowance=allowance, send=send)  # fmt: skip
        size = max(1, min(MOST, ceil(len(work) / (threads * ROUNDS))))
        run.all([range(i, min(i + size, len(work))) for i in range(0, len(work), size)], most=threads * AHEAD)
        return [run.done[place] for place in range(len(work))]
    finally:
        client.close()


def library() -> Any:
    """Dask, which does not say what types it takes; needed only here, so loaded only here."""
    try:
        import distributed
    except ImportError as error:
        raise WrongCallError([Problem(code="cluster.no_package")]) from error
    return distributed


def greeted(client: Any, address: str) -> int:
    """How many threads the workers have; they must run the same version, or the result would not be the same."""
    threads = sum(client.nthreads().values())
    if not threads:
        raise WrongCallError([Problem(code="cluster.no_workers", fields={"address": address})])
    try:
        versions = set(client.run(own_version).values())
    except ModuleNotFoundError:
        versions = {"–"}
    if versions != {__version__}:
        fields = {"theirs": ", ".join(sorted(versions)), "ours": __version__}
        raise WrongCallError([Problem(code="cluster.version", fields=fields)])
    return int(threads)


def own_version() -> str:
    """On a worker: the version it runs."""
    return __version__


def answers(
    function: Callable[[Any], Value], batch: Sequence[Any], allowance: Allowance
) -> list[tuple[Value | None, Exception | None]]:
    """On a worker: value or error of each item of a batch."""
    with suppress(AssertionError):  # workers are daemons, which may not start the process that an allowance needs
        multiprocessing.current_process().daemon = False
    outcomes = map_over_here(function, batch, jobs=1, allowance=allowance)
    return [(one.value, one.error) for one in outcomes]


@dataclass(slots=True, kw_only=True)
class _ClusterRun(Generic[Item, Value]):
    """One call: what is to be done, and the outcomes by the places of their items."""

    client: Any
    address: str
    function: Callable[[Any], Value]
    work: Sequence[Item]
    tell: OnProgress
    allowance: Allowance
    send: Callable[[Item], Any]
    done: dict[int, Outcome[Item, Value]] = field(default_factory=dict)

    def all(self, batches: Sequence[range], *, most: int) -> None:
        """Send the batches and take what comes back; those that were lost with their workers too often go one by one."""
        lost: list[int] = []
        waiting = list(reversed(batches))
        out: dict[Any, range] = {}
        while waiting or out:
            while waiting and len(out) < most:
                batch = waiting.pop()
                out[self.sent(batch)] = batch
            for future in self.finished(list(out)):
                lost += self.take(out.pop(future), future)
        for place in lost:
            future = self.sent(range(place, place + 1))
            self.finished([future])
            if self.take(range(place, place + 1), future):
                reason = f"no worker gave an answer: {future.exception()!r}"
                self.keep(place, Outcome(item=self.work[place], error=WorkerDiedError(reason)))

    def sent(self, batch: range) -> Any:
        """A batch on its way."""
        items = [self.send(self.work[place]) for place in batch]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that the batch is large: files are
            return self.client.submit(answers, self.function, items, self.allowance, pure=False)

    def finished(self, futures: list[Any]) -> list[Any]:
        """Those that are done; at least one."""
        while True:
            try:
                with self.client.as_current():
                    return list(library().wait(futures, timeout=LOOK, return_when="FIRST_COMPLETED").done)
            except TimeoutError as error:
                if not self.client.nthreads():
                    raise WrongCallError(
                        [Problem(code="cluster.no_workers", fields={"address": self.address})]
                    ) from error

    def take(self, batch: range, future: Any) -> list[int]:
        """Keep the outcomes of a batch; the places of its items where it was lost."""
        try:
            found = future.result()
        except Exception:  # its workers died, or what it gives cannot travel: each item by itself will tell
            return list(batch)
        for place, (value, error) in zip(batch, found, strict=True):
            self.keep(place, Outcome(item=self.work[place], value=value, error=error))
        return []

    def keep(self, place: int, outcome: Outcome[Item, Value]) -> None:
        """Count an outcome."""
        self.done[place] = outcome
        self.tell(len(self.done), len(self.work))
