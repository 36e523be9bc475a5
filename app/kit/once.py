"""Idempotent forms: an act that adds something is done once per submission (docs/decisions/0027).

Every form carries a key made with its page. The action that adds claims the key in
its own transaction; the same fields sent again under the same key, or at the same time, find it
claimed (`SentAlready`) and get the answer of the first submission.
"""

import asyncio
import hashlib
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.kit.records import Record, read_column, read_first
from app.kit.tables import Submission as SubmissionRow

FIELD: Final = "_once"
"""The hidden field of every form."""
KEPT_FOR: Final = timedelta(days=7)
"""A page older than this was closed long ago."""

_FORM: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_CLAIM: Final = (
    "INSERT INTO submission (key, sender, act, at) VALUES ({}, {}, {}, {})"
    " ON CONFLICT (key, sender, act) DO NOTHING RETURNING id"
)
_LOOKS: Final = 20
_LOOK_EVERY_S: Final = 0.05


class SentAlready(Exception):
    """The form was submitted before, and its act was done then.

    No refusal: who submits a form twice is led to the result of the first submission.
    """

    def __init__(self, reference: str = "", answer: str = "", at: datetime | None = None) -> None:
        """Take what the first submission made, where it led, and when it came."""
        super().__init__()
        self.reference = reference
        self.answer = answer
        self.at = at


class SubmissionRecord(Record):
    """What the first submission of a form made, where it led, and when it came."""

    reference: str
    answer: str
    at: datetime


@dataclass
class Submission:
    """One submission of a form. `act` is a digest of the address and the fields."""

    key: str
    sender: str
    act: str
    at: datetime
    row_id: int = 0
    """Id of the row that claims it; 0 until an action has."""


_current: ContextVar[Submission | None] = ContextVar("submission", default=None)


def new_key() -> str:
    """Return a new form key: 16 random bytes."""
    return secrets.token_urlsafe(16)


def submission_of(
    path: str, sent: Mapping[str, object], *, sender: str, at: datetime
) -> Submission | None:
    """Return the submission of a form; None for a form without a key of ours."""
    key = sent.get(FIELD)
    if not isinstance(key, str) or _FORM.fullmatch(key) is None:
        return None
    return Submission(key, sender, _digest(path, sent), at)


def _digest(path: str, sent: Mapping[str, object]) -> str:
    """Return the digest of an act: another quantity from the same page is another act."""
    fields = sorted((name, str(value)) for name, value in sent.items() if not name.startswith("_"))
    return hashlib.sha256(repr((path, fields)).encode()).hexdigest()


@contextmanager
def submitting(submission: Submission | None) -> Iterator[None]:
    """Set the submission for a block."""
    token = _current.set(submission)
    try:
        yield
    finally:
        _current.reset(token)


async def claim() -> None:
    """Claim the form that this request submitted; raises `SentAlready`.

    Call it first in the transaction of an act that adds: a second submission waits at the row
    until the first is committed or rolled back. Does nothing in commands and in the worker, which
    submit no form.
    """
    sent = _current.get()
    if sent is None or sent.row_id:
        return
    query = SubmissionRow.raw(_CLAIM, sent.key, sent.sender, sent.act, sent.at)
    claimed = await read_column(int, query)
    if not claimed:
        raise await _already(sent)
    sent.row_id = claimed[0]


async def save_reference(reference: str) -> None:
    """Save what the act made, in its transaction, for who submits the form again."""
    sent = _current.get()
    if sent is not None and sent.row_id:
        await SubmissionRow.update({SubmissionRow.reference: reference}).where(
            SubmissionRow.id == sent.row_id
        )


async def save_answer(location: str) -> None:
    """Save the address that the form led to."""
    sent = _current.get()
    if sent is not None and sent.row_id:
        await SubmissionRow.update({SubmissionRow.answer: location}).where(
            SubmissionRow.id == sent.row_id
        )


async def _already(sent: Submission) -> SentAlready:
    """Return the exception with the answer of the first submission.

    The answer is saved right after the first act's transaction: who came at the same time waits
    for it up to a second. It stays empty when the first submission was cut off after its act.
    """
    query = SubmissionRow.select().where(
        (SubmissionRow.key == sent.key)
        & (SubmissionRow.sender == sent.sender)
        & (SubmissionRow.act == sent.act)
    )
    for _ in range(_LOOKS):
        row = await read_first(SubmissionRecord, query.first())
        if row is not None and row.answer:
            break
        await asyncio.sleep(_LOOK_EVERY_S)
    return SentAlready(row.reference, row.answer, row.at) if row else SentAlready()


async def delete_old_submissions(*, at: datetime) -> None:
    """Delete the submissions older than `KEPT_FOR`."""
    await SubmissionRow.delete().where(SubmissionRow.at < at - KEPT_FOR)
