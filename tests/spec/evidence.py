"""What a number in a paper may rest on, looked up in review.json, the pack and the inputs, not in the paper's own maker."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from tongket import packs
from tongket.dossier.papers import BindingKind, Run

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def numbers(text: str) -> list[str]:
    """The numbers in a text, as written."""
    return NUMBER.findall(text)


def written(value: float | int | str, places: int) -> str:
    """A number as Vietnamese write it, by another way than the product's: built from its digits."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = f"{abs(rounded):.{places}f}".partition(".")
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return f"{groups},{rest.rstrip('0')}" if rest.rstrip("0") else groups


def all_numbers(texts: Iterable[str]) -> set[str]:
    """The numbers of texts; days also as people write them."""
    found: set[str] = set()
    for text in texts:
        found.update(numbers(text))
        for year, month, day in ISO.findall(text):
            found |= {year, month, day, str(int(month)), str(int(day))}
    return found


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The folder of one review and the files it was made from."""

    out: Path
    example: Path
    statements: frozenset[tuple[str, str, str]]
    """File, anchor and wording of everything that reports say in words."""
    documents: Mapping[str, frozenset[str]]
    """The numbers in the text of each report."""

    @cached_property
    def data(self) -> dict[str, Any]:
        return dict(json.loads((self.out / "review.json").read_text(encoding="utf-8")))

    @cached_property
    def figures(self) -> dict[str, dict[str, Any]]:
        return {
            f"{r['org_unit']}/{r['period'].replace('/', '-')}/{r['indicator']}@{r['basis']}": r
            for r in self.data["rollups"]
        }

    @cached_property
    def values(self) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = {}
        for value in self.data["values"]:
            found.setdefault(f"{value['file']}#{value['anchor']}", []).append(value)
        return found

    @cached_property
    def facts(self) -> set[str]:
        """The numbers of the pack, the legal bases of reorganisations and the names of units."""
        files = [*packs.find_pack("nd21").rglob("*.yaml"), self.example / "changes.csv", self.example / "orgunits.csv"]
        return all_numbers(file.read_text(encoding="utf-8") for file in files)

    @cached_property
    def given(self) -> set[str]:
        """The numbers that people gave for the conference, and the days of duties and reorganisations."""
        names = ("conference.yaml", "targets.csv", "previous.json", "duties.csv", "changes.csv")
        return all_numbers((self.example / name).read_text(encoding="utf-8") for name in names)

    def rests(self, run: Run) -> bool:
        """Whether every number of a run is one that its binding supports."""
        if run.binding is None:
            return not numbers(run.text)
        kind, ref = run.binding.kind, run.binding.ref
        told = set(numbers(run.text))
        if kind is BindingKind.FIGURE:
            return told <= self._of_figure(ref)
        if kind is BindingKind.VALUE:
            return told <= self._of_value(ref)
        if kind is BindingKind.COMPARISON:
            return told <= self._of_comparison(ref)
        if kind is BindingKind.COUNT:
            return told <= self._of_count(ref)
        if kind is BindingKind.QUOTED:
            return any(f"{f}#{a}" == ref and run.text.rstrip(" .;") in text for f, a, text in self.statements)
        return told <= (self.given if kind is BindingKind.GIVEN else self.facts | {"1", "2", "3"})

    def _of_figure(self, ref: str) -> set[str]:
        code, _, part = ref.partition("@")
        basis, _, part = part.partition("/")
        value = self.figures[f"{code}@{basis}"][part or "value"]
        return {written(value, 2), written(value, 3)}

    def _of_value(self, ref: str) -> set[str]:
        if ref.startswith("findings#"):
            return self._of_finding(ref.removeprefix("findings#").split("/"))
        if ref.startswith("notices#"):
            return self._of_notice(ref.removeprefix("notices#").split("/"))
        found: set[str] = set()
        for v in self.values[ref]:
            found |= {*numbers(v["text"]), *numbers(v["period"]), written(v["value"], 2), written(v["value"], 3)}
        return found | self.facts

    def _of_finding(self, parts: list[str]) -> set[str]:
        """The numbers of a finding's words, of the places in its files, and of its place in the letter."""
        code, unit, period, indicator = parts
        own = [f for f in self.data["findings"] if (f["code"], f["org_unit"], f["period"]) == (code, unit, period)]
        own = [f for f in own if (f["indicator"] or "None") == indicator]
        anchors = [v["anchor"] for v in self.data["values"] if any(v["file"] in f["files"] for f in own)]
        words = [json.dumps(f, ensure_ascii=False) for f in own]
        quoted = {n for f in own for file in f["files"] for n in self.documents.get(file, ())}
        return all_numbers([*words, *anchors, period]) | quoted | self.facts | {str(i) for i in range(1, 41)}

    def _of_notice(self, parts: list[str]) -> set[str]:
        """The numbers of a remark's words, and of its place in the letter."""
        key = tuple(parts[:3])
        own = [n for n in self.data["notices"] if (n["code"], n["org_unit"], n["period"]) == key]
        assert own, parts
        words = [json.dumps(n, ensure_ascii=False) for n in own]
        return all_numbers(words) | self.facts | {str(i) for i in range(1, 41)}

    def _of_comparison(self, ref: str) -> set[str]:
        """The years, and the change over the units that state both, computed anew; of a series each year over the units
        that state all of it; of a target what is missing to it or above it."""
        if found := re.fullmatch(r"gap\((.*),targets\.csv#(\d+)\)", ref):
            rows = (self.example / "targets.csv").read_text(encoding="utf-8").splitlines()
            target = Decimal(rows[int(found[2]) - 1].split(";")[3].replace(",", "."))
            return {written(Decimal(str(self.figures[found[1]]["value"])) - target, 2)}
        if ref.startswith("trend("):
            years = [self.figures[code] for code in ref.removeprefix("trend(").removesuffix(")").split(",")]
            common = set.intersection(*(set(one["reporters"]) for one in years))
            return {written(self._over(one, common), places) for one in years for places in (1, 2)}
        earlier, later = (self.figures[code] for code in ref.removeprefix("change(").removesuffix(")").split(","))
        units = {u for u in earlier["reporters"] if u in later["reporters"]}
        before, after = (self._over(figure, units) for figure in (earlier, later))
        sizes = {written(after - before, 2), written(after - before, 1)}
        if before:
            sizes |= {written(100 * (after - before) / before, places) for places in (1, 2)}
        return sizes | {earlier["period"], later["period"]} | {str(len(units))}

    def _over(self, figure: dict[str, Any], units: set[str]) -> Decimal:
        sums: Counter[str] = Counter()
        for one in figure["expression"]:
            if one["org_unit"] in units:
                value = self.data["values"][one["value"]] if isinstance(one["value"], int) else one["value"]
                sums[one["part"]] += Decimal(str(value["value"]))  # type: ignore[assignment]
        if figure["denominator"] is not None:
            return Decimal(100) * Decimal(sums["numerator"]) / Decimal(sums["denominator"])
        return Decimal(sums["value"])

    def _of_count(self, ref: str) -> set[str]:
        count = next((make for pattern, make in self._counts if (re.fullmatch(pattern, ref))), None)
        assert count is not None, f"nothing here counts {ref}: say in tests/spec/evidence.py how it is counted"
        found = set()
        for number in (one for one in count(ref) if one is not None):
            found |= (
                {number, number.zfill(2)}
                if isinstance(number, str)
                else {str(number), f"{number:02d}", written(number, 0)}
            )
        return found

    def _table(self, name: str) -> list[dict[str, str]]:
        text = (self.example / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(text.splitlines(), delimiter=";"))

    @cached_property
    def _counts(self) -> list[tuple[str, Any]]:
        coverage, findings = self.data["coverage"], self.data["findings"]
        duties = self._table("duties.csv")
        missing = coverage["missing"]
        everybody = {d["org_unit"] for d in duties}
        ordinals = range(1, 100)

        def units_of(_: str) -> Iterator[Any]:
            yield from range(1, len(everybody) + 1)

        def base(ref: str) -> Iterator[Any]:
            figure = self.figures[ref.removesuffix("#base").removesuffix("#weakest").removesuffix("#as_of")]
            years = range(1, 6)
            yield from range(len(figure["expected"]) + 1)
            yield from (len(figure["expected"]) * n for n in years)
            yield self._held(figure)
            yield from numbers(str(figure["as_of"] or figure["period"]))

        def compared(ref: str) -> Iterator[Any]:
            yield from self._of_comparison(ref)
            earlier, later = (self.figures[code] for code in ref.removeprefix("change(").removesuffix(")").split(","))
            common = [u for u in earlier["reporters"] if u in later["reporters"]]
            yield from (len([u for u in common if u.isdigit()]), len([u for u in common if not u.isdigit()]))

        def of_unit(ref: str) -> Iterator[Any]:
            code, _, unit = ref.partition("#")
            figure = self.figures[code]
            own = self._over(figure, {unit})
            total = Decimal(str(figure["value"]))
            yield from (written(own, places) for places in (1, 2))
            yield from (written(100 * own / total, places) for places in (1, 2) if total)

        def chart(_: str) -> Iterator[Any]:
            """A caption: its number, names, years; how many reports came in of one kind of unit; totals."""
            yield from (*range(1, len(everybody) + 1), *self.facts, *self.given)
            for kind in (str.isdigit, lambda unit: not unit.isdigit()):
                due = [d for d in duties if kind(d["org_unit"]) and len(d["org_unit"]) != 5]
                yield from (len(due), len(due) - sum(kind(m["org_unit"]) and len(m["org_unit"]) != 5 for m in missing))
            yield from (written(one["value"], 2) for one in self.data["rollups"] if one["value"] is not None)

        def with_excluded(ref: str) -> Iterator[Any]:
            total = self.figures[ref.removesuffix("#with_excluded")]["with_excluded"]
            yield from (written(part, 2) for part in total.values() if isinstance(part, int | float))

        def theme(ref: str) -> Iterator[Any]:
            kind, _, code = ref[len("themes[") : ref.rindex("]")].partition("/")
            (one,) = (t for t in self.data["themes"] if (t["kind"], t["code"]) == (kind, code))
            yield from ([one["since"]] if ref.endswith("since") else [len(one["org_units"]), len(everybody)])

        def years_named(ref: str) -> Iterator[Any]:
            found = re.fullmatch(r"themes\[limitation/(.+)\]/([\w-]+)", ref)
            assert found is not None
            own = [x for x in self.data["limitations"] if (x["theme"], x["org_unit"]) == (found[1], found[2])]
            yield len({x["period"] for x in own})

        def late(ref: str) -> Iterator[Any]:
            unit, period = ref.removeprefix("duties#").split("/")
            due = next(d["due"] for d in duties if (d["org_unit"], d["period"]) == (unit, period))
            cut_off = date(2023, 12, 31)
            yield (cut_off - date.fromisoformat(due)).days
            yield from (period, *reversed(due.split("-")), *range(1, len(missing) + 1))

        return [
            (r"coverage\.expected", lambda _: [coverage["expected"]]),
            (r"coverage\.reported", lambda _: [coverage["reported"]]),
            (r"coverage\.missing", lambda _: [len(missing), *(m["period"] for m in missing), *range(1, len(missing))]),
            (r"coverage\.units", lambda _: [len(everybody)]),
            (r"findings\[error\]", lambda _: [sum(f["severity"] == "error" and f["code"] != "missing_report" for f in findings)]),
            (r"findings\[(\w+)\]", lambda ref: [sum(f["code"] == ref[9:-1] for f in findings), *(f["period"] for f in findings if f["code"] == ref[9:-1])]),
            (r"changes#.*", lambda ref: self._communes(ref.removeprefix("changes#"))),
            (r"duties#.*", late),
            (r"change\(.*\)", compared),
            (r".*#(base|weakest|as_of)", base),
            (r"period", lambda _: [*map(str, range(2019, 2024))]),
            (r".*#with_excluded", with_excluded),
            (r"themes\[(\w+)/(.+)\](\.(units|since))?", theme),
            (r"themes\[(\w+)/(.+)\]/[\w-]+", years_named),
            (r"charts\[.*\]", chart),
            (r"[^\[#]+@\w+#[\w-]+", of_unit),
            (r".*\.since", lambda _: [*map(str, range(2019, 2024))]),
            (r"(.*\.)?units|reporting_units", units_of),
            (r"(limitation|proposal|task|cause)\[(\d+)\]", lambda _: ordinals),
            (r"commendation\.collectives", lambda _: [13]),
            (r"commendation\.individuals", lambda _: [6]),
            (r"commendation\.conflicts", lambda _: [2]),
            (r"contributions\.late", lambda _: [1]),
            (r"stage|award_list|steps|request\.points|form\.rows", lambda _: ordinals),
            (r"accounts\[\w+/\d+\]\.units", units_of),
            (r"conclusions", lambda _: [7]),
            (r"tasks", lambda _: [7 - 1 + 8 + 5 + 1]),
            (r"tasks\[KL1\]\.parts", lambda _: [8]),
            (r"tasks\[KL2\]\.parts", lambda _: [5]),
            (r"tasks\.settle_before", lambda _: [1]),
            (r"figures\.weak|pillars\[\w+\]\.weak|letter\.(points|more)|orgunits#.*", lambda _: ordinals),
            (r"commendation|contributions|excluded|findings|previous|annex\.rows|limitation.*", lambda _: ordinals),
        ]  # fmt: skip

    def _held(self, figure: dict[str, Any]) -> int:
        """How many yearly figures of units are in a figure over years."""
        unit, indicator, basis = figure["org_unit"], figure["indicator"], figure["basis"]
        yearly = [self.figures.get(f"{unit}/{year}/{indicator}@{basis}") for year in range(2019, 2024)]
        return sum(len(set(one["reporters"]) & set(figure["expected"])) for one in yearly if one)

    def _communes(self, day: str) -> list[int]:
        communes = [r for r in self._table("orgunits.csv") if r["kind"] == "commune"]
        return [
            sum(r["valid_from"] < day and (not r["valid_to"] or r["valid_to"] >= day) for r in communes),
            sum(r["valid_from"] <= day and (not r["valid_to"] or r["valid_to"] > day) for r in communes),
        ]
