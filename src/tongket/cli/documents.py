"""Opening the one document that a verb was called with."""

from pathlib import Path

from tongket.problems import NoUsableInputError, Problem, SecrecyError, Where, WrongCallError
from tongket.reading import Document, Refusal, find_programs, open_document


def opened(file: Path, *, ocr: bool) -> Document:
    """The document, or the TongketError that says why it is not read."""
    if file.is_dir():
        raise WrongCallError([Problem(code="path_is_folder", where=Where(file=str(file)))])
    if not file.is_file():
        raise WrongCallError([Problem(code="reports_not_found", where=Where(file=str(file)))])
    document = open_document(file, programs=find_programs(ocr=ocr))
    if isinstance(document, Refusal):
        kind = SecrecyError if document.problem.code == "secrecy_mark" else NoUsableInputError
        raise kind([document.problem])
    return document
