"""Measure a review of the example: seconds, processor seconds and memory of fresh processes, the best of three.

Figures of one machine at one hour: compare two versions on the same machine, and take less than 1.3 times as equal.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "bac-kan"
RUNS = 3
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


def command(out: Path, jobs: int) -> list[str]:
    """The review that `make review` makes, in ``jobs`` processes."""
    tables = [f"--{name}={EXAMPLE / name}.csv" for name in ("orgunits", "changes", "duties")]
    choices = ["--pack=nd21", "--period=2019/2023", f"--out={out}", f"--jobs={jobs}"]
    return [sys.executable, "-m", "tongket", "review", str(EXAMPLE / "reports"), *tables, *choices]


def measure(jobs: int) -> dict[str, float]:
    """Seconds, processor seconds, and the largest process in megabytes, of one run."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        line = [sys.executable, "-c", MEASURED, *command(Path(folder) / "out", jobs)]
        answer = subprocess.run(line, capture_output=True, text=True, check=True).stdout.split()
        elapsed = time.perf_counter() - started
        size = sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file())
    if answer[0] != "0":
        raise SystemExit(f"the review ended with exit code {answer[0]}")
    return {"seconds": elapsed, "processor": float(answer[1]), "memory_mb": int(answer[2]), "out_mb": size / 1e6}


def best(jobs: int) -> dict[str, float]:
    """The least of each measure over the runs."""
    runs = [measure(jobs) for _ in range(RUNS)]
    return {key: round(min(run[key] for run in runs), 2) for key in runs[0]}


if __name__ == "__main__":
    figures = {f"jobs={jobs}": best(jobs) for jobs in (1, os.cpu_count() or 1)}
    print(json.dumps({"files": sum(1 for f in EXAMPLE.rglob("reports/**/*") if f.is_file()), **figures}, indent=2))
