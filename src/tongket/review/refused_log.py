"""What is kept of a file with a secrecy mark: the path as given, its SHA-256, the time and the code. Nothing else."""

import json
from collections.abc import Sequence
from datetime import datetime

from tongket.reading import Refusal

SECRECY = "secrecy_mark"


def refused_log(refusals: Sequence[Refusal], started_at: datetime | None) -> str:
    """The text of refused.json, empty where nothing was refused for secrecy."""
    rows = [
        {
            "file": refusal.name,
            "sha256": refusal.sha256,
            "refused_at": started_at.isoformat(timespec="seconds") if started_at else None,
            "code": SECRECY,
        }
        for refusal in refusals
        if refusal.problem.code == SECRECY
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if rows else ""
