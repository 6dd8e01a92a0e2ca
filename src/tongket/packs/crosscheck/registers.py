"""Registers: names that lead somewhere, and what no register may collect."""

import re
from collections.abc import Iterator

from tongket.packs.draft import Draft, Entry
from tongket.packs.schema import FileKind
from tongket.problems import Problem
from tongket.vietnamese import accent_key

FORBIDDEN = re.compile(
    r"\b(tài khoản|bài đăng|bài viết của (?:người|công) dân|bình luận|trang cá nhân|mạng xã hội|dư luận|quan điểm|tư tưởng công dân"
    r"|ý kiến (?:của )?(?:người|công|nhân) dân|đường dẫn|địa chỉ (?:mạng|trang)|url|facebook|zalo|tiktok|youtube"
    r"|tọa độ|kinh độ|vĩ độ|vị trí|địa điểm|bản đồ|thiết kế|bản vẽ|quân số|vũ khí|khí tài|căn cước|số điện thoại)\b"
)
"""What people say, places, designs, strengths, persons: words of a field that no register may have."""
FORBIDDEN_CODES = re.compile(
    r"(^|_)(url|link|account|post|posts|comment|opinion|social|location|latitude|longitude|coordinate|coordinates|map|design|drawing|weapon|strength_of_force|phone|identity)(_|$)"
)
REFERRING = {
    "follow_up": ("deed", "owner", "due", "product", "done"),
    "evaluation": ("objective", "rating", "strength", "improvement"),
    "timeline": ("on", "amount", "movement"),
}
WAYS = {
    "on_time": {"due", "done"},
    "days_late": {"due", "done"},
    "at_most": {"value", "limit"},
    "share": {"part", "whole"},
    "total": {"lines", "value"},
    "reached_on": {"lines", "value", "on", "whole"},
}
UNITS = "org_units"
"""The register that is always there: the org units themselves."""


def check_registers(draft: Draft) -> Iterator[Problem]:
    """Every name in a register leads to a field, and none collects what may not be collected."""
    kinds = {one.text("code"): one for one in draft.files(FileKind.REGISTER)}
    for register in draft.files(FileKind.REGISTER):
        yield from _allowed(register)
        for table in register.entries("lines"):
            yield from _allowed(table)
        yield from _names(register)
        yield from _computed(register)
        yield from _lifecycle(register)
        for element in register.inner("figures").content:
            if not draft.knows(FileKind.ELEMENTS, element):
                yield register.problem("pack.unknown_element", "figures", element, code=element)
        for formula in register.entries("figures"):
            yield from _formula(draft, formula, kinds)


def _allowed(fields: Entry) -> Iterator[Problem]:
    for one in fields.entries("fields"):
        words = FORBIDDEN.search(accent_key(one.text("name")))
        if words or FORBIDDEN_CODES.search(one.code):
            yield one.problem("pack.register_forbidden", "name", word=words[0] if words else one.code)
        if (one.text("kind") == "choice") != ("choices" in one.content):
            yield one.problem("pack.register_choices", "kind")
        if (one.text("kind") == "computed") != ("computed" in one.content):
            yield one.problem("pack.register_computed", "kind")


def _fields(register: Entry, lines: str) -> set[str]:
    return set((register.inner("lines").inner(lines) if lines else register).inner("fields").content)


def _missing(entry: Entry, key: str, code: str, known: set[str]) -> Iterator[Problem]:
    if code and code not in known:
        yield entry.problem("pack.register_field", key, code=code, known=", ".join(sorted(known)))


def _names(register: Entry) -> Iterator[Problem]:
    own = _fields(register, "")
    for key in ("dated_by", "public_where"):
        for code in register.texts(key):
            yield from _missing(register, key, code, own)
    for order in register.entries("orders"):
        for key in ("first", "then"):
            yield from _missing(order, key, order.text(key), own)
    for key, parts in REFERRING.items():
        if key not in register.content:
            continue
        entry = register.inner(key)
        lines = entry.text("lines")
        if lines and lines not in register.inner("lines").content:
            yield entry.problem(
                "pack.register_field", "lines", code=lines, known=", ".join(register.inner("lines").content)
            )
            continue
        for part in parts:
            yield from _missing(entry, part, entry.text(part), _fields(register, lines))
    for one in register.entries("fields"):
        yield from _missing(one, "planned", one.text("planned"), own)


def _computed(register: Entry) -> Iterator[Problem]:
    own = _fields(register, "")
    for one in register.entries("fields"):
        if "computed" not in one.content:
            continue
        way = one.inner("computed")
        for key in sorted(WAYS.get(way.text("way"), set()) - way.content.keys()):
            yield way.problem("pack.missing_key", key=key)
        lines = way.text("lines")
        below = _fields(register, lines) if lines else own
        for key in ("value", "on"):
            yield from _missing(way, key, way.text(key), below)
        for key in ("due", "done", "part", "whole", "year"):
            yield from _missing(way, key, way.text(key), own)


def _lifecycle(register: Entry) -> Iterator[Problem]:
    entry = register.inner("lifecycle")
    states = set(entry.inner("states").content)
    yield from _missing(entry, "initial", entry.text("initial"), states)
    for move in entry.entries("moves"):
        for key in ("from", "to"):
            yield from _missing(move, key, move.text(key), states)


def _formula(draft: Draft, formula: Entry, kinds: dict[str, Entry]) -> Iterator[Problem]:
    if len(formula.content) != 1:
        yield formula.problem("pack.register_formula")
        return
    for code in formula.texts("sum"):
        if not draft.knows(FileKind.ELEMENTS, code):
            yield formula.problem("pack.unknown_element", "sum", code=code)
    for operation, content in formula.content.items():
        if not isinstance(content, dict):
            continue
        records = formula.inner(operation)
        kind = records.text("record_type")
        if kind == UNITS:
            continue
        if kind not in kinds:
            yield records.problem("pack.register_field", "record_type", code=kind, known=", ".join(sorted(kinds)))
            continue
        lines = records.text("lines")
        if lines and lines not in kinds[kind].inner("lines").content:
            yield records.problem(
                "pack.register_field", "lines", code=lines, known=", ".join(kinds[kind].inner("lines").content)
            )
            continue
        known = _fields(kinds[kind], lines) | {"state", "org_unit"}
        if operation != "count" and "field" not in records.content:
            yield records.problem("pack.missing_key", key="field")
        for key in ("field", "dated_by"):
            yield from _missing(records, key, records.text(key), known)
        for code in records.inner("where").content:
            yield from _missing(records, "where", code, known)
