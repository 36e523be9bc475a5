"""`keruen rates import | fetch | show`: each gives the lines to print, and refuses by raising."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from app.kit.refusal import BadInput
from app.kit.words import N_
from app.rates import feeds
from app.rates.actions import bringing, months
from app.rates.banks import FETCHED_BANKS, get_bank
from app.rates.feeds import gacc
from app.rates.month import month_text
from app.rates.official import OfficialRate
from app.rates.store import published


class NoFile(BadInput):
    """The file is not there, or may not be read."""

    sentence = N_("The file %(path)s cannot be read.")


async def import_file(
    bank: str, path: Path, *, dry_run: bool, as_json: bool, at: datetime
) -> list[str]:
    """Will import one recorded answer and list its rates; a dry run reads it and keeps nothing.

    A dry run needs no database. Raises `NoFile`, `UnknownBank`, `BadBody` or `RateChanged`.
    """
    body = _read(path)
    if dry_run:
        return _lines(feeds.parse(bank, body), as_json=as_json)
    imported = await bringing.import_body(bank, body, source=path.name, at=at)
    return _lines(imported.rates, as_json=as_json)


async def fetch_banks(
    bank: str | None, *, on: date | None, as_json: bool, at: datetime
) -> tuple[list[str], list[str]]:
    """Will ask one bank, or every one, for the rates of a day (its today).

    Gives the rates to print, and a line for each bank that failed. Raises `UnknownBank`.
    """
    chosen = [get_bank(bank)] if bank else FETCHED_BANKS
    fetched = await bringing.fetch_rates(chosen, on=on, at=at)
    rates = [rate for imported in fetched.imported for rate in imported.rates]
    return _lines(rates, as_json=as_json), [str(refusal) for refusal in fetched.refusals]


async def show(bank: str, *, on: date, as_json: bool) -> list[str]:
    """Will list the rates in force at a bank on a day; raises `UnknownBank` or `NoRates`."""
    return _lines(await published.list_in_force(get_bank(bank), on=on), as_json=as_json)


async def import_month_rates(path: Path, *, dry_run: bool, at: datetime) -> list[str]:
    """Will enter China customs' month rates from a file of our own form, and list them.

    Raises `NoFile`, a `BadBody`, and what `enter_month_rates` raises.
    """
    rates = gacc.parse_month_rates(_read(path))
    if not dry_run:
        await months.enter_month_rates(rates, source=path.name, at=at)
    return [
        f"{month_text(each.month)}  {each.currency}  {each.value}  {each.fixing_on}"
        for each in rates
    ]


async def import_holidays(path: Path, *, at: datetime) -> list[str]:
    """Will enter China's statutory holidays from a file of our own form; says how many were new."""
    holidays = gacc.parse_holidays(_read(path))
    count = await months.enter_holidays(holidays, source=path.name, at=at)
    return [f"{count} of {len(holidays)} holidays were new"]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise NoFile(path=path) from trouble


def _lines(rates: Iterable[OfficialRate], *, as_json: bool) -> list[str]:
    fields = [_fields(rate) for rate in rates]
    if as_json:
        return [json.dumps(each) for each in fields]
    return ["  ".join(each.values()) for each in fields]


def _fields(rate: OfficialRate) -> dict[str, str]:
    """One rate as strings, in the bank's own digits: a reader makes no float of them unasked."""
    return {
        "bank": rate.bank,
        "date": rate.effective_on.isoformat(),
        "currency": rate.currency,
        "nominal": str(rate.nominal),
        "value": str(rate.value),
    }
