"""The reading of a folder, as the review does it, and how much of the time each process was at work.

usage: reading_alone.py FOLDER JOBS; FOLDER holds reports/ and orgunits.csv. On a loaded machine processor seconds by seconds
say little; "busy" does: of the time from the first file to the last, the share in which the processes had one.
"""

import json
import sys
import time
from pathlib import Path

from tongket.compute import map_over
from tongket.review.inputs import input_files
from tongket.review.reading_job import ReadingJob, allowance, read_file


def timed(job: ReadingJob) -> tuple[float, float]:
    """When its reading began and ended."""
    began = time.monotonic()
    read_file(job)
    return began, time.monotonic()


def main(folder: Path, jobs: int) -> None:
    """Read, and print the share."""
    files = input_files(folder / "reports")
    work = [ReadingJob(file=f, pack="nd21", orgunits=folder / "orgunits.csv", changes=None) for f in files]
    outcomes = map_over(timed, work, jobs=jobs, allowance=allowance(files))
    spans = [o.value for o in outcomes if o.value is not None]
    whole = max(end for _, end in spans) - min(began for began, _ in spans)
    print(json.dumps({"busy": round(sum(end - began for began, end in spans) / (whole * jobs), 3)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
