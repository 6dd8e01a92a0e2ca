"""Words for kinds of units and for the bodies that write in their name."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.orgunits.names import Word, bare, fold

KIND_WORDS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "quận": "quận",
    "huyện": "huyện",
    "thị xã": "thị xã",
    "tx": "thị xã",
    "thị trấn": "thị trấn",
    "tt": "thị trấn",
    "phường": "phường",
    "xã": "xã",
    "đặc khu": "đặc khu",
    "tỉnh ủy": "tỉnh",
    "thành ủy": "thành phố",
    "thị ủy": "thị xã",
    "huyện ủy": "huyện",
    "quận ủy": "quận",
}
"""Words before a name -> the kind they mean."""
INITIALS = {"h": "huyện", "x": "xã", "p": "phường", "q": "quận", "t": "tỉnh"}
"""One-letter abbreviations, only with a full stop or a number after them."""
LEVELS = {
    "tỉnh": 1,
    "thành phố": 2,
    "quận": 2,
    "huyện": 2,
    "thị xã": 2,
    "thị trấn": 3,
    "phường": 3,
    "xã": 3,
    "đặc khu": 3,
}
"""The usual level of a kind; a city may also be a province."""
NO_COMMUNE = frozenset({"thị", "tác", "tấn", "công", "bưu", "thi", "tac", "tan", "cong", "buu"})
"""thị xã, hợp tác xã, thông tấn xã and the like are no communes."""
SUBORDINATE = (
    "sở", "phòng", "chi cục", "cục", "trung tâm", "trường", "công ty", "đoàn", "hội", "bệnh viện", "trạm", "công an",
    "tòa án", "viện", "kho bạc", "bảo hiểm", "liên đoàn", "liên minh", "ngân hàng", "ban quản lý", "đài", "chi nhánh",
    "hợp tác xã", "hạt", "đội", "đồn", "tổ", "thanh tra", "văn phòng đăng ký", "vườn", "xí nghiệp", "nhà máy", "quỹ",
    "câu lạc bộ", "ban tổ chức", "ban dân tộc", "ban tuyên giáo", "ban dân vận", "ủy ban kiểm tra", "mttq",
    "mặt trận", "ủy ban mặt trận", "ủy ban mttq", "ubmttq",
)  # fmt: skip
"""First words of bodies that are in a unit but do not speak for it."""
NOT_SUBORDINATE = ("hội đồng", "đoàn đại biểu")
FOLLOWERS = frozenset(
    [
        "của", "thuộc", "và", "về", "trên", "tại", "số", "báo", "cáo", "thực", "hiện", "đã", "có", "là",
        "từ", "giai", "ngày", "gửi", "kèm", "docx", "doc", "pdf", "xlsx", "xls", "txt", "html", "cua", "thuoc",
        "va", "ve", "tren", "tai", "so", "bao", "cao", "thuc", "hien", "da", "co", "la", "tu", "giai", "ngay",
        "gui", "kem",
    ]
)  # fmt: skip
"""Words that may follow a name where capitals do not tell its end."""


def phrase(text: str) -> tuple[str, ...]:
    """The folded words of a fixed phrase."""
    return tuple(fold(word) for word in text.split())


def bare_phrase(folds: Sequence[str]) -> tuple[str, ...]:
    """A phrase as it is written without marks."""
    return tuple(bare(word) for word in folds)


KIND_PHRASES = {phrase(text): kind for text, kind in KIND_WORDS.items()}
BARE_KIND_PHRASES = {bare_phrase(folds): kind for folds, kind in KIND_PHRASES.items()}
SUBORDINATE_PHRASES = {form for text in SUBORDINATE for form in (phrase(text), bare_phrase(phrase(text)))}
NOT_SUBORDINATE_PHRASES = {form for text in NOT_SUBORDINATE for form in (phrase(text), bare_phrase(phrase(text)))}
LONGEST_BODY = max(len(form) for form in SUBORDINATE_PHRASES)


@dataclass(frozen=True, slots=True)
class KindWord:
    """A kind word in a text: the kind, how many words it takes, and whether it is written without marks."""

    kind: str
    length: int
    short: bool
    unmarked: bool


def kind_at(text: str, found: Sequence[Word], index: int) -> KindWord | None:
    """The kind word that begins at word ``index``, if one does."""
    one = found[index].fold
    if index and one in ("xã", "xa") and found[index - 1].fold in NO_COMMUNE and not gap_of(text, found, index):
        return None
    if one in INITIALS:
        return initial_at(text, found, index)
    if index + 1 < len(found):
        pair = (one, found[index + 1].fold)
        if pair in KIND_PHRASES:
            return KindWord(KIND_PHRASES[pair], 2, False, False)
        if pair in BARE_KIND_PHRASES:
            return KindWord(BARE_KIND_PHRASES[pair], 2, False, True)
    if (one,) in KIND_PHRASES:
        return KindWord(KIND_PHRASES[one,], 1, len(one) == 2 and one.isascii(), False)
    if (one,) in BARE_KIND_PHRASES:
        return KindWord(BARE_KIND_PHRASES[one,], 1, False, True)
    return None


def gap_of(text: str, found: Sequence[Word], index: int) -> str:
    """What stands between word ``index`` and the word before, blanks aside."""
    return text[found[index - 1].end : found[index].start].strip(" \t\u00a0")


def initial_at(text: str, found: Sequence[Word], index: int) -> KindWord | None:
    """``P.``, ``Q1``: one letter with a full stop or a number after it."""
    if index + 1 == len(found):
        return None
    gap = text[found[index].end : found[index + 1].start]
    if gap.startswith(".") or (not gap and found[index + 1].raw.isdecimal()):
        return KindWord(INITIALS[found[index].fold], 1, True, False)
    return None


def is_subordinate(folds: Sequence[str]) -> bool:
    """Whether the words begin with a body that does not speak for its unit."""
    starts = [tuple(folds[:length]) for length in range(1, LONGEST_BODY + 1)]
    if any(start in NOT_SUBORDINATE_PHRASES for start in starts):
        return False
    return any(start in SUBORDINATE_PHRASES for start in starts)
