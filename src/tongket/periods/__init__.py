"""Time as administrations count it: half-open intervals, reporting periods, cut-off windows."""

from tongket.periods.cutoff import CutoffProfile, DayOfMonth, PeriodType, Window
from tongket.periods.interval import Interval, Timeline
from tongket.periods.period import Period
from tongket.periods.workdays import WorkCalendar

__all__ = ["CutoffProfile", "DayOfMonth", "Interval", "Period", "PeriodType", "Timeline", "Window", "WorkCalendar"]
