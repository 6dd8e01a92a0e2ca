"""The reading of a folder, as the review does it, and how much of the time each process was at work.

usage: reading_alone.py FOLDER JOBS; FOLDER holds reports/ and orgunits.csv. On a loaded machine processor seconds by seconds
say little; "busy" does: of the time from the first file to the last, the share in which the processes had one.
"""

import json
import sys
import time
from functools import partial
from pathlib import Path

from tongket.compute import map_over
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import ReadingJob, ReadingTables, read_file
from tongket.review.inputs import input_files
from tongket.review.reading_job import allowance


def timed(tables: ReadingTables, job: ReadingJob) -> tuple[float, float]:
    """When its reading began and ended."""
    began = time.monotonic()
    read_file(tables, job)
    return began, time.monotonic()


def main(folder: Path, jobs: int) -> None:
    """Read, and print the share."""
    files = input_files(folder / "reports")
    tables = ReadingTables.of(load_pack("nd21").framework, load_hierarchy(folder / "orgunits.csv", None))
    work = [ReadingJob(file=f) for f in files]
    outcomes = map_over(partial(timed, tables), work, jobs=jobs, allowance=allowance(files))
    spans = [o.value for o in outcomes if o.value is not None]
    whole = max(end for _, end in spans) - min(began for began, _ in spans)
    print(json.dumps({"busy": round(sum(end - began for began, end in spans) / (whole * jobs), 3)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
