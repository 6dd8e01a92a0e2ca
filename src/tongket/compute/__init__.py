"""Long work over many inputs: here in processes or on a cluster; one outcome for each item."""

from tongket.compute.mapping import map_over
from tongket.compute.outcome import NO_END, Allowance, Outcome, OverMemoryError, OverTimeError, WorkerDiedError

__all__ = ["NO_END", "Allowance", "Outcome", "OverMemoryError", "OverTimeError", "WorkerDiedError", "map_over"]
