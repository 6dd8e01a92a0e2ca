"""Attributes of WordprocessingML elements, given as ``name, value, name, value``."""

from collections.abc import Sequence

OFF = frozenset({"0", "false", "off", "none"})


def get(attributes: Sequence[str], name: str) -> str:
    """An attribute of ``name, value, name, value``."""
    for index in range(0, len(attributes), 2):
        if attributes[index] == name:
            return attributes[index + 1]
    return ""


def whole(text: str, default: int) -> int:
    """A small whole number."""
    return min(int(text), 16_384) if text.isdigit() else default


def on(attributes: Sequence[str]) -> bool:
    """Whether a switch such as ``<w:b/>`` is on."""
    return get(attributes, "w:val") not in OFF
