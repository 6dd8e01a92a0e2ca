"""Papers as data, and the writers that put them on paper and screen."""

__all__: list[str] = []
