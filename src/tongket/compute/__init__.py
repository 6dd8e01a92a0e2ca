"""Long work over many inputs: here, in processes; one outcome for each item."""

from tongket.compute.local import map_over
from tongket.compute.outcome import Outcome, WorkerDiedError

__all__ = ["Outcome", "WorkerDiedError", "map_over"]
