"""How Vietnamese papers cite a legal text."""

from dataclasses import dataclass
from datetime import date

from tongket.law.instrument import Instrument, InstrumentKind

KIND_WORDS = {
    InstrumentKind.RESOLUTION: "Nghị quyết",
    InstrumentKind.CONCLUSION: "Kết luận",
    InstrumentKind.LAW: "Luật",
    InstrumentKind.DECREE: "Nghị định",
    InstrumentKind.DECISION: "Quyết định",
    InstrumentKind.CIRCULAR: "Thông tư",
    InstrumentKind.DIRECTIVE: "Chỉ thị",
    InstrumentKind.PLAN: "Kế hoạch",
    InstrumentKind.CONSOLIDATED_TEXT: "Văn bản hợp nhất",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A legal text as a paper names it, with the instruments that amend it and the text that consolidates them."""

    original: Instrument
    amended_by: tuple[Instrument, ...] = ()
    consolidated: Instrument | None = None

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every text it names."""
        return (self.original, *self.amended_by, *([self.consolidated] if self.consolidated else []))

    @property
    def is_printable(self) -> bool:
        """Whether every text it names may be named in print."""
        return all(one.is_printable for one in self.instruments)

    def short(self) -> str:
        """``Nghị định số 01/2019/NĐ-CP``."""
        return _numbered(self.original)

    def full(self) -> str:
        """With day, issuer, title, the instruments that amend it, and where they are consolidated."""
        issuer = f" của {self.original.issued_by}" if self.original.issued_by else ""
        named = f"{self.short()} ngày {_in_words(self.original.issued_on)}{issuer} {_lower_first(self.original.title)}"
        if self.amended_by:
            named += f", được sửa đổi, bổ sung bởi {', '.join(map(_numbered, self.amended_by))}"
        return f"{named} (hợp nhất tại {_numbered(self.consolidated)})" if self.consolidated else named

    def basis(self) -> str:
        """As a legal basis names it: a law without number and issuer (Decree 30/2020, Appendix I), all others in full."""
        if self.original.kind is InstrumentKind.LAW:
            return f"{self.original.title} ngày {_in_words(self.original.issued_on)}"
        return self.full()


def _numbered(instrument: Instrument) -> str:
    return f"{KIND_WORDS[instrument.kind]} số {instrument.number}"


def _in_words(day: date) -> str:
    """As Decree 30/2020 writes it: days under 10 and the months 1 and 2 take a leading zero."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def _lower_first(title: str) -> str:
    """Titles that begin with "Về" or "Quy định" run on from the number in lower case."""
    return title[:1].lower() + title[1:] if title.startswith(("Về ", "Quy định ")) else title
