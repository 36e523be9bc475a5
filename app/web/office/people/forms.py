"""Forms of the register of people."""

from typing import Annotated

import msgspec

from app.accounts.person import EMAIL, Role
from app.kit.i18n import LANGUAGES, N_
from app.kit.listing import ListForm

_ROLES = "|".join(Role)
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Email = Annotated[
    str,
    msgspec.Meta(
        max_length=254,
        pattern=EMAIL,
        description=N_("An e-mail address has one @ and a point after it: name@firm.kz."),
    ),
]
_Role = Annotated[str, msgspec.Meta(pattern=f"^({_ROLES})$")]
_Language = Annotated[str, msgspec.Meta(pattern=f"^({'|'.join(LANGUAGES)})$")]
_CompanyNumber = Annotated[str, msgspec.Meta(min_length=1, max_length=20)]


class PersonListForm(ListForm):
    """The choices of the list of people."""

    role: Annotated[str, msgspec.Meta(pattern=f"^({_ROLES})?$")]
    standing: Annotated[str, msgspec.Meta(pattern="^(open|invited|blocked)?$")]


class NewPersonForm(msgspec.Struct):
    """Somebody to be let in."""

    name: _Name
    email: _Email
    role: _Role
    company: _CompanyNumber
    """The company's number."""
    language: _Language


class PersonForm(msgspec.Struct):
    """A person as they are to be."""

    name: _Name
    email: _Email
    role: _Role
    company: _CompanyNumber
    """The company's number."""
    language: _Language
    version: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class BlockingForm(msgspec.Struct):
    """Why somebody is let in no longer."""

    why: Annotated[str, msgspec.Meta(min_length=3, max_length=300)]
