"""The desk in words: what its page says, translated and formatted."""

from dataclasses import dataclass

from app.kit.formats import day, number, percent
from app.kit.pages import say_instant
from app.kit.words import N_, say, translate, translate_plural
from app.rates.actions.bringing import Imported
from app.rates.desk import BankDesk, Desk, SpreadChange
from app.rates.official import OfficialRate

_LOG_LENGTH = 50
_TOO_OLD_DAYS = 4
"""Older than the longest ordinary weekend: the row is marked."""


@dataclass(frozen=True, slots=True)
class BankWords:
    """One bank's official rates as rows of cells; `is_old` marks the rows that need an eye."""

    name: str
    currency: str
    rows: tuple[tuple[tuple[str, ...], bool], ...]


@dataclass(frozen=True, slots=True)
class DeskWords:
    """Everything that the desk's page says."""

    selling: tuple[tuple[tuple[str, ...], bool], ...]
    missing: tuple[tuple[str, str], ...]
    """Currency that nothing is sold in, and why."""
    banks: tuple[BankWords, ...]
    log: tuple[tuple[str, ...], ...]


def desk_words(desk: Desk, *, country: str) -> DeskWords:
    """Will put the desk into words; instants by the clock of the reader's country."""
    return DeskWords(
        selling=tuple(_selling(bank) for bank in desk.banks),
        missing=tuple(
            (bank.bank.currency, say(no.sentence, no.fields))
            for bank in desk.banks
            for no in bank.refusals
        ),
        banks=tuple(_bank(bank) for bank in desk.banks),
        log=tuple(_change(change, country) for change in desk.changes[:_LOG_LENGTH]),
    )


def imported_words(imported: Imported) -> str:
    """Will say how an import went."""
    sentence = N_("The answer was read. Rates in it: %(count)s, new: %(fresh)s.")
    return say(sentence, {"count": len(imported.rates), "fresh": len(imported.fresh)})


def _selling(bank: BankDesk) -> tuple[tuple[str, ...], bool]:
    for selling in bank.selling:
        official = selling.official
        cells = (
            selling.currency,
            number(official.value),
            number(official.nominal),
            day(official.effective_on),
            _age(official.age_days(bank.today)),
            percent(selling.spread.percent),
            number(selling.value.normalize()),
        )
        return cells, _is_old(official, bank)
    return (bank.bank.currency, *["—"] * 6), True


def _bank(bank: BankDesk) -> BankWords:
    rows = tuple(
        (
            (
                rate.currency,
                number(rate.nominal),
                number(rate.value),
                day(rate.effective_on),
                _age(rate.age_days(bank.today)),
            ),
            _is_old(rate, bank),
        )
        for rate in bank.rates
    )
    return BankWords(str(bank.bank), bank.bank.currency, rows)


def _is_old(rate: OfficialRate, bank: BankDesk) -> bool:
    return rate.age_days(bank.today) > _TOO_OLD_DAYS


def _age(days: int) -> str:
    if days == 0:
        return translate("today")
    return translate_plural("%(num)s day", "%(num)s days", days) % {"num": days}


def _change(change: SpreadChange, country: str) -> tuple[str, ...]:
    entry = change.entry
    before = "".join(percent(value) for value in change.before) or "—"
    return (
        say_instant(entry.spread.effective_from, country),
        entry.spread.currency,
        before,
        percent(entry.spread.percent),
        entry.who,
        entry.why,
    )
