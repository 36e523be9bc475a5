"""Who is a member of the Union, and party to the CIS free trade area, from which day on.

The first days are from memory: no depositary's list was at hand. Between which parties free trade
holds on a day (it was suspended between some) a broker must check.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from customs.days import within

_MEMORY: Final = "not yet seen in its source"
UNION_TREATY: Final = f"Treaty on the Eurasian Economic Union of 29 May 2014; {_MEMORY}"
CIS_TREATY: Final = f"Treaty on a free trade area of 18 October 2011; {_MEMORY}"


@dataclass(frozen=True, slots=True)
class Signatory:
    """A country bound by an agreement, on the days on which it is."""

    country: str
    """ISO 3166-1 alpha-2."""
    valid_from: date
    source: str
    valid_to: date | None = None

    def holds(self, *, on: date) -> bool:
        """Return whether the country is bound on the day, its last day included."""
        return within(on, self.valid_from, self.valid_to)


UNION: Final = (
    Signatory("BY", date(2015, 1, 1), UNION_TREATY),
    Signatory("KZ", date(2015, 1, 1), UNION_TREATY),
    Signatory("RU", date(2015, 1, 1), UNION_TREATY),
    Signatory("AM", date(2015, 1, 2), UNION_TREATY),
    Signatory("KG", date(2015, 8, 12), UNION_TREATY),
)
FREE_TRADE: Final = (
    Signatory("BY", date(2012, 9, 20), CIS_TREATY),
    Signatory("RU", date(2012, 9, 20), CIS_TREATY),
    Signatory("UA", date(2012, 9, 20), CIS_TREATY),
    Signatory("AM", date(2012, 10, 17), CIS_TREATY),
    Signatory("KZ", date(2012, 12, 8), CIS_TREATY),
    Signatory("MD", date(2012, 12, 9), CIS_TREATY),
    Signatory("KG", date(2013, 12, 13), CIS_TREATY),
    Signatory("UZ", date(2014, 5, 12), CIS_TREATY),
    Signatory("TJ", date(2015, 12, 24), CIS_TREATY),
)


def are_bound(agreement: tuple[Signatory, ...], *countries: str, on: date) -> bool:
    """Return whether all the countries are bound by the agreement on the day."""
    return {party.country for party in agreement if party.holds(on=on)}.issuperset(countries)
