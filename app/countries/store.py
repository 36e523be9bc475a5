"""Countries as the edition in use has them."""

from collections.abc import Iterator
from datetime import date

from app.countries.country import Country, CountryNotServed, Crossing, CurrencyNotServed
from app.countries.lists import COUNTRIES
from app.kit import clock, formats
from app.reference import current
from app.reference.edition import Edition


def get_country(code: str, *, on: date) -> Country:
    """Return the country as it stands on the day; raise `NoRow`."""
    return current.edition().get(COUNTRIES, code, on=on)


def get_country_now(code: str) -> Country:
    """Return the country as it stands today; raise `NoRow`."""
    return get_country(code, on=today())


def list_countries(*, on: date) -> tuple[Country, ...]:
    """Return every country known on the day, in their order."""
    held = current.edition().on(COUNTRIES, on).values()
    return tuple(sorted(held, key=lambda country: country.position))


def list_buyers(*, on: date) -> tuple[Country, ...]:
    """Return the countries whose companies may buy on the day, in their order."""
    return tuple(country for country in list_countries(on=on) if country.is_buyer)


def list_buyers_now() -> tuple[Country, ...]:
    """Return the countries whose companies may buy today, in their order."""
    return list_buyers(on=today())


def get_buyer(code: str, *, on: date) -> Country:
    """Return a country whose companies may buy on the day; raise `CountryNotServed`."""
    for country in list_buyers(on=on):
        if country.code == code:
            return country
    raise CountryNotServed(field="country", country=code)


def get_buyer_by_currency(currency: str, *, on: date) -> Country:
    """Return the buyers' country that pays in a currency; raise `CurrencyNotServed`."""
    for country in list_buyers(on=on):
        if country.currency.code == currency:
            return country
    raise CurrencyNotServed(field="currency", currency=currency)


def list_currencies_now() -> tuple[str, ...]:
    """Return the currencies that buyers pay in today, in the order of their countries."""
    return tuple(country.currency.code for country in list_buyers_now())


def find_crossing(code: str) -> Crossing | None:
    """Return the crossing of a code, also one that we use no more."""
    return current.edition().derive(_crossings).get(code)


def today() -> date:
    """Return the day by which a country is looked up where nothing else names one."""
    return clock.day_at(clock.now())


def _ever(edition: Edition) -> Iterator[Country]:
    return (each.thing for each in edition.rows(COUNTRIES) if each.thing is not None)


def _crossings(edition: Edition) -> dict[str, Crossing]:
    return {crossing.code: crossing for each in _ever(edition) for crossing in each.crossings}


def _tell_formats(edition: Edition) -> None:
    """Let figures be written with the signs of countries' moneys and their own names."""
    known = list(_ever(edition))
    formats.use_signs({each.currency.code: each.currency.sign for each in known})
    formats.use_names(
        {(tag, each.code): name for each in known for tag, name in each.names.items()}
    )


current.on_change(_tell_formats)
