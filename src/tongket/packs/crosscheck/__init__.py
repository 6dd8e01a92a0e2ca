"""What no file tells alone: references between files, and rules between the keys of one entry."""

from tongket.packs.crosscheck.check import crosscheck

__all__ = ["crosscheck"]
