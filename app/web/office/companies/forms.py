"""Forms of the register of companies."""

from typing import Annotated

import msgspec

from app.accounts.company import CompanyKind
from app.kit.i18n import N_
from app.kit.listing import ListForm

_KINDS = "|".join(CompanyKind)
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Latin = Annotated[
    str,
    msgspec.Meta(
        max_length=200,
        pattern="^[\u0020-\u024f]*$",
        description=N_("Only Latin letters, figures and signs: papers for customs print it."),
    ),
]
_Number = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
_Address = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
_CustomsCode = Annotated[str, msgspec.Meta(max_length=20)]


class CompanyListForm(ListForm):
    """The choices of the list of companies."""

    kind: Annotated[str, msgspec.Meta(pattern=f"^({_KINDS})?$")]
    country: Annotated[str, msgspec.Meta(pattern="^([A-Z]{2})?$")]
    standing: Annotated[str, msgspec.Meta(pattern="^(open|retired)?$")]


class NewCompanyForm(msgspec.Struct):
    """A company to be added."""

    kind: Annotated[str, msgspec.Meta(pattern=f"^({_KINDS})$")]
    numbered: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}-[a-z_]{2,12}$")]
    """Its country, and the kind of its number."""
    number: _Number
    name: _Name
    name_latin: _Latin
    address: _Address
    customs_code: _CustomsCode


class CompanyForm(msgspec.Struct):
    """A company as it is to be."""

    name: _Name
    name_latin: _Latin
    number_kind: Annotated[str, msgspec.Meta(pattern="^[a-z_]{2,12}$")]
    number: _Number
    address: _Address
    customs_code: _CustomsCode
    why: Annotated[str, msgspec.Meta(max_length=300)]
    version: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class RetirementForm(msgspec.Struct):
    """Why a company is retired."""

    why: Annotated[str, msgspec.Meta(min_length=3, max_length=300)]
