"""Failures of due papers, and their retries after a pause that doubles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.kit.i18n import N_
from app.kit.message import NamedInEnglish
from app.kit.refusal import Refusal

FIRST_PAUSE: Final = timedelta(minutes=1)
LONGEST_PAUSE: Final = timedelta(hours=6)
_DOUBLINGS_MAX: Final = 10
ATTEMPTS_MAX: Final = 1_000
"""Attempts are not counted beyond this."""


class PaperDefect(Refusal):
    """A bug in making a paper: nothing that the declarant could correct."""

    code = "paper.defect"
    sentence = N_("Our program failed at this paper. The fault is written down for its makers.")


@dataclass(frozen=True, slots=True)
class Trouble:
    """The latest failure to make a due paper."""

    attempts: int
    sentence: str
    """A message id with named placeholders."""
    fields: Mapping[str, str]
    failed_at: datetime
    next_try_at: datetime


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after so many failed attempts, counted from 1."""
    doubled: int = 2 ** min(attempts - 1, _DOUBLINGS_MAX)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


def trouble_of(refusal: Refusal, *, attempts: int, at: datetime) -> Trouble:
    """Return the failure of one more attempt; `attempts` counts those before."""
    count = min(attempts + 1, ATTEMPTS_MAX)
    return Trouble(
        attempts=count,
        sentence=refusal.sentence,
        fields={name: _plain(value) for name, value in refusal.fields.items()},
        failed_at=at,
        next_try_at=at + pause_after(count),
    )


def _plain(value: object) -> str:
    """Return a value that can be stored as JSON; a message is translated when it is read."""
    match value:
        case Money():
            return f"{value.amount:f} {value.currency.code}"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case NamedInEnglish():
            return value.name_english
        case tuple() | list():
            return ", ".join(map(_plain, value))
        case _:
            return str(value)
