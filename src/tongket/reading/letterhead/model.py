"""What the head and the foot of an official document say."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The identifying parts of an official document; a text is empty where the document does not say."""

    number: str = ""
    """Number and symbol as printed, without inner spaces: ``45/BC-UBND``, ``12-BC/HU``."""
    type: str = ""
    """The type of document in words: ``Quyết định``, ``Công văn``."""
    issuer: str = ""
    """The issuing agency as printed, lines joined."""
    parent_issuer: str = ""
    """The agency printed above the issuer."""
    signer: str = ""
    """The name under the signature, without rank or degree."""
    signer_title: str = ""
    date: datetime.date | None = None
    place: str = ""
    addressees: tuple[str, ...] = ()
    """After "Kính gửi"."""
    title: str = ""
    """The abstract: what stands under the type, or after "V/v"."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Field -> anchor of the line or cell it was read from."""

    @property
    def is_official(self) -> bool:
        """Whether the document looks official: it has a number, or an issuer above a type or a signature."""
        return bool(self.number or (self.issuer and (self.type or self.signer)))
