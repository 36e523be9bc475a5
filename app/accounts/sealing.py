"""Secrets sealed with the shop's own, so that a stolen table alone opens nothing."""

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.accounts.second_step import SealBroken

_NONCE: Final = 12


def seal(text: str, *, shop_secret: str, person_id: int) -> bytes:
    """Seal a person's secret; in another person's row it does not open."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher(shop_secret).encrypt(nonce, text.encode(), _owner(person_id))


def unseal(sealed: bytes, *, shop_secret: str, person_id: int) -> str:
    """Return what was sealed; raises `SealBroken`."""
    nonce, text = sealed[:_NONCE], sealed[_NONCE:]
    try:
        return _cipher(shop_secret).decrypt(nonce, text, _owner(person_id)).decode()
    except InvalidTag:
        raise SealBroken from None


def _cipher(shop_secret: str) -> ChaCha20Poly1305:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"keruen second step")
    return ChaCha20Poly1305(key.derive(shop_secret.encode()))


def _owner(person_id: int) -> bytes:
    return f"person {person_id}".encode()
