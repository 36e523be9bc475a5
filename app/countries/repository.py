"""Countries by the edition of the reference lists in use."""

from datetime import date

from app.countries.country import Country, CountryNotServed, Crossing, CurrencyNotServed
from app.countries.lists import COUNTRIES
from app.kit import clock, formats, typed
from app.kit.i18n import text_of
from app.reference import current
from app.reference.edition import ReferenceEdition
from app.reference.row import NoRow


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


def number_label(country: str, kind: str) -> str:
    """Return the name of a kind of number in the reader's language.

    Raises `NoRow` or `UnknownNumber`.
    """
    return text_of(get_country_now(country).number_kind(kind).label)


def tariff_label(tariff: str) -> str:
    """Return the tariff's name in the reader's language; raise `NoRow` for an unknown one."""
    for country in list_countries(on=today()):
        if country.tariff == tariff:
            return text_of(country.tariff_label)
    raise NoRow(list=COUNTRIES.name, key=tariff, day=today())


def tariff_choices() -> list[tuple[str, str]]:
    """Return (tariff, name in the reader's language) of every tariff of today, each once."""
    named = [each for each in list_countries(on=today()) if each.tariff_label]
    return list({each.tariff: text_of(each.tariff_label) for each in named}.items())


def crossing_label(code: str) -> str:
    """Return a crossing's name in the reader's language, also of one no longer in use.

    Raises `NoRow` for a code that no country's row ever had.
    """
    found = current.edition().derive(_crossings).get(code)
    if found is None:
        raise NoRow(list=f"{COUNTRIES.name}: crossings", key=code, day=today())
    return text_of(found.label)


def every_country(edition: ReferenceEdition) -> list[Country]:
    """Return each row of countries that an edition ever had, the earliest days first."""
    rows = sorted(edition.rows(COUNTRIES), key=lambda each: (each.row.valid_from, each.row.rank))
    return [each.thing for each in rows if each.thing is not None]


def today() -> date:
    """Return the day of a lookup that names none."""
    return clock.day_at(clock.now())


def _crossings(edition: ReferenceEdition) -> dict[str, Crossing]:
    return {
        crossing.code: crossing for each in every_country(edition) for crossing in each.crossings
    }


def _update_formats(edition: ReferenceEdition) -> None:
    """Pass the currency signs, their spellings and the names of countries on to the formatters."""
    known = every_country(edition)
    formats.use_signs({each.currency.code: each.currency.sign for each in known})
    typed.use_spellings({each.currency.code: _spellings(each) for each in known})
    formats.use_names(
        {(tag, each.code): name for each in known for tag, name in each.names.items()}
    )


def _spellings(country: Country) -> tuple[str, ...]:
    return (country.currency.sign, *country.currency.written)


current.on_change(_update_formats)
