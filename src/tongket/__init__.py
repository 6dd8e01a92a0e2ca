"""Tổng kết: consolidate unit reports of a decree into figures that each open on their source."""

__version__ = "0.1.0"

__all__ = ["__version__"]
