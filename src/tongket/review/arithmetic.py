"""What one document says that does not add up, for a person and as JSON: no pack, no units, any administration."""

from tongket.checks import Miscount, MiscountKind, miscounts
from tongket.problems import translate
from tongket.reading import Document, Table
from tongket.review.places import place_words
from tongket.vietnamese import format_number

SENTENCES = {
    MiscountKind.TOTAL: "{stated} is stated; {sum}.",
    MiscountKind.PERCENT: "{stated}% is stated; {sum}.",
    MiscountKind.CARRIED: "{stated} is carried over; the table before says {right}.",
    MiscountKind.TEXT_TABLE: "The text says {stated}, the table {right}.",
}


def arithmetic_json(document: Document, language: str) -> dict[str, object]:
    """The document as one object: what was looked at, and each figure that breaks a sum or a share."""
    return {
        "file": document.name,
        "sha256": document.sha256,
        "tables": sum(isinstance(block, Table) for block in document.blocks),
        "miscounts": [_row(one, language) for one in miscounts(document.blocks)],
    }


def arithmetic_lines(row: dict[str, object], language: str) -> tuple[str, ...]:
    """The same in lines of text."""
    found = row["miscounts"]
    assert isinstance(found, list)
    if not found:
        return (translate("{file}: every sum that was found adds up.", language, file=row["file"]),)
    head = translate("{file}: {count} points to review", language, file=row["file"], count=len(found))
    return (head, *(f"  {i}. {one['sentence']}" for i, one in enumerate(found, start=1)))


def _row(one: Miscount, language: str) -> dict[str, object]:
    stated, right = format_number(one.stated), format_number(one.right)
    said = translate(SENTENCES[one.kind], language, stated=stated, right=right, sum=one.shown)
    proposal = translate("{right} would fit.", language, right=right)
    where = place_words(one.place, language)
    return {
        "kind": one.kind.value,
        "place": one.place,
        "label": one.label,
        "stated": float(one.stated),
        "right": float(one.right),
        "sum": one.shown,
        "others": list(one.others),
        "sentence": f"{where} ({one.label}): {said} {proposal}",
    }
