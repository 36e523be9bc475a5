"""What all feeds share: the refusals of a bad body, and parsing of dates and figures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeVar
from xml.etree.ElementTree import Element, ParseError

import msgspec
from defusedxml.ElementTree import fromstring  # ships no types

from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.rates.banks import Bank
from app.rates.guard import is_plausible
from app.rates.official import OfficialRate, Quoted

Shape = TypeVar("Shape")

LIMIT_BYTES: Final = 500_000
"""Some forty times the longest answer known of these banks."""

_HTML: Final = re.compile(rb"\s*(?:<!doctype\s+html|<html)", re.IGNORECASE)
_CODE: Final = re.compile(r"[A-Z]{3}")
_NOMINAL: Final = re.compile(r"[1-9][0-9]{0,8}")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE: Final = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}")


class BadBody(BadInput):
    """A bank's answer cannot be used. None of its rates is imported: an outage, not a holiday."""

    code = "rate.bad_body"
    sentence = N_("The answer of %(bank)s cannot be used.")


class EmptyBody(BadBody):
    code = "rate.empty_body"
    sentence = N_("The answer of %(bank)s is empty.")


class HugeBody(BadBody):
    """The answer is far larger than any table of rates."""

    code = "rate.huge_body"
    sentence = N_("The answer of %(bank)s is larger than %(limit_bytes)s bytes.")


class WebPage(BadBody):
    """An error page came in place of rates."""

    code = "rate.web_page"
    sentence = N_("%(bank)s answered with a web page instead of rates.")


class BrokenBody(BadBody):
    """The answer is cut off, or not in the bank's format, or not safe to read."""

    code = "rate.broken_body"
    sentence = N_("The answer of %(bank)s is cut off or is not %(format)s.")


class OtherBody(BadBody):
    """The answer is XML, and of another kind than this bank's rates."""

    code = "rate.other_body"
    sentence = N_("The answer of %(bank)s is not its table of rates: it begins with %(root)s.")


class NoDate(BadBody):
    """The answer has no date."""

    code = "rate.no_date"
    sentence = N_("The answer of %(bank)s has no readable date: %(text)s.")


class NoItems(BadBody):
    code = "rate.no_items"
    sentence = N_("The answer of %(bank)s has no rates in it.")


class BadRate(BadBody):
    """One currency's code, nominal or value is missing, zero, absurd or no number."""

    code = "rate.bad_rate"
    sentence = N_(
        "In the answer of %(bank)s the rate for %(currency)s cannot be read:"
        " nominal %(nominal)s, value %(value)s."
    )


class RateTwice(BadBody):
    """The answer has one currency more than once."""

    code = "rate.twice"
    sentence = N_("The answer of %(bank)s has %(currency)s more than once.")


class TwoDays(BadBody):
    """A table of one day has rates of two."""

    code = "rate.two_days"
    sentence = N_("The answer of %(bank)s has rates of two days: %(first)s and %(second)s.")


class BankRefused(BadBody):
    """The bank's site returned a message instead of rates."""

    code = "rate.bank_refused"
    sentence = N_("%(bank)s gave no rates and said: %(text)s")


class OtherDay(BadBody):
    """The bank answered for another day than was asked for."""

    code = "rate.other_day"
    sentence = N_("%(bank)s was asked for %(asked)s and answered for %(got)s.")


class OnlyLatest(BadInput):
    """The bank publishes its latest rates alone, and another day was asked for."""

    code = "rate.only_latest"
    sentence = N_(
        "%(bank)s publishes its latest rates alone: rates of %(day)s cannot be asked for. Nothing"
        " was asked."
    )


class MissingCurrency(BadBody):
    """A required currency is missing."""

    code = "rate.missing_currency"
    sentence = N_("The answer of %(bank)s for %(day)s has no rate for %(currency)s.")


@dataclass(frozen=True, slots=True)
class RateSheet:
    bank: Bank
    day: date
    decimal_sign: str = "."
    series: str = ""


def check_body(body: bytes, *, bank: Bank) -> bytes:
    """Return the bytes; raises `EmptyBody`, `HugeBody` or `WebPage`."""
    if len(body) > LIMIT_BYTES:
        raise HugeBody(bank=bank, limit_bytes=LIMIT_BYTES)
    if not body.strip():
        raise EmptyBody(bank=bank)
    if _HTML.match(body):
        raise WebPage(bank=bank)
    return body


def read_json(body: bytes, *, bank: Bank, shape: type[Shape]) -> Shape:
    """Read JSON in UTF-8 as `shape`; raises what `check_body` raises, and `BrokenBody`."""
    try:
        return msgspec.json.decode(check_body(body, bank=bank), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise BrokenBody(bank=bank, format="JSON") from trouble


def read_xml(body: bytes, *, bank: Bank, root: str) -> Element:
    """Read the bytes in the encoding they declare, without document types or entities.

    Raises what `check_body` raises, `BrokenBody` or `OtherBody`.
    """
    check_body(body, bank=bank)
    try:
        # An unknown encoding is a LookupError; what defusedxml forbids is a ValueError.
        element: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, LookupError, ValueError) as trouble:
        raise BrokenBody(bank=bank, format="XML") from trouble
    if element.tag != root:
        raise OtherBody(bank=bank, root=element.tag[:40])
    return element


def read_date(text: str, *, bank: Bank) -> date:
    """Read DD.MM.YYYY; raises `NoDate`."""
    try:
        if _DATE.fullmatch(text):
            return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 -- a day has no zone
    except ValueError as trouble:
        raise NoDate(bank=bank, text=text) from trouble
    raise NoDate(bank=bank, text=text[:40] or "—")


def read_iso_date(text: str, *, bank: Bank) -> date:
    """Read YYYY-MM-DD; raises `NoDate`."""
    if not _ISO_DATE.fullmatch(text):
        raise NoDate(bank=bank, text=text[:40] or "—")
    try:
        return date.fromisoformat(text)
    except ValueError as trouble:
        raise NoDate(bank=bank, text=text) from trouble


def read_rate(
    texts: tuple[str, str, str], sheet: RateSheet, *, quoted: Quoted = Quoted.PER_FOREIGN
) -> OfficialRate:
    """Return the rate of (currency, nominal, value) as written; raises `BadRate`.

    The decimal sign is the bank's own and is never guessed: 1,234 is not 1.234.
    """
    currency, nominal, value = texts
    sign = sheet.decimal_sign
    plain = re.fullmatch(rf"[0-9]{{1,12}}(?:{re.escape(sign)}[0-9]{{1,10}})?", value)
    figure = Decimal(value.replace(sign, ".")) if plain else Decimal(0)
    if not (
        _CODE.fullmatch(currency)
        and _NOMINAL.fullmatch(nominal)
        and is_plausible(figure, int(nominal))
    ):
        shown = [text[:20] or "—" for text in texts]
        raise BadRate(bank=sheet.bank, currency=shown[0], nominal=shown[1], value=shown[2])
    return OfficialRate(
        bank=sheet.bank.code,
        currency=currency,
        nominal=int(nominal),
        value=figure,
        published_on=sheet.day,
        effective_on=sheet.day,
        quoted=quoted,
        series=sheet.series,
    )


def of_one_day(rates: tuple[OfficialRate, ...], *, bank: Bank) -> tuple[OfficialRate, ...]:
    """Return the rates of a table where each has its own date; raises `TwoDays`."""
    days = sorted({rate.effective_on for rate in rates})
    if len(days) > 1:
        raise TwoDays(bank=bank, first=days[0], second=days[-1])
    return rates


def whole(
    rates: Iterable[OfficialRate], *, bank: Bank, wanted: frozenset[str]
) -> tuple[OfficialRate, ...]:
    """Return the rates if none is there twice and all wanted ones are there.

    Raises `NoItems`, `RateTwice` or `MissingCurrency`.
    """
    found: dict[tuple[str, date], OfficialRate] = {}
    for rate in rates:
        if (rate.currency, rate.effective_on) in found:
            raise RateTwice(bank=bank, currency=rate.currency)
        found[rate.currency, rate.effective_on] = rate
    if not found:
        raise NoItems(bank=bank)
    for currency in sorted(wanted - {currency for currency, _ in found}):
        raise MissingCurrency(bank=bank, currency=currency, day=max(day for _, day in found))
    return tuple(found.values())
