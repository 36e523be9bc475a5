"""Whatever stands in an address, a query or a field is answered by name: never by a fault of ours.

The routes are the application's own list, and so are the fields of their forms. What a form refuses
by itself is sent in all such fields at once; what it takes comes to an action, one field at a time.
"""

import inspect
import re
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from app.accounts.actions import signing as accounts
from app.accounts.person import Reader
from app.kit import forms
from app.kit.catalogues import compile_catalogues
from app.kit.listing import ListForm
from app.kit.settings import read_settings
from app.quotes import actions as quoting
from app.quotes.quote import WantedGoods
from app.server.application import create_litestar
from tests.app.imports.desk import send, workbook
from tests.app.orders.market import NOON, Market, open_market, place
from tests.app.pictures.hung import hang
from tests.app.prepared import Prepared, prepare
from tests.app.warehouse.walk import loaded, packed, picked, released
from tests.app.web.browser import Browser, browsing
from tests.conftest import make_empty

pytestmark = pytest.mark.no_cover  # passes through much that it does not hold

KEYS = (
    "9" * 5000,
    "-1",
    "2147483648",
    "9223372036854775808",
    "9" * 15,
    "a\x00b",
    "x" * 200,
    "x" * 5000,
    "\u200b",
    "𝒳" * 40,
    "%00%ff",
    "../..",
)
"""What a key may not be: sent in places of addresses too."""
HOSTILE = (
    *KEYS,
    "1e999999",
    "NaN",
    "0",
    "0001-01-01",
    "9999-12-31",
    "9999-12-31T23:59",
    "x" * 193,
    f"{'x' * 190}@firm.example",
    "1:1,1:1",
    "999999999:999999999",
)
"""Beside those, what only a reader of figures, days or texts takes apart."""
GOOD = {
    "accent": "#1f5fa8",
    "agreed_total": "0",
    "amount": "10",
    "at": "2026-11-23T14:30",
    "bank": "nbk",
    "batch": "B-77",
    "best_before": "2027-11-01",
    "border_crossing": "KZ-khorgos",
    "broker": "",
    "channel": "03",
    "chosen": "the caravan rests at noon",
    "code": "0806209000",
    "counted": "10",
    "columns": "sku,price",
    "company": "Caravan",
    "customs_code": "",
    "consignee": "Caravan",
    "consignee_address": "Abai 1",
    "country": "KZ",
    "currency": "KZT",
    "delivery_term": "FCA-khorgos",
    "direction": "nearest",
    "driver": "Ma Long",
    "due_on": "2026-11-30",
    "email": "somebody@firm.example",
    "ending": "0",
    "file": "goods.xlsx",
    "floor_percent": "1",
    "gross": "10.4",
    "jump_percent": "5",
    "kind": "importer",
    "language": "ru",
    "name_latin": "Caravan",
    "noticed_at": "2026-11-23T14:30",
    "number": "850612300995",
    "number_kind": "iin",
    "numbered": "KZ-iin",
    "order": "ORDER",
    "packing": "22",
    "picture": "fluent-emoji-flat:grapes",
    "password": "the caravan leaves at dawn",
    "pieces": "1:20",
    "position": "1",
    "produced_on": "2026-09-01",
    "product": "raisins",
    "reservation": "1",
    "role": "importer",
    "quantity": "20",
    "repeated": "the caravan rests at noon",
    "received_on": "2026-11-23",
    "seal": "0" * 64,
    "sku": "RAISINS",
    "spread_percent": "2.5",
    "step": "1",
    "stop_age_days": "7",
    "tariff": "EAEU",
    "to": "retired",
    "truck_plate": "A 123 BC",
    "verdict": "refused",
    "warn_age_days": "3",
}
PLACE = re.compile(r"{(\w+)}")
SAMPLES: dict[str, Any] = {
    "language": "en",
    "key": "none",
    "name": "none.css",
    "slug": "raisins",
    "code": "xinjiang",
    "currency": "KZT",
    "position": "1",
    "file_name": "none.pdf",
    "draft": "none.xml",
    "draft_id": "1",
    "rate_id": "1",
    "lot_id": "1",
    "visit_id": "1",
    "message_id": "1",
    "import_id": "1",
    "picture_id": "1",
    "sku": "RAISINS",
    "company_id": "1",
    "person_id": "1",
    "proposal_id": "1",
    "announcement_id": "1",
    "plan_id": "1",
    "step": "words",
}


def routes() -> Iterator[tuple[str, str, HTTPRouteHandler]]:
    """Return (method, address with placeholders, handler) of every route, sorted."""
    for route in create_litestar(read_settings(), version="test").routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                if not handler.fn.__module__.startswith("litestar."):
                    for method in sorted(handler.http_methods & {"GET", "POST"}):
                        yield method, route.path_format, handler


def named(route: tuple[str, str, HTTPRouteHandler]) -> str:
    return f"{route[0]} {route[1]}"


def shapes_of(handler: HTTPRouteHandler) -> list[type[Any]]:
    """Return the forms that the handler, or a function of its module that it calls, names."""
    known = vars(sys.modules[handler.fn.__module__])
    shapes, seen = [], set()
    names = [*inspect.unwrap(handler.fn).__code__.co_names]
    while names:
        name = names.pop()
        each = known.get(name)
        if name in seen:
            continue
        seen.add(name)
        if inspect.isfunction(each) and each.__module__ == handler.fn.__module__:
            names += each.__code__.co_names
        elif inspect.isclass(each) and each.__module__.endswith("forms"):
            shapes.append(each)
    return shapes


def fields_of(handler: HTTPRouteHandler) -> list[str]:
    """Return every field of the handler's forms."""
    return sorted({name for shape in shapes_of(handler) for name in shape.__struct_fields__})


def is_read(handler: HTTPRouteHandler, name: str, text: str) -> bool:
    """Return whether a form of the handler takes the text, so that it comes to an action."""
    shapes = [shape for shape in shapes_of(handler) if name in shape.__struct_fields__]
    return any(name not in forms.read(shape, {name: text}).errors for shape in shapes)


def queries_of(handler: HTTPRouteHandler, path: str) -> set[str]:
    """Return every query parameter that the handler takes."""
    if "GET" not in handler.http_methods:
        return set()
    taken = set(inspect.signature(handler.fn).parameters) - {"request", *PLACE.findall(path)}
    for shape in shapes_of(handler):
        taken |= set(shape.__struct_fields__) if issubclass(shape, ListForm) else set()
    return {"page" if name == "number" else name for name in taken}


def who(market: Market, handler: HTTPRouteHandler) -> Reader | None:
    """Return the reader that the guards let pass."""
    names = " ".join(getattr(guard, "__name__", "") for guard in handler.resolve_guards())
    by_role = {
        "importer": market.kazakh,
        "broker": market.broker,
        "rates": market.rates,
        "warehouse": market.warehouse,
        "declarant": market.declarant,
        "operator": market.operator,
        "seller": market.seller,
    }
    return next((reader for role, reader in by_role.items() if role in names), None)


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


async def quote_held(market: Market) -> dict[str, str]:
    quote = await quoting.open_quote(
        (WantedGoods(market.raisins, 20),), reader=market.kazakh, at=NOON, language="en"
    )
    return {"number": quote.number, "order": quote.number}


async def order_placed(market: Market) -> dict[str, str]:
    order = await place(market.kazakh, (market.raisins, 20))
    return {"number": order.number, "order": order.number}


async def order_picked(market: Market) -> dict[str, str]:
    order = await picked(market, market.kazakh, (market.raisins, 20))
    return {"number": order.number, "order": order.number}


async def load_with_room(market: Market) -> dict[str, str]:
    """An open load with an order aboard, and another order that waits."""
    order, waiting = [await packed(market, market.kazakh, (market.raisins, 20)) for _ in range(2)]
    return {"number": (await loaded(market, order.number)).number, "order": waiting.number}


async def workbook_sent(market: Market) -> dict[str, str]:
    sent = await send(workbook(("货号", "单价"), ("RAISINS", 11.9)), market.seller)
    return {"import_id": str(sent)}


async def load_released(market: Market) -> dict[str, str]:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    return {"number": (await released(market, order.number)).number, "order": order.number}


async def picture_hung(market: Market) -> dict[str, str]:
    return {"picture_id": str(await hang(market.raisins)), "order": ""}


STATES = {
    "pictures": picture_hung,
    "/quotes/": quote_held,
    "imports": workbook_sent,
    "departure": load_released,
    "loads": load_with_room,
    "packing": order_picked,
    "": order_placed,
}
"""What an address with this part needs, so that its screen opens; the first that fits."""
_PREPARED: dict[str, Prepared[tuple[Market, dict[str, str]]]] = {}


async def market_for(path: str) -> tuple[Market, dict[str, str]]:
    """Put the market into the empty database, in the state that the address needs."""
    make = next(make for part, make in STATES.items() if part in path)

    async def made() -> tuple[Market, dict[str, str]]:
        market = await open_market()
        return market, await make(market)

    name = make.__name__
    if name not in _PREPARED:
        _PREPARED[name] = await prepare(name, made)
        await make_empty()
    return await _PREPARED[name].put_back()


async def ask(browser: Browser, method: str, path: str, **fields: str) -> int:
    """Return the status of the answer."""
    answer = await (browser.get(path) if method == "GET" else browser.post(path, **fields))
    return answer.status_code


def places_of(path: str) -> list[str]:
    """Return the places of an address that its handler reads: the language is read before."""
    return [name for name in PLACE.findall(path) if name != "language"]


ROUTES = sorted(routes(), key=named)


@pytest.mark.parametrize("route", ROUTES, ids=named)
async def test_nothing_that_is_sent_is_a_fault_of_ours(
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    route: tuple[str, str, HTTPRouteHandler],
) -> None:
    monkeypatch.setattr(accounts, "_TRIES", 10**6)  # every value comes as far as the sign-in
    assert database
    method, path, handler = route
    market, found = await market_for(path)
    places = {**SAMPLES, **found}
    address = path.format(**places)
    fields = {name: GOOD.get(name, "1") for name in fields_of(handler)} if method == "POST" else {}
    if "order" in fields:
        fields["order"] = found["order"]
    faults = []
    async with browsing() as browser:
        if reader := who(market, handler):
            await browser.sign_in(reader)
        for text in HOSTILE:
            for name in places_of(path):
                if text in KEYS and not re.search(r"[\x00-\x1f]", text):
                    other = path.format(**{**places, name: text.replace("/", "%2F")})
                    faults += _fault(await ask(browser, method, other, **fields), name, text)
            for name in queries_of(handler, path):
                asked = browser.client.build_request("GET", address, params={name: text}).url
                faults += _fault(await ask(browser, "GET", str(asked)), name, text)
            refused = {name: text for name in fields if not is_read(handler, name, text)}
            if refused:
                sent = {**fields, **refused}
                faults += _fault(await ask(browser, method, address, **sent), str(refused), text)
            for name in fields.keys() - refused.keys():
                sent = {**fields, name: text}
                faults += _fault(await ask(browser, method, address, **sent), name, text)
    assert faults == []


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_language_that_is_none_is_no_fault_of_ours(database: str, text: str) -> None:
    assert database
    language = quote(text.replace("\x00", ""), safe="%")
    async with browsing() as browser:
        for path in ("", "/goods/raisins", "/orders", "/sign-in"):
            assert (await browser.get(f"/{language}{path}")).status_code in {302, 303, 404}


def _fault(status: int, name: str, text: str) -> list[tuple[int, str, str]]:
    return [(status, name, text[:40])] if status >= 500 else []
