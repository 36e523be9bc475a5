"""Short names of countries in the Union's classifier, in capital letters."""

from typing import Final

from customs.refusal import N_, CustomsRefusal

SEVERAL: Final = "РАЗНЫЕ"
"""Box 16 when goods come from several countries."""
UNKNOWN: Final = "00"
"""The code of box 34 when the origin is not known."""


class NoShortName(CustomsRefusal):
    """Raised when the classifier's name of a country is not in the table."""

    code = "customs.eaeu.no_short_name"
    sentence = N_("The classifier's short name of the country %(country)s is not in our table.")


_NAMES: Final = {
    "CN": "КИТАЙ",
    "KZ": "КАЗАХСТАН",
    "KG": "КИРГИЗИЯ",
    "UZ": "УЗБЕКИСТАН",
    "TJ": "ТАДЖИКИСТАН",
    "TM": "ТУРКМЕНИЯ",
    "RU": "РОССИЯ",
    "EU": "ЕВРОСОЮЗ",
    "": "НЕИЗВЕСТНА",
}
"""Classifier of countries of the world, Commission's Decision 378 of 20 September 2010.

Blank is an unknown origin, EU the European Union as a whole.
"""


def short_name(country: str) -> str:
    """Return the name that boxes 15, 16 and 17 print; raises `NoShortName`."""
    if country not in _NAMES:
        raise NoShortName(country=country)
    return _NAMES[country]
