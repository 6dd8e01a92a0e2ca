"""Find copied reports among many: seconds and memory for 50,000 of 1,500 words, and datasketch beside it on a part.

Run: python benchmarks/recycled.py [REPORTS]; datasketch is named where it is missing (pip install "tongket[bench]").
The texts are made up: words of the example, three in ten sentences from a common stock, two in a hundred reports copies of
another with one to two words in a hundred changed. Making them is not measured; reading them from the disk is.
"""

import importlib.util
import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from tongket.checks import CheckSettings
from tongket.checks.alignment import align, words_of
from tongket.checks.lookalikes import Lookalike, lookalikes
from tongket.compute import map_over
from tongket.reading import Document, Paragraph, open_document
from tongket.reading.fingerprint import fingerprint

ROOT = Path(__file__).parents[1]
REPORTS, WORDS, SENTENCE = 50_000, 1_500, 15
STOCK, STOCK_SHARE = 300, 0.3
COPIES = 50
"""One report in so many is a copy."""
CHUNK = 500
PART = 2_500
"""So many reports the peer gets too."""
GOAL_SECONDS, GOAL_MEBIBYTES = 120, 800
MEBI = 1024
END = "\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A file of texts to make: where, its first report, how many, and the words to make them of."""

    path: Path
    first: int
    count: int
    vocabulary: tuple[str, ...]


def main() -> None:
    """Make the texts, find the copies, say what it took."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    with tempfile.TemporaryDirectory() as folder:
        vocabulary = words_of_the_example()
        chunks = [
            Chunk(path=Path(folder, f"{i:06d}.txt"), first=i, count=min(CHUNK, reports - i), vocabulary=vocabulary)
            for i in range(0, reports, CHUNK)
        ]
        map_over(make, chunks, jobs=2)
        print(f"{reports} reports of {WORDS} words, {sum(c.path.stat().st_size for c in chunks) / 1e6:.0f} MB")
        measure([chunk.path for chunk in chunks], reports)
        beside([chunk.path for chunk in chunks][: -(-min(PART, reports) // CHUNK)])


def words_of_the_example() -> tuple[str, ...]:
    """The words of some reports of the example, as often as they stand there."""
    found: list[str] = []
    for path in sorted((ROOT / "examples" / "bac-kan" / "reports").rglob("*.docx"))[:40]:
        document = open_document(path)
        if isinstance(document, Document):
            found += [w.text for w in words_of(document.blocks)]
    return tuple(found)


def make(chunk: Chunk) -> None:
    """Write the texts of a chunk; each copy is of the report before it."""
    stock = sentences(random.Random(7), chunk.vocabulary, STOCK)
    texts: list[list[str]] = []
    for i in range(chunk.first, chunk.first + chunk.count):
        rng = random.Random(1000 + i)
        if texts and i % COPIES == 1:
            copy = list(texts[-1])
            for place in rng.sample(range(len(copy)), rng.randint(len(copy) // 100, len(copy) // 50)):
                copy[place] = rng.choice(chunk.vocabulary)
            texts.append(copy)
            continue
        own = sentences(rng, chunk.vocabulary, WORDS // SENTENCE)
        picked = [rng.choice(stock) if rng.random() < STOCK_SHARE else sentence for sentence in own]
        texts.append([word for sentence in picked for word in sentence])
    chunk.path.write_text(END.join(" ".join(text) for text in texts), encoding="utf-8")


def sentences(rng: random.Random, vocabulary: tuple[str, ...], count: int) -> list[list[str]]:
    """Sentences of words drawn from the vocabulary."""
    return [rng.choices(vocabulary, k=SENTENCE) for _ in range(count)]


@lru_cache(maxsize=2)
def texts_of(path: Path) -> list[str]:
    """The texts of a chunk."""
    return path.read_text(encoding="utf-8").split(END)


def printed(path: Path) -> list[bytes]:
    """The fingerprints of a chunk."""
    return [fingerprint([Paragraph(text=text, segments=())]) for text in texts_of(path)]


def found_among(prints: list[bytes]) -> list[Lookalike]:
    """The pairs that count as taken over."""
    settings = CheckSettings()
    pairs = lookalikes(prints, formal=settings.recycled_formal / 100, least=int(settings.recycled_least))
    return [pair for pair in pairs if 100 * pair.common >= settings.recycled_share]


def measure(paths: list[Path], reports: int) -> None:
    """All reports, on two processes."""
    idle = busy()
    began = time.perf_counter()
    outcomes = map_over(printed, paths, jobs=2)
    prints = [one for outcome in outcomes for one in outcome.value or []]
    read = time.perf_counter()
    pairs = found_among(prints)
    compared = time.perf_counter()
    for pair in pairs:
        later, earlier = (text_at(paths, i) for i in (pair.later, pair.earlier))
        align(*(words_of([Paragraph(text=text, segments=())]) for text in (later, earlier)))
    ended = time.perf_counter()
    used = busy() - idle
    planted = {i for i in range(reports) if i % COPIES == 1 and i % CHUNK}
    told = {pair.later for pair in pairs}
    peak = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + 2 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    )
    print(f"fingerprints {read - began:.1f} s, pairs {compared - read:.1f} s, side by side {ended - compared:.1f} s")
    print(f"processor seconds of all processes {used:.1f}")
    print(f"copies found {len(planted & told)} of {len(planted)}, others told {len(told - planted)}")
    print(
        f"all {ended - began:.1f} s (goal {GOAL_SECONDS} for 50,000), peak {peak / MEBI:.0f} MB (goal {GOAL_MEBIBYTES})"
    )


def busy() -> float:
    """Processor seconds of this process and those that ended below it."""
    return sum(t for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN) for t in resource.getrusage(who)[:2])


def text_at(paths: list[Path], place: int) -> str:
    """One text."""
    return texts_of(paths[place // CHUNK])[place % CHUNK]


def beside(paths: list[Path]) -> None:
    """A part of the reports in one process, here and with datasketch: processor seconds."""
    if importlib.util.find_spec("datasketch") is None:
        print('datasketch is missing: pip install "tongket[bench]"')
        return
    from datasketch import MinHash, MinHashLSH

    texts = [text for path in paths for text in texts_of(path)]
    began = time.process_time()
    prints = [fingerprint([Paragraph(text=text, segments=())]) for text in texts]
    ours = {(p.later, p.earlier) for p in found_among(prints)}
    own = time.process_time() - began
    began = time.process_time()
    index, theirs = MinHashLSH(threshold=0.5, num_perm=128), set()
    for i, text in enumerate(texts):
        words = text.split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[k : k + 5]).encode() for k in range(len(words) - 4)])
        theirs |= {(i, j) for j in index.query(sketch)}
        index.insert(i, sketch)
    peer = time.process_time() - began
    print(f"{len(texts)} reports, one core: here {own:.1f} s ({len(ours)} pairs), datasketch {peer:.1f} s "
          f"({len(theirs)} candidates): {Decimal(peer / own):.1f} times")  # fmt: skip


if __name__ == "__main__":
    main()
