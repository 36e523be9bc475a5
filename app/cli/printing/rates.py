"""`keruen rates`: importing, fetching and showing official rates."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.rates import feeds
from app.rates.actions import importing, months
from app.rates.banks import fetched_banks, get_bank
from app.rates.feeds import gacc
from app.rates.guard import check_days
from app.rates.month import month_text
from app.rates.official import OfficialRate
from app.rates.repository import published
from app.web.presenters.rates import held_text


class NoFile(BadInput):
    """The file does not exist or cannot be read."""

    code = "command.no_file"
    sentence = N_("The file %(path)s cannot be read.")


async def import_file(
    bank: str, path: Path, *, dry_run: bool, as_json: bool, at: datetime
) -> list[str]:
    """Import one recorded answer and return its rates, with a sentence for each held one.

    A dry run reads it, saves nothing and needs no database. Raises `NoFile`, `UnknownBank`,
    `BadBody`, `DayFarOff` or `RateChanged`.
    """
    body = _read(path)
    if dry_run:
        rates = feeds.parse(bank, body)
        check_days(rates, today=get_bank(bank).day_at(at))
        return _lines(rates, as_json=as_json)
    imported = await importing.import_body(bank, body, source=path.name, at=at)
    return _lines(imported.rates, held=imported.held, as_json=as_json)


async def fetch_banks(
    bank: str | None, *, on: date | None, as_json: bool, at: datetime
) -> tuple[list[str], list[str]]:
    """Fetch the rates of one bank, or of every one, for a day (by default the bank's today).

    Return the rates to print, and a line for each held rate and each bank that failed. Raises
    `UnknownBank`.
    """
    chosen = [get_bank(bank)] if bank else fetched_banks()
    fetched = await importing.fetch_rates(chosen, on=on, at=at)
    rates = [rate for imported in fetched.imported for rate in imported.rates]
    held = [rate for imported in fetched.imported for rate in imported.held]
    failed = [str(refusal) for refusal in fetched.refusals]
    return _lines(rates, held=held, as_json=as_json), failed


async def show(bank: str, *, on: date, as_json: bool) -> list[str]:
    """Return the rates in force at a bank on a day; raises `UnknownBank` or `NoRates`."""
    return _lines(await published.list_in_force(get_bank(bank), on=on), as_json=as_json)


async def import_month_rates(
    path: Path, *, dry_run: bool, at: datetime, because: str = ""
) -> list[str]:
    """Enter China customs' month rates from a file (docs/lists.md), and return them.

    `because`: why a rate that jumped against the month before is right. Raises `NoFile`, a
    `BadBody`, and what `enter_month_rates` raises.
    """
    rates = gacc.parse_month_rates(_read(path))
    if not dry_run:
        await months.enter_month_rates(rates, source=path.name, at=at, because=because)
    return [
        f"{month_text(each.month)}  {each.currency}  {each.value}  {each.fixing_on}"
        for each in rates
    ]


async def import_holidays(path: Path, *, at: datetime) -> list[str]:
    """Enter China's statutory holidays from a file (docs/lists.md); count the new ones."""
    holidays = gacc.parse_holidays(_read(path))
    count = await months.enter_holidays(holidays, source=path.name, at=at)
    return [f"{count} of {len(holidays)} holidays were new"]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise NoFile(path=path) from trouble


def _lines(
    rates: Iterable[OfficialRate], *, as_json: bool, held: Sequence[OfficialRate] = ()
) -> list[str]:
    """Return a line a rate; a held one is marked `held`, and as text followed by a sentence."""
    marked = [(_fields(rate), {"held": "held"} if rate in held else {}) for rate in rates]
    fields = [{**plain, **mark} for plain, mark in marked]
    if as_json:
        return [json.dumps(each) for each in fields]
    return [*("  ".join(each.values()) for each in fields), *held_text(held)]


def _fields(rate: OfficialRate) -> dict[str, str]:
    """Return a rate as strings: in JSON, numbers would become floats."""
    return {
        "bank": rate.bank,
        "date": rate.effective_on.isoformat(),
        "currency": rate.currency,
        "nominal": str(rate.nominal),
        "value": str(rate.value),
    }
