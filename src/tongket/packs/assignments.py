"""A file of assignments: who does what by which provision, in YAML instead of the workbook."""

from pathlib import Path
from typing import Any

from pydantic import Field, TypeAdapter, ValidationError

from tongket.law import Address, Obligation
from tongket.packs.entries import Entry, Texts
from tongket.packs.leaves import Code, Text
from tongket.packs.source import Source, read_source
from tongket.packs.validate import problems_of
from tongket.problems import MalformedError, Problem, Where


class AssignmentEntry(Entry):
    """One row of the matrix."""

    provision: Text
    leads: Texts = Field(default_factory=list)
    coordinators: Texts = Field(default_factory=list)
    deed: str = ""
    deadline: str = ""
    indicators: list[Code] = Field(default_factory=list)
    no_duty: str = ""


ROWS: TypeAdapter[list[AssignmentEntry]] = TypeAdapter(list[AssignmentEntry])


def load_assignments(path: Path) -> tuple[Obligation, ...]:
    """The obligations of a file. Raises :class:`MalformedError` with every mistake."""
    try:
        source, problems = read_source(path.name, path.read_bytes())
    except OSError as error:
        fields = {"reason": error.strerror or type(error).__name__}
        raise MalformedError([Problem(code="pack.cannot_read", where=Where(file=str(path)), fields=fields)]) from error
    if source is None or problems:
        raise MalformedError(problems)
    try:
        entries = ROWS.validate_python(source.content)
    except ValidationError as error:
        raise MalformedError(problems_of(source, error)) from error
    made = [_obligation(source, i, entry) for i, entry in enumerate(entries)]
    wrong = [one for one in made if isinstance(one, Problem)]
    if wrong:
        raise MalformedError(wrong)
    return tuple(one for one in made if isinstance(one, Obligation))


def _obligation(source: Source, i: int, entry: AssignmentEntry) -> Obligation | Problem:
    given: dict[str, Any] = {"deed": entry.deed, "deadline": entry.deadline, "none": entry.no_duty}
    try:
        address = Address.parse(entry.provision)
    except ValueError:
        return source.problem("law.address_malformed", (i, "provision"), value=entry.provision)
    return Obligation(
        address=address,
        leads=tuple(entry.leads),
        coordinators=tuple(entry.coordinators),
        indicators=tuple(entry.indicators),
        place=f"{source.file}, {source.where((i,)).line}",
        **given,
    )
