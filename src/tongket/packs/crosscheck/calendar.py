"""Cut-off windows."""

from collections.abc import Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "nine_months": 9, "year": 12}


def check_windows(draft: Draft) -> Iterator[Problem]:
    """A window ends after it begins."""
    for calendar in draft.files(FileKind.CALENDAR):
        for profile in calendar.entries("profiles"):
            for window in profile.entries("windows"):
                first, last = _day(window.inner("first_day")), _day(window.inner("last_day"))
                if first and last and (last[0] + MONTHS.get(window.code, 99) - 1, last[1]) < first:
                    yield window.problem("pack.window", "last_day")


def _day(entry: Entry) -> tuple[int, int] | None:
    try:
        return int(entry.text("months")), int(entry.text("day"))
    except ValueError:
        return None
