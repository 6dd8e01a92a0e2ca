"""From validated pack files to what the rest of the program works with."""

from tongket.packs.decode.checks import decode_checks
from tongket.packs.decode.content import (
    decode_days_off,
    decode_due_dates,
    decode_outline,
    decode_phrases,
    decode_profiles,
    decode_sentences,
)
from tongket.packs.decode.facts import decode_facts
from tongket.packs.decode.framework import decode_framework
from tongket.packs.decode.law import decode_criteria, decode_family, decode_roles
from tongket.packs.decode.registers import decode_register

__all__ = [
    "decode_checks",
    "decode_criteria",
    "decode_days_off",
    "decode_due_dates",
    "decode_facts",
    "decode_family",
    "decode_framework",
    "decode_outline",
    "decode_phrases",
    "decode_profiles",
    "decode_register",
    "decode_roles",
    "decode_sentences",
]
