"""Names of the whole country in every way people write them: nearly all right, none wrong in silence."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from tongket.orgunits import Hierarchy, UnitFinder, load_hierarchy
from tongket.vietnamese import search_key

SHORT = {
    "Thị trấn": "TT.",
    "Thành phố": "TP.",
    "Thị xã": "TX.",
    "Huyện": "H.",
    "Phường": "P.",
    "Quận": "Q.",
    "Xã": "X.",
}
OTHER_TONE = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ", "òe": "oè"}
Written = Callable[[Sequence[str]], str]


def short(name: str) -> str:
    kind = next((one for one in SHORT if name.startswith(f"{one} ")), "")
    return f"{SHORT[kind]}{name[len(kind) :]}" if kind else name


def bare_name(name: str) -> str:
    kind = next((one for one in ("Tỉnh", "Đặc khu", *SHORT) if name.startswith(f"{one} ")), "")
    return name[len(kind) :].strip()


def other_tone(name: str) -> str:
    for one, other in OTHER_TONE.items():
        name = name.replace(one, other) if one in name else name.replace(other, one)
    return name


WAYS: dict[str, tuple[Written, float]] = {
    "capitals": (lambda line: ", ".join(line).upper(), 1.0),
    "small": (lambda line: ", ".join(line).lower(), 1.0),
    "decomposed": (lambda line: unicodedata.normalize("NFD", ", ".join(line)), 1.0),
    "other tone marks": (lambda line: ", ".join(map(other_tone, line)), 1.0),
    "abbreviated": (lambda line: ", ".join(map(short, line)), 1.0),
    "letterhead": (lambda line: "\n".join(reversed(line)).upper(), 1.0),
    "no marks": (lambda line: ", ".join(map(search_key, line)), 0.97),
    "no kind words above": (lambda line: ", ".join([line[0], *map(bare_name, line[1:])]), 0.97),
    "no kind words": (lambda line: ", ".join(map(bare_name, line)), 0.9),
}


@pytest.fixture(scope="module")
def country() -> Hierarchy:
    return load_hierarchy(Path("vn"))


@pytest.fixture(scope="module")
def vn_finder(country: Hierarchy) -> UnitFinder:
    return UnitFinder(country)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2026, 7, 25)], ids=str)
def test_names_of_the_country(country: Hierarchy, vn_finder: UnitFinder, day: date, way: str) -> None:
    written, least = WAYS[way]
    tree = country.on(day)
    units = random.Random(way).sample(list(tree), 200)
    found = []
    for unit in units:
        text = written([unit.name, *(above.name for above in tree.ancestors(unit.code))])
        best = vn_finder.find(text, on=day)
        found.append((text, unit.code, best[0].code if best and best[0].sure else None))
    assert [row for row in found if row[2] not in (row[1], None)] == []
    assert sum(row[1] == row[2] for row in found) >= least * len(units)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Quan Hóa, Tỉnh Thanh Hóa", "385"),
        ("Quận Thuận Hóa, Thành phố Huế", "474"),
        ("Xã Tân Bình, Huyện Châu Thành, Tỉnh Đồng Tháp", "30256"),
        ("TỈNH HƯNG YÊN\nHUYỆN ÂN THI\nXÃ ĐA LỘC", "12175"),
        ("xa nam vi, huyen muong nhe, tinh dien bien", "03161"),
    ],
)
def test_places_decide(vn_finder: UnitFinder, text: str, code: str) -> None:
    best = vn_finder.find(text, on=date(2025, 3, 1))[0]
    assert (best.code, best.sure) == (code, True)
