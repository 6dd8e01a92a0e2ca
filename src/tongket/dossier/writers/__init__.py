"""Documents going out."""

__all__: list[str] = []
