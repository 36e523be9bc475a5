"""How the house and its printing process speak: a kind, a length, and so many bytes."""

import struct
from enum import IntEnum
from typing import BinaryIO, Final

HEAD: Final = struct.Struct("!BI")


class Answer(IntEnum):
    """What a frame is."""

    ASKED = 0
    READY = 1
    PRINTED = 2
    UNAVAILABLE = 3
    FAILED = 4


def frame(kind: Answer, body: bytes) -> bytes:
    """Will give the bytes of one frame."""
    return HEAD.pack(kind, len(body)) + body


def write_frame(stream: BinaryIO, kind: Answer, body: bytes) -> None:
    """Will write one frame and push it out."""
    stream.write(frame(kind, body))
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[Answer, bytes] | None:
    """Will wait for one frame; `None` when the stream has ended."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    return Answer(kind), stream.read(length)
