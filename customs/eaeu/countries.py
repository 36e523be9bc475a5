"""Short names of countries as the Union's classifier writes them on paper, in capital letters."""

from typing import Final

from customs.refusal import N_, CustomsRefusal

SEVERAL: Final = "РАЗНЫЕ"
"""Box 16 when goods come from several countries."""


class NoShortName(CustomsRefusal):
    """The country's name as the classifier has it is not in our table."""

    sentence = N_("The classifier's short name of the country %(country)s is not in our table.")


_NAMES: Final = {
    "CN": "КИТАЙ",
    "KZ": "КАЗАХСТАН",
    "KG": "КИРГИЗИЯ",
    "UZ": "УЗБЕКИСТАН",
    "TJ": "ТАДЖИКИСТАН",
    "TM": "ТУРКМЕНИЯ",
    "RU": "РОССИЯ",
}
"""Classifier of countries of the world, Commission's Decision 378 of 20 September 2010."""


def short_name(country: str) -> str:
    """Will give the name that boxes 15, 16 and 17 print; raises `NoShortName`."""
    if country not in _NAMES:
        raise NoShortName(country=country)
    return _NAMES[country]
