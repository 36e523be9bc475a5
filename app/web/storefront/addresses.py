"""What the storefront's pages share."""

from app.kit import i18n


def localized(path: str) -> str:
    """Return the address of a path in the reader's language."""
    return f"/{i18n.language()}{path}"
