"""A thousand documents and more through the whole review: seconds, seconds for each document, cores used, peak memory.

usage: documents.py [--counts 100 1000 5000] [--jobs 2]

The Word, Excel and text reports of the example's districts and communes are copied as reports of other units: each copy
bears another word behind every unit's name ("Na Rì Thượng"), in the table of units and in every document, and other
last digits drawn by a seed. Of the Word reports some become web pages, PDFs, letters and archives (mixing.py). Each
count is read in a process of its own, then reviewed in one. "cores" is processor seconds by seconds, "busy" how
much of the time each process had a file.
"""

import argparse
import csv
import io
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mixing import mixed

from review import EXAMPLE, MEASURED

WORDS = [
    "Thượng",
    "Hạ",
    "Đông",
    "Tây",
    "Trung",
    "Tân",
    "Phú",
    "Hòa",
    "An",
    "Bình",
    "Minh",
    "Long",
    "Sơn",
    "Hải",
    "Giang",
    "Lâm",
    "Vân",
    "Phong",
    "Thịnh",
    "Cường",
    "Mỹ",
    "Lộc",
    "Khê",
    "Xuân",
    "Thu",
    "Lạc",
    "Kim",
    "Ngọc",
    "Châu",
    "Quang",
    "Đức",
    "Phúc",
    "Thành",
    "Lập",
    "Vĩnh",
    "Yên",
    "Hưng",
    "Đại",
    "Tiến",
    "Thắng",
    "Lợi",
    "Hiệp",
    "Nghĩa",
    "Lễ",
    "Trí",
    "Tín",
    "Nhân",
    "Ái",
    "Hồng",
    "Thanh",
    "Bạch",
    "Hoàng",
    "Ngân",
    "Thạch",
    "Điền",
    "Trạch",
    "Nguyên",
    "Cốc",
    "Bản",
    "Mường",
    "Nậm",
    "Khuổi",
]
KINDS = re.compile(r"^(Huyện|Thành phố|Xã|Thị trấn|Phường) ")
LETTER = re.compile(r"&#([1-9]\d{2,4});")
FIGURE = re.compile(r"(?<=>)([^<]*)(?=<)")
DIGITS = re.compile(r"(?<![\d/.,-])(\d{1,2})(\d)(?![\d/.,%-])")


def units() -> list[dict[str, str]]:
    """The units of the example, each once, there for ever: only how many documents there are is asked."""
    with (EXAMPLE / "orgunits.csv").open(encoding="utf-8-sig", newline="") as file:
        known = [row for row in csv.DictReader(file, delimiter=";") if row["valid_from"] < "2024"]
    rows = {row["code"]: row for row in reversed(known)}
    return [{**row, "valid_from": "1990-01-01", "valid_to": ""} for row in rows.values()]


def renamed(text: str, names: list[str], word: str) -> str:
    """Every unit's name with the word of the copy behind it, in capitals where the name is."""
    text = unicodedata.normalize("NFC", LETTER.sub(lambda code: chr(int(code[1])), text))
    for name in names:
        text = text.replace(name, f"{name} {word}").replace(name.upper(), f"{name.upper()} {word.upper()}")
    return text


def reseeded(text: str, chance: random.Random) -> str:
    """Other last digits of short whole numbers in text between tags; years, dates and shares stay."""

    def other(number: re.Match[str]) -> str:
        return number[1] + str(chance.randrange(10)) if len(number[0]) < 4 else number[0]

    return FIGURE.sub(lambda part: DIGITS.sub(other, part[0]), text)


def copies(file: Path, names: list[str], word: str, chance: random.Random) -> bytes:
    """The document as one of another unit."""
    if file.suffix == ".txt":
        return renamed(file.read_text(encoding="utf-8"), names, word).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith((".xml",)) and part.filename.startswith(("word/", "xl/")):
                text = renamed(content.decode("utf-8"), names, word)
                content = (reseeded(text, chance) if part.filename == "word/document.xml" else text).encode()
            new.writestr(part, content)
    return target.getvalue()


def write(folder: Path, count: int) -> None:
    """``count`` documents with the table of their units."""
    own = [row for row in units() if row["kind"] != "agency"]
    names = sorted({KINDS.sub("", row["name"]) for row in own if row["level"] != "1"}, key=len, reverse=True)
    files = sorted(
        f
        for f in (EXAMPLE / "reports").rglob("*.*")
        if f.suffix in (".docx", ".xlsx", ".txt") and "so-nganh" not in str(f)
    )
    files = [f for f in files if f.suffix == ".txt" or zipfile.is_zipfile(f)]
    rows = [row for row in own if row["level"] == "1"]
    chance = random.Random(7)
    dressed = mixed()
    made = 0
    for i, word in enumerate(
        word for first in ["", *WORDS] for word in ([f"{first} {w}".strip() for w in WORDS] if first else WORDS)
    ):
        rows += [
            {
                **row,
                "code": f"{row['code']}x{i}",
                "name": f"{row['name']} {word}",
                "parent": row["parent"] if row["level"] == "2" else f"{row['parent']}x{i}",
            }
            for row in own
            if row["level"] != "1"
        ]
        for k, file in enumerate(files):
            if made == count:
                break
            data, suffix = dressed(copies(file, names, word, chance), file.suffix)
            place = folder / "reports" / f"{i:02}" / f"{k:03}{suffix}"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            made += 1
        if made == count:
            break
    with (folder / "orgunits.csv").open("w", encoding="utf-8", newline="") as table:
        out = csv.DictWriter(table, rows[0].keys(), delimiter=";")
        out.writeheader()
        out.writerows(rows)


def reviews(counts: list[int], jobs: int) -> Iterator[dict[str, object]]:
    """A review of each count."""
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write(folder, count)
            choices = ["--pack=nd21", "--period=2019/2023", f"--out={folder / 'out'}", f"--jobs={jobs}"]
            call = [
                sys.executable,
                "-m",
                "tongket",
                "review",
                str(folder / "reports"),
                f"--orgunits={folder / 'orgunits.csv'}",
                *choices,
            ]
            alone = [sys.executable, str(Path(__file__).with_name("reading_alone.py")), str(folder), str(jobs)]
            read = measured(alone)
            whole = measured(call)
            review = json.loads((folder / "out" / "review.json").read_text(encoding="utf-8"))
            yield {
                "documents": count,
                "formats": dict(Counter(f.suffix for f in (folder / "reports").rglob("*.*"))),
                "reading alone": read,
                "review": whole,
                "ms a document": round(1000 * float(whole["seconds"]) / count, 1),
                "values": len(review.get("values", ())),
                "placed": sum(1 for s in review.get("sources", ()) if s["org_unit"]),
            }


def measured(call: list[str]) -> dict[str, float]:
    """Seconds, processor seconds, cores and the largest process of a call that must end well, and what it says in JSON."""
    started = time.perf_counter()
    line = [sys.executable, "-c", MEASURED.replace("stdout=subprocess.DEVNULL, ", ""), *call]
    *said, last = subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    code, processor, memory = last.split()
    seconds = time.perf_counter() - started
    if code != "0":
        raise SystemExit(f"{call[2]} ended with exit code {code}")
    used = float(processor)
    return {
        "seconds": round(seconds, 1),
        "processor seconds": round(used, 1),
        "cores": round(used / seconds, 2),
        "largest process MB": int(memory),
        **(json.loads(said[-1]) if said and said[-1].startswith("{") else {}),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    for row in reviews(given.counts, given.jobs):
        print(json.dumps(row), flush=True)
