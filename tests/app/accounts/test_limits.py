"""The forms of signing in and joining show their limits, before and after."""

from collections.abc import AsyncIterator

import pytest

from app.accounts.person import WrongSignIn
from app.kit.catalogues import compile_catalogues
from tests.app.web.browser import Browser, browsing, page_text


@pytest.fixture
async def browser(database: str) -> AsyncIterator[Browser]:
    assert database
    compile_catalogues()
    async with browsing() as opened:
        yield opened


@pytest.mark.parametrize("length", [193, 199, 200])
async def test_an_email_of_any_length_that_is_taken_signs_nobody_in_and_is_no_fault(
    browser: Browser, length: int
) -> None:
    email = "x" * (length - 13) + "@firm.example"
    answer = await browser.post("/en/sign-in", email=email, password="a" * 10, next="")
    assert answer.status_code == 422
    assert WrongSignIn.sentence in page_text(answer)


async def test_a_short_password_is_refused_with_the_rule_that_stood_beside_the_field(
    browser: Browser,
) -> None:
    rule = "At least 10 characters."
    assert rule in page_text(await browser.get("/en/join"))
    answer = await browser.post("/en/join", password="123456789")
    assert answer.status_code == 422
    page = page_text(answer)
    assert rule in page
    assert "Too short: at least 10 characters are needed, and 9 came." in page


async def test_a_company_number_in_full_width_digits_is_read_and_shown_back(
    browser: Browser,
) -> None:
    answer = await browser.post("/en/join", country="KZ", number="１０００ ００００-０００１")
    assert 'value="100000000001"' in answer.text
