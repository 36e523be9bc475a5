"""What the storefront's pages share."""

from app.kit import words


def home_of(path: str) -> str:
    """Return the address of a path in the reader's language."""
    return f"/{words.language()}{path}"
