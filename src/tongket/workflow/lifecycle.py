"""A lifecycle: which verb leads from which state to which."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One way on: in state ``start`` the ``verb`` leads to ``end``."""

    start: str
    verb: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """States by code with their names, the first of them, and the moves between them."""

    initial: str
    states: Mapping[str, str]
    moves: tuple[Move, ...]

    def verbs(self, state: str) -> tuple[str, ...]:
        """What may be done in a state."""
        return tuple(move.verb for move in self.moves if move.start == state)

    def after(self, state: str, verb: str) -> str:
        """The state that a verb leads to; ValueError where it may not be said there."""
        for move in self.moves:
            if (move.start, move.verb) == (state, verb):
                return move.end
        raise ValueError(f"no {verb!r} in state {state!r}")

    def reachable(self, state: str) -> frozenset[str]:
        """The states that can follow, in any number of moves; the state itself is one of them."""
        found, waiting = {state}, [state]
        while waiting:
            here = waiting.pop()
            for move in self.moves:
                if move.start == here and move.end not in found:
                    found.add(move.end)
                    waiting.append(move.end)
        return frozenset(found)

    def named(self, text: str) -> str | None:
        """The code of the state that bears a name, or None."""
        return next((code for code, name in self.states.items() if text in (code, name)), None)
