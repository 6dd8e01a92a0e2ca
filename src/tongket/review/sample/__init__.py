"""A sample of the figures read, for somebody to check on paper, and what the answers say of all of them."""

from tongket.review.sample.draw import Drawn, draw
from tongket.review.sample.score import Score, score_lines, score_sheet
from tongket.review.sample.sheet import SHEET_FILES, write_sample

__all__ = ["SHEET_FILES", "Drawn", "Score", "draw", "score_lines", "score_sheet", "write_sample"]
