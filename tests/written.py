"""All that a review has written, as one text: pages and data as they are, Word and Excel files out of their archives."""

import re
import zipfile
from pathlib import Path


def written_text(folder: Path) -> str:
    """The text of every file below ``folder``; in Word and Excel files without the marks that part it."""
    return " ".join(_text(path) for path in sorted(folder.rglob("*")) if path.is_file())


def _text(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8", errors="replace")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()]
    return " ".join(re.sub(r"<[^>]*>", "", part) for part in parts)
