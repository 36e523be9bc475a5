"""Where a person's work begins."""

from app.accounts.person import HOMES, Reader


def start_page(reader: Reader) -> str:
    """Return the address of the reader's desk; a buyer's is the shop in the own language."""
    home = HOMES[reader.role]
    return f"/{reader.language}/" if home == "/" else home
