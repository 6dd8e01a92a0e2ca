"""What a loaded pack says."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from packs.conftest import TODAY
from tongket import packs
from tongket.framework import Aggregation, Part, Publishable
from tongket.packs import GivenFigure
from tongket.periods import Period


def test_the_minimal_pack_has_no_mistake(minimal: Path) -> None:
    assert packs.check_pack(minimal, on=TODAY) == ()
    assert packs.run_sentences(packs.load_pack(minimal)) == ()


def test_the_framework(minimal: Path) -> None:
    framework = packs.load_pack(minimal).framework
    ratio, count = framework
    assert (ratio.code, ratio.pillar, ratio.denominator_is) == ("R1", "reading", "whole")
    assert ratio.over_units is Aggregation.RATIO_OF_SUMS
    assert count.publishable is Publishable.ASK
    assert framework.elements["communes_with_library"].wording.exclusions == ("thư viện trường học",)
    assert [item.required for item in framework.forms["commune-yearly"].items] == [True, False]
    assert framework.abbreviations == {"TVX": "thư viện xã"}


def test_the_outline(minimal: Path) -> None:
    (results,) = packs.load_pack(minimal).outline
    assert (results.code, results.narrative) == ("results", "result")
    assert [section.pillars for section in results.sections] == [("reading",)]


def test_every_fact_has_its_standing(minimal: Path) -> None:
    pack = packs.load_pack(minimal)
    assert all(fact.reference and fact.verified_on == date(2026, 11, 20) for fact in pack.facts)
    assert [(fact.where.file, fact.where.line) for fact in pack.unconfirmed] == [("law/family.yaml", 13)]


def test_due_dates_and_profiles(minimal: Path) -> None:
    pack = packs.load_pack(minimal)
    (due,) = pack.due_dates
    assert (due.level, due.addressee, due.due.day, due.profile) == ("commune", "district", 20, "fifteenth")
    year = Period.parse("2024").interval(pack.profiles["fifteenth"])
    assert (year.start, year.end) == (date(2023, 12, 15), date(2024, 12, 15))


def test_texts_are_read_by_whoever_can(minimal: Path) -> None:
    def numerators_only(text: str, heading: str) -> Iterator[GivenFigure]:
        assert (text, heading) == ("Có 18/20 xã có thư viện", "Phong trào đọc sách")
        yield GivenFigure(indicator="R1", part=Part.NUMERATOR, value=Decimal("18.0"))

    (problem,) = packs.run_sentences(packs.load_pack(minimal), numerators_only)
    assert problem.where.line == 5
    assert problem.fields["expected"] == "R1/denominator = 20, R1/numerator = 18"
    assert problem.fields["found"] == "R1/numerator = 18"
