"""conference.yaml: what people give for the conference, read strictly, all mistakes at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tongket.commendation import EarlierAward, Nomination, Nominee
from tongket.conference import (
    AgendaItem,
    BlankField,
    CertificateBlank,
    Conclusion,
    Conference,
    ConferencePaper,
    CouncilMeeting,
    Given,
    Instruction,
    NextTarget,
    Person,
    PlanStep,
    Post,
    Preparation,
    PreviousReview,
    TaskGiven,
    load_previous,
)
from tongket.dossier.outline import OutlineSection
from tongket.dossier.papers import Issuer, IssuerProfile, Signature
from tongket.framework import Framework, Target, load_targets
from tongket.orgunits import Hierarchy
from tongket.packs.conference_problems import conference_problems
from tongket.packs.conference_schema import (
    CommendationEntry,
    ConferenceEntry,
    IssuedEntry,
    IssuerEntry,
    NominationEntry,
    PersonEntry,
    TaskEntry,
)
from tongket.packs.source import Source, read_source
from tongket.packs.validate import validate_with
from tongket.periods import Interval
from tongket.problems import MalformedError, Problem, Where

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceFiles:
    """The conference and the two files that may lie beside it."""

    conference: Conference
    targets: tuple[Target, ...] = ()
    previous: PreviousReview | None = None


def load_conference(
    path: Path, *, framework: Framework, hierarchy: Hierarchy, outline: Sequence[OutlineSection] | None = None
) -> ConferenceFiles:
    """The conference in ``path`` with its companions; :class:`MalformedError` with every mistake in any of them. With
    ``outline``, what people wrote for the report must belong to one of its sections."""
    source, entry, problems = _read(path)
    targets: tuple[Target, ...] = ()
    previous: PreviousReview | None = None
    if file := _beside(path, source, "targets"):
        targets = _companion(lambda: load_targets(file, framework, hierarchy), problems) or ()
    if last := _beside(path, source, "previous"):
        previous = _companion(lambda: load_previous(last), problems)
    if source is not None and entry is not None:
        problems += [
            source.problem("conference.indicator", ("next_targets", i, "indicator"), code=one.indicator)
            for i, one in enumerate(entry.next_targets)
            if one.indicator not in framework.indicators
        ]
        problems += conference_problems(source, entry, hierarchy, outline)
    if problems or entry is None:
        raise MalformedError(problems)
    return ConferenceFiles(conference=_conference(path.name, entry), targets=targets, previous=previous)


def _beside(path: Path, source: Source | None, key: str) -> Path | None:
    """The file that ``key`` names, also where other keys are wrong: all mistakes are told at once."""
    content = source.content if source is not None else None
    name = content.get(key) if isinstance(content, dict) else None
    return path.parent / name if isinstance(name, str) and name else None


def _companion(load: Callable[[], Loaded], problems: list[Problem]) -> Loaded | None:
    """A file beside the conference; what is wrong with it is kept, and the others are read all the same."""
    try:
        return load()
    except MalformedError as error:
        problems += error.problems
        return None


def _read(path: Path) -> tuple[Source | None, ConferenceEntry | None, list[Problem]]:
    try:
        source, problems = read_source(str(path), path.read_bytes())
    except OSError as error:
        fields = {"reason": error.strerror or type(error).__name__}
        return None, None, [Problem(code="pack.cannot_read", where=Where(file=str(path)), fields=fields)]
    if source is None:
        return None, None, list(problems)
    entry, found = validate_with(source, ConferenceEntry)
    return source, entry, [*problems, *found]


def _conference(file: str, entry: ConferenceEntry) -> Conference:
    people = {code: _person(code, one) for code, one in entry.people.items()}
    praise = entry.commendation
    return Conference(
        file=file,
        label=entry.label,
        span=entry.span_label,
        held_on=entry.held_on,
        cut_off=entry.cut_off,
        venue=entry.venue,
        org_unit=entry.org_unit,
        draft=entry.draft,
        chair=people[entry.chair],
        delegates=tuple(people[code] for code in entry.delegates),
        attendance=entry.attendance,
        agenda=tuple(
            AgendaItem(text=a.text, at=a.at or "", by=people[a.by] if a.by else None, kind=a.kind or "")
            for a in entry.agenda
        ),
        papers=tuple(ConferencePaper(**dict(one)) for one in entry.contributions),
        instructions=tuple(Instruction(by=people[one.by], text=one.text) for one in entry.instructions),
        forecast=entry.forecast,
        assessment=tuple(entry.assessment),
        conclusions=tuple(
            Conclusion(text=one.text, task=_task(one.task), no_task=one.no_task, about=tuple(one.about))
            for one in entry.conclusions
        ),
        nominations=tuple(_nominations(praise)) if praise else (),
        earlier_awards=tuple(EarlierAward(**dict(one)) for one in praise.earlier) if praise else (),
        award_theme=praise.theme if praise else "",
        issued={key: _given(one, entry.issuers, people) for key, one in entry.issued.items()},
        illustrative=entry.illustrative,
        report={code: tuple(texts) for code, texts in entry.report.items()},
        preparation=_preparation(entry),
        council=CouncilMeeting(**{**dict(entry.council), "members": tuple(entry.council.members)}),
        blank=_blank(entry),
        next_targets=tuple(NextTarget(**dict(one)) for one in entry.next_targets),
    )


def _preparation(entry: ConferenceEntry) -> Preparation:
    given = entry.preparation
    steps = tuple(PlanStep(text=one.text, lead=one.lead, due=one.due) for one in given.steps)
    return Preparation(aims=tuple(given.aims), reports_due=given.reports_due, steps=steps)


def _blank(entry: ConferenceEntry) -> CertificateBlank | None:
    if entry.blank is None:
        return None
    fields = tuple(BlankField(**dict(one)) for one in entry.blank.fields)
    return CertificateBlank(**{**dict(entry.blank), "fields": fields})


def _person(code: str, entry: PersonEntry) -> Person:
    posts = tuple(Post(title=one.title, held=Interval(start=one.from_, end=one.to)) for one in entry.posts)
    return Person(code=code, name=entry.name, rank=entry.rank, posts=posts)


def _task(entry: TaskEntry | None) -> TaskGiven | None:
    if entry is None:
        return None
    return TaskGiven(**{**dict(entry), "coordinators": tuple(entry.coordinators)})


def _given(entry: IssuedEntry, issuers: dict[str, IssuerEntry], people: dict[str, Person]) -> Given:
    issuer = issuers[entry.issuer]
    signer = people[entry.signer.person] if entry.signer else None
    return Given(
        issuer=Issuer(
            profile=IssuerProfile(issuer.profile),
            name=tuple(issuer.name),
            symbol=issuer.symbol,
            place=issuer.place,
            superior=tuple(issuer.superior),
            archive=issuer.archive,
        ),
        issuer_words=issuer.words,
        signature=Signature(authority=tuple(entry.signer.authority), name=signer.name, rank=signer.rank)
        if entry.signer and signer
        else None,
        addressees=tuple(entry.addressees),
        recipients=tuple(entry.recipients),
        legal_bases=tuple(entry.legal_bases),
    )


def _nominations(praise: CommendationEntry) -> Iterator[Nomination]:
    for nominee, entries in ((Nominee.COLLECTIVE, praise.collectives), (Nominee.INDIVIDUAL, praise.individuals)):
        yield from (_nomination(nominee, one, praise) for one in entries)


def _nomination(nominee: Nominee, entry: NominationEntry, praise: CommendationEntry) -> Nomination:
    given = {**dict(entry), "evidence": tuple(entry.evidence)}
    return Nomination(nominee=nominee, theme=praise.theme, achieved=praise.achieved, **given)
