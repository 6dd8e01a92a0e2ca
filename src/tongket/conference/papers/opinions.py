"""The table of opinions on a draft: who says what of which words, and what was taken up."""

from collections.abc import Sequence

from tongket.conference.model import Conference
from tongket.conference.papers.shared import paper, paragraph_of, table_of, title_of
from tongket.dossier.papers import BindingKind, OfficialPaper, PaperBlock, PaperKind, Text, bound, plain
from tongket.dossier.wording import count_of, said
from tongket.law import Citation
from tongket.problems import translate
from tongket.reading import Opinion, OpinionKind

WORDS = {
    OpinionKind.COMMENT: "{text}",
    OpinionKind.ROW: "{text}",
    OpinionKind.INSERTION: "Add: “{text}”",
    OpinionKind.DELETION: "Leave out: “{text}”",
}


def opinions_table(conference: Conference, citation: Citation | None, opinions: Sequence[Opinion]) -> OfficialPaper:
    """Every opinion with who gives it; what is taken up, or why not, is left to be written."""
    givers = list(dict.fromkeys(one.by for one in opinions))
    opening = paragraph_of(
        "{count} opinions of {givers} agencies, units and persons were received.",
        count=count_of(len(opinions), "opinions"),
        givers=count_of(len(givers), "opinions.by"),
    )
    heads = ("No.", "Words of the draft", "Opinion", "Given by", "Taken up, or why not")
    rows = [_row(one, i) for i, one in enumerate(opinions, start=1)]
    table = table_of(heads, rows, (0.06, 0.26, 0.3, 0.16, 0.22))
    subject = said("of opinions on the draft report on the {title}", title=title_of(conference, citation))
    blocks: tuple[PaperBlock, ...] = (opening, table)
    return paper(conference, "opinions", PaperKind.INTERNAL, translate("TABLE OF OPINIONS", "vi"), subject, blocks)


def _row(one: Opinion, number: int) -> tuple[Text, ...]:
    ref = f"{one.file}#{one.anchor}"
    words = said(WORDS[one.kind], text=bound(one.text, BindingKind.QUOTED, ref))
    about = bound(one.about, BindingKind.QUOTED, ref) if one.about else plain("")
    return (count_of(number, "opinions"), about, words, bound(one.by, BindingKind.QUOTED, ref), ())
