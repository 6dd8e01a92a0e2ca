"""A tree of provisions while it is being read."""

from dataclasses import dataclass, field

from tongket.law.provision import Provision, ProvisionKind

ORDER = tuple(ProvisionKind)


@dataclass(slots=True)
class Growing:
    """A provision whose end has not been seen yet."""

    kind: ProvisionKind
    number: str
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    children: list["Growing"] = field(default_factory=list)

    def done(self) -> Provision:
        """The provision as it stands."""
        return Provision(
            kind=self.kind,
            number=self.number,
            heading=self.heading.strip(),
            text=joined(self.lines),
            children=tuple(child.done() for child in self.children),
        )


def joined(lines: list[str]) -> str:
    """Lines as paragraphs: one that a page broke in the middle of a sentence goes on."""
    text = ""
    for line in lines:
        goes_on = text and text[-1] not in '.;:!?”"' and line[:1] not in "-+–"
        text += (" " if goes_on else "\n" if text else "") + line
    return text


class Outline:
    """Where reading stands: the open provisions from the outside in."""

    def __init__(self) -> None:
        self.tops: list[Growing] = []
        self._open: list[Growing] = []

    @property
    def innermost(self) -> Growing | None:
        """The provision that the next line of text belongs to."""
        return self._open[-1] if self._open else None

    def last_number(self, kind: ProvisionKind) -> str:
        """The number of the provision of ``kind`` before the next one at this place; empty where it is the first."""
        for one in reversed(self._open):
            if one.kind is kind:
                return one.number
        return ""

    def inside(self, kind: ProvisionKind) -> bool:
        """Whether a provision of ``kind`` is open."""
        return any(one.kind is kind for one in self._open)

    def begin(self, kind: ProvisionKind, number: str, heading: str = "", text: str = "") -> None:
        """Begin a provision: those of its kind and below are over."""
        while self._open and ORDER.index(self._open[-1].kind) >= ORDER.index(kind):
            self._open.pop()
        new = Growing(kind, number, heading, [text] if text else [])
        (self._open[-1].children if self._open else self.tops).append(new)
        self._open.append(new)

    def provisions(self) -> tuple[Provision, ...]:
        """All that was read."""
        return tuple(one.done() for one in self.tops)
