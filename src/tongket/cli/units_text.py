"""What ``tongket units`` answers, in lines for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tongket.problems import translate

Row = dict[str, Any]
MANY = 40
"""Longer lists are cut, and say so; --json and --csv have all of it."""
CHANGES = {
    "establish": "established",
    "rename": "renamed",
    "merge": "merged into a new unit",
    "absorb": "absorbed",
    "split": "divided",
    "spin_off": "carved out",
    "transfer": "transferred",
    "dissolve": "dissolved",
}
KINDS = {
    "province": "provinces",
    "district": "districts",
    "commune": "communes",
    "agency": "agencies",
    "party": "bodies of the Party",
    "mass_organisation": "mass organisations",
    "military_region": "military regions",
}
FIGURES = {
    "whole": "{count} figures convert whole",
    "by_shares": "{count} figures convert by known shares",
    "share_unknown": "{count} figures cannot be converted: the share of the divided unit is not known",
    "indicator_does_not_convert": "{count} figures cannot be converted: the indicator cannot be added up",
    "no_heir": "{count} figures belong to units that end without an heir; they count for the unit above",
}


def change_words(language: str) -> dict[str, str]:
    """The kinds of changes, and how an unknown share is said."""
    words = {kind: translate(word, language) for kind, word in CHANGES.items()}
    return {**words, "unknown": translate("share not known", language)}


def shown(rows: Sequence[Row], language: str) -> Iterator[str]:
    """The candidates; all of a unit where one is meant."""
    if len(rows) > 1:
        yield translate("{count} units may be meant; say more of where it is (--within):", language, count=len(rows))
    for row in rows:
        place = ", ".join([row["name"], *row["where"]])
        sure = translate("sure" if row["sure"] else "not sure", language)
        yield f"{place} ({row['code']}) · {sure}, {round(100 * row['score'])}%"
        if row["matched"] != row["name"]:
            yield "  " + translate("known by the name {name}", language, name=row["matched"])
        yield "  " + lasting(row["life"], row["first_day"], language)
        if len(rows) == 1:
            yield from ("  " + linked(link, language) for link in (*row["from"], *row["events"], *row["into"]))


def lasting(life: Sequence[Row], first_day: str, language: str) -> str:
    """From when until when; what was there when the tables begin may be older."""
    start, end = life[0]["valid_from"], life[-1]["valid_to"]
    since = "there on {start} already" if start == first_day else "from {start}"
    until = "still there" if end is None else "ended on {end}"
    told = (translate(since, language, start=day(start)), translate(until, language, end=day(end or start)))
    return ", ".join(told)


def day(iso: str) -> str:
    """A day as people write it."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def linked(link: Row, language: str) -> str:
    """What became of what, when, by which resolution."""
    basis = link["legal_basis"] or translate("number of the resolution not known", language)
    kind = translate(CHANGES[link["kind"]], language)
    names = f"{link['from_name']} → {link['to_name']}"
    share = "" if link["share"] == "1" else f" ({share_words(link['share'], language)})"
    return f"{day(link['on'])} {kind}: {names}{share}; {basis}"


def share_words(share: str | None, language: str) -> str:
    """A share in percent."""
    if share in (None, "?"):
        return translate("share not known", language)
    percent = f"{round(float(100 * Fraction(share or '1')), 2):g}%"
    return percent.replace(".", ",") if language == "vi" else percent


def lineage(found: Row, language: str) -> Iterator[str]:
    """The lives and the links, oldest first."""
    for life in found["lives"]:
        mark = "* " if life[0]["uid"] == found["uid"] else "  "
        yield f"{mark}{life[-1]['name']} ({life[-1]['code']}), " + lasting(life, found["first_day"], language)
    rows = [*found["links"], *(link for links in found["events"].values() for link in links)]
    yield from (linked(link, language) for link in sorted(rows, key=lambda link: str(link["on"])))


def crosswalk(rows: Sequence[Row], language: str) -> Iterator[str]:
    """The parts of units that are not simply themselves, and how many simply are."""
    same = [row for row in rows if row["from"] == row["to"] and row["share"] == "1"]
    told = [row for row in rows if row not in same] if len(rows) < 1000 else [r for r in rows if r["from"] != r["to"]]
    for row in cut(told):
        to = f"{row['to_name']} ({row['to']})" if row["to"] else translate("ended without an heir", language)
        share = f": {share_words(row['share'], language)}" if row["to"] else ""
        yield f"{row['from_name']} ({row['from']}) → {to}{share}"
    yield from left(told, language)
    yield translate("{count} parts of units, {same} of them units that stay whole under their code.", language,
                    count=len(rows), same=len(same))  # fmt: skip


def cut(rows: Sequence[Any]) -> Sequence[Any]:
    """The first of a long list."""
    return rows[:MANY]


def left(rows: Sequence[Any], language: str) -> Iterator[str]:
    """How many were not printed."""
    if len(rows) > MANY:
        yield translate("… and {count} more; --json prints all.", language, count=len(rows) - MANY)


def checked(found: Row, language: str) -> Iterator[str]:
    """Two tables without faults."""
    kinds = ", ".join(f"{count} {translate(KINDS[kind], language)}" for kind, count in found["units"].items())
    yield translate("No faults: {spans} rows, {units}; {changes} rows of changes.", language,
                    spans=found["spans"], units=kinds, changes=found["changes"])  # fmt: skip
    if found["unknown_shares"]:
        yield translate("{count} shares are not known: what crosses them cannot be compared.", language,
                        count=found["unknown_shares"])  # fmt: skip
    if found["without_basis"]:
        yield translate("{count} rows of changes name no resolution.", language, count=found["without_basis"])
    yield from cut(found["warnings"])
    yield from left(found["warnings"], language)


def difference(found: Row, language: str) -> Iterator[str]:
    """What ended, began, bears another name, stands elsewhere; by which resolutions."""
    for key, heading in (("ended", "Ended"), ("begun", "Begun")):
        rows = found[key]
        yield heading_of(heading, rows, language)
        yield from (f"  {row['name']} ({row['code']})" for row in cut(rows))
        yield from left(rows, language)
    for key, heading, part in (("renamed", "Renamed", "name"), ("moved", "Under another unit", "parent")):
        rows = found[key]
        yield heading_of(heading, rows, language)
        yield from (
            f"  {row['after']['name']} ({row['after']['code']}): {row['before'][part]} → {row['after'][part]}"
            for row in cut(rows)
        )
        yield from left(rows, language)
    numbered = [row for row in found["bases"] if row["legal_basis"]]
    if numbered:
        yield (
            translate("By:", language)
            + " "
            + "; ".join(f"{row['legal_basis']} ({day(row['on'])})" for row in cut(numbered))
        )


def heading_of(heading: str, rows: Sequence[Any], language: str) -> str:
    """A heading with the number of what follows."""
    return f"{translate(heading, language)}: {len(rows)}"


def preview(found: Row, language: str) -> Iterator[str]:
    """What a plan does."""
    for row in found["counts"]:
        if row["before"] != row["after"]:
            yield f"{translate(KINDS[row['kind']], language)}: {row['before']} → {row['after']}"
    for key, heading in (("ended", "Ended"), ("begun", "Begun")):
        yield heading_of(heading, found[key], language)
        arrow = "→" if key == "ended" else "←"
        for row in cut(found[key]):
            yield f"  {row['name']} ({row['code']}) {arrow} {kin(row['kin'], language)}"
        yield from left(found[key], language)
    for key, heading in (("renamed", "Renamed"), ("moved", "Under another unit")):
        yield heading_of(heading, found[key], language)
        yield from (f"  {row['code']}: {row['before']} → {row['after']}" for row in cut(found[key]))
        yield from left(found[key], language)
    yield from taken_over(found["duties"], "Reports that others owe", ("name", "period"), language)
    yield from taken_over(found["tasks"], "Tasks that others take over", ("org_unit", "deed"), language)
    yield from (translate(FIGURES[key], language, count=n) for key, n in (found["figures"] or {}).items() if n)
    yield from comparable(found["comparability"], language)
    yield translate("Nothing is deleted: the figures reported so far stay with the units that reported them.", language)


def kin(rows: Iterable[Row], language: str) -> str:
    """The units that another goes into or comes from."""
    told = [row["name"] + ("" if row["share"] == "1" else f" ({share_words(row['share'], language)})") for row in rows]
    return ", ".join(told) or translate("ended without an heir", language)


def taken_over(rows: Sequence[Row], heading: str, cells: Sequence[str], language: str) -> Iterator[str]:
    """Duties or tasks with those who take them over."""
    if not rows:
        return
    yield heading_of(heading, rows, language)
    for row in cut(rows):
        what = " · ".join(str(row[cell]) for cell in cells)
        yield f"  {what} → {kin(row['heirs'], language)}"
    yield from left(rows, language)


def comparable(rows: Sequence[Row], language: str) -> Iterator[str]:
    """Which units can be compared with the years before, and what is missing for the others."""
    counts = Counter(row["comparable"] for row in rows)
    if not rows:
        return
    yield translate("Comparable with earlier years: {yes} of {all} units that change.", language,
                    yes=counts[True], all=len(rows))  # fmt: skip
    for row in cut([row for row in rows if not row["comparable"]]):
        if row["shares_needed"]:
            yield "  " + translate("{name}: give the share of {units} that went there.", language,
                                   name=row["name"], units=", ".join(row["shares_needed"]))  # fmt: skip
        else:
            yield "  " + translate(
                "{name}: the plan does not say which units it is made of.", language, name=row["name"]
            )


def undone(found: Row, language: str) -> Iterator[str]:
    """A plan that was taken back."""
    days = ", ".join(day(one) for one in found["undone"])
    yield translate("The plan of {days} is undone: the tables are as they were.", language, days=days)
