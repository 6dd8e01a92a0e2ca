"""Reading Vietnamese safely: folds that keep every place, numbers, dates, the order of names."""

from tongket.vietnamese.collation import SortKey, sort_key
from tongket.vietnamese.dates import DateMention, find_dates, format_date, parse_date
from tongket.vietnamese.legacy import from_tcvn3, from_vni, is_modern, looks_like_tcvn3, looks_like_vni
from tongket.vietnamese.mentions import NumberMention, find_numbers
from tongket.vietnamese.number_words import number_words
from tongket.vietnamese.numerals import format_number, parse_number
from tongket.vietnamese.tones import tone_normal
from tongket.vietnamese.unicode import accent_fold, accent_key, nfc, search_fold, search_key

__all__ = [
    "DateMention",
    "NumberMention",
    "SortKey",
    "accent_fold",
    "accent_key",
    "find_dates",
    "find_numbers",
    "format_date",
    "format_number",
    "from_tcvn3",
    "from_vni",
    "is_modern",
    "looks_like_tcvn3",
    "looks_like_vni",
    "nfc",
    "number_words",
    "parse_date",
    "parse_number",
    "search_fold",
    "search_key",
    "sort_key",
    "tone_normal",
]
