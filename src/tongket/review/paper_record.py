"""papers.json: what each paper said when it was issued, so that an edited one can be held to it, and how each workbook
and the slides were, so that what somebody typed into them is not lost."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from tongket.dossier.papers import OfficialPaper
from tongket.dossier.verify import BoundFigure, Passage, bound_passages
from tongket.problems import NoUsableInputError, Problem, Where, register
from tongket.reading import Document, open_document
from tongket.review.names import PAPERS

register(
    {
        "papers.none": "there is no papers.json here; name the folder that `tongket review --out` wrote, with this version.",
    }
)
VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A paper as it was issued: its file, the file's SHA-256 and size, and its passages."""

    file: str
    sha256: str
    size: int
    passages: tuple[Passage, ...]


def record_papers(papers: Mapping[str, Sequence[OfficialPaper]], folder: Path) -> str:
    """The text of papers.json for the papers lying in a folder, in the order of their names."""
    found = sorted(path for kind in ("*.docx", "*.pdf") for path in folder.rglob(kind))
    issued = [_recorded(path, path.relative_to(folder).as_posix(), papers) for path in found]
    others = sorted(path for kind in ("*.xlsx", "*.pptx") for path in folder.rglob(kind))
    told = {
        "schema_version": VERSION,
        "papers": issued,
        "others": [{"file": p.relative_to(folder).as_posix(), "sha256": sha256(p)} for p in others],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def edited_files(folder: Path) -> tuple[Path, ...]:
    """The files of a finished review that were changed after they were written; none where papers.json cannot tell."""
    try:
        told = json.loads((folder / PAPERS).read_text(encoding="utf-8"))
        written = {folder / one["file"]: one["sha256"] for one in (*told["papers"], *told.get("others", ()))}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return ()
    return tuple(path for path, hashed in written.items() if path.is_file() and sha256(path) != hashed)


def _recorded(path: Path, name: str, papers: Mapping[str, Sequence[OfficialPaper]]) -> dict[str, Any]:
    data = path.read_bytes()
    document = open_document(path, name=name)
    told = papers.get(str(PurePosixPath(name).with_suffix(".docx")), ())
    passages = list(bound_passages(document.blocks, told)) if isinstance(document, Document) else []
    rows = [{k: v for k, v in asdict(p).items() if v} for p in passages]
    return {"file": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "passages": rows}


def load_papers(out: Path) -> tuple[IssuedPaper, ...]:
    """The papers of a finished review; NoUsableInputError where there are none."""
    try:
        told = json.loads((out / PAPERS).read_text(encoding="utf-8"))
        return tuple(_issued(row) for row in told["papers"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoUsableInputError([Problem(code="papers.none", where=Where(file=str(out)))]) from error


def _issued(row: Mapping[str, Any]) -> IssuedPaper:
    passages = (
        Passage(text=p["text"], anchor=p["anchor"], figures=tuple(BoundFigure(**f) for f in p.get("figures", ())))
        for p in row["passages"]
    )
    return IssuedPaper(file=row["file"], sha256=row["sha256"], size=row["size"], passages=tuple(passages))
