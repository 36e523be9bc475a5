"""Who is reading: a person, in one role, for one company."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound, Refusal


class Role(StrEnum):
    """What a person comes for. One role a person."""

    IMPORTER = "importer"
    BROKER = "broker"
    RATES = "rates_admin"
    WAREHOUSE = "warehouse_hand"
    DECLARANT = "declarant"
    OPERATOR = "operator"
    SELLER = "seller"


ROLE_NAMES = {
    Role.IMPORTER: N_("Importer"),
    Role.BROKER: N_("Customs broker"),
    Role.RATES: N_("Rates administrator"),
    Role.WAREHOUSE: N_("Warehouse hand"),
    Role.DECLARANT: N_("Export declarant"),
    Role.OPERATOR: N_("Operator"),
    Role.SELLER: N_("Seller"),
}

HOMES = {
    Role.IMPORTER: "/",
    Role.BROKER: "/broker",
    Role.RATES: "/office/rates",
    Role.WAREHOUSE: "/warehouse",
    Role.DECLARANT: "/office/loads",
    Role.OPERATOR: "/office",
    Role.SELLER: "/seller",
}
"""Where a person's work lies: the first page after signing in."""


class WrongSignIn(Refusal):
    """The e-mail and the password do not belong together; which was wrong stays unsaid."""

    code = "account.wrong_sign_in"
    sentence = N_("The e-mail or the password is not right.")


class SignInNeeded(NotAllowed):
    """The page needs a signed-in reader (401)."""

    code = "account.sign_in_needed"
    sentence = N_("Please sign in to go on. If you were signed in, your session has ended.")


class NotYourPage(NotAllowed):
    """The page is not for the reader's role."""

    code = "account.not_your_page"
    sentence = N_("This page is not for your role.")


class NoSuchPerson(NotFound):
    """Nobody signs in with this e-mail."""

    code = "account.person_not_found"
    sentence = N_("Nobody signs in with %(email)s.")


class LastOperator(Conflict):
    """Without this operator nobody could let people in."""

    code = "account.last_operator"
    sentence = N_("This is the last operator: let another operator in first.")


class EmailNotConfirmed(Conflict):
    """Orders wait until the e-mail is known to be the person's own."""

    code = "account.email_not_confirmed"
    sentence = N_(
        "Confirm your e-mail first: open the link in the letter that we sent to %(email)s."
    )


class BadEmail(BadInput):
    """The text is no e-mail address."""

    code = "account.bad_email"
    sentence = N_("%(email)s is not an e-mail address such as name@firm.kz.")


class NoName(BadInput):
    """A person needs a name that can be read."""

    code = "account.no_name"
    sentence = N_("Give the person's name.")


class PersonBlocked(Conflict):
    """Somebody who is blocked gets no link."""

    code = "account.person_blocked"
    sentence = N_("%(email)s is blocked: let them in again first.")


class EmailTaken(Refusal):
    """Somebody signs in with this e-mail already."""

    code = "account.email_taken"
    sentence = N_("Somebody already signs in with %(email)s.")


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as they join."""

    email: str
    name: str
    role: Role
    company_id: int
    language: str
    password_hash: str = ""
    """Empty until the person sets a password by a link: nothing signs them in before."""
    unconfirmed_since: datetime | None = None
    """Since when the e-mail waits to be confirmed."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody whose e-mail and password the sign-in page shows: the people of a demo shop."""

    name: str
    role: Role
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Reader:
    """The person behind a request, with what a page needs of their company."""

    person_id: int
    name: str
    email: str
    role: Role
    language: str
    company_id: int
    company: str
    country: str
    """ISO 3166-1 alpha-2 of the company's seat."""
    is_confirmed: bool = True
    """Whether the e-mail is known to be theirs."""


EMAIL: Final = r"^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$"
"""The form of an e-mail address: ASCII, since browsers let no other be typed when signing in.

Whether it is somebody's, a letter finds out.
"""
_EMAIL_LENGTH: Final = 254


def check_email(email: str) -> None:
    """Check that the text may be an e-mail address; raises `BadEmail`."""
    if len(email) > _EMAIL_LENGTH or re.search(EMAIL, email) is None:
        raise BadEmail(field="email", email=email[:_EMAIL_LENGTH])


def check_confirmed(reader: Reader) -> None:
    """Check that the reader's e-mail is confirmed; raises `EmailNotConfirmed`."""
    if not reader.is_confirmed:
        raise EmailNotConfirmed(email=reader.email)


def check_name(name: str) -> None:
    """Check that a name has a sign that can be seen; raises `NoName`."""
    if not any(sign.isalnum() for sign in name):
        raise NoName(field="name")
