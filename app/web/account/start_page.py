"""The page that a person starts from."""

from app.accounts.person import HOMES, Reader


def start_page(reader: Reader) -> str:
    """Return the address of the reader's desk; for a buyer, the shop in the reader's language."""
    home = HOMES[reader.role]
    return f"/{reader.language}/" if home == "/" else home
