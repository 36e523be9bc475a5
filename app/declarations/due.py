"""Papers due for a frozen declaration, recorded with the freeze."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.declarations.snapshot import Consignment, LoadSnapshot


class Audience(StrEnum):
    """Who may see a paper."""

    BUYER = "buyer"
    BROKER = "broker"
    DECLARANT = "declarant"


class Format(StrEnum):
    """The format of a paper's file; the value is its extension."""

    PDF = "pdf"
    XML = "xml"
    XLSX = "xlsx"
    JSON = "json"
    ZIP = "zip"

    @property
    def media_type(self) -> str:
        """Return the media type (RFC 6838)."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Final = {
    Format.PDF: "application/pdf",
    Format.XML: "application/xml",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSON: "application/json",
    Format.ZIP: "application/zip",
}


@dataclass(frozen=True, slots=True)
class DuePaper:
    """A paper due for a declaration, with the facts that outlive its kind in the code."""

    kind: str
    label: str
    """A message id; shown in English once the code no longer has the kind."""
    format: Format
    audience: frozenset[Audience]
    required: bool
    """Whether the dossier of its readers waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDue(DuePaper):
    """A due paper as it was recorded."""

    id: int
    declaration_id: int
    version: int
    """The freeze of the load, counted from 1."""
    recorded_at: datetime


PapersDue = Callable[[LoadSnapshot, Consignment], Sequence[DuePaper]]
"""Returns the papers due for one order of a load when it is frozen."""
