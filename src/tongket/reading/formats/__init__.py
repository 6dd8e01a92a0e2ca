"""One reader for each format: bytes in, blocks out."""

from tongket.reading.formats.content import Content, FormatError, Limits
from tongket.reading.formats.readers import damage, read_content

__all__ = ["Content", "FormatError", "Limits", "damage", "read_content"]
