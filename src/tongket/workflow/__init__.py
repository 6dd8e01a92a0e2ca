"""How a thing may pass from one state to the next, as data."""

from tongket.workflow.lifecycle import Lifecycle, Move

__all__ = ["Lifecycle", "Move"]
