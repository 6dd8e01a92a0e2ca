"""How well prose of our own making is read: both halves, the recall of paraphrases, calibration.

Usage: own_prose.py [-v]. The labels are told in tests/cases/own-prose/README.md; -v shows the misses of the half
worked on, never those of the half set aside.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes
from tongket.reports import Report, ValueState

CASE = Path(__file__).parents[1] / "tests" / "cases" / "own-prose"
LABEL = re.compile(r"^(?:(\d{4}|span) )?([A-Z]\d\d[A-Z]?) (.+)$")
HEAD = """UBND TỈNH THANH GIANG
UBND HUYỆN SƠN KHÊ
Số: 1/BC-UBND

Sơn Khê, ngày 15 tháng 12 năm 2024

BÁO CÁO
Kết quả thực hiện nhiệm vụ {}
(Số liệu giả định)

I. KẾT QUẢ
"""
SURE = 0.9
HALVED = ("paraphrases", "sentences", "later", "strangers", "neighbours", "dense")
"""Files of which every other sentence is set aside."""
SENTENCES = (*HALVED, "further", "others", "matters", "unusual", "clauses", "concise")
MARKS = {"l": "limitation", "c": "cause", "t": "task", "p": "proposal"}
TWINS = {
    ("K01", "value"): (("K02", "numerator"), ("K03", "denominator")),
    ("H02", "value"): (("H03", "numerator"),),
    ("F02", "value"): (("F03", "denominator"),),
    ("J01", "value"): (("J02", "denominator"),),
    ("K02", "numerator"): (("K01", "value"), ("K03", "denominator")),
    ("K03", "denominator"): (("K01", "value"), ("K02", "numerator")),
    ("H03", "numerator"): (("H02", "value"),),
    ("F03", "denominator"): (("F02", "value"),),
    ("J02", "denominator"): (("J01", "value"),),
}
"""One figure that serves two indicators: giving it for the other one too is neither right nor wrong."""

Figure = tuple[str, str, str, Decimal, bool]
"""Period, indicator, part, value, whether nothing occurred."""


@dataclass(slots=True)
class Tally:
    """Counts of one set: labelled, found, right; and of the figures found, how sure and whether right."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    sure: Counter[tuple[bool, bool]] = field(default_factory=Counter)

    def take(self, told: dict[Figure, float], labels: set[Figure]) -> None:
        """Count one document's or sentence's figures."""
        self.labelled += len(labels)
        self.found += len(told)
        for figure, confidence in told.items():
            if is_neutral(figure, labels):
                self.found -= 1
                continue
            self.right += figure in labels
            self.sure[confidence >= SURE, figure in labels] += 1

    def line(self) -> str:
        """Precision, recall, F1."""
        precision, recall = self.right / max(self.found, 1), self.right / max(self.labelled, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.labelled} labels, {self.found} found)"

    def calibration(self) -> str:
        """Of figures said to be sure, the share right; of right figures, the share said so."""
        sure, right = self.sure[True, True] + self.sure[True, False], self.sure[True, True] + self.sure[False, True]
        share = f"{self.sure[True, True] / max(sure, 1):.4f} right of {sure} said >= {SURE}"
        return f"{share}; {self.sure[True, True] / max(right, 1):.3f} of {right} right figures said so"


def is_neutral(figure: Figure, labels: set[Figure]) -> bool:
    """Whether the same number is labelled for a twin indicator, and not for this one."""
    return figure not in labels and any(
        (figure[0], *twin, *figure[3:]) in labels for twin in TWINS.get(figure[1:3], ())
    )


def labels_of(text: str, period: str) -> set[Figure]:
    """The figures of a line of labels."""
    found: set[Figure] = set()
    for part in (p.strip() for p in text.split(";")):
        if part:
            label = LABEL.match(part)
            assert label, part
            when = period if label[1] in (None, "span") else label[1]
            found.update((when, label[2], *rest) for rest in parts_of(label[3]))
    return found


def parts_of(words: str) -> Iterator[tuple[str, Decimal, bool]]:
    """Part, value, nothing occurred."""
    for word in words.split():
        if word.endswith("!"):
            yield "value", Decimal(0), True
        elif word.endswith("%") or "/" not in word:
            yield "value", Decimal(word.rstrip("%")), False
        else:
            for part, number in zip(("numerator", "denominator"), word.split("/"), strict=True):
                if number != "-":
                    yield part, Decimal(number), False


def told_by(report: Report) -> dict[Figure, float]:
    """The figures of a report and how sure each is."""
    return {
        (str(v.period), v.indicator, v.part.value, v.value.normalize() + 0, v.state is ValueState.NOTHING_OCCURRED): (
            v.source.confidence
        )
        for v in report.values
    }


def sentences(name: str) -> Iterator[tuple[str, str, str, str]]:
    """Period, heading, sentence, labels of each line of a file."""
    for line in (CASE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "=>" not in line:
            continue
        said, labels = line.rsplit("=>", 1)
        place = re.match(r"\[([\d/]+)(?: \| (.+?))?\] ", said)
        period, heading = (place[1], place[2] or "") if place else ("2021", "")
        yield period, heading, said[place.end() if place else 0 :].strip(), labels


def read(reader: ReportReader, text: str) -> Report:
    """The report that a text is."""
    admitted = admit_bytes(text.encode(), name="own.txt")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document), document
    return reader.read(document)


def numbered(name: str) -> Iterator[tuple[int, str, str, set[Figure]]]:
    """Number of each sentence of a file, the sentence, the report that it makes, its labels."""
    for number, (period, heading, said, labels) in enumerate(sentences(f"{name}.txt"), start=1):
        when = f"năm {period}" if "/" not in period else f"giai đoạn {period.replace('/', ' - ')}"
        above = f"1. {heading.lstrip('0123456789. ')}\n" if heading else ""
        wanted = {(*f[:3], f[3].normalize() + 0, f[4]) for f in labels_of(labels, period)}
        yield number, said, f"{HEAD.format(when)}{above}\n{said}\n", wanted


def worked_on(name: str) -> Iterator[tuple[int, str, set[Figure]]]:
    """The sentences of a file that are worked on: number, report, labels."""
    yield from ((n, text, wanted) for n, _, text, wanted in numbered(name) if n % 2 or name not in HALVED)


def measure_sentences(reader: ReportReader, name: str, show: Callable[..., None]) -> tuple[Tally, Tally]:
    """The half worked on and the half set aside of a file of sentences."""
    halves = Tally(), Tally()
    for number, said, text, wanted in numbered(name):
        told = told_by(read(reader, text))
        held = name in HALVED and number % 2 == 0
        halves[held].take(told, wanted)
        if not held:
            show(f"{name} {number}", said, told, wanted)
    return halves


def marked() -> Iterator[tuple[int, str, str, list[tuple[str, str]]]]:
    """Number, paragraph, report and statements (kind, words) of each line of statements.txt."""
    lines = (CASE / "statements.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate((one for one in lines if one.startswith("[")), start=1):
        heading, said = line[1:].split("] ", 1)
        statements = [(MARKS[m[1]], m[2]) for m in re.finditer(r"<([lctp])>(.*?)</\1>", said)]
        text = re.sub(r"</?[lctp]>", "", said).replace(" ¶ ", "\n")
        head = HEAD.format("năm 2022").removesuffix("I. KẾT QUẢ\n")
        yield number, said, f"{head}{heading}\n\n{text}\n", statements


def same_words(one: str, other: str) -> bool:
    """Whether two statements share three words of four."""
    a, b = (Counter(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return 4 * sum((a & b).values()) >= 3 * sum((a | b).values())


def measure_marked(reader: ReportReader, show: Callable[..., None]) -> tuple[Tally, Tally]:
    """How the statements of single paragraphs are told apart: the even ones, and the odd ones, which are set aside."""
    halves = Tally(), Tally()
    for number, said, text, wanted in marked():
        found = [(n.kind.value, n.text) for n in read(reader, text).narratives if n.kind.value != "result"]
        extra, missed = list(found), set(wanted)
        for kind, words in wanted:
            hit = next((f for f in extra if f[0] == kind and same_words(f[1], words)), None)
            if hit is not None:
                extra.remove(hit)
                missed.discard((kind, words))
        tally = halves[number % 2]
        tally.labelled, tally.found = tally.labelled + len(wanted), tally.found + len(found)
        tally.right += len(wanted) - len(missed)
        if number % 2 == 0:
            show(f"statements {number}", said, dict.fromkeys(extra, 0.0), missed)
    return halves


def text_labels() -> Iterator[tuple[str, str, str, set[Figure], list[tuple[str, str]]]]:
    """Number, org unit, period, figures and statements of each text."""
    for section in re.split(r"^=== ", (CASE / "labels.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = section.strip().splitlines()
        number, unit, period = head.split()
        figures: set[Figure] = set()
        statements: list[tuple[str, str]] = []
        for line in lines:
            kind = re.match(r"(limitation|cause|task|proposal): (.+)", line)
            if kind:
                statements.append((kind[1], kind[2]))
            else:
                figures |= {(*f[:3], f[3].normalize() + 0, f[4]) for f in labels_of(line, period)}
        yield number, unit, period, figures, statements


def measure_texts(
    reader: ReportReader, show: Callable[..., None]
) -> tuple[tuple[Tally, Tally], tuple[Tally, Tally], Counter[str]]:
    """Figures and statements of both halves of the texts, and whose unit or period is wrong."""
    figures, statements, wrong = (Tally(), Tally()), (Tally(), Tally()), Counter[str]()
    for number, unit, period, labels, said in text_labels():
        report = read(reader, (CASE / "texts" / f"{number}.txt").read_text(encoding="utf-8"))
        held = int(number) % 2 == 0
        wrong["unit"] += report.org_unit != unit
        wrong["period"] += str(report.period) != period
        told = told_by(report)
        figures[held].take(told, labels)
        found = [(n.kind.value, n.text) for n in report.narratives if n.kind.value != "result"]
        hits = {(k, s) for k, s in said if any(k == kind and s.casefold() in text.casefold() for kind, text in found)}
        good = [f for f in found if any(k == f[0] and s.casefold() in f[1].casefold() for k, s in said)]
        tally = statements[held]
        tally.labelled, tally.found, tally.right = (
            tally.labelled + len(said),
            tally.found + len(found),
            tally.right + len(hits),
        )
        tally.found -= len(good) - len(hits)
        if not held:
            show(f"text {number}", (report.org_unit, str(report.period)), told, labels)
            show(f"text {number} statements", "", dict.fromkeys(set(found) - set(good), 0.0), set(said) - hits)
    return figures, statements, wrong


def shower(wanted: bool) -> Callable[..., None]:
    """Prints what was missed and what was too much, or nothing."""

    def show(name: str, said: object, told: dict[object, float], labels: set[object]) -> None:
        missed, extra = labels - told.keys(), {f: c for f, c in told.items() if f not in labels}
        if wanted and (missed or extra):
            print(f"{name}: {said}")
            for figure in sorted(missed, key=str):
                print("    missed", *(str(x) for x in figure))  # type: ignore[attr-defined]
            for figure, confidence in sorted(extra.items(), key=str):
                print(f"    extra ({confidence})", *(str(x) for x in figure))  # type: ignore[attr-defined]

    return show


def main(arguments: Sequence[str]) -> int:
    """Print the figures of every set."""
    show = shower("-v" in arguments)
    reader = ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv", None))
    sets = {name: measure_sentences(reader, name, show) for name in HALVED}
    whole = {name: measure_sentences(reader, name, show)[0] for name in SENTENCES if name not in HALVED}
    sets["paragraphs"] = measure_marked(reader, show)
    sets["texts"], sets["statements"], wrong = measure_texts(reader, show)
    for name, halves in sets.items():
        for half, tally in zip(("worked on", "set aside"), halves, strict=True):
            print(f"{name:12} {half}  {tally.line()}")
            if tally.sure:
                print(f"{'':24}{tally.calibration()}")
    for name, tally in whole.items():
        print(f"{name}, all worked on: {tally.line()}\n{'':24}{tally.calibration()}")
    print(f"wrong unit {wrong['unit']}, wrong period {wrong['period']} of 20 texts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
