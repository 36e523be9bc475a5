"""What pages of papers are made with: kinds of one line, and a printer that never starts."""

from tests.app.documents.conftest import dry, unprinted

__all__ = ["dry", "unprinted"]
