"""07: submission, decision and list of a commendation, in one file; counts come from the list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.commendation import Conflict, Criterion, Nomination, Nominee, conflicts, criterion_of, to_commend
from tongket.conference.model import Conference
from tongket.conference.papers.shared import given, instrument, paper
from tongket.dossier.bases import listed
from tongket.dossier.papers import (
    Alignment,
    Annex,
    BindingKind,
    OfficialPaper,
    PaperBlock,
    PaperKind,
    PaperParagraph,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Text,
    bound,
    plain,
)
from tongket.dossier.wording import count_of, fact, said
from tongket.law import Certainty, Citation, InstrumentFamily
from tongket.orgunits import Hierarchy, Tree
from tongket.problems import translate

TABLE_WORDS = {
    Nominee.COLLECTIVE: ("Collectives", "Name of the collective", "Org unit"),
    Nominee.INDIVIDUAL: ("Individuals", "Full name", "Post, unit"),
}
"""Caption of the list and its first two columns (English msgids)."""
OBJECTIONS = {
    "same_achievement": "the same achievement was commended before ({other}); the law does not commend one achievement "
    "several times (point c, clause 2, Article 5)",
    "discipline": "discipline: {other}",
    "verification": "under verification: {other}",
    "no_criterion": "names no criterion in force: {other}",
}
"""Kinds of objection in words (English msgids)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Praise:
    """A commendation: who is left to be commended, what stood against the others, and on which grounds."""

    conference: Conference
    citation: Citation | None
    family: InstrumentFamily
    criteria: tuple[Criterion, ...]
    awarded: tuple[Nomination, ...]
    objections: tuple[Conflict, ...]
    tree: Tree

    def unit_name(self, one: Nomination) -> str:
        """The org unit of a nomination on the day of the conference; empty where it names none."""
        unit = self.tree.get(one.org_unit) if one.org_unit else None
        return unit.name if unit else ""

    def of(self, nominee: Nominee) -> tuple[Nomination, ...]:
        """Those to be commended of one kind, in the hand's order."""
        return tuple(one for one in self.awarded if one.nominee is nominee)

    def ground(self, one: Nomination) -> Criterion | None:
        """The criterion of a nomination."""
        return criterion_of(one, self.criteria, self.conference.held_on)

    def counts(self) -> Text:
        """ "13 tập thể và 06 cá nhân"."""
        collectives, individuals = len(self.of(Nominee.COLLECTIVE)), len(self.of(Nominee.INDIVIDUAL))
        parts = []
        if collectives:
            number = count_of(collectives, "commendation.collectives")
            parts.append(said("{number} collectives", number=number))
        if individuals:
            number = count_of(individuals, "commendation.individuals")
            parts.append(said("{number} individuals", number=number))
        return listed(parts)


def praise_of(
    conference: Conference,
    citation: Citation | None,
    family: InstrumentFamily,
    criteria: Sequence[Criterion],
    hierarchy: Hierarchy,
) -> Praise:
    """Nominations set against the law and each other."""
    found = conflicts(conference.nominations, criteria, on=conference.held_on, earlier=conference.earlier_awards)
    return Praise(
        conference=conference,
        citation=citation,
        family=family,
        criteria=tuple(criteria),
        awarded=to_commend(conference.nominations, found),
        objections=found,
        tree=hierarchy.on(conference.held_on),
    )


def commendation_papers(praise: Praise) -> tuple[OfficialPaper, ...]:
    """Submission with the list and what stood against others, then the decision with the list; none without awards."""
    if not praise.conference.nominations:
        return ()
    submission = _submission(praise)
    return (submission, _decision(praise)) if praise.awarded else (submission,)


def achieved(praise: Praise) -> Text:
    conference = praise.conference
    span = conference.nominations[0].achieved if conference.nominations else conference.span
    return said(
        "outstanding achievements in {theme}, {span}",
        theme=given(conference, conference.award_theme, "commendation.theme"),
        span=given(conference, span, "commendation.achieved"),
    )


def form_of(praise: Praise) -> Text:
    ground = next((g for one in praise.awarded if (g := praise.ground(one)) is not None), None)
    words = ground.form if ground else translate("the commendation", "vi")
    return fact(words, f"criteria#{ground.code if ground else ''}")


def _submission(praise: Praise) -> OfficialPaper:
    sentence = (
        "After the {label} of carrying out {instrument} and on the units' nominations, {issuer} proposes to award "
        "{form} to {counts} with {achieved} (list attached)."
    )
    subject = said("to award {form} to {counts}", form=form_of(praise), counts=praise.counts())
    if not praise.awarded:
        sentence = "After the {label} of carrying out {instrument}, {issuer} proposes nobody for the time being."
        subject = plain(translate("commendations", "vi"))
    text = said(
        sentence,
        label=given(praise.conference, praise.conference.label, "label"),
        instrument=instrument(praise.citation),
        issuer=_issuer_words(praise, "submission"),
        form=form_of(praise),
        counts=praise.counts(),
        achieved=achieved(praise),
    )
    blocks: list[PaperBlock] = [PaperParagraph(text=text), *_objections(praise)]
    made = paper(praise.conference, "submission", PaperKind.SUBMISSION, translate("SUBMISSION", "vi"), subject, blocks)
    return _with_list(praise, made, grounds=True)


def _issuer_words(praise: Praise, key: str) -> str:
    found = praise.conference.issued.get(key) or praise.conference.issued["report"]
    return found.issuer_words


def _objections(praise: Praise) -> Iterator[PaperBlock]:
    """What stood against nominations: those that are left out, then those for which a reason was given."""
    for msgid, blocking in (("Not proposed:", True), ("Proposed with a reason:", False)):
        found = [one for one in praise.objections if one.blocks is blocking]
        if found:
            yield PaperParagraph(text=plain(translate(msgid, "vi")))
            yield from (PaperParagraph(text=objection(praise, one)) for one in found)


def objection(praise: Praise, one: Conflict) -> Text:
    key = f"commendation[{one.place}]"
    name = given(praise.conference, one.nomination.name, f"{key}.name")
    other = given(praise.conference, one.other, f"{key}.{one.kind.value}")
    msgid = OBJECTIONS[one.kind.value]
    why = said(msgid, other=other)
    reason = given(praise.conference, one.nomination.reason, f"{key}.reason")
    added = said("; reason: {reason}", reason=reason) if one.nomination.reason else ()
    return (*plain("- "), *name, *plain(": "), *_law(why), *added, *plain("."))


def _law(text: Text) -> Text:
    """Digits in the words of an objection are those of the law's article."""
    return tuple(
        one if one.binding or not any(c.isdigit() for c in one.text) else fact(one.text, "law#06/2022/QH15")[0]
        for one in text
    )


def _decision(praise: Praise) -> OfficialPaper:
    lines = (
        (
            "1",
            said(
                "To award {form} to {counts} with {achieved} (list attached).",
                form=form_of(praise),
                counts=praise.counts(),
                achieved=achieved(praise),
            ),
        ),
        ("2", plain(translate("The reward in money follows the rules in force.", "vi"))),
        (
            "3",
            said(
                "This decision takes effect on the day it is signed. The Head of the Office of {issuer}, the heads of the "
                "agencies and units concerned, and the collectives and individuals named carry out this decision.",
                issuer=_issuer_words(praise, "decision"),
            ),
        ),
    )
    by = praise.conference.issued.get("decision") or praise.conference.issued["report"]
    head = f"{translate('The Chairman of', 'vi')} {' '.join(by.issuer.name)}".upper()
    blocks: list[PaperBlock] = [PaperParagraph(text=plain(head, bold=True), role=ParagraphRole.CENTRED)]
    blocks += [PaperParagraph(text=text, role=ParagraphRole.LEGAL_BASIS) for text in _bases(praise)]
    decides = plain(translate("DECIDES:", "vi"), bold=True)
    blocks.append(PaperParagraph(text=decides, role=ParagraphRole.CENTRED))
    blocks += [
        PaperParagraph(
            text=(*bound(f"{translate('Article', 'vi')} {number}. ", BindingKind.FACT, "form", bold=True), *text)
        )
        for number, text in lines
    ]
    subject = said("to award {form}", form=form_of(praise))
    made = paper(
        praise.conference,
        "decision",
        PaperKind.DECISION,
        translate("DECISION", "vi"),
        subject,
        blocks,
    )
    return _with_list(praise, made, grounds=False)


def _bases(praise: Praise) -> Iterator[Text]:
    """The law on which each point rests, as long as it may be named in print; then the submission."""
    numbers = dict.fromkeys(g.instrument for one in praise.awarded if (g := praise.ground(one)) is not None)
    bases = praise.conference.issued["decision"].legal_bases if "decision" in praise.conference.issued else ()
    for i, words in enumerate(bases):
        text = given(praise.conference, words.rstrip(" .;"), f"issued.decision.legal_bases[{i}]")
        yield (*plain(translate("Pursuant to", "vi") + " "), *text, *plain(";"))
    named = [one for one in praise.family.instruments if one.number in numbers and one.certainty is Certainty.CONFIRMED]
    for one in named:
        yield (
            *plain(translate("Pursuant to", "vi") + " "),
            *fact(Citation(original=one).basis(), f"law#{one.number}"),
            *plain(";"),
        )
    by = _issuer_words(praise, "submission")
    yield (*plain(translate("At the proposal of {issuer}.", "vi", issuer=by)),)


def _with_list(praise: Praise, made: OfficialPaper, *, grounds: bool) -> OfficialPaper:
    """The paper with the list of those commended; what each rests on stands in the one that proposes."""
    if not praise.awarded:
        return made
    blocks = tuple(
        _table(praise, own, nominee, grounds=grounds)
        for nominee in (Nominee.COLLECTIVE, Nominee.INDIVIDUAL)
        if (own := praise.of(nominee))
    )
    annex = Annex(title=plain(translate("List of those commended", "vi")), blocks=blocks)
    return replace(made, annexes=(annex,))


def _table(praise: Praise, own: Sequence[Nomination], nominee: Nominee, *, grounds: bool) -> PaperTable:
    caption, name, post = TABLE_WORDS[nominee]
    head = ("No.", name, post, "Achievement", *(("Ground",) if grounds else ()))
    widths = (0.07, 0.25, 0.23, 0.26, 0.19) if grounds else (0.07, 0.28, 0.31, 0.34)
    return PaperTable(
        header=(PaperRow(cells=tuple(plain(translate(one, "vi")) for one in head), bold=True),),
        rows=tuple(_row(praise, one, i, grounds=grounds) for i, one in enumerate(own, start=1)),
        widths=widths,
        alignments=(Alignment.CENTRE, *(Alignment.LEFT,) * (len(widths) - 1)),
        caption=plain(translate(caption, "vi")),
    )


def _row(praise: Praise, one: Nomination, number: int, *, grounds: bool) -> PaperRow:
    key = f"commendation[{praise.conference.nominations.index(one)}]"
    ground = praise.ground(one)
    cells = (
        bound(str(number), BindingKind.COUNT, "commendation"),
        given(praise.conference, one.name, f"{key}.name"),
        given(praise.conference, one.post or praise.unit_name(one), f"{key}.post"),
        given(praise.conference, one.achievement, f"{key}.achievement"),
    )
    return PaperRow(cells=(*cells, fact(ground.provision, f"criteria#{ground.code}") if ground else ())[: 4 + grounds])
