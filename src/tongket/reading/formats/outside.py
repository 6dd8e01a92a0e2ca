"""A call of a program outside: input from memory, an end to its time, and nothing of it left running."""

import os
import subprocess
from collections.abc import Sequence
from typing import Any

from tongket.reading.formats.content import FormatError

KILL = 9


def call(command: Sequence[str], *, data: bytes = b"", seconds: int) -> bytes:
    """What the program prints; FormatError where it cannot be started, fails, or takes longer than ``seconds``."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **own_group()
        )
    except OSError as error:
        raise FormatError("program_failed", {"program": program(command)}) from error
    try:
        printed, _ = process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise FormatError("program_too_slow", {"program": program(command), "seconds": str(seconds)}) from error
    finally:
        end(process)
    if process.returncode:
        raise FormatError("program_failed", {"program": program(command)})
    return bytes(printed)


def own_group() -> dict[str, Any]:
    """So that the programs which it starts can be ended with it."""
    if os.name == "nt":
        return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}
    return {"start_new_session": True}


def end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and those it started, where any still run."""
    if process.poll() is None:
        if os.name == "nt":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        else:
            os.kill(-process.pid, KILL)
        process.communicate()


def program(command: Sequence[str]) -> str:
    """The program's name as people know it."""
    name = command[0].replace("\\", "/").rpartition("/")[2].casefold()
    return "LibreOffice" if name.startswith(("soffice", "libreoffice")) else "Tesseract"
