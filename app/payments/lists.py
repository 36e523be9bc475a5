"""The reference list of payments: the operator's bank accounts."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final

import msgspec

from app.reference import current
from app.reference.row import ReferenceList


class BankAccount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where buyers of one currency send their money."""

    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    """The currency, ISO 4217."""
    bank: Annotated[str, msgspec.Meta(min_length=1, max_length=140)]
    account: Annotated[str, msgspec.Meta(pattern="^[0-9A-Z -]{5,42}$")]
    """The account's number, an IBAN where the country has them."""
    swift: Annotated[str, msgspec.Meta(pattern="^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$")] = ""
    """The bank's code, ISO 9362; empty within one country."""


BANK_ACCOUNTS: Final = ReferenceList(
    "bank_accounts",
    BankAccount,
    Path(__file__).parent / "data" / "bank_accounts.csv",
    "the operator's bank accounts, one a currency",
)


def find_bank_account(currency: str, *, on: date) -> BankAccount | None:
    """Return the account for a currency on the day, or None while none is entered."""
    return current.edition().on(BANK_ACCOUNTS, on).get(currency)
