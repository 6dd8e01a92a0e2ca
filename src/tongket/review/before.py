"""What can be written without a review: the papers before the reports come in, and the table of opinions on a draft."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tongket.conference.papers import praise_of
from tongket.dossier.writers.docx import write_docx
from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import ConferenceFiles, Pack, load_conference, load_pack
from tongket.periods import Period
from tongket.problems import (
    CannotWriteError,
    MalformedError,
    NoUsableInputError,
    Problem,
    SecrecyError,
    Where,
    WrongCallError,
)
from tongket.reading import LIMITS, Opinion, Refusal, admit, read_document, read_opinions
from tongket.review import names
from tongket.review.cycle import opinions_of, papers_before, programme_of, write_cycle


def write_before(
    *, conference: Path, orgunits: Path, changes: Path | None, pack: str, period: str, folder: Path
) -> list[str]:
    """Write the papers that need no report into ``folder``; their names. Files of other names stay as they are."""
    try:
        span = Period.parse(period)
    except ValueError as error:
        raise WrongCallError([Problem(code="period_malformed", fields={"text": period})]) from error
    files, content, hierarchy = _given(conference, orgunits, changes, pack)
    papers = papers_before(files, content, hierarchy, span)
    papers[names.PROGRAMME] = (programme_of(files.conference, content, hierarchy),)
    citation = content.family.citation(files.conference.held_on)
    praise = praise_of(files.conference, citation, content.family, content.criteria, hierarchy)
    _writing(folder, lambda: write_cycle(papers, folder, praise))
    drawn = (names.CERTIFICATES, names.TRY_SHEET)
    return [*sorted(papers), *(name for name in drawn if (folder / name).exists())]


def write_opinions(
    drafts: Sequence[Path], *, conference: Path, orgunits: Path, changes: Path | None, pack: str, file: Path
) -> int:
    """Write the table of the opinions in ``drafts``; how many there are."""
    files, content, _ = _given(conference, orgunits, changes, pack)
    found = tuple(one for path in drafts for one in _opinions(path))
    if not found:
        raise NoUsableInputError([Problem(code="no_opinions", where=Where(file=str(drafts[0])))])
    _writing(file, lambda: write_docx(opinions_of(files, content, found), file))
    return len(found)


def _opinions(path: Path) -> Iterator[Opinion]:
    if not path.is_file():
        raise WrongCallError([Problem(code="reports_not_found", where=Where(file=str(path)))])
    admitted = admit(path, name=path.name)
    document = admitted if isinstance(admitted, Refusal) else read_document(admitted)
    if isinstance(admitted, Refusal) or isinstance(document, Refusal):
        problem = document.problem if isinstance(document, Refusal) else Problem(code="file_damaged")
        raise (SecrecyError if problem.code == "secrecy_mark" else NoUsableInputError)([problem])
    yield from read_opinions(admitted, document, LIMITS)


def _given(
    conference: Path, orgunits: Path, changes: Path | None, pack: str
) -> tuple[ConferenceFiles, Pack, Hierarchy]:
    for path in (conference, orgunits, changes):
        if path is not None and not path.is_file():
            raise WrongCallError([Problem(code="reports_not_found", where=Where(file=str(path)))])
    content, hierarchy = load_pack(pack), load_hierarchy(orgunits, changes)
    if not hierarchy.spans:
        raise MalformedError([Problem(code="table.empty", where=Where(file=str(orgunits)))])
    return (
        load_conference(conference, framework=content.framework, hierarchy=hierarchy, outline=content.outline),
        content,
        hierarchy,
    )


def _writing(target: Path, write: Callable[[], None]) -> None:
    try:
        write()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotWriteError(
            [Problem(code="cannot_write", where=Where(file=str(target)), fields={"reason": reason})]
        ) from error
