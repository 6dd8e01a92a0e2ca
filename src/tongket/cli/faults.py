"""A fault of the program itself: a sentence, and the place in the code for those who repair it."""

import traceback

from tongket.cli.console import print_problems
from tongket.problems import Problem

FAULT = 70


def fault(error: Exception, language: str) -> int:
    """Tell that the program failed. What the error says stays unsaid: it may hold words of a report."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "tongket" in frame.filename] or list(frames)
    place = f"{ours[-1].name}:{ours[-1].lineno}" if ours else "?"
    fields = {"kind": type(error).__name__, "place": place}
    print_problems([Problem(code="program_fault", fields=fields)], language)
    return FAULT
