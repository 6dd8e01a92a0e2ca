"""Where the type of the decree, or its twin, lies on different systems."""

from pathlib import Path

FOLDERS = (
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation-serif-fonts",
    "/usr/share/fonts/liberation-serif",
    "/usr/share/fonts/liberation",
    "/usr/share/fonts/truetype/liberation",
    r"C:\Windows\Fonts",
    "/System/Library/Fonts/Supplemental",
    "/Library/Fonts",
)


def font_folders() -> tuple[Path, ...]:
    """The folders that are there, the surest first."""
    return tuple(path for name in FOLDERS if (path := Path(name)).is_absolute() and path.is_dir())
