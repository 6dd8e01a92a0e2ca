"""How much memory a process holds, as the system tells it."""

import ctypes
import mmap
import sys
from pathlib import Path

MEBIBYTE = 1024 * 1024
MAY_ASK = 0x1000
"""PROCESS_QUERY_LIMITED_INFORMATION of Windows."""


def mebibytes_of(pid: int | None) -> int:
    """The memory of a process; 0 where the system does not tell."""
    if pid is None:
        return 0
    return (on_windows(pid) if sys.platform == "win32" else on_linux(pid)) // MEBIBYTE


def on_linux(pid: int) -> int:
    """Bytes in memory, from the process table."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0


class Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("cb", ctypes.c_ulong),
        ("faults", ctypes.c_ulong),
        *((f"size{i}", ctypes.c_size_t) for i in range(8)),
    )


def on_windows(pid: int) -> int:
    """Bytes of the working set."""
    library = ctypes.CDLL("kernel32")
    library.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(library.OpenProcess(MAY_ASK, 0, pid))
    if not handle:
        return 0
    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    told = library.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    library.CloseHandle(handle)
    return int(counters.size1) if told else 0
