"""Posts and ranks around the name of a person."""

import re

from tongket.reading.posts import HONORIFICS, POSTS, RANKS

POST = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in sorted(POSTS, key=len, reverse=True)) + r")(?!\w)")
RANK = re.compile(r"(?<!\w)(" + "|".join(RANKS) + r")(?!\w)", re.IGNORECASE)
HONORIFIC = r"(?:" + "|".join(re.escape(h) for h in sorted(HONORIFICS, key=len, reverse=True)) + r")"
BEFORE = re.compile(rf"(?<!\w){HONORIFIC}\s*:?\s*$", re.IGNORECASE)
VERBS = re.compile(
    r"\s+(?:đồng chủ trì|chủ trì|điều hành|phát biểu|kết luận|nhấn mạnh|dự|tham dự|tới dự|đến dự|cùng dự|cho biết|cho rằng"
    r"|ghi nhận|đề nghị|yêu cầu|khẳng định|trình bày|báo cáo|thừa ủy quyền|thừa lệnh|trao|tặng|đã|có|làm|đánh giá|biểu dương"
    r"|nêu|chia sẻ|dẫn đầu|khai mạc|bế mạc|thông tin|lưu ý|quán triệt|phổ biến|triển khai|chúc mừng|đại diện|là|được|sẽ"
    r"|thay mặt|vừa|cũng|cùng|đọc|ký|giải đáp|tiếp thu|trực tiếp|nói|mong|hoan nghênh|bày tỏ|giao|chỉ ra|thống nhất|đến|tại"
    r"|về dự|đi kiểm tra|kiểm tra|thăm|tiếp|nhận|xin|động viên|cảm ơn|gợi ý|chỉ rõ|phân tích|đồng tình|tham luận)(?!\w)"
)
JOINS = re.compile(
    rf"\s+(?:và|cùng|với)\s+(?=(?:các\s|nhiều\s|đại diện|lãnh đạo|toàn thể|đông đảo|{HONORIFIC}\s|{RANK.pattern}|{POST.pattern}))",
    re.IGNORECASE,
)
LONGEST = 120


def ranks_before(text: str) -> tuple[list[str], str]:
    """The ranks at the end of ``text`` (before a name), and the text before them."""
    ranks: list[str] = []
    rest = text.rstrip(" ,-–")
    while found := next((m for m in RANK.finditer(rest) if m.end() == len(rest)), None):
        ranks.insert(0, _capital(found[1]))
        rest = rest[: found.start()].rstrip(" ,-–")
    return ranks, rest


def posts_before(text: str) -> list[str]:
    """The posts that stand right before a name: the last chunk, and the chunks before it that are posts too."""
    posts: list[str] = []
    for chunk in reversed(text.rstrip(" ,-–:").split(",")):
        found = _post_in(chunk)
        if not found:
            break
        posts.insert(0, found)
        if chunk.strip()[: len(found)] != found:
            break
    return posts


def _post_in(chunk: str) -> str:
    """The post that ends ``chunk``, whatever stands before it."""
    for found in POST.finditer(chunk):
        post = chunk[found.start() :].strip()
        if not VERBS.search(f" {post} ") and not re.search(r"[;:.()]", post):
            return _tidy(post)
    return ""


def posts_after(text: str) -> tuple[list[str], int]:
    """The ranks and posts that follow a name ("…, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự"), and where they end."""
    opening = re.match(r"\s*(?:,|[-–—:]|\()\s*", text)
    if not opening:
        return [], 0
    posts: list[str] = []
    end = at = opening.end()
    closing = r"[;.()\n]|\s[-–—]\s" if "(" not in opening[0] else r"[;)\n]"
    stop = re.search(closing, text[at:])
    limit = at + stop.start() if stop else len(text)
    while at < limit:
        comma = text.find(",", at, limit)
        chunk_end = comma if comma >= 0 else limit
        chunk = text[at:chunk_end]
        title, cut = _leading_title(chunk)
        if not title:
            break
        posts.append(title)
        end = at + len(title)
        if cut or comma < 0:
            break
        at = comma + 1 + (len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip()))
    return posts, end if posts else 0


def _leading_title(chunk: str) -> tuple[str, bool]:
    """The rank or post that begins ``chunk`` and whether something else follows it there."""
    lead = POST.match(chunk.strip()) or RANK.match(chunk.strip())
    if not lead or len(chunk) > 3 * LONGEST:
        return "", True
    bare = chunk.strip()
    ends = [m.start() for pattern in (VERBS, JOINS) if (m := pattern.search(bare))]
    title = bare[: min(ends)] if ends else bare
    return _tidy(title), bool(ends)


def _tidy(title: str) -> str:
    return " ".join(title.split()).strip(" ,.;:-–")


def _capital(rank: str) -> str:
    return rank[0].upper() + rank[1:]
