"""A part of a zip container, unpacked piece by piece; any stretch of it can be had again without the rest being kept."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

PIECE = 1024 * 1024
"""Bytes of a piece, unpacked."""
FEED = 16 * 1024
"""Packed bytes given to the unpacker at a time: what it leaves of them is kept with each mark."""
LOCAL, LOCAL_SIGN = struct.Struct("<4s22xHH"), b"PK\x03\x04"
"""The header before a part: its sign, and how long the name and the extra field after it are."""
RAW_DEFLATE = -15


@dataclass(slots=True, kw_only=True)
class PackedPart:
    """The bytes ``start`` to ``end`` of ``data``, deflated or as they are, which unpack to ``size`` bytes."""

    data: bytes
    start: int
    end: int
    size: int
    crc: int
    deflated: bool
    piece: int = PIECE
    marks: list[tuple[Any, int]] = field(default_factory=list)
    """For each piece the state of the unpacker before it, and where it reads on."""

    @classmethod
    def of(cls, data: bytes, entry: zipfile.ZipInfo) -> "PackedPart":
        """A deflated part of the container whose bytes are ``data``."""
        sign, name, extra = LOCAL.unpack_from(data, entry.header_offset)
        if sign != LOCAL_SIGN:
            raise zipfile.BadZipFile(entry.filename)
        start = entry.header_offset + LOCAL.size + name + extra
        return cls(data=data, start=start, end=min(start + entry.compress_size, len(data)), size=entry.file_size,
                   crc=entry.CRC, deflated=True)  # fmt: skip

    @classmethod
    def whole(cls, content: bytes) -> "PackedPart":
        """Bytes that are at hand."""
        return cls(data=content, start=0, end=len(content), size=len(content), crc=0, deflated=False)

    def pieces(self) -> Iterator[bytes]:
        """All of it in order; BadZipFile where it is not what the container says it is."""
        if not self.deflated:
            yield from (self.data[at : at + self.piece] for at in range(0, self.size, self.piece))
            return
        self.marks.clear()
        unpacker, at, size, crc = zlib.decompressobj(RAW_DEFLATE), self.start, 0, 0
        while True:
            mark = (unpacker.copy(), at)
            found, at = self.unpacked(unpacker, at, self.piece)
            size, crc = size + len(found), zlib.crc32(found, crc)
            if not found or size > self.size:
                break
            self.marks.append(mark)
            yield found
        if size != self.size or crc != self.crc:
            raise zipfile.BadZipFile("Bad CRC-32")

    def unpacked(self, unpacker: Any, at: int, wanted: int) -> tuple[bytes, int]:
        """The next ``wanted`` bytes, fewer only at the end, and where the packed bytes go on."""
        parts: list[bytes] = []
        while wanted and not unpacker.eof:
            feed = unpacker.unconsumed_tail
            if not feed:
                feed = self.data[at : min(at + FEED, self.end)]
                at += len(feed)
            part = unpacker.decompress(feed, wanted)
            if not part and not feed:
                break
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts), at

    def stretch(self, start: int, end: int) -> bytes:
        """The bytes ``start`` to ``end`` once more, after :meth:`pieces` has gone past them."""
        if not self.deflated:
            return self.data[start:end]
        state, at = self.marks[start // self.piece]
        skipped = start // self.piece * self.piece
        return self.unpacked(state.copy(), at, end - skipped)[0][start - skipped :]
