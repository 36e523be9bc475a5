"""A writer of the smallest xls: BIFF8 records of one sheet in a compound file."""

import struct
from collections.abc import Sequence
from typing import Final

_SECTOR: Final = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xls(*table: Sequence[str | float], name: str = "goods") -> bytes:
    """Return an xls of one sheet; cells are text or numbers."""
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    codepage = _record(0x0042, struct.pack("<H", 1200))
    end = _record(0x000A, b"")
    title = _text(name, length="<B")
    at = len(begin) + len(codepage) + 4 + 6 + len(title) + len(end)
    bound = _record(0x0085, struct.pack("<IH", at, 0) + title)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, str):
                sheet += _record(0x0204, place + _text(cell, length="<H"))
            else:
                sheet += _record(0x0203, place + struct.pack("<d", cell))
    return _compound(begin + codepage + bound + end + sheet + end)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text(text: str, *, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _compound(stream: bytes) -> bytes:
    """Return a compound file of one stream: header, table of sectors, directory, the stream."""
    # Streams below 4096 bytes would lie in a small-sector stream of their own.
    padded = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(padded) // _SECTOR
    fat = [_FAT, _END, *range(3, sectors + 2), _END]
    assert len(fat) <= _SECTOR // 4
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0),
        *(4096, _END, 0, _END, 0),
    )
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    root = _entry("Root Entry", kind=5, child=1, start=_END, size=0)
    book = _entry("Workbook", kind=2, child=_FREE, start=2, size=len(padded))
    directory = (root + book).ljust(_SECTOR, b"\0")
    return header + struct.pack("<128I", *fat) + directory + padded


def _entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        *(encoded, len(encoded), kind, 1, _FREE, _FREE, child, b"", 0, 0, 0, start, size),
    )
