"""Office files are archives; the same content must give the same bytes."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
NEVER = rb"\g<1>2000-01-01T00:00:00Z"


def dateless(data: bytes) -> bytes:
    """The archive with every file dated alike, workbooks inside it too."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, _dateless(name, old.read(name)))
    return out.getvalue()


def _dateless(name: str, content: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return dateless(content)
    return MADE.sub(NEVER, content) if name == "docProps/core.xml" else content
