"""Files of every format, damaged in every way a seed gives: each must be read or refused, in time and within memory.

What is read is read as a report too; archives and letters are looked into. A few files of other word processors go through
LibreOffice, the others are only told apart. Run: python benchmarks/fuzz.py [INPUTS] [SEED] [--keep FOLDER]; it prints the
figures, and fails where an input broke the reading. FOLDER takes the inputs that did.
"""

import argparse
import hashlib
import io
import multiprocessing
import random
import resource
import shutil
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tongket.compute import Allowance, map_over
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, Programs, Refusal, ReportReader, as_report, contents, open_document
from tongket.reading.formats import Limits

ROOT = Path(__file__).parents[1]
SLOW = 10.0
MEMORY = 1_000
"""Megabytes that a reading process may hold."""
LARGEST = 150_000
"""Bytes of a file worth damaging: larger ones only take longer."""
LIMITS = Limits(unpacked=64 * 1024 * 1024)
INSIDE = 12
"""Files of an archive that are read."""
OFFICE = frozenset({".odt", ".rtf", ".doc"})
RARELY = 40
"""One in so many of those goes through LibreOffice, which takes seconds."""
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
    """What became of it; ``peak`` is the most that its process ever held."""

    outcome: str
    seconds: float
    processor: float
    peak: int
    digest: str


def run(task: Task) -> Told:
    """Damage the file, read it, and tell what became of it."""
    chance = random.Random(task.seed)
    source = Path(task.source)
    data = damaged(source.read_bytes(), chance)
    rarely = source.suffix in OFFICE and chance.randrange(RARELY) == 0
    programs = Programs(office=shutil.which("soffice") or "" if rarely else "", seconds=25)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, source.name)
        path.write_bytes(data)
        began, used = time.perf_counter(), time.process_time()
        outcome = came_of(path, programs)
        seconds, processor = time.perf_counter() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Told(
        outcome=outcome, seconds=seconds, processor=processor, peak=peak, digest=hashlib.sha256(data).hexdigest()
    )


def came_of(path: Path, programs: Programs) -> str:
    """ "read", or why not; of an archive what came of the last file in it."""
    outcome = ""
    for member in contents(path, LIMITS)[:INSIDE] or (None,):
        place = member.place if member else ()
        name = f"{path.name}/{member.name}" if member else path.name
        document = open_document(path, name=name, member=place, limits=LIMITS, programs=programs)
        if isinstance(document, Document):
            as_report(document, reader(), ())
        outcome = document.problem.code if isinstance(document, Refusal) else "read"
    return outcome


@cache
def reader() -> ReportReader:
    """Compiled once in each process."""
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(ROOT / "examples" / "bac-kan" / "orgunits.csv"))


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes damaged: those of an archive mostly in one of its parts, so that the damage gets past the unpacking."""
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.75:
        return in_a_part(data, chance)
    return mutated(data, chance)


def in_a_part(data: bytes, chance: random.Random) -> bytes:
    """A container with one part damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {item.filename: archive.read(item) for item in archive.infolist()}
    chosen = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))] or list(parts))
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


def sources(seeds: Path) -> list[str]:
    """The files of the example, those of the tests, and ``seeds``, of a size worth damaging."""
    endings = {".docx", ".xlsx", ".pdf", ".html", ".txt", ".md", ".eml", ".xls", ".msg", ".zip", *OFFICE}
    folders = (ROOT / "examples", ROOT / "tests" / "cases", seeds)
    files = (p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in endings)
    return [str(p) for p in files if p.stat().st_size <= LARGEST]


def tasks(count: int, seed: int, seeds: Path) -> Iterator[Task]:
    """``count`` inputs, each format as often as the others."""
    kinds: dict[str, list[str]] = {}
    for source in sources(seeds):
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
    parser.add_argument("--keep", type=Path, default=None)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        from fuzz_seeds import write_seeds

        write_seeds(Path(folder))
        return damage_all(list(tasks(given.inputs, given.seed, Path(folder))), given.jobs, given.keep)


def damage_all(work: list[Task], jobs: int, keep: Path | None) -> int:
    """Read all, print what came of it."""
    began = time.perf_counter()
    outcomes = map_over(run, work, jobs=max(2, jobs), allowance=Allowance(seconds=SLOW * 3, mebibytes=MEMORY))
    told = [o.value for o in outcomes if o.value is not None]
    broken = [o.item for o in outcomes if o.error is not None]
    slow = [o.item for o in outcomes if o.value is not None and o.value.processor > SLOW]
    print(f"{len(work)} inputs of {len({t.source for t in work})} files of {len({Path(t.source).suffix for t in work})} kinds, "
          f"{len({t.digest for t in told})} different, {time.perf_counter() - began:.0f} s; slowest {max(t.processor for t in told):.2f} "
          f"processor seconds ({max(t.seconds for t in told):.2f} s), peak {max(t.peak for t in told)} MB of {MEMORY}")  # fmt: skip
    print(", ".join(f"{code} {n}" for code, n in Counter(t.outcome for t in told).most_common()))
    for outcome in outcomes:
        if outcome.error is not None:
            print(f"BROKEN {outcome.item.source} seed {outcome.item.seed}: {outcome.error!r}")
    for item in slow:
        print(f"SLOW {item.source} seed {item.seed}")
    if keep is not None and (broken or slow):
        keep.mkdir(parents=True, exist_ok=True)
        for item in (*broken, *slow):
            data = damaged(Path(item.source).read_bytes(), random.Random(item.seed))
            (keep / f"{item.seed}{Path(item.source).suffix}").write_bytes(data)
    return 1 if broken or slow else 0


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
