"""Writes compound files (the container of .msg, .doc, .xls) for tests."""

import struct
from collections.abc import Mapping

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
Tree = Mapping[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file with the streams (of 4,096 bytes or more) and storages of ``tree``."""
    entries: list[list[object]] = [["Root Entry", 5, FREE, b""]]
    _add(entries, 0, tree)
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        count = max(1, -(-len(data) // SECTOR))
        first = len(sectors)
        for i in range(count):
            sectors.append(data[i * SECTOR : (i + 1) * SECTOR].ljust(SECTOR, b"\0"))
            fat.append(first + i + 1 if i + 1 < count else END)
        return first

    starts = [put(e[3]) if isinstance(e[3], bytes) and e[3] else END for e in entries]
    directory = b"".join(_entry(e, s, i, entries) for i, (e, s) in enumerate(zip(entries, starts, strict=True)))
    first_directory = put(directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0"))
    fat_sectors = -(-(len(fat) + 1) // (SECTOR // 4 - 1))
    fat_at = list(range(len(sectors), len(sectors) + fat_sectors))
    table = [*fat, *[FAT] * fat_sectors]
    table += [FREE] * (fat_sectors * SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 16, 0x3E, 3, 0xFFFE, 9, 6,
        0, fat_sectors, first_directory, 0, 4096, END, 0, END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *fat_at, *[FREE] * (109 - len(fat_at)))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _add(entries: list[list[object]], parent: int, tree: Tree) -> None:
    """Children hang on each other as right neighbours, the first on its storage."""
    before = None
    for name, content in tree.items():
        index = len(entries)
        entries.append(
            [name, 2 if isinstance(content, bytes) else 1, FREE, content if isinstance(content, bytes) else b"", FREE]
        )
        if before is None:
            entries[parent][2] = index
        else:
            entries[before][4] = index
        before = index
        if not isinstance(content, bytes):
            _add(entries, index, content)


def _entry(entry: list[object], start: int, index: int, entries: list[list[object]]) -> bytes:
    name = str(entry[0]).encode("utf-16-le") + b"\0\0"
    right = entry[4] if len(entry) > 4 else FREE
    size = len(entry[3]) if isinstance(entry[3], bytes) else 0
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ", name.ljust(64, b"\0"), len(name), entry[1], 1, FREE, right, entry[2], 0, start, size
    )
