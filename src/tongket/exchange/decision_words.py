"""The words of the workbooks in which people answer: at the desk that reviews, and in the units."""

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.reports import DecisionVerb

V = DecisionVerb
ANSWERS = {
    V.CONFIRM: "keep the figure as read",
    V.CORRECT: "correct it to the right figure",
    V.DROP: "leave the figure out",
    V.REASSIGN: "it belongs to the unit named",
    V.ACCEPT: "the point is right",
    V.WAIVE: "the point does not count",
    V.RECEIVED_ELSEWHERE: "received outside the system",
}
"""Answers of the desk (English msgids)."""
UNIT_ANSWERS = {
    V.CONFIRM: "the figure reported is right",
    V.CORRECT: "correct it to the right figure",
    V.DROP: "the unit withdraws the figure",
    V.ACCEPT: "the unit will send the report anew",
    V.WAIVE: "the report is right, with an explanation",
}
"""Answers of a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """A sheet of answers in words (English msgids): what its columns are and how wide, what may be answered, how."""

    columns: tuple[tuple[str, float], ...]
    answers: Mapping[DecisionVerb, str]
    note: str
    guide: tuple[str, ...]

    def place(self, name: str) -> int:
        """The column of that name."""
        return [one for one, _ in self.columns].index(name)


KEY = "Key"
DESK = SheetWords(
    columns=(
        ("No.", 5), ("Level", 8), ("Org unit", 15), ("Period", 7), ("Indicator", 18), ("Text in the document", 12),
        ("Read as", 11), ("Point to review", 34), ("Right figure", 10), ("Answer", 15), ("Reason", 17),
        ("Who decides", 12), ("Source", 8), (KEY, 4),
    ),
    answers=ANSWERS,
    note="Fill in the yellow columns only. Rows without an answer stay open.",
    guide=(
        "One row for each point, the worst first. Look at the source, then choose an answer.",
        "keep the figure as read: the machine read it right and it counts.",
        "correct it to the right figure: write the figure in the column Right figure.",
        "leave the figure out: it enters no total.",
        "it belongs to the unit named: write the code of the unit in the column Right figure.",
        "the point is right: what it concerns stays out of the totals until the unit corrects it.",
        "the point does not count: say why; the figure then enters the totals and the reason stays visible.",
        "received outside the system: the report came by another way; the unit is neither missing nor late.",
        "Save the file and run the review again with --decisions and its name.",
    ),
)  # fmt: skip
UNIT = SheetWords(
    columns=(
        ("No.", 5), ("Period", 7), ("Indicator", 19), ("Stated in the report", 11), ("Where in the report", 19),
        ("Point to review", 30), ("Proposal", 26), ("Answer of the unit", 17), ("Right figure", 10), ("Explanation", 18),
        ("Who answers", 12), (KEY, 4),
    ),
    answers=UNIT_ANSWERS,
    note="Fill in the yellow columns only and send the file back; rows without an answer stay open.",
    guide=(
        "One row for each point. Look at the place in the report, then choose an answer.",
        "the figure reported is right: say why in the column Explanation.",
        "correct it to the right figure: write the figure in the column Right figure and what was wrong.",
        "the unit withdraws the figure: it enters no total; say why.",
        "the unit will send the report anew: until then the figure stays out of the totals.",
        "the report is right, with an explanation: the explanation stays visible beside the point.",
    ),
)  # fmt: skip
RIGHT, ANSWER, REASON, BY = "Right figure", "Answer", "Reason", "Who decides"
HEADS = {
    RIGHT: ("Right figure",),
    ANSWER: ("Answer", "Answer of the unit"),
    REASON: ("Reason", "Explanation"),
    BY: ("Who decides", "Who answers"),
    KEY: (KEY,),
}
"""The columns that are read, by any of the names they have."""
