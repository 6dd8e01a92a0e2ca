"""The outline of the review's report, as a pack gives it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    """A section of the review: its title, how reports head it, whose figures stand in it."""

    code: str
    name: str
    name_en: str
    headings: tuple[str, ...]
    narrative: str
    """``result``, ``limitation``, ``cause``, ``task``, ``proposal``, or empty."""
    pillars: tuple[str, ...]
    sections: "tuple[OutlineSection, ...]"
