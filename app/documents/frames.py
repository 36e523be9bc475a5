"""How the house and its printing process speak: a kind, a length, and so many bytes."""

import struct
from enum import IntEnum
from typing import BinaryIO, Final

HEAD: Final = struct.Struct("!BI")


class FrameKind(IntEnum):
    """What a frame is."""

    ASKED = 0
    READY = 1
    PRINTED = 2
    UNAVAILABLE = 3
    FAILED = 4


def frame(kind: FrameKind, body: bytes) -> bytes:
    """Return the bytes of one frame."""
    return HEAD.pack(kind, len(body)) + body


def write_frame(stream: BinaryIO, kind: FrameKind, body: bytes) -> None:
    """Write one frame and push it out."""
    stream.write(frame(kind, body))
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[FrameKind, bytes] | None:
    """Wait for one frame; `None` when the stream has ended."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    return FrameKind(kind), stream.read(length)
