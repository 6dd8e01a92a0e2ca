"""Who issues a paper and how it is headed and signed (Decree 30/2020/NĐ-CP, Appendix I)."""

from dataclasses import dataclass
from enum import StrEnum


class IssuerProfile(StrEnum):
    """House styles of issuers."""

    PEOPLES_COMMITTEE = "peoples_committee"
    STEERING_COMMITTEE = "steering_committee"
    """A consultative body: its own series of numbers, no superior above its name unless given."""
    MILITARY_COMMAND = "military_command"
    """The rank stands before the signer's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The body that issues; ``name`` as in running text, a part for each line of the head, where it stands in capitals:
    ("Ủy ban nhân dân", "tỉnh Bắc Kạn")."""

    profile: IssuerProfile
    name: tuple[str, ...]
    symbol: str
    """What stands after the type in the number: "UBND", "BCĐ"."""
    place: str
    """The name of the place in "Bắc Kạn, ngày …"."""
    superior: tuple[str, ...] = ()
    archive: str = ""
    """The last line of "Nơi nhận": "Lưu: VT, NC."."""


class PaperKind(StrEnum):
    """Kinds of administrative paper by their code in Decree 30/2020, Appendix III; an official letter has none."""

    REPORT = "BC"
    PROGRAMME = "CTr"
    NOTICE = "TB"
    COMMUNIQUE = "TC"
    SUBMISSION = "TTr"
    DECISION = "QĐ"
    INVITATION = "GM"
    MINUTES = "BB"
    PLAN = "KH"
    LETTER = ""
    INTERNAL = "-"
    """A working paper without number, such as the two pages for the chairman."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The signature block: ``authority`` lines in capitals ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""

    authority: tuple[str, ...]
    name: str
    rank: str = ""
    """Printed before the name by issuers of the armed forces only."""
