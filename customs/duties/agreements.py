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
class Party:
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
    Party("BY", date(2015, 1, 1), UNION_TREATY),
    Party("KZ", date(2015, 1, 1), UNION_TREATY),
    Party("RU", date(2015, 1, 1), UNION_TREATY),
    Party("AM", date(2015, 1, 2), UNION_TREATY),
    Party("KG", date(2015, 8, 12), UNION_TREATY),
)
FREE_TRADE: Final = (
    Party("BY", date(2012, 9, 20), CIS_TREATY),
    Party("RU", date(2012, 9, 20), CIS_TREATY),
    Party("UA", date(2012, 9, 20), CIS_TREATY),
    Party("AM", date(2012, 10, 17), CIS_TREATY),
    Party("KZ", date(2012, 12, 8), CIS_TREATY),
    Party("MD", date(2012, 12, 9), CIS_TREATY),
    Party("KG", date(2013, 12, 13), CIS_TREATY),
    Party("UZ", date(2014, 5, 12), CIS_TREATY),
    Party("TJ", date(2015, 12, 24), CIS_TREATY),
)


def are_bound(agreement: tuple[Party, ...], *countries: str, on: date) -> bool:
    """Return whether all the countries are bound by the agreement on the day."""
    return {party.country for party in agreement if party.holds(on=on)}.issuperset(countries)
