"""The frozen cut (chốt số liệu): what a review was made from, by hash, and what came out.

A part's hash is over its content, not over the bytes of its file, wherever a file can be saved anew without saying
anything else; so the same inputs have the same snapshot on any machine.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from tongket import __version__
from tongket.packs import find_pack
from tongket.review.request import ReviewRequest, ReviewResult

READER = ("vietnamese", "reading")
RULES = ("periods", "orgunits", "framework", "reports", "registers", "checks", "consolidation", "review")
"""The parts of the program that decide what is read, and what becomes of it."""


def manifest_json(result: ReviewResult, request: ReviewRequest, review: str) -> str:
    """manifest.json: the snapshot's name, the hash of each part, of each report, and of ``review``, the review.json."""
    parts = {
        "reports": _digest((f.report.file, f.report.sha256) for f in result.files),
        "values": _digest(json.loads(review)["values"]),
        "tree": _digest(
            (s.uid, s.code, s.name, s.kind, s.parent, s.valid.start, s.valid.end) for s in result.hierarchy.spans
        ),
        "changes": _digest(asdict(change) for change in result.hierarchy.changes),
        "duties": _digest(asdict(duty) for duty in result.duties),
        "pack": _digest(_texts(find_pack(request.pack), "*.yaml")),
        "reader": _digest(pair for name in READER for pair in _texts(_package(name), "*.py")),
        "rules": _digest(pair for name in RULES for pair in _texts(_package(name), "*.py")),
        "decisions": _digest(asdict(decision) for decision in result.decisions),
    }
    choices = {
        "period": str(result.period),
        "ocr": request.ocr,
        "tree_date": str(request.tree_date or ""),
        "accepted_only": request.accepted_only,
    }
    document = {
        "schema_version": "1",
        "snapshot": _digest([parts, choices]),
        "statement": "Tài liệu minh họa – số liệu giả định" if result.illustrative else "",
        "product": f"tongket {__version__}",
        "pack": f"{result.pack.id} {result.pack.version}",
        "choices": choices,
        "parts": parts,
        "decisions": len(result.decisions),
        "files": [{"file": f.report.file, "sha256": f.report.sha256} for f in result.files],
        "review_json": hashlib.sha256(review.encode("utf-8")).hexdigest(),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _digest(content: Iterable[Any]) -> str:
    """SHA-256 of anything that can be listed, written in one way."""
    text = json.dumps(list(content), ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _package(name: str) -> Path:
    found: Traversable = resources.files("tongket") / name
    return Path(str(found))


def _texts(folder: Path, pattern: str) -> list[tuple[str, str]]:
    """The files of a folder by name, with line ends of one kind."""
    files = sorted((file.relative_to(folder).as_posix(), file) for file in folder.rglob(pattern))
    return [(name, hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()) for name, file in files]
