"""Forms of the sign-in and joining pages."""

from typing import Annotated

import msgspec

from app.accounts.password import PASSWORD_LENGTH_MIN
from app.accounts.person import EMAIL
from app.kit import forms
from app.kit.i18n import N_

_Short = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Email = Annotated[
    str,
    msgspec.Meta(
        max_length=254,
        pattern=EMAIL,
        description=N_("An e-mail address has one @ and a point after it: name@firm.kz."),
    ),
]
_Number = Annotated[str, msgspec.Meta(min_length=1, max_length=20, extra=forms.DIGITS)]
_NewPassword = Annotated[str, msgspec.Meta(min_length=PASSWORD_LENGTH_MIN, max_length=200)]


class SignInForm(msgspec.Struct):
    """E-mail, password, and the address to go on to."""

    email: _Short
    password: _Short
    next: Annotated[str, msgspec.Meta(max_length=500)]


class NewPasswordForm(msgspec.Struct):
    """A password, typed twice."""

    chosen: _NewPassword
    repeated: _Short


class PhoneCodeForm(msgspec.Struct):
    """A code of the second step."""

    code: _Short


class SecondStepForm(msgspec.Struct):
    """A code at signing in, and the address to go on to."""

    code: _Short
    next: Annotated[str, msgspec.Meta(max_length=500)]


class OwnPasswordForm(msgspec.Struct):
    """One's own password, asked once more."""

    password: _Short


class ResetForm(msgspec.Struct):
    """The e-mail of whoever has forgotten the password."""

    email: _Email


class JoinForm(msgspec.Struct):
    """A company and its first person."""

    country: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
    company: _Short
    number: _Number
    address: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    name: _Short
    email: _Email
    password: _NewPassword
