"""Bad input gets a clear answer in the reader's language, and nothing is half-written."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import asyncpg
import pytest

from app.accounts.company import CompanyKnown
from app.accounts.person import NotYourPage, SignInNeeded, WrongSignIn
from app.catalog.ladder import BelowMinimum, OffMultiple
from app.catalog.product import NoSuchProduct
from app.kit.i18n import LANGUAGES, say, speaking
from app.orders.order import NoSuchOrder
from app.rates.draft import SameHands
from app.rates.stop import SellingStopped
from app.server.answers import FORGED, LOST
from customs.identifiers import WrongCheckDigit
from tests.journeys.visitor import Visitor, hidden, page_text, sums
from tests.running import LiveServer

RECORDINGS = Path(__file__).parents[1] / "recordings"
BUYER = "dana@saryarka-import.example"
ADMINISTRATOR = "liwei@keruen.example"
SECOND = "marat@keruen.example"
ROSE = "The price has risen. Order only if you agree to the new one."
COUNTED = (
    "company", "person", "purchase_order", "order_line", "reservation", "movement", "payment",
    "official_rate", "selling_terms", "terms_draft", "rates_log", "quote", "basket_line",
)  # fmt: skip


@asynccontextmanager
async def nothing_moves(server: LiveServer) -> AsyncIterator[None]:
    """Assert that the block leaves the row count of every table of the trade as it was."""
    connection = await asyncpg.connect(server.database)
    try:
        before = await _counts(connection)
        assert before["company"] > 0
        yield
        assert await _counts(connection) == before
    finally:
        await connection.close()


async def _counts(connection: "asyncpg.Connection[asyncpg.Record]") -> dict[str, int]:
    return {
        table: await connection.fetchval(f'SELECT count(*) FROM "{table}"')  # noqa: S608 -- our own names
        for table in COUNTED
    }


def message(language: str, sentence: str, **fields: object) -> str:
    with speaking(language):
        return say(sentence, fields).replace("\u00a0", " ").replace("\u202f", " ")


JOINING = {
    "company": "ТОО «Проба»",
    "country": "KZ",
    "address": "Алматы",
    "name": "Проба",
    "email": "proba@proba.example",
    "password": "long enough 1",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_mistyped_bin_is_distinguished_from_a_right_one(
    server: LiveServer, language: str
) -> None:
    async with nothing_moves(server), Visitor.comes(server.address, language) as visitor:
        answer = await visitor.post(f"/{language}/join", **JOINING, number="970740000837")
    assert answer.status_code == 422
    expected = message(language, WrongCheckDigit.sentence, number="970740000837", kind="БИН")
    assert expected in page_text(answer)
    assert "Проба" in answer.text


async def test_a_company_that_is_known_is_not_registered_twice(server: LiveServer) -> None:
    connection = await asyncpg.connect(server.database)
    number = await connection.fetchval("SELECT number FROM company WHERE slug = 'dastan-trade'")
    await connection.close()
    async with nothing_moves(server), Visitor.comes(server.address, "kk") as visitor:
        answer = await visitor.post("/kk/join", **JOINING, number=number)
    assert answer.status_code == 422
    assert message("kk", CompanyKnown.sentence, number=number) in page_text(answer)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_quantity_below_the_minimum_or_off_the_multiple_is_refused(
    server: LiveServer, language: str
) -> None:
    async with nothing_moves(server), Visitor.comes(server.address, language) as visitor:
        few = await visitor.post(
            f"/{language}/basket", product="turpan-green-raisins", quantity="90"
        )
        off = await visitor.post(
            f"/{language}/basket", product="turpan-green-raisins", quantity="105"
        )
    assert (few.status_code, off.status_code) == (422, 422)
    assert message(language, BelowMinimum.sentence, minimum=100) in page_text(few)
    assert message(language, OffMultiple.sentence, multiple=10, below=100, above=110) in page_text(
        off
    )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_tampered_form_changes_nothing(server: LiveServer, language: str) -> None:
    async with nothing_moves(server), Visitor.comes(server.address, language) as visitor:
        visitor.token = visitor.token[:-1] + ("0" if visitor.token[-1] != "0" else "1")
        answer = await visitor.post(
            f"/{language}/basket", product="turpan-green-raisins", quantity="100"
        )
    assert answer.status_code == 403
    assert message(language, FORGED) in page_text(answer)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_ended_session_is_named_and_leads_back(server: LiveServer, language: str) -> None:
    async with Visitor.comes(server.address, language, BUYER) as visitor:
        assert (await visitor.get(f"/{language}/orders")).status_code == 200
        connection = await asyncpg.connect(server.database)
        await connection.execute(
            "UPDATE session SET expires_at = now() WHERE person ="
            " (SELECT id FROM person WHERE email = $1)",
            BUYER,
        )
        await connection.close()
        answer = await visitor.get(f"/{language}/orders")
    assert answer.status_code == 401
    assert message(language, SignInNeeded.sentence) in page_text(answer)
    assert f"/{language}/sign-in?next=/{language}/orders" in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_elses_order_and_one_that_is_not_are_answered_alike(
    server: LiveServer, language: str
) -> None:
    async with Visitor.comes(server.address, language, BUYER) as visitor:
        answer = await visitor.get(f"/{language}/orders/K-2026-999999")
    assert answer.status_code == 404
    assert message(language, NoSuchOrder.sentence, number="K-2026-999999") in page_text(answer)


async def test_a_wrong_password_says_nothing_of_which_was_wrong(server: LiveServer) -> None:
    async with nothing_moves(server), Visitor.comes(server.address, "ky") as visitor:
        for email in (BUYER, "nobody@nowhere.example"):
            answer = await visitor.post("/ky/sign-in", email=email, password="guess", next="")
            assert answer.status_code == 422
            assert message("ky", WrongSignIn.sentence) in page_text(answer)


async def test_a_planted_session_is_worth_nothing_after_signing_in(server: LiveServer) -> None:
    async with Visitor.comes(server.address, "ru") as visitor:
        visitor.client.cookies.set("visit", "planted-by-somebody")
        await visitor.get("/ru/sign-in")
        answer = await visitor.post(
            "/ru/sign-in", email=BUYER, password="keruen-demo", next="/ru/orders"
        )
        assert answer.status_code == 303
        fresh = answer.cookies["visit"]
        assert fresh != "planted-by-somebody"
    async with Visitor.comes(server.address, "ru") as thief:
        thief.client.cookies.set("visit", "planted-by-somebody")
        assert (await thief.get("/ru/orders")).status_code == 401


async def test_a_role_does_not_come_to_anothers_desk(server: LiveServer) -> None:
    async with Visitor.comes(server.address, "zh_Hans", ADMINISTRATOR) as visitor:
        for desk in ("/office/loads", "/office/payments", "/warehouse", "/broker"):
            answer = await visitor.get(desk)
            assert answer.status_code == 403, desk
            assert message("zh_Hans", NotYourPage.sentence) in page_text(answer)


async def test_nothing_a_buyer_sends_is_ever_taken_as_a_price(server: LiveServer) -> None:
    async with Visitor.comes(server.address, "ru", BUYER) as visitor:
        await visitor.get("/ru/goods/carved-walnut-box")
        await visitor.post("/ru/basket", product="carved-walnut-box", quantity="8")
        basket = await visitor.get("/ru/basket")
        total = sums(basket)[-1]
        quote = (await visitor.post("/ru/quotes")).headers["location"]
        answer = await visitor.post(
            f"{quote}/order",
            consignee="Сарыарка",
            consignee_address="Астана",
            delivery_term="fca-khorgos",
            border_crossing="khorgos",
            broker="",
            agreed_total="1",
            total_minor="1",
            unit_price_minor="1",
        )
        order = await visitor.get(answer.headers["location"])
        assert total in page_text(order)
        await visitor.post(f"{answer.headers['location']}/cancellation", why="")


async def publish(server: LiveServer, percent: str) -> None:
    """Put a spread in force, by two administrators."""
    async with (
        Visitor.comes(server.address, "ru", SECOND) as marat,
        Visitor.comes(server.address, "zh_Hans", ADMINISTRATOR) as li_wei,
    ):
        await marat.get("/office/rates/drafts/new?currency=KZT")
        made = await marat.post(
            "/office/rates/drafts",
            currency="KZT",
            spread_percent=percent,
            step="0.01",
            ending="0",
            direction="nearest",
            warn_age_days="4",
            stop_age_days="10",
            jump_percent="50",
            floor_percent="0",
            holds_from="",
            why="Проверка",
        )
        draft = made.headers["location"]
        await li_wei.get(draft)
        await li_wei.post(f"{draft}/rehearsals")
        seal = hidden(await li_wei.get(draft), "seal")
        done = await li_wei.post(f"{draft}/publication", seal=seal, reason="同意")
        assert done.status_code == 303, page_text(done)


async def worker_let_go(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Wait until the worker has released the goods of every expired quote."""
    for _ in range(150):
        if not await connection.fetchval("SELECT count(*) FROM quote WHERE state = 'held'"):
            return
        await asyncio.sleep(0.2)
    pytest.fail("the worker lets no goods go")


async def test_after_its_time_a_quote_shows_the_new_price_beside_the_old_and_asks_again(
    server: LiveServer,
) -> None:
    order = {
        "consignee": "Сарыарка",
        "consignee_address": "Астана",
        "delivery_term": "fca-khorgos",
        "border_crossing": "khorgos",
        "broker": "",
    }
    async with Visitor.comes(server.address, "ru", BUYER) as visitor:
        await visitor.get("/ru/goods/carved-walnut-box")
        await visitor.post("/ru/basket", product="carved-walnut-box", quantity="8")
        await visitor.get("/ru/basket")
        address = (await visitor.post("/ru/quotes")).headers["location"]
        held = await visitor.get(address)
        old = sums(held)[-1]
        await publish(server, "20")
        connection = await asyncpg.connect(server.database)
        await connection.execute(
            "UPDATE quote SET quoted_at = quoted_at - interval '2 hours',"
            " held_until = held_until - interval '2 hours' WHERE state = 'held'"
        )
        await worker_let_go(connection)
        await connection.close()
        for language in LANGUAGES:
            page = await visitor.get(address.replace("/ru/", f"/{language}/"))
            assert page.status_code == 409
            assert message(language, ROSE) in page_text(page)
        await visitor.get(address)
        async with nothing_moves(server):
            refused = await visitor.post(f"{address}/order", **order, agreed_total="0")
        assert refused.status_code == 409
        new = sums(refused)[-1]
        assert old in page_text(refused)
        assert new != old
        agreed = hidden(refused, "agreed_total")
        taken = await visitor.post(f"{address}/order", **order, agreed_total=agreed)
        assert taken.status_code == 303
        assert new in page_text(await visitor.get(taken.headers["location"]))
        await visitor.post(f"{taken.headers['location']}/cancellation", why="")
    await publish(server, "2.5")


async def test_a_currency_that_is_stopped_says_so_to_its_buyers_in_their_language(
    server: LiveServer,
) -> None:
    async with (
        Visitor.comes(server.address, "zh_Hans", ADMINISTRATOR) as li_wei,
        Visitor.comes(server.address, "ru", SECOND) as marat,
    ):
        await li_wei.get("/office/rates")
        stopped = await li_wei.post("/office/rates/stops", currency="KZT", why="银行数据有误")
        assert stopped.status_code == 303
        try:
            for language in LANGUAGES:
                async with Visitor.comes(server.address, language) as visitor:
                    page = await visitor.get(f"/{language}/goods/carved-walnut-box")
                assert message(language, SellingStopped.sentence, currency="KZT") in page_text(page)
                assert "₸" not in page_text(page)
            await li_wei.get("/office/rates")
            own = await li_wei.post("/office/rates/stops/KZT/lift", why="好了")
            assert own.status_code == 403
            assert message("zh_Hans", SameHands.sentence) in page_text(own)
        finally:
            await marat.get("/office/rates")
            lifted = await marat.post("/office/rates/stops/KZT/lift", why="Банк исправил")
        assert lifted.status_code == 303


async def test_goods_and_pages_that_are_not_there_are_not_found(
    server: LiveServer,
) -> None:
    async with Visitor.comes(server.address, "ky") as visitor:
        goods = await visitor.get("/ky/goods/moon-dust")
        page = await visitor.get("/ky/nowhere/at/all")
    assert (goods.status_code, page.status_code) == (404, 404)
    assert message("ky", NoSuchProduct.sentence, slug="moon-dust") in page_text(goods)
    assert message("ky", LOST) in page_text(page)


BODIES = {
    "an error page": b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
    "nothing": b"",
    "no yuan in it": (RECORDINGS / "nbk_2026-11-23.xml").read_bytes().replace(b"CNY", b"XXX"),
    "cut off": (RECORDINGS / "nbk_2026-11-23.xml").read_bytes()[:900],
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_a_feeds_bad_body_is_refused_at_the_desk_and_no_rate_changes(
    server: LiveServer, body: bytes
) -> None:
    async with (
        nothing_moves(server),
        Visitor.comes(server.address, "zh_Hans", ADMINISTRATOR) as visitor,
    ):
        await visitor.get("/office/rates")
        answer = await visitor.client.post(
            "/office/rates/answers",
            data={"_csrf_token": visitor.token, "bank": "nbk"},
            files={"body": (f"nbk_{date(2026, 11, 24)}.xml", body, "application/xml")},
        )
    assert answer.status_code == 422
    assert "error-summary" in answer.text
