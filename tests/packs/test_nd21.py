"""The pack of Decree 21/2019."""

from datetime import date

from packs.conftest import TODAY
from tongket import packs
from tongket.problems import Severity


def test_it_has_no_mistake() -> None:
    assert [p for p in packs.check_pack("nd21", on=TODAY) if p.severity is Severity.ERROR] == []


def test_its_sentences_hold() -> None:
    assert packs.run_sentences(packs.load_pack("nd21")) == ()


def test_it_has_sixty_one_indicators() -> None:
    assert packs.count_contents(packs.load_pack("nd21"))["indicators"] == 61


def test_the_decree_is_cited_as_it_stood() -> None:
    family = packs.load_pack("nd21").family
    cited = {day: family.on(day) for day in (date(2018, 7, 1), date(2024, 7, 1), date(2026, 11, 1))}
    assert [one and one.number for one in cited.values()] == ["152/2007/NĐ-CP", "21/2019/NĐ-CP", "47/VBHN-BQP"]
    assert [one.number for one in family.amendments_on(date(2026, 11, 1))] == ["220/2025/NĐ-CP"]
    assert family.amendments_on(date(2024, 7, 1)) == ()


def test_the_day_of_effect_is_used_and_never_printed() -> None:
    pack = packs.load_pack("nd21")
    assert pack.family["21/2019/NĐ-CP"].is_printable
    assert any(fact.where.file.startswith("law/") for fact in pack.unconfirmed)
