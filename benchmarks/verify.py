"""Random edits of the example's papers, saved as Word and as LibreOffice save them: is every changed figure told, and how
many are told that nobody changed? `make bench-verify`."""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.edits import Editor, Truth, resaved

from tongket.dossier.verify import EditedFigure, EditKind, compare, passages_of
from tongket.dossier.verify.tokens import key_of
from tongket.reading import Document, open_document
from tongket.review import ReviewRequest, run
from tongket.review.paper_record import IssuedPaper, load_papers

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "bac-kan"
PAPERS = (
    "02-bao-cao-so-ket.docx",
    "03-tom-tat-trinh-chu-tich.docx",
    "08-thong-cao.docx",
    "11-van-ban-khac/06-bao-cao-quan-khu.docx",
)


def missed_and_false(told: Sequence[EditedFigure], truth: Truth) -> tuple[list[str], list[EditedFigure]]:
    """What the edits did and nobody told, and what was told and no edit did."""
    left = [(f.kind, key_of(f.issued) if f.issued else "", key_of(f.edited) if f.edited else "", f) for f in told]
    missed: list[str] = []

    def take(*wanted: tuple[EditKind | None, str | None, str | None]) -> bool:
        for kind, issued, edited in wanted:
            for one in left:
                if (kind in (None, one[0])) and (issued in (None, one[1])) and (edited in (None, one[2])):
                    left.remove(one)
                    return True
        return False

    for old, new in truth.changed:
        a, b = key_of(old), key_of(new)
        if not take((EditKind.CHANGED, a, b)) and not (
            take((EditKind.LOST, a, None)) and take((EditKind.NEW, None, b))
        ):
            missed.append(f"changed {old} -> {new}")
    for old in truth.lost:
        if not take((EditKind.LOST, key_of(old), None)):
            missed.append(f"lost {old}")
    for new in truth.new:
        if not take((EditKind.NEW, None, key_of(new))):
            missed.append(f"new {new}")
    return missed, [one[3] for one in left]


def opened(path: Path) -> Document:
    document = open_document(path)
    assert isinstance(document, Document), document
    return document


def through_libreoffice(path: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    out = folder / "lo"
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return out / path.name


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="a review of the example that is there already")
    parser.add_argument("-v", action="store_true")
    given = parser.parse_args()
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = given.out or folder / "out"
        if not given.out:
            inputs = {key: EXAMPLE / f"{key}.csv" for key in ("orgunits", "changes", "duties")}
            run(ReviewRequest(reports=EXAMPLE / "reports", pack="nd21", period="2019/2023", out=out, conference=EXAMPLE / "conference.yaml", **inputs))  # type: ignore[arg-type]  # fmt: skip
        papers = {paper.file: paper for paper in load_papers(out)}
        office = shutil.which("soffice")
        sources = {name: {"word": out / name} for name in PAPERS}
        for name in PAPERS if office else ():
            sources[name]["libreoffice"] = through_libreoffice(out / name, folder)
        for i in range(given.runs):
            one_run(i, given.seed, papers, sources, folder, totals, verbose=given.v)
    said = totals["reported"] or 1
    print(f"runs {given.runs} ({dict(sorted((k, v) for k, v in totals.items() if k.startswith('saved')))})")
    print(f"figures that edits touched {totals['truth']}, not told {totals['missed']}")
    print(f"told {totals['reported']}, false {totals['false']} = {100 * totals['false'] / said:.2f} % of what was told")
    return 1 if totals["missed"] or totals["false"] > 0.02 * said else 0


def one_run(i: int, seed: int, papers: dict[str, IssuedPaper], sources: dict[str, dict[str, Path]], folder: Path, totals: Counter[str], *, verbose: bool) -> None:  # fmt: skip
    rng = random.Random(f"{seed}/{i}")
    name = PAPERS[i % len(PAPERS)]
    how = rng.choice(sorted(sources[name]))
    data = resaved(sources[name][how].read_bytes(), rng, strip=i % 2 == 0)
    editor = Editor(data, rng)
    path = folder / "edited.docx"
    path.write_bytes(editor.work(rng.randrange(1, 8)))
    comparison = compare(papers[name].passages, tuple(passages_of(opened(path).blocks)))
    missed, false = missed_and_false(comparison.open, editor.truth)
    truth = editor.truth
    totals.update({"truth": len(truth.changed) + len(truth.lost) + len(truth.new), "missed": len(missed), "false": len(false),
                   "reported": len(comparison.open), f"saved by {how}": 1})  # fmt: skip
    if verbose and (missed or false):
        print(i, name, how, "MISSED", missed)
        for one in false:
            print(
                "   FALSE",
                one.kind.value,
                one.issued,
                "->",
                one.edited,
                "|",
                one.issued_sentence[:110],
                "|",
                one.edited_sentence[:110],
            )


if __name__ == "__main__":
    sys.exit(main())
