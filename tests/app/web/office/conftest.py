"""The people of the rates desk."""

from tests.app.rates.conftest import administrator, company, second

__all__ = ["administrator", "company", "second"]
