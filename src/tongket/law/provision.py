"""The parts of a legal text that can be addressed: chapter, section, article, clause, point (Akoma Ntoso)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class ProvisionKind(StrEnum):
    """What sort of part it is, from the outside in."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"


WORDS = {
    ProvisionKind.PART: "Phần",
    ProvisionKind.CHAPTER: "Chương",
    ProvisionKind.SECTION: "Mục",
    ProvisionKind.ARTICLE: "Điều",
    ProvisionKind.CLAUSE: "khoản",
    ProvisionKind.POINT: "điểm",
}
POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their order; Vietnamese texts have no f, j, w, z."""
STEP = re.compile(r"(điều|khoản|điểm)\s+([\wđ.]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A part of a text with the parts inside it; ``text`` is what stands before them."""

    kind: ProvisionKind
    number: str
    heading: str = ""
    text: str = ""
    children: tuple["Provision", ...] = ()

    def walk(self) -> Iterator["Provision"]:
        """The provision and all inside it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def whole_text(self) -> str:
        """All its words, those of the parts inside included."""
        own = f"{self.heading}\n{self.text}".strip()
        inner = (f"{label(child)} {child.whole_text}".strip() for child in self.children)
        return "\n".join(one for one in (own, *inner) if one)


def label(provision: Provision) -> str:
    """How a provision begins in print: "Điều 5.", "2.", "a)"."""
    if provision.kind is ProvisionKind.POINT:
        return f"{provision.number})"
    if provision.kind is ProvisionKind.CLAUSE:
        return f"{provision.number}."
    dot = "." if provision.kind is ProvisionKind.ARTICLE else ""
    return f"{WORDS[provision.kind]} {provision.number}{dot}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a provision stands: "điểm a khoản 2 Điều 5"."""

    article: str
    clause: str = ""
    point: str = ""

    def __str__(self) -> str:
        parts = [f"điểm {self.point}"] if self.point else []
        parts += [f"khoản {self.clause}"] if self.clause else []
        return " ".join([*parts, f"Điều {self.article}"])

    @classmethod
    def parse(cls, text: str) -> "Address":
        """The address that ``text`` writes, in whichever order; ValueError where it names no article."""
        found = {word.lower(): number.strip(".") for word, number in STEP.findall(text)}
        if "điều" not in found or STEP.sub("", text).strip(" ,;."):
            raise ValueError(f"no address: {text!r}")
        return cls(article=found["điều"], clause=found.get("khoản", ""), point=found.get("điểm", "").lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentText:
    """The words of an instrument: ``number`` as on the paper ("01/2019/NĐ-CP"), empty where the text does not say."""

    number: str
    provisions: tuple[Provision, ...]
    preamble: str = ""

    def walk(self) -> Iterator[Provision]:
        """Every provision, in reading order."""
        for provision in self.provisions:
            yield from provision.walk()

    def articles(self) -> Iterator[Provision]:
        """The articles, in reading order."""
        return (one for one in self.walk() if one.kind is ProvisionKind.ARTICLE)

    def addressed(self) -> Iterator[tuple[Address, Provision]]:
        """Every article, clause and point with its address, in reading order."""
        for article in self.articles():
            for chain in _below(article, ()):
                yield _address(chain), chain[-1]

    def clauses(self) -> Iterator[tuple[Address, Provision]]:
        """What duties are given by: each clause, and each article that has none."""
        for address, provision in self.addressed():
            if provision.kind is ProvisionKind.CLAUSE or (
                provision.kind is ProvisionKind.ARTICLE
                and not any(child.kind is ProvisionKind.CLAUSE for child in provision.children)
            ):
                yield address, provision

    def find(self, address: Address) -> Provision | None:
        """The provision at ``address``, or None."""
        return next((provision for place, provision in self.addressed() if place == address), None)


def _below(provision: Provision, above: tuple[Provision, ...]) -> Iterator[tuple[Provision, ...]]:
    chain = (*above, provision)
    yield chain
    for child in provision.children:
        yield from _below(child, chain)


def _address(chain: tuple[Provision, ...]) -> Address:
    numbers = {one.kind: one.number for one in chain}
    return Address(
        article=numbers[ProvisionKind.ARTICLE],
        clause=numbers.get(ProvisionKind.CLAUSE, ""),
        point=numbers.get(ProvisionKind.POINT, ""),
    )
