"""Whoever joins shows by a letter's link that the e-mail is theirs; orders wait for it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from app.accounts import actions, repository
from app.accounts.one_time_link import LinkSpent
from app.accounts.person import EmailNotConfirmed, Reader
from app.kit import clock
from app.kit.tables import Letter
from app.orders.tables import Order
from tests.app.accounts.test_actions import JOINING
from tests.app.orders.market import NOON, Market, place
from tests.app.web.browser import Browser, page_text

SITE = "http://test"


@pytest.fixture
async def joined(market: Market) -> Reader:
    assert market.raisins
    return await actions.join(replace(JOINING, language="en"), site=SITE, at=NOON)


async def letters() -> list[str]:
    found: list[str] = await Letter.select(Letter.body).order_by(Letter.id).output(as_list=True)
    return found


def path_in(body: str) -> str:
    found = re.search(r"http://test(/en/confirmation/\S+)", body)
    assert found is not None
    return found[1]


async def test_orders_wait_until_the_e_mail_is_confirmed(
    joined: Reader, market: Market, browser: Browser
) -> None:
    assert not joined.is_confirmed
    with pytest.raises(EmailNotConfirmed):
        await place(joined, (market.raisins, 20))
    assert await Order.count() == 0
    await browser.sign_in(joined)
    assert "Confirm your e-mail" in page_text(await browser.get("/en/basket"))
    path = path_in((await letters())[0])
    await browser.get(path)
    shown = await browser.sends(path)
    assert "Your e-mail is confirmed." in page_text(shown)
    assert "orders wait for it" not in page_text(await browser.get("/en/basket"))
    confirmed = await repository.get_person(joined.email)
    await place(confirmed, (market.raisins, 20))
    assert await Order.count() == 1


async def test_opening_the_page_confirms_nothing(joined: Reader, browser: Browser) -> None:
    path = path_in((await letters())[0])
    await browser.get(path)
    assert not (await repository.get_person(joined.email)).is_confirmed


async def test_a_link_confirms_once_in_time_and_sets_no_password(
    joined: Reader, browser: Browser
) -> None:
    key = path_in((await letters())[0]).rpartition("/")[2]
    with pytest.raises(LinkSpent):
        await actions.set_password(key, "the caravan rests at noon", at=NOON)
    with pytest.raises(LinkSpent):
        await actions.confirm_email(key, at=NOON + timedelta(days=3))
    assert (await actions.confirm_email(key, at=NOON)).email == joined.email
    with pytest.raises(LinkSpent):
        await actions.confirm_email(key, at=NOON)
    assert (await browser.get(f"/en/confirmation/{key}")).status_code == 200
    assert (await browser.sends(f"/en/confirmation/{key}")).status_code == 404


async def test_a_link_that_sets_a_password_confirms_only_when_it_came_by_letter(
    joined: Reader,
) -> None:
    handed = await actions.issue_link(joined.email, at=NOON)
    with pytest.raises(LinkSpent):
        await actions.confirm_email(handed.key, at=NOON)
    await actions.set_password(handed.key, "the caravan rests at noon", at=NOON)
    assert not (await repository.get_person(joined.email)).is_confirmed
    await actions.ask_reset(joined.email, address="a", site=SITE, at=NOON)
    key = (await letters())[-1].partition("/links/")[2].split()[0]
    await actions.set_password(key, "the caravan rests at noon", at=NOON)
    assert (await repository.get_person(joined.email)).is_confirmed


async def test_the_letter_is_sent_again_and_replaces_the_first(
    joined: Reader, browser: Browser
) -> None:
    await browser.sign_in(joined)
    await browser.get("/en/basket")
    shown = await browser.sends("/confirmation")
    assert "The letter is on its way again." in page_text(shown)
    first, second = map(path_in, await letters())
    await browser.get(first)
    assert (await browser.sends(first)).status_code == 404
    await browser.get(second)
    await browser.sends(second)
    assert (await repository.get_person(joined.email)).is_confirmed


async def test_where_no_letter_can_be_sent_nothing_is_to_be_confirmed(market: Market) -> None:
    assert market.raisins
    reader = await actions.join(JOINING, site="", at=clock.now())
    assert reader.is_confirmed
    assert await letters() == []
