"""The facts of a new shop: from a file, from options, or asked one by one."""

import argparse
import sys
import tomllib
from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from typing import Final

import msgspec

from app.accounts.person import Role
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal
from app.opening.shop import OperatorFacts, ShopFacts, StaffMember, check_staff
from customs.identifiers import parse_customs_code, parse_uscc

_ROLES: Final = {
    "operator": Role.OPERATOR,
    "rates": Role.RATES,
    "warehouse": Role.WAREHOUSE,
    "declarant": Role.DECLARANT,
}


class BadShopFile(BadInput):
    """The file does not say what a shop needs."""

    code = "command.bad_shop_file"
    sentence = N_("%(path)s does not open a shop: %(reason)s. `keruen open --example` prints one.")


class NotGiven(BadInput):
    """Something was not given, and nobody is there to be asked."""

    code = "command.not_given"
    sentence = N_("--%(name)s is not given: give it, or use --file (`keruen open --example`).")


class Unanswered(BadInput):
    """A question was left without an answer."""

    code = "command.unanswered"
    sentence = N_("This needs an answer.")


class NotAPerson(BadInput):
    """The text is not a name with an e-mail."""

    code = "command.not_a_person"
    sentence = N_("%(text)s is not a person such as 'Name <name@firm.kz>'.")


def read_facts(path: Path) -> ShopFacts:
    """Return what the file says; raises `BadShopFile`."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), ShopFacts)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as why:
        raise BadShopFile(path=path, reason=why) from why


def ask_facts(given: argparse.Namespace, *, is_terminal: bool) -> ShopFacts:
    """Return what the options say, and ask for the rest; raises `NotGiven` with nobody to ask."""
    asking = _Asking(given, is_terminal=is_terminal)
    company = OperatorFacts(
        name=asking.get("name", "Name of the company, in Chinese", _some),
        name_latin=asking.get("name_latin", "Its name in Latin letters", _some),
        uscc=asking.get("uscc", "Unified social credit code", parse_uscc),
        address=asking.get("address", "The warehouse's place", _some),
        customs_code=asking.get(
            "customs_code", "Customs code (blank: not known yet)", _customs_code, default=""
        ),
    )
    return ShopFacts(
        company=company,
        staff=asking.staff(),
        countries=tuple(filter(None, (given.countries or "").upper().replace(" ", "").split(","))),
    )


class _Asking:
    """Takes what options say, and asks for what they do not until the answer is right."""

    def __init__(self, given: argparse.Namespace, *, is_terminal: bool) -> None:
        self.given = given
        self.is_terminal = is_terminal

    def get(
        self, name: str, question: str, read: Callable[[str], str], default: str | None = None
    ) -> str:
        text = getattr(self.given, name)
        if text is not None:
            return read(text)
        if not self.is_terminal:
            if default is None:
                raise NotGiven(name=name.replace("_", "-"))
            return default
        return _ask(question, read)

    def staff(self) -> tuple[StaffMember, ...]:
        """Return the people of the options, or ask until there are enough."""
        found = [
            read_person(text, role=role)
            for name, role in _ROLES.items()
            for text in getattr(self.given, name)
        ]
        if found or not self.is_terminal:
            check_staff(found)
            return tuple(found)
        _say("The first people, as 'Name <name@firm.kz>'; an empty line goes on to the next role.")
        while True:
            found = [each for name, role in _ROLES.items() for each in _ask_people(name, role)]
            try:
                check_staff(found)
            except Refusal as refusal:
                _say(f"  {refusal}")
            else:
                return tuple(found)


def read_person(text: str, *, role: Role) -> StaffMember:
    """Return the person of 'Name <e-mail>'; raises `NotAPerson`."""
    name, email = parseaddr(text)
    if not (name and "@" in email):
        raise NotAPerson(text=text)
    return StaffMember(name=name, email=email, role=role)


def _ask_people(name: str, role: Role) -> list[StaffMember]:
    found: list[StaffMember] = []
    while text := _ask(f"{name} {len(found) + 1}", lambda text: _person_or_end(text, role)):
        found.append(read_person(text, role=role))
    return found


def _person_or_end(text: str, role: Role) -> str:
    if text:
        read_person(text, role=role)
    return text


def _ask(question: str, read: Callable[[str], str]) -> str:
    while True:
        print(f"{question}: ", end="", file=sys.stderr, flush=True)
        try:
            return read(input().strip())
        except EOFError:
            raise Unanswered from None
        except Refusal as refusal:
            _say(f"  {refusal}")


def _some(text: str) -> str:
    if not text:
        raise Unanswered
    return text


def _customs_code(text: str) -> str:
    return parse_customs_code(text) if text else ""


def _say(text: str) -> None:
    print(text, file=sys.stderr)
