"""The second step of signing in: a code that a phone counts from a shared secret and the time.

RFC 6238, as every authenticator program does it: six digits, thirty seconds, HMAC-SHA-1.
"""

import hashlib
import secrets
from base64 import b32encode
from datetime import datetime
from typing import Final

import pyotp

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict

ISSUER: Final = "Keruen"
RECOVERY_CODES: Final = 10
_STEPS_OFF: Final = (0, -1, 1)
"""How many steps a phone's clock may be off, the likeliest first."""
_GROUP: Final = 4


class WrongPhoneCode(BadInput):
    """The code is not the phone's of this half minute, was used before, or is no recovery code."""

    code = "account.wrong_code"
    sentence = N_("This code is not right, or was used already. Take the next one.")


class WrongPassword(BadInput):
    """The password is not the reader's own."""

    code = "account.wrong_password"
    sentence = N_("The password is not right.")


class SecondStepOn(Conflict):
    """The second step is on: it is taken off before another phone is added."""

    code = "account.second_step_on"
    sentence = N_("The second step is on already.")


class SecondStepOff(Conflict):
    """There is no second step to confirm or take off."""

    code = "account.second_step_off"
    sentence = N_("The second step is not on.")


class SealBroken(Conflict):
    """The shop's secret is another one than when the second step was sealed."""

    code = "account.seal_broken"
    sentence = N_("The second step cannot be read any more. Ask the operator to take it off.")


class SignInAgain(BadInput):
    """The password was too long ago, or was not given."""

    code = "account.sign_in_again"
    sentence = N_("Too much time has passed: sign in with your password again.")


def new_secret() -> str:
    """Return 160 random bits in base 32, as a phone takes them."""
    return pyotp.random_base32()


def phone_address(secret: str, email: str) -> str:
    """Return the address that the picture for the phone holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def matching_step(secret: str, code: str, *, at: datetime) -> int | None:
    """Return the half minute to which the code belongs, or None."""
    totp = pyotp.TOTP(secret)
    now = totp.timecode(at)
    digits = _bare(code)
    steps = (now + off for off in _STEPS_OFF)
    return next(
        (each for each in steps if pyotp.utils.strings_equal(digits, totp.generate_otp(each))), None
    )


def new_recovery_codes() -> list[str]:
    """Return codes of 80 random bits, in groups that are easy to copy."""
    return [_grouped(b32encode(secrets.token_bytes(10)).decode()) for _ in range(RECOVERY_CODES)]


def grouped(secret: str) -> str:
    """Write a secret in groups, for whoever types it."""
    return _grouped(secret)


def recovery_hash(code: str) -> bytes:
    """Return the SHA-256 of a recovery code; its 80 random bits need no salt."""
    return hashlib.sha256(_bare(code).upper().encode()).digest()


def _bare(code: str) -> str:
    return "".join(each for each in code if each.isalnum())


def _grouped(text: str) -> str:
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))
