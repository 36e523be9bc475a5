"""Cells may hold words in every language, so the catalogues are compiled first."""

import pytest

from app.kit.catalogues import compile_catalogues


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    compile_catalogues()
