"""Addresses of the storefront."""

from app.kit import i18n


def localized(path: str) -> str:
    """Return the path with the prefix of the reader's language."""
    return f"/{i18n.language()}{path}"
