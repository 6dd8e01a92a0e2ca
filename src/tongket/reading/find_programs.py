"""Finding the programs outside that reading may call."""

import shutil
import subprocess
from pathlib import Path

from tongket.problems import Problem, WrongCallError
from tongket.reading.programs import Programs

OFFICE = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
TESSERACT = ("tesseract", r"C:\Program Files\Tesseract-OCR\tesseract.exe")
LANGUAGE = "vie"
SECONDS = 20


def find_programs(*, ocr: bool) -> Programs:
    """LibreOffice where it is there; with ``ocr``, Tesseract and its Vietnamese, which must be."""
    return Programs(office=found(OFFICE), tesseract=recogniser() if ocr else "")


def recogniser() -> str:
    """Tesseract; a WrongCallError where it, or its Vietnamese, is not installed."""
    program = found(TESSERACT)
    if not program:
        raise WrongCallError([Problem(code="ocr_missing")])
    if LANGUAGE not in languages(program):
        raise WrongCallError([Problem(code="ocr_no_vietnamese")])
    return program


def languages(program: str) -> list[str]:
    """The languages that Tesseract has been given."""
    try:
        call = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return (call.stdout + call.stderr).decode("utf-8", "replace").split()


def found(names: tuple[str, ...]) -> str:
    """The first of the programs that is there."""
    return next((path for name in names if (path := shutil.which(name) or there(name))), "")


def there(name: str) -> str:
    """``name`` where it is the path of a file."""
    return name if Path(name).is_absolute() and Path(name).is_file() else ""
