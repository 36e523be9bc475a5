"""`keruen rates import | fetch | show`: each gives the lines to print, and refuses by raising."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from app.kit.refusal import BadInput
from app.kit.words import N_
from app.rates import feeds
from app.rates.actions import bringing
from app.rates.banks import BANKS, get_bank
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
) -> list[str]:
    """Will ask one bank, or every one, for the rates of a day (its today) and list them."""
    chosen = [get_bank(bank)] if bank else list(BANKS.values())
    lines: list[str] = []
    for each in chosen:
        for imported in await bringing.fetch_rates(each, on=on or each.day_at(at), at=at):
            lines += _lines(imported.rates, as_json=as_json)
    return lines


async def show(bank: str, *, on: date, as_json: bool) -> list[str]:
    """Will list the rates in force at a bank on a day; raises `UnknownBank` or `NoRates`."""
    return _lines(await published.list_in_force(get_bank(bank), on=on), as_json=as_json)


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
