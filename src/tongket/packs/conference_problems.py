"""What is wrong with a conference although each key by itself is well formed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tongket.dossier.outline import OutlineSection
from tongket.orgunits import Hierarchy
from tongket.packs.conference_schema import ConferenceEntry
from tongket.packs.source import Path, Source
from tongket.problems import Problem


def conference_problems(
    source: Source, entry: ConferenceEntry, hierarchy: Hierarchy, outline: Sequence[OutlineSection] | None = None
) -> Iterator[Problem]:
    """Codes that name nobody, units that are not there, days the wrong way round, clauses that order nothing; with
    ``outline``, words for sections of the report that it does not have."""
    known = {one.code for section in outline or () for one in (section, *section.sections)}
    for code in entry.report if outline is not None else ():
        if code not in known:
            yield source.problem("conference.section", ("report", code), code=code)
    yield from _people(source, entry)
    yield from _issuers(source, entry)
    yield from _org_units(source, entry, hierarchy)
    yield from _days(source, entry)
    for i, clause in enumerate(entry.conclusions):
        if (clause.task is None) == (not clause.no_task):
            yield source.problem("conference.clause", ("conclusions", i))


def _people(source: Source, entry: ConferenceEntry) -> Iterator[Problem]:
    named: list[tuple[Path, str]] = [(("chair",), entry.chair)]
    named += [(("delegates", i), code) for i, code in enumerate(entry.delegates)]
    named += [(("agenda", i, "by"), one.by) for i, one in enumerate(entry.agenda) if one.by]
    named += [(("instructions", i, "by"), one.by) for i, one in enumerate(entry.instructions)]
    named += [(("issued", k, "signer"), one.signer.person) for k, one in entry.issued.items() if one.signer]
    for place, code in named:
        if code not in entry.people:
            yield source.problem("conference.person", place, code=code)
    for code, times in Counter(entry.delegates).items():
        if times > 1:
            yield source.problem("conference.delegate_twice", ("delegates",), code=code)


def _issuers(source: Source, entry: ConferenceEntry) -> Iterator[Problem]:
    for key, one in entry.issued.items():
        if one.issuer not in entry.issuers:
            yield source.problem("conference.issuer", ("issued", key, "issuer"), code=one.issuer)
    if "report" not in entry.issued:
        yield source.problem("conference.report_issuer", ("issued",))


def _org_units(source: Source, entry: ConferenceEntry, hierarchy: Hierarchy) -> Iterator[Problem]:
    tree = hierarchy.on(entry.held_on)
    units: list[tuple[Path, str]] = [(("org_unit",), entry.org_unit)]
    units += [(("contributions", i, "org_unit"), one.org_unit) for i, one in enumerate(entry.contributions)]
    if entry.commendation:
        for key, several in (
            ("collectives", entry.commendation.collectives), ("individuals", entry.commendation.individuals),
        ):  # fmt: skip
            place = ("commendation", key)
            units += [((*place, i, "org_unit"), one.org_unit) for i, one in enumerate(several) if one.org_unit]
    for where, code in units:
        if code not in tree:
            yield source.problem("conference.org_unit", where, code=code, day=entry.held_on.isoformat())


def _days(source: Source, entry: ConferenceEntry) -> Iterator[Problem]:
    for code, person in entry.people.items():
        for i, post in enumerate(person.posts):
            if post.to is not None and post.to <= post.from_:
                days = {"start": post.from_.isoformat(), "end": post.to.isoformat()}
                yield source.problem("pack.interval", ("people", code, "posts", i), **days)
    for i, clause in enumerate(entry.conclusions):
        for key in ("deadline", "settle_before"):
            day = getattr(clause.task, key) if clause.task else None
            if day is not None and day <= entry.held_on:
                where: Path = ("conclusions", i, "task", key)
                yield source.problem("conference.deadline", where, day=day.isoformat(), held=entry.held_on.isoformat())
