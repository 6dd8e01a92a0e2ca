"""Characters as they are compared: composed letters, blanks that are blanks, nothing invisible."""

import re

from tongket.vietnamese import nfc

BLANKS = str.maketrans(dict.fromkeys("\xa0\u2007\u202f\u2003\u2002\u2009", " "))
INVISIBLE = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]")


def clean(text: str) -> str:
    """``text`` in NFC, no-break spaces as blanks, soft hyphens and zero-width signs left out."""
    if text.isascii():
        return text
    if not text.isprintable():  # blanks of other kinds and invisible signs are not
        text = INVISIBLE.sub("", text).translate(BLANKS)
    return nfc(text)
