"""Programs outside that reading may call; the edges find them, and without them reading says what it could not do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """Where LibreOffice and Tesseract are; empty where they are not there or not wanted."""

    office: str = ""
    """soffice, which opens the formats that are not read here."""
    tesseract: str = ""
    """Set only when text recognition was asked for: what it reads is never quite sure."""
    seconds: int = 120
    """How long one call may take."""


NO_PROGRAMS = Programs()
