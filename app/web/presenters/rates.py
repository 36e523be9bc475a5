"""Presenter of the rates desk: currencies, banks, drafts, log."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.countries.clocks import say_instant
from app.kit.formats import day, number, percent
from app.kit.i18n import N_, say, text_of, translate, translate_plural
from app.kit.texts import refusal_text
from app.rates.actions.importing import Imported
from app.rates.banks import get_bank
from app.rates.desk import BankDesk, CurrencyDesk, Desk
from app.rates.draft import DRAFT_STATES, Draft
from app.rates.fetching import Fetch
from app.rates.figures import FIGURE_NAMES, terms_figures
from app.rates.log import KIND_NAMES, LogEntry
from app.rates.official import HeldRate, OfficialRate
from app.rates.rounding import DIRECTION_NAMES, Direction, RoundingRule
from app.rates.selling import SellingTerms

Cells = tuple[str, ...]

_NOTHING: Final = "—"


@dataclass(frozen=True, slots=True)
class CurrencyView:
    """One currency on the desk."""

    currency: str
    cells: Cells
    is_old: bool
    troubles: tuple[str, ...]
    """Why nothing is sold in it."""
    stopped: str
    """Who stopped it, when and why; empty when it is not stopped."""


@dataclass(frozen=True, slots=True)
class BankView:
    """One bank's official rates as rows of cells."""

    name: str
    currency: str
    rows: tuple[Cells, ...]
    asked: str
    """When rates were last fetched and with which result; empty when never."""
    is_troubled: bool


@dataclass(frozen=True, slots=True)
class HeldView:
    """A rate that jumped, and the address that confirms it."""

    text: str
    action: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """The rates desk."""

    currencies: tuple[CurrencyView, ...]
    held: tuple[HeldView, ...]
    drafts: tuple[tuple[str, Cells], ...]
    """Address and cells of each open draft."""
    banks: tuple[BankView, ...]
    log: tuple[Cells, ...]


def desk_view(desk: Desk, *, country: str) -> DeskView:
    """Present the desk; instants in the country's time zone."""
    return DeskView(
        currencies=tuple(_currency(each, country) for each in desk.currencies),
        held=tuple(held_view(each) for each in desk.held),
        drafts=tuple(
            (f"/office/rates/drafts/{draft.id}", draft_cells(draft, country=country))
            for draft in desk.drafts
        ),
        banks=tuple(_bank(bank, country) for bank in desk.banks),
        log=tuple(log_cells(entry, country=country) for entry in desk.log),
    )


def imported_text(imported: Imported) -> str:
    """Return the result of an import, with a sentence for each held rate."""
    sentence = N_("The answer was read. Rates in it: %(count)s, new: %(fresh)s.")
    read = say(sentence, {"count": len(imported.rates), "fresh": len(imported.fresh)})
    return " ".join([read, *held_text(imported.held)])


def held_text(held: Iterable[OfficialRate]) -> list[str]:
    """Return a sentence for each rate that waits for a second person."""
    sentence = N_(
        "The rate %(value)s / %(nominal)s for %(currency)s jumped:"
        " it counts nowhere until a second person confirms it."
    )
    return [
        say(
            sentence,
            {
                "value": number(rate.value),
                "nominal": number(rate.nominal),
                "currency": rate.currency,
            },
        )
        for rate in held
    ]


def _currency(desk: CurrencyDesk, country: str) -> CurrencyView:
    return CurrencyView(
        currency=desk.bank.currency,
        cells=_selling(desk),
        is_old=desk.is_old or not desk.selling,
        troubles=tuple(refusal_text(each) for each in desk.refusals),
        stopped="".join(_stop_view(desk, country)),
    )


def _stop_view(desk: CurrencyDesk, country: str) -> list[str]:
    sentence = N_("Stopped by %(who)s, %(when)s: %(why)s")
    return [
        say(
            sentence,
            {
                "who": stop.stopped_by,
                "when": say_instant(stop.stopped_at, country),
                "why": stop.why,
            },
        )
        for stop in desk.stops
    ]


def _selling(desk: CurrencyDesk) -> Cells:
    for selling in desk.selling:
        official = selling.official
        return (
            selling.currency,
            number(official.value),
            number(official.nominal),
            day(official.effective_on),
            age_text(official.age_days(desk.today)),
            percent(selling.spread_percent),
            rounding_text(selling.terms),
            number(selling.value.normalize()),
        )
    return (desk.bank.currency, *[_NOTHING] * 7)


def rounding_text(terms: SellingTerms) -> str:
    """Return the rounding rule: step, ending and direction; a dash for none."""
    if terms.rounding == RoundingRule():
        return _NOTHING
    figures = terms_figures(terms)
    names = ("step", "ending", "direction")
    sentence = N_("steps of %(step)s, ending %(ending)s, %(direction)s")
    return say(sentence, {name: figure_text(name, figures[name]) for name in names})


_JUMPED: Final = N_(
    "%(bank)s: %(nominal)s %(base)s = %(value)s %(into)s from %(day)s, before that %(before)s:"
    " a change of %(percent)s. It counts nowhere until a second person confirms it."
)
_FIRST: Final = N_(
    "%(bank)s: %(nominal)s %(base)s = %(value)s %(into)s from %(day)s, its first rate, where about"
    " %(before)s is usual. It counts nowhere until a second person confirms it."
)


def held_view(held: HeldRate) -> HeldView:
    sentence = _FIRST if held.is_first else _JUMPED
    before = Decimal(f"{held.before:.2g}") if held.is_first else held.before
    fields: dict[str, object] = {
        "bank": text_of(get_bank(held.rate.bank).names),
        "nominal": number(held.rate.nominal),
        "base": held.rate.base,
        "into": held.rate.into,
        "value": number(held.rate.value),
        "day": day(held.rate.effective_on),
        "before": number(before.normalize()),
        "percent": percent(held.percent),
    }
    return HeldView(say(sentence, fields), f"/office/rates/held/{held.rate.id}/confirmation")


def _bank(bank: BankDesk, country: str) -> BankView:
    rows = tuple(
        (
            rate.base,
            number(rate.nominal),
            number(rate.value),
            rate.into,
            day(rate.effective_on),
            age_text(rate.age_days(bank.today)),
        )
        for rate in bank.rates
    )
    return BankView(
        name=text_of(bank.bank.names),
        currency=bank.bank.currency,
        rows=rows,
        asked="".join(_fetch_text(fetch, country) for fetch in bank.fetches),
        is_troubled=any(not fetch.is_good for fetch in bank.fetches),
    )


def _fetch_text(fetch: Fetch, country: str) -> str:
    when = say_instant(fetch.at, country)
    if fetch.is_good:
        return say(N_("Asked %(when)s: its rates were taken."), {"when": when})
    sentence = N_("Asked %(when)s: %(trouble)s")
    return say(sentence, {"when": when, "trouble": fetch.sentence})


def age_text(days: int) -> str:
    """Return the age of a rate."""
    return translate("today") if days == 0 else days_text(days)


def days_text(days: int) -> str:
    """Return a number of days with its unit."""
    return translate_plural("%(num)s day", "%(num)s days", days) % {"num": days}


def draft_cells(draft: Draft, *, country: str) -> Cells:
    """Return a draft's row: currency, spread, in force from, drafted by and when, state."""
    holds_from = draft.holds_from
    return (
        draft.currency,
        percent(draft.spread_percent),
        say_instant(holds_from, country) if holds_from else translate("when it is published"),
        draft.drafted_by,
        say_instant(draft.drafted_at, country),
        translate(DRAFT_STATES.names[draft.state]),
    )


def log_cells(entry: LogEntry, *, country: str) -> Cells:
    """Return the row of a log entry."""
    return (
        say_instant(entry.at, country),
        translate(KIND_NAMES[entry.kind]),
        entry.about,
        entry.who or translate("Keruen"),
        change_text(entry),
        entry.why,
    )


def change_text(entry: LogEntry) -> str:
    """Return the figures that changed, before and after."""
    changed = [
        f"{translate(label)}: {_from(entry, name)}{figure_text(name, entry.after[name])}"
        for name, label in FIGURE_NAMES.items()
        if name in entry.after and entry.before.get(name) != entry.after[name]
    ]
    return "; ".join(changed)


def _from(entry: LogEntry, name: str) -> str:
    return f"{figure_text(name, entry.before[name])} → " if name in entry.before else ""


def figure_text(name: str, figure: str) -> str:
    """Return a figure of terms as the reader's language writes it; the direction by its name."""
    if name == "direction":
        return translate(DIRECTION_NAMES[Direction(figure)])
    return number(Decimal(figure))
