"""The head and the signature of an official document: who issued it, under which number, when, who signed."""

from tongket.reading.letterhead.model import Header
from tongket.reading.letterhead.reader import read_header

__all__ = ["Header", "read_header"]
