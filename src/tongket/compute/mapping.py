"""One call for both: here, or on a cluster."""

from collections.abc import Callable, Iterable
from typing import Any

from tongket.compute.cluster import map_on_cluster
from tongket.compute.local import OnProgress, map_over_here
from tongket.compute.outcome import NO_END, Allowance, Item, Outcome, Value


def as_it_is(item: Any) -> Any:
    """An item that can be sent as it is."""
    return item


def map_over(
    function: Callable[[Any], Value],
    items: Iterable[Item],
    *,
    jobs: int = 1,
    on_progress: OnProgress | None = None,
    allowance: Allowance = NO_END,
    cluster: str = "",
    send: Callable[[Item], Any] = as_it_is,
) -> list[Outcome[Item, Value]]:
    """``function`` of each item, in the order of the items; an item that fails loses nobody else's work.

    Here, with ``jobs`` above 1 and enough items, or with an ``allowance`` for each item, it runs in fresh (spawned)
    processes, so function, items and values must be picklable; a process whose item takes more than is allowed is ended.
    With ``cluster``, the address of a Dask scheduler, it runs there: ``send`` makes of an item, when its turn comes, what
    machines can use that do not see our files. ``on_progress(done, all)`` is called in this process.
    """
    work = list(items)
    tell = on_progress or (lambda done, total: None)
    tell(0, len(work))
    if cluster:
        return map_on_cluster(function, work, address=cluster, tell=tell, allowance=allowance, send=send)
    return map_over_here(function, work, jobs=jobs, tell=tell, allowance=allowance)
