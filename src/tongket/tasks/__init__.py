"""Tasks with the six clear fields, and how one to many becomes one for each."""

from tongket.tasks.fan_out import UnitGroup, fan_out, units_of
from tongket.tasks.model import Progress, Task, TaskField, missing_fields, progress

__all__ = ["Progress", "Task", "TaskField", "UnitGroup", "fan_out", "missing_fields", "progress", "units_of"]
