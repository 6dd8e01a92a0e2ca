"""A pack, loaded whole or not at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tongket.checks import CheckSettings
from tongket.commendation import Criterion
from tongket.dossier.outline import OutlineSection
from tongket.dossier.phrases import PhraseBook
from tongket.framework import Framework
from tongket.law import Certainty, Instrument, InstrumentFamily, Mandate
from tongket.packs.content import DueDate, Fact, Sentence
from tongket.packs.crosscheck import crosscheck
from tongket.packs.decode import (
    decode_checks,
    decode_criteria,
    decode_days_off,
    decode_due_dates,
    decode_facts,
    decode_family,
    decode_framework,
    decode_outline,
    decode_phrases,
    decode_profiles,
    decode_register,
    decode_roles,
    decode_sentences,
)
from tongket.packs.draft import Draft
from tongket.packs.folder import Folder, read_folder
from tongket.packs.schema import CalendarEntry, ChecksEntry, FileKind, PackEntry
from tongket.packs.source import Source
from tongket.packs.validate import validate
from tongket.periods import CutoffProfile, WorkCalendar
from tongket.problems import MalformedError, Problem, Severity, Where
from tongket.registers import RecordType

BUILTIN = Path(__file__).parent / "builtin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The content for one decree. ``facts`` tells of each fact where it stands and how sure it is."""

    id: str
    version: str
    name: str
    name_en: str
    languages: tuple[str, ...]
    instrument: str
    """The number of the instrument that the pack is about."""
    family: InstrumentFamily
    framework: Framework
    profiles: Mapping[str, CutoffProfile]
    due_dates: tuple[DueDate, ...]
    work_calendar: WorkCalendar
    outline: tuple[OutlineSection, ...]
    phrases: PhraseBook
    criteria: tuple[Criterion, ...]
    checks: CheckSettings
    minimum_base: Fraction
    """The share of those who owe a figure from which it may be said of the whole."""
    roles: tuple[Mandate, ...]
    registers: Mapping[str, RecordType]
    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument of the family."""
        return self.family.instruments

    @property
    def unconfirmed(self) -> tuple[Fact, ...]:
        """The facts that are used and never printed."""
        return tuple(fact for fact in self.facts if fact.certainty is Certainty.UNCONFIRMED)


def builtin_packs() -> tuple[str, ...]:
    """The ids of the packs that come with the program."""
    return tuple(sorted(path.parent.name for path in BUILTIN.glob("*/pack.yaml")))


def find_pack(path_or_id: Path | str) -> Path:
    """The folder of a pack that comes with the program, by id, or of any other, by path."""
    return BUILTIN / path_or_id if str(path_or_id) in builtin_packs() else Path(path_or_id)


def load_pack(path_or_id: Path | str, *, on: date | None = None) -> Pack:
    """The pack in a folder, or the one of that id that comes with the program.

    ``on`` is the day of the call, for facts verified in the future. Raises :class:`MalformedError` with every mistake.
    """
    pack, problems = _load(find_pack(path_or_id), on)
    if pack is None:
        raise MalformedError(problems)
    return pack


def check_pack(path_or_id: Path | str, *, on: date | None = None) -> tuple[Problem, ...]:
    """Every mistake and every warning of a pack, by file and line."""
    return _load(find_pack(path_or_id), on)[1]


def _load(root: Path, on: date | None) -> tuple[Pack | None, tuple[Problem, ...]]:
    if not root.is_dir():
        known = ", ".join(builtin_packs())
        return None, (Problem(code="pack.no_folder", where=Where(file=str(root)), fields={"known": known}),)
    folder = read_folder(root)
    contents, invalid = _validated(folder)
    found = (*folder.problems, *invalid, *crosscheck(Draft(folder=folder), name=_name(root.resolve()), on=on))
    problems = tuple(sorted(found, key=_position))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return _decode(contents, problems), problems


def _name(root: Path) -> str:
    """What the pack is called by its place: a folder ``pack`` bears the name of the folder around it."""
    return root.parent.name if root.name == "pack" else root.name


def _position(problem: Problem) -> tuple[str, int, str, str]:
    return problem.where.file, problem.where.line or 0, problem.where.key, problem.code


@dataclass(frozen=True, slots=True)
class _Contents:
    """The files that keep to their schema, by kind."""

    files: Mapping[FileKind, tuple[tuple[Source, Any], ...]]

    def rows(self, kind: FileKind) -> Iterator[Any]:
        return (row for _, content in self.files[kind] for row in content)

    def merged(self, kind: FileKind) -> dict[str, Any]:
        return {code: entry for _, content in self.files[kind] for code, entry in content.items()}


def _validated(folder: Folder) -> tuple[_Contents, tuple[Problem, ...]]:
    files: dict[FileKind, tuple[tuple[Source, Any], ...]] = {}
    problems: list[Problem] = []
    told = {problem.where for problem in folder.problems}
    for kind, sources in folder.sources.items():
        read = [(source, *validate(source, kind)) for source in sources]
        files[kind] = tuple((source, content) for source, content, _ in read)
        problems += [problem for _, _, found in read for problem in found if problem.where not in told]
    return _Contents(files), tuple(problems)


def _decode(contents: _Contents, warnings: tuple[Problem, ...]) -> Pack:
    entry: PackEntry = contents.files[FileKind.PACK][0][1]
    calendar = next((content for _, content in contents.files[FileKind.CALENDAR]), CalendarEntry())
    return Pack(
        id=entry.id,
        version=entry.version,
        name=entry.name,
        name_en=entry.name_en,
        languages=tuple(entry.languages),
        instrument=entry.instrument,
        minimum_base=Fraction(entry.minimum_base),
        family=decode_family(entry.instrument, contents.rows(FileKind.LAW)),
        framework=_framework(contents, entry),
        profiles=decode_profiles(calendar),
        due_dates=decode_due_dates(calendar),
        work_calendar=decode_days_off(calendar),
        outline=decode_outline(contents.merged(FileKind.OUTLINE)),
        criteria=decode_criteria(contents.merged(FileKind.CRITERIA)),
        checks=decode_checks(next((content for _, content in contents.files[FileKind.CHECKS]), ChecksEntry())),
        roles=decode_roles(contents.merged(FileKind.ROLES)),
        registers={one.code: decode_register(one) for _, one in contents.files[FileKind.REGISTER]},
        phrases=decode_phrases(contents.merged(FileKind.PHRASES)),
        facts=tuple(fact for file in contents.files.values() for pair in file for fact in decode_facts(*pair)),
        sentences=tuple(one for pair in contents.files[FileKind.TESTS] for one in decode_sentences(*pair)),
        warnings=warnings,
    )


def _framework(contents: _Contents, entry: PackEntry) -> Framework:
    return decode_framework(
        pillars=contents.merged(FileKind.PILLARS),
        elements=contents.merged(FileKind.ELEMENTS),
        indicators={Path(source.file).stem: content for source, content in contents.files[FileKind.INDICATORS]},
        forms=[content for _, content in contents.files[FileKind.FORM]],
        abbreviations=entry.abbreviations,
        not_asked=entry.not_asked,
    )
