"""Whoever an event concerns is told once, in their language, unless they do without."""

import asyncio
import re
from datetime import datetime, timedelta

import asyncpg
import pytest

from app.accounts.person import Role
from app.accounts.tables import Company, Person
from app.kit.db import transaction
from app.kit.tables import Letter
from app.notices import actions, repository
from app.notices.actions import telling
from app.notices.notice import ALWAYS, KINDS_OF, TEXTS, NoticeKind, kinds_of_move, wanted_kinds
from app.notices.tables import NoticeCursor, ToldEvent
from app.orders import actions as orders
from app.orders.order import ORDER_STATES, OrderState
from tests.app.brokers.test_actions import shared_load
from tests.app.orders.market import NOON, Market, place, quoted, save_company, save_person
from tests.app.warehouse.walk import packed

SITE = "https://keruen.example"
SELLERS = "Your goods are in an order"
LATER = NOON + timedelta(hours=3)


async def tell(at: datetime = LATER) -> int:
    return await actions.tell_moves(site=SITE, at=at)


async def letters() -> list[tuple[str, str]]:
    """Return to whom and about what was written, but for the sellers' letters."""
    return [each for each in await all_letters() if each[1] != SELLERS]


async def all_letters() -> list[tuple[str, str]]:
    rows = await Letter.select(Letter.to, Letter.subject).order_by(Letter.id)
    return [(row["to"], row["subject"]) for row in rows]


async def bodies() -> list[str]:
    found: list[str] = await Letter.select(Letter.body).order_by(Letter.id).output(as_list=True)
    return found


async def test_a_buyer_is_told_of_each_step_that_concerns_them_once(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    await tell()
    number, to = order.number, market.kazakh.email
    expected = [
        (to, f"Order {number} is placed"),
        (to, f"Order {number} is paid"),
        (to, f"Order {number} is packed"),
    ]
    assert await letters() == expected
    assert await tell() == 0
    assert await letters() == expected
    body = next(each for each in await bodies() if each.startswith(market.kazakh.name))
    assert f"{SITE}/en/orders/{number}" in body
    assert f"{SITE}/en/letters" in body


async def test_a_letter_speaks_its_readers_language(market: Market) -> None:
    await Person.update({Person.language: "kk"}).where(Person.id == market.kazakh.person_id)
    order = await place(market.kazakh, (market.raisins, 20))
    await tell()
    ((_, subject),) = await letters()
    assert order.number in subject
    body = next(each for each in await bodies() if order.number in each)
    assert re.search("[әғқңөұүһі]", subject)
    assert re.search("[әғқңөұүһі]", body)


async def test_colleagues_are_told_and_rivals_and_blocked_people_are_not(market: Market) -> None:
    company = await Company.objects().get(Company.id == market.kazakh.company_id)
    assert company is not None
    colleague = await save_person("Aida", role=Role.IMPORTER, company=company)
    gone = await save_person("Gone", role=Role.IMPORTER, company=company)
    await Person.update({Person.active: False}).where(Person.id == gone.person_id)
    await place(market.kazakh, (market.raisins, 20))
    await tell()
    assert sorted(to for to, _ in await letters()) == sorted([market.kazakh.email, colleague.email])


async def test_a_seller_is_told_that_goods_are_ordered_and_not_by_whom(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    await tell()
    assert (market.seller.email, SELLERS) in await all_letters()
    (body,) = [each for each in await bodies() if each.startswith(market.seller.name)]
    assert market.kazakh.company not in body
    assert order.number not in body


async def test_a_broker_is_told_of_papers_of_the_own_clients(market: Market) -> None:
    firm = await save_company("daniyar", kind="broker", country="KZ", number="050440002347")
    other = await save_person("Daniyar", role=Role.BROKER, company=firm)
    _, (ours, theirs) = await shared_load(market, other)
    await tell()
    told = [each for each in await letters() if each[0] in {market.broker.email, other.email}]
    assert told == [
        (market.broker.email, f"Order {ours}: papers"),
        (other.email, f"Order {theirs}: papers"),
    ]


async def test_who_does_without_gets_only_what_undoes_something(market: Market) -> None:
    await actions.choose([], by=market.kazakh)
    order = await place(market.kazakh, (market.raisins, 20))
    await orders.cancel_order(order.number, reader=market.kazakh, at=LATER, why="")
    await tell()
    assert await letters() == [(market.kazakh.email, f"Order {order.number} is cancelled")]
    await actions.choose([NoticeKind.ORDER_PLACED], by=market.kazakh)
    declined = (await repository.declined_by([market.kazakh.person_id]))[market.kazakh.person_id]
    assert NoticeKind.ORDER_PLACED not in declined
    assert NoticeKind.ORDER_PAID in declined
    assert not declined & ALWAYS


async def test_two_workers_at_once_tell_once(market: Market) -> None:
    for _ in range(3):
        await place(market.kazakh, (market.raisins, 20))
    told = await asyncio.gather(tell(), tell(), tell())
    assert sorted(told) == [0, 0, 3]
    assert len(await letters()) == 3


async def test_a_move_that_was_committed_late_is_told_all_the_same(
    market: Market, database: str
) -> None:
    first = await place(market.kazakh, (market.raisins, 20))
    await tell()
    slow = await asyncpg.connect(database)
    async with slow.transaction():
        await slow.execute(
            'INSERT INTO order_move ("order", from_state, to_state, at) VALUES ($1, $2, $3, $4)',
            *(first.id, "placed", "paid", LATER),
        )
        second = await place(market.kazakh, (market.raisins, 20))
        assert await tell() == 1
    await slow.close()
    assert await tell() == 1
    assert [subject for _, subject in await letters()] == [
        f"Order {first.number} is placed",
        f"Order {second.number} is placed",
        f"Order {first.number} is paid",
    ]


async def test_what_happened_before_the_beginning_is_nobodys_news(market: Market) -> None:
    await place(market.kazakh, (market.raisins, 20))
    async with transaction():
        await repository.lock_cursor()
    await NoticeCursor.update({NoticeCursor.since: LATER}, force=True)
    assert await tell() == 0
    assert await letters() == []


async def test_a_letter_that_cannot_be_written_tells_nothing_and_is_tried_again(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place(market.kazakh, (market.raisins, 20))

    async def fail(*_: object, **__: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(telling, "write_letter", fail)
        with pytest.raises(OSError):  # noqa: PT011 -- our own, without a text
            await tell()
    assert await ToldEvent.count() == 0
    assert await tell() == 1
    assert len(await letters()) == 1


async def test_whoever_asked_for_a_quote_is_told_before_it_ends_and_only_once(
    market: Market,
) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 20))
    until = quote.held_until
    for at, told in (
        (until - timedelta(minutes=16), 0),
        (until - timedelta(minutes=14), 1),
        (until - timedelta(minutes=13), 0),
        (until + timedelta(minutes=1), 0),
    ):
        assert await actions.tell_ending_quotes(site=SITE, at=at) == told
    assert await letters() == [(market.kazakh.email, f"Quote {quote.number} ends soon")]


async def test_what_was_told_long_ago_is_forgotten(market: Market) -> None:
    await place(market.kazakh, (market.raisins, 20))
    await tell()
    await actions.forget_told(at=LATER + timedelta(days=89))
    assert await ToldEvent.count() == 1
    await actions.forget_told(at=LATER + timedelta(days=91))
    assert await ToldEvent.count() == 0
    assert await tell(LATER + timedelta(days=91)) == 1


def test_every_move_of_an_order_has_its_notice_or_is_a_step_inside_the_warehouse() -> None:
    inside = {
        (OrderState.PAID, OrderState.PICKED),
        (OrderState.PACKED, OrderState.LOADED),
        (OrderState.LOADED, OrderState.PACKED),
        (OrderState.DECLARED, OrderState.LOADED),
    }
    silent = {
        (was, to)
        for was, nexts in ORDER_STATES.moves.items()
        for to in nexts
        if not kinds_of_move(was, to)
    }
    assert silent == inside


@pytest.mark.parametrize("role", Role)
def test_nobody_can_do_without_what_undoes_something(role: Role) -> None:
    everything = frozenset(NoticeKind)
    assert wanted_kinds(role, everything) == ALWAYS & frozenset(KINDS_OF.get(role, ()))
    assert wanted_kinds(role, frozenset()) == frozenset(KINDS_OF.get(role, ()))
    assert TEXTS.keys() == everything
