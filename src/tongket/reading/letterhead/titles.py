"""The type of document as a title in capitals."""

from tongket.reading.letterhead.vocabulary import TYPE_TITLES

UPPER_TITLES = [t.upper() for t in TYPE_TITLES]


def title_type(text: str) -> str:
    """The type of document that ``text``, a line in capitals, names as a title; empty where it does not."""
    bare = _spaced_out(text.strip(" .:*#"))
    whole = whole_title(bare)
    if whole or bare != bare.upper():
        return whole
    for upper, kind in zip(UPPER_TITLES, TYPE_TITLES, strict=True):
        if bare.startswith(upper + " ") and not bare.startswith("LUẬT SƯ"):
            return kind
    return ""


def whole_title(text: str) -> str:
    """The type where ``text`` is nothing but it, in capitals."""
    bare = " ".join(text.strip(" .:*#").split())
    return next((k for u, k in zip(UPPER_TITLES, TYPE_TITLES, strict=True) if bare == u), "")


def _spaced_out(text: str) -> str:
    """Letters set apart ("B Á O C Á O") brought together again where all words are single letters."""
    parts = text.split(" ")
    if len(parts) < 5 or any(len(p) > 1 for p in parts):
        return text
    glued = "".join(parts)
    return next((u for u in UPPER_TITLES if u.replace(" ", "") == glued), text)
