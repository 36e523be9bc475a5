"""Central parity of the yuan, published by the China Foreign Exchange Trade System.

`www.chinamoney.com.cn/ags/ms/cm-u-bk-ccpr/CcprHisNew`: JSON; `data.head` names each figure of a
record by its place: `USD/CNY` and `100JPY/CNY` are yuan for foreign units, `CNY/MOP` foreign units
for a yuan. `---` is a figure that was not published. No tenge and no som.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import msgspec

from app.rates.banks import CFETS
from app.rates.feeds.feed import (
    BankRefused,
    BrokenBody,
    OtherBody,
    RateSheet,
    read_iso_date,
    read_json,
    read_rate,
    whole,
)
from app.rates.fetching import Ask
from app.rates.official import OfficialRate, Quoted

WANTED: Final = frozenset({"USD"})
_PAIR: Final = re.compile(r"([0-9]*)([A-Z]{3})/([A-Z]{3})")
_MISSING: Final = "---"
_DAYS_BACK: Final = 7
_HEADERS: Final = {
    "user-agent": "Mozilla/5.0 (compatible; Keruen)",
    "referer": "https://www.chinamoney.com.cn/english/bmkcpr/",
}


class Head(msgspec.Struct):
    """The labels of a record's figures, by position, and the site's own message."""

    head: list[str]
    flagMessage: str = ""  # noqa: N815 -- the site's own name


class CfetsRecord(msgspec.Struct):
    date: str
    values: list[str]


class CfetsAnswer(msgspec.Struct):
    data: Head
    records: list[CfetsRecord]


def asks(on: date) -> tuple[Ask, ...]:
    """Return the request for the parities of the week up to a day."""
    fields = {
        "currency": "",
        "startDate": (on - timedelta(days=_DAYS_BACK)).isoformat(),
        "endDate": on.isoformat(),
        "pageNum": "1",
        "pageSize": "50",
    }
    path = "/ags/ms/cm-u-bk-ccpr/CcprHisNew"
    return (Ask(path, day=on, earlier_days=_DAYS_BACK, body=fields, headers=_HEADERS),)


def parse(body: bytes) -> tuple[OfficialRate, ...]:
    """Parse the site's answer, in its own order; raises a `BadBody`."""
    answer = read_json(body, bank=CFETS, shape=CfetsAnswer)
    if answer.data.flagMessage and not answer.records:
        raise BankRefused(bank=CFETS, text=answer.data.flagMessage[:200])
    rates = (rate for record in answer.records for rate in _day(answer.data.head, record))
    return whole(rates, bank=CFETS, wanted=WANTED)


def _day(head: list[str], record: CfetsRecord) -> Iterator[OfficialRate]:
    if len(head) != len(record.values):
        raise BrokenBody(bank=CFETS, format="JSON")
    sheet = RateSheet(CFETS, read_iso_date(record.date, bank=CFETS))
    for label, value in zip(head, record.values, strict=True):
        if value != _MISSING:
            yield _rate(label, value, sheet)


def _rate(label: str, value: str, sheet: RateSheet) -> OfficialRate:
    pair = _PAIR.fullmatch(label)
    if pair is None or "CNY" not in pair.groups()[1:]:
        raise OtherBody(bank=CFETS, root=label[:40])
    nominal, left, right = pair[1] or "1", pair[2], pair[3]
    if right == CFETS.currency:
        return read_rate((left, nominal, value), sheet)
    return read_rate((right, nominal, value), sheet, quoted=Quoted.PER_OWN)
