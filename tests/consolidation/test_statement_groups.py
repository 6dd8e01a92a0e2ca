"""What several units say in like words."""

from hypothesis import given
from hypothesis import strategies as st

from tongket.consolidation import group_statements, same_matter
from tongket.periods import Period
from tongket.reports import Narrative, NarrativeKind, Report, Source

SLOW = "Kinh phí cấp cho nhiệm vụ ở một số đơn vị còn chậm"
SLOWER = "Kinh phí cấp cho nhiệm vụ ở một số đơn vị còn rất chậm."
STAFF = "Cán bộ tham mưu còn thiếu, kiêm nhiệm nhiều việc"


def report(org_unit: str, year: int, *texts: str, kind: NarrativeKind = NarrativeKind.LIMITATION) -> Report:
    file = f"{org_unit}-{year}.docx"
    return Report(
        file=file,
        sha256=file,
        org_unit=org_unit,
        period=Period.parse(str(year)),
        narratives=tuple(
            Narrative(
                kind=kind,
                text=text,
                source=Source(file=file, sha256=file, anchor=f"body/p[{i}]:0-{len(text)}", text=text, reader="test"),
            )
            for i, text in enumerate(texts)
        ),
    )


def test_like_words_are_one_matter_and_units_count_once() -> None:
    reports = [report("01", 2020, SLOW, STAFF), report("02", 2020, SLOWER), report("02", 2021, SLOWER)]
    first, second = group_statements(reports, NarrativeKind.LIMITATION)
    assert (first.org_units, len(first.statements), first.text) == (("01", "02"), 3, SLOWER)
    assert (second.org_units, second.text) == (("01",), STAFF)
    assert [str(p) for p in first.periods] == ["2020", "2021"]
    assert first.representative.org_unit == "02"


def test_only_the_kind_that_is_asked_for_of_reports_that_are_attributed() -> None:
    stranger = Report(file="x", sha256="x", org_unit=None, period=None, narratives=report("01", 2020, SLOW).narratives)
    reports = [report("01", 2020, SLOW, kind=NarrativeKind.CAUSE), stranger]
    assert group_statements(reports, NarrativeKind.LIMITATION) == ()


@given(st.lists(st.sampled_from([SLOW, SLOWER, STAFF, "Việc khác hẳn"]), unique=True))
def test_every_text_has_a_matter_whatever_the_order(texts: list[str]) -> None:
    matter = same_matter(sorted(texts))
    assert set(matter) == set(texts)
    if SLOW in texts and SLOWER in texts:
        assert matter[SLOW] == matter[SLOWER]
    assert len(set(matter.values())) == len(texts) - (SLOW in texts and SLOWER in texts)
