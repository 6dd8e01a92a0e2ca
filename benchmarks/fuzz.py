"""Files of every format, damaged in every way a seed gives: each must be read or refused, in time and within memory.

Run: python benchmarks/fuzz.py [INPUTS] [SEED]; it prints the figures, and fails where an input broke the reading.
"""

import argparse
import hashlib
import io
import multiprocessing
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tongket.compute import Allowance, map_over
from tongket.reading import Refusal, read_document
from tongket.reading.door import admit_bytes
from tongket.reading.formats import Limits

ROOT = Path(__file__).parents[1]
SLOW = 10.0
MEMORY = 1_000
"""Megabytes that a reading process may hold."""
LARGEST = 150_000
"""Bytes of a file worth damaging: larger ones only take longer."""
LIMITS = Limits(unpacked=64 * 1024 * 1024)
TOKENS = (b"<w:tbl>", b"</w:tc>", b"<w:tr>", b"<w:txbxContent>", b"</w:p>", b"<w:ilvl w:val='99999999999'/>", b"\x00", b"\xff\xfe",
          b"<w:gridSpan w:val='2147483647'/>", b"<!DOCTYPE x>", b"&#x0;", b"<c r='XFD1048576'><v>1</v></c>", b"A1:XFD1048576",
          b"endobj", b"/Kids [1 0 R]", b"stream", b"-1", b"1e999", b"NaN", b"]]>", b"<td colspan=99999999 rowspan=99999999>",
          b"Content-Type: multipart/mixed; boundary=x\r\n", b"=?utf-8?b?//?=")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One damaged file, told by its source and its seed so that it need not travel."""

    source: str
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of it."""

    outcome: str
    seconds: float
    digest: str


def run(task: Task) -> Told:
    """Damage the file, read it, and tell what became of it."""
    chance = random.Random(task.seed)
    data = damaged(Path(task.source).read_bytes(), chance)
    began = time.perf_counter()
    admitted = admit_bytes(data, name=Path(task.source).name, limits=LIMITS)
    result = admitted if isinstance(admitted, Refusal) else read_document(admitted, limits=LIMITS)
    outcome = result.problem.code if isinstance(result, Refusal) else "read"
    return Told(outcome=outcome, seconds=time.perf_counter() - began, digest=hashlib.sha256(data).hexdigest())


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes damaged: those of an archive mostly in one of its parts, so that the damage gets past the unpacking."""
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.75:
        return in_a_part(data, chance)
    return mutated(data, chance)


def in_a_part(data: bytes, chance: random.Random) -> bytes:
    """A container with one part damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {item.filename: archive.read(item) for item in archive.infolist()}
    chosen = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, mutated(content, chance) if name == chosen else content)
    return buffer.getvalue()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One to four changes."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(CHANGES)(data, chance)
    return data


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)) if changed else ():
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data) + 1)]


def removed(data: bytes, chance: random.Random) -> bytes:
    """A stretch is missing."""
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randint(1, 2000) :]


def repeated(data: bytes, chance: random.Random) -> bytes:
    """A stretch stands many times."""
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randint(1, 400)]
    return data[:start] + piece * chance.choice((2, 10, 100, 1000)) + data[start:]


def put_in(data: bytes, chance: random.Random) -> bytes:
    """Something that means much stands where it should not."""
    place = chance.choice((chance.randrange(len(data) + 1), data.find(b">", chance.randrange(len(data) + 1)) + 1))
    return data[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 50, 5000)) + data[place:]


def moved(data: bytes, chance: random.Random) -> bytes:
    """Two stretches change places."""
    a, b, c = sorted(chance.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, removed, repeated, put_in, moved)


def sources() -> list[str]:
    """The files of the example, and those of the tests, of a size worth damaging."""
    folders = (ROOT / "examples", ROOT / "tests" / "cases")
    endings = {".docx", ".xlsx", ".pdf", ".html", ".txt", ".md", ".eml", ".xls"}
    files = (p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in endings)
    return [str(p) for p in files if p.stat().st_size <= LARGEST]


def tasks(count: int, seed: int) -> Iterator[Task]:
    """``count`` inputs, each format as often as the others."""
    kinds: dict[str, list[str]] = {}
    for source in sources():
        kinds.setdefault(Path(source).suffix, []).append(source)
    chance = random.Random(seed)
    for number in range(count):
        of_kind = kinds[sorted(kinds)[number % len(kinds)]]
        yield Task(source=chance.choice(of_kind), seed=seed * 10_000_000 + number)


def main() -> int:
    """Run, print the figures; 1 where an input broke the reading."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", type=int, nargs="?", default=10_000)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    work = list(tasks(given.inputs, given.seed))
    began = time.perf_counter()
    outcomes = map_over(run, work, jobs=max(2, given.jobs), allowance=Allowance(seconds=SLOW * 3, mebibytes=MEMORY))
    told = [o.value for o in outcomes if o.value is not None]
    broken = [o for o in outcomes if o.error is not None]
    slow = [o for o in outcomes if o.value is not None and o.value.seconds > SLOW]
    print(f"{len(work)} inputs of {len({t.source for t in work})} files, {len({t.digest for t in told})} different, "
          f"{time.perf_counter() - began:.0f} s; slowest {max(t.seconds for t in told):.2f} s")  # fmt: skip
    print(", ".join(f"{code} {n}" for code, n in Counter(t.outcome for t in told).most_common()))
    for outcome in broken:
        print(f"BROKEN {outcome.item.source} seed {outcome.item.seed}: {type(outcome.error).__name__} {outcome.error}")
    for outcome in slow:
        print(f"SLOW {outcome.item.source} seed {outcome.item.seed}")
    return 1 if broken or slow else 0


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
