"""Slides as a PowerPoint file with charts that can be edited. The only door to python-pptx."""

from tongket.dossier.writers.pptx.write import can_write_slides, write_slides

__all__ = ["can_write_slides", "write_slides"]
