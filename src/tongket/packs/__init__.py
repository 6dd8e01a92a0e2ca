"""Content that changes without a release: packs of YAML, read strictly, checked whole."""

from tongket.packs import messages as messages
from tongket.packs.assignments import load_assignments
from tongket.packs.conference import ConferenceFiles, load_conference
from tongket.packs.conference_schema import conference_json_schema
from tongket.packs.content import (
    CountSentence,
    DueDate,
    Fact,
    GivenFigure,
    InForceSentence,
    Sentence,
    TextSentence,
)
from tongket.packs.pack import Pack, builtin_packs, check_pack, find_pack, load_pack
from tongket.packs.schema import FileKind, json_schema
from tongket.packs.testing import Recogniser, count_contents, run_sentences

__all__ = [
    "ConferenceFiles",
    "CountSentence",
    "DueDate",
    "Fact",
    "FileKind",
    "GivenFigure",
    "InForceSentence",
    "Pack",
    "Recogniser",
    "Sentence",
    "TextSentence",
    "builtin_packs",
    "check_pack",
    "conference_json_schema",
    "count_contents",
    "find_pack",
    "json_schema",
    "load_assignments",
    "load_conference",
    "load_pack",
    "run_sentences",
]
