"""Official lists of codes, each code with its period."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from customs.days import within
from customs.refusal import N_, CustomsRefusal


class UnlistedCode(CustomsRefusal):
    """Raised when the list has no such code on that day."""

    code = "customs.codes.unlisted_code"
    sentence = N_("The list %(list)s has no code %(code)s on this day.")


@dataclass(frozen=True, slots=True)
class Code:
    """A row of an official list; codes are case-sensitive, as y and Y are two."""

    code: str
    name_zh: str
    """The name that the declaration prints with the code."""
    valid_from: date
    """The first day on which it is known to be valid; it may be older."""
    valid_to: date | None
    """The last day; None while no end is known."""
    source: str
    name_ru: str = ""
    """Our name for it on papers in Russian; empty where our trade has no use for the code."""
    name_en: str = ""
    """Our English name for it, which is a message of the catalogue; empty as `name_ru` is."""

    def holds(self, *, on: date) -> bool:
        """Return whether the code is valid on the day, its last day included."""
        return within(on, self.valid_from, self.valid_to)


class CodeList:
    """An official list, in which a code may have several rows for different days."""

    def __init__(self, name: str, codes: Iterable[Code]) -> None:
        self.name = name
        self._codes = tuple(codes)

    def __iter__(self) -> Iterator[Code]:
        return iter(self._codes)

    def find(self, code: str, *, on: date) -> Code | None:
        """Return the row of a code that is valid on the day, if there is one."""
        return next((row for row in self._codes if row.code == code and row.holds(on=on)), None)

    def get(self, code: str, *, on: date) -> Code:
        """Return the row of a code that is valid on the day; raises `UnlistedCode`."""
        row = self.find(code, on=on)
        if row is None:
            raise UnlistedCode(list=self.name, code=code)
        return row


def rows(names: dict[str, str], *, since: date, source: str) -> Iterator[Code]:
    """Yield rows that are valid from one day on, with no known end."""
    return (Code(code, name, since, None, source) for code, name in names.items())


def named_rows(
    names: dict[str, tuple[str, str, str]], *, since: date, source: str
) -> Iterator[Code]:
    """Yield rows with their names in Chinese, Russian and English, as `rows` does."""
    return (Code(code, zh, since, None, source, ru, en) for code, (zh, ru, en) in names.items())
