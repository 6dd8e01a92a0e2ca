"""One reader for each format: bytes in, blocks out."""

from tongket.reading.formats.containers import CONTAINERS, Member, member_bytes, members
from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.readers import damage, read_content

__all__ = [
    "CONTAINERS",
    "Content",
    "FormatError",
    "Limits",
    "Member",
    "damage",
    "member_bytes",
    "members",
    "read_content",
]
