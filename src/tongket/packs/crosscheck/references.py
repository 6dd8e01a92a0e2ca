"""Codes that one file takes from another."""

from collections.abc import Iterator

from tongket.packs.draft import Draft
from tongket.packs.schema import FileKind
from tongket.problems import Problem, Severity


def check_references(draft: Draft) -> Iterator[Problem]:
    """Pillars, elements and cut-off profiles that are named exist."""
    yield from _pillars(draft)
    for form in draft.files(FileKind.FORM):
        for item in form.entries("items"):
            code = item.text("element")
            if code and not draft.knows(FileKind.ELEMENTS, code):
                yield item.problem("pack.unknown_element", "element", code=code)
    for calendar in draft.files(FileKind.CALENDAR):
        for due in calendar.entries("due_dates"):
            code = due.text("profile")
            if code and code not in calendar.inner("profiles").content:
                yield due.problem("pack.unknown_profile", "profile", code=code)


def _pillars(draft: Draft) -> Iterator[Problem]:
    for file in draft.files(FileKind.INDICATORS):
        code = file.source.file.removeprefix("indicators/").removesuffix(".yaml")
        if not draft.knows(FileKind.PILLARS, code):
            yield file.problem("pack.unknown_pillar", code=code)
    for section in draft.sections:
        for position, code in enumerate(section.texts("pillars")):
            if code and not draft.knows(FileKind.PILLARS, code):
                yield section.problem("pack.unknown_pillar", "pillars", position, code=code)


def check_unused(draft: Draft) -> Iterator[Problem]:
    """An element that no indicator and no form takes is collected for nothing."""
    if draft.folder.unreadable & {FileKind.INDICATORS, FileKind.FORM}:
        return
    used = {
        one.text(key) for one in draft.entries(FileKind.INDICATORS) for key in ("element", "numerator", "denominator")
    }
    used |= {item.text("element") for form in draft.files(FileKind.FORM) for item in form.entries("items")}
    for element in draft.entries(FileKind.ELEMENTS):
        if element.code not in used:
            yield element.problem("pack.unused_element", severity=Severity.WARNING, code=element.code)
