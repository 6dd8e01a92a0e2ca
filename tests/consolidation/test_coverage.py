"""Who reported: one entry for each duty."""

from dataclasses import replace

from consolidation.cast import REVIEW, duty, report
from tongket.consolidation import CoverageStatus, coverage
from tongket.periods import Period

DUTIES = (duty("D1", "2019"), duty("D2", "2019"), duty("AG", "2019"), duty("D1", "2020"), duty("D1", "2015"))


def test_every_duty_of_the_review_has_a_status() -> None:
    reports = (
        report("D1", "2019", file="first"),
        report("D1", "2019", file="second", day="2020-01-03"),
        report("D2", "2019", day="2020-01-03"),
        replace(report("AG", "2019"), document_date=None),
    )
    found = coverage(reports, DUTIES, review_period=REVIEW)
    assert [(one.org_unit, one.status, len(one.files)) for one in found.entries] == [
        ("D1", CoverageStatus.ON_TIME, 2),
        ("D2", CoverageStatus.LATE, 1),
        ("AG", CoverageStatus.UNDATED, 1),
        ("D1", CoverageStatus.MISSING, 0),
    ]
    assert (found.expected, found.reported) == (4, 3)
    assert found.missing == (("D1", Period.parse("2020")),)


def test_nothing_due_is_nothing_missing() -> None:
    assert coverage([report("D1", "2019")], ()).missing == ()
