"""The protocol of the printing process: frames of a kind, a length, and a body."""

import struct
from enum import IntEnum
from typing import BinaryIO, Final

HEAD: Final = struct.Struct("!BI")


class FrameKind(IntEnum):
    ASKED = 0
    READY = 1
    PRINTED = 2
    UNAVAILABLE = 3
    FAILED = 4


def frame(kind: FrameKind, body: bytes) -> bytes:
    return HEAD.pack(kind, len(body)) + body


def write_frame(stream: BinaryIO, kind: FrameKind, body: bytes) -> None:
    """Write one frame and flush it."""
    stream.write(frame(kind, body))
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[FrameKind, bytes] | None:
    """Read one frame; None at the end of the stream."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    return FrameKind(kind), stream.read(length)
