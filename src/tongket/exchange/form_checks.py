"""The formula that speaks beside a line of a form: only functions that Excel 2013 and LibreOffice both know."""

from tongket.problems import translate
from tongket.reports import FormState

VALUE, LAST, STATE, REMARK = "F", "E", "G", "H"
TIMES = 5
"""A figure so many times apart from the last one is worth a second look."""


def check_formula(row: int, whole: tuple[int, int] | None) -> str:
    """What to look at again on ``row`` (from 0), in a sentence; empty where there is nothing. ``whole`` is the row and the
    number of the line of which this one is a part."""
    line = row + 1
    value, last, state, remark = (f"{column}{line}" for column in (VALUE, LAST, STATE, REMARK))
    none = [quoted(translate(one.value, "vi")) for one in FormState if one is not FormState.REPORTED]
    without = "OR(" + ",".join(f"{state}={word}" for word in none) + ")"
    cases = [
        (f'AND({value}<>"",NOT(ISNUMBER({value})))', translate("Write a number alone.", "vi")),
        (f"AND(ISNUMBER({value}),{value}<0)", translate("A figure below nought?", "vi")),
        (
            f"AND(ISNUMBER({value}),{value}<>0,{without})",
            translate("A figure, and marked as none?", "vi"),
        ),
        (
            f'AND({value}="",{state}={quoted(translate(FormState.REPORTED.value, "vi"))})',
            translate("The figure is missing.", "vi"),
        ),
        (
            f'AND({state}={quoted(translate(FormState.NOT_COUNTED.value, "vi"))},{remark}="")',
            translate("Say in the remark why.", "vi"),
        ),
    ]
    if whole is not None:
        of = f"{VALUE}{whole[0] + 1}"
        part = f"AND(ISNUMBER({value}),ISNUMBER({of}),{value}>{of})"
        cases.append((part, translate("Larger than its whole, line {number}", "vi", number=whole[1])))
    apart = (
        f"AND(ISNUMBER({value}),ISNUMBER({last}),{last}>0,{value}>0,OR({value}>{last}*{TIMES},{value}*{TIMES}<{last}))"
    )
    cases.append((apart, translate("Far from the last figure?", "vi")))
    text = '""'
    for test, sentence in reversed(cases):
        text = f"IF({test},{quoted(sentence)},{text})"
    return f"={text}"


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""')[:200] + '"'
