"""Compile the message catalogue: the .mo beside each .po, or with ``--check`` only say whether they agree."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[1] / "src" / "tongket" / "locale"


def read_catalogue(po: Path) -> Catalog:
    """The catalogue of ``po``; a malformed file is an error."""
    with po.open("rb") as file:
        return read_po(file, locale=po.parts[-3], abort_invalid=True)


def compiled(po: Path) -> bytes:
    """What the .mo beside ``po`` should hold."""
    buffer = BytesIO()
    write_mo(buffer, read_catalogue(po))
    return buffer.getvalue()


def sentences(mo: bytes) -> dict[object, object]:
    """The msgids and translations of a compiled catalogue; the header does not count."""
    return {m.id: m.string for m in read_mo(BytesIO(mo)) if m.id}


def in_step(po: Path) -> bool:
    """Whether the .mo beside ``po`` says the same as it."""
    mo = po.with_suffix(".mo")
    return mo.exists() and sentences(mo.read_bytes()) == sentences(compiled(po))


def main(arguments: list[str]) -> int:
    """Compile every catalogue, or check it."""
    catalogues = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    if arguments == ["--check"]:
        stale = [po for po in catalogues if not in_step(po)]
        for po in stale:
            print(f"{po.with_suffix('.mo').name} does not say what {po.name} says: run make messages")
        return 1 if stale else 0
    for po in catalogues:
        if not in_step(po):
            po.with_suffix(".mo").write_bytes(compiled(po))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
