"""Pages that open without a server: the overview, a page for each indicator, a page for each source."""

from tongket.dossier.writers.html.page import Mark, number, render, source_blocks, stylesheet

__all__ = ["Mark", "number", "render", "source_blocks", "stylesheet"]
