"""What a document mentions: event, figures, statements, people, awards, references, units; each with its place."""

from tongket.reading.mentions.as_json import mentions_json
from tongket.reading.mentions.model import (
    AwardCounts,
    Event,
    Mentions,
    NamedPerson,
    Percentage,
    Quantity,
    Statement,
    TextMention,
)
from tongket.reading.mentions.reader import read_mentions

__all__ = [
    "AwardCounts",
    "Event",
    "Mentions",
    "NamedPerson",
    "Percentage",
    "Quantity",
    "Statement",
    "TextMention",
    "mentions_json",
    "read_mentions",
]
