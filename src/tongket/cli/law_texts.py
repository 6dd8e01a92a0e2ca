"""From files to legal texts and assignments: one file, or the one of a folder that is in force on a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tongket.exchange import read_matrix
from tongket.law import InstrumentText, Obligation, read_akoma_ntoso, read_plain_text
from tongket.packs import load_assignments, load_pack
from tongket.problems import MalformedError, NoUsableInputError, Problem, SecrecyError, Where, WrongCallError, register
from tongket.reading import Document, Paragraph, Refusal, ignored, open_document

register(
    {
        "law.day_without_pack": "To choose a text by its day, say with --pack which instruments there are.",
        "law.day": "“{value}” is no day; write it as 2026-11-01.",
        "law.nothing_in_force": "No text of the pack is in force on {day}.",
        "law.text_missing": "On {day} the text is {number}; it is not in the folder. Put its file there.",
        "law.several_texts": "The folder holds several texts ({numbers}); say with --pack and --on which is meant.",
        "law.matrix_kind": "“{name}” is neither a workbook nor a paper; end the name with .xlsx or .docx.",
    }
)
PLAIN = (".txt", ".md")
Found = tuple[InstrumentText, tuple[Problem, ...]]


def load_text(path: Path, on: str, pack: str) -> Found:
    """The text in a file; of a folder the one that is in force on the day."""
    if not path.exists():
        raise WrongCallError([Problem(code="reports_not_found", where=Where(file=str(path)))])
    number = _number_on(on, pack) if on else ""
    texts = [_read(path)] if path.is_file() else [_read(one) for one in _files(path)]
    if path.is_file() and not number:
        return texts[0]
    if number:
        for text, problems in texts:
            if text.number == number or (path.is_file() and not text.number):
                return text, problems
        raise NoUsableInputError([_problem("law.text_missing", path, day=on, number=number)])
    if len(texts) != 1:
        numbers = ", ".join(text.number or "?" for text, _ in texts)
        raise WrongCallError([_problem("law.several_texts", path, numbers=numbers)])
    return texts[0]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.is_file() and not ignored(path))


def _number_on(on: str, pack: str) -> str:
    if not pack:
        raise WrongCallError([Problem(code="law.day_without_pack")])
    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise WrongCallError([Problem(code="law.day", fields={"value": on})]) from error
    found = load_pack(pack).family.on(day)
    if found is None:
        raise WrongCallError([Problem(code="law.nothing_in_force", fields={"day": on})])
    return found.number


def _problem(code: str, path: Path, /, **fields: str) -> Problem:
    return Problem(code=code, where=Where(file=str(path)), fields=fields)


def _read(path: Path) -> Found:
    """A text by the kind of its file; what the door refuses is not read."""
    if path.suffix.lower() == ".xml":
        return read_akoma_ntoso(path.read_bytes(), name=path.name), ()
    document = open_document(path)
    if isinstance(document, Refusal):
        kind = SecrecyError if document.problem.code == "secrecy_mark" else NoUsableInputError
        raise kind([document.problem])
    if path.suffix.lower() in PLAIN:
        return read_plain_text(path.read_text(encoding="utf-8-sig", errors="replace"), name=path.name)
    return read_plain_text("\n".join(_lines(document)), name=path.name)


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield f"{block.label} {block.text}".strip()
        else:
            yield from (cell.text for cell in block.cells)


def load_assigned(path: Path | None) -> tuple[tuple[Obligation, ...], tuple[Problem, ...]]:
    """The assignments of a workbook or a YAML file; none where no file is given."""
    if path is None:
        return (), ()
    if not path.is_file():
        raise WrongCallError([Problem(code="reports_not_found", where=Where(file=str(path)))])
    if path.suffix.lower() in (".yaml", ".yml"):
        return load_assignments(path), ()
    given, problems = read_matrix(path)
    if not given and problems:
        raise MalformedError(problems)
    return given, problems
