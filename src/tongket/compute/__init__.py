"""Long work over many inputs: here, in processes; one outcome for each item."""

from tongket.compute.local import map_over
from tongket.compute.outcome import NO_END, Allowance, Outcome, OverMemoryError, OverTimeError, WorkerDiedError

__all__ = ["NO_END", "Allowance", "Outcome", "OverMemoryError", "OverTimeError", "WorkerDiedError", "map_over"]
