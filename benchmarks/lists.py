"""Lists of the office at 100,000 companies and 1,000,000 orders and goods, made by SQL."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from app.accounts.repository.register_lists import (
    WantedCompanies,
    WantedPeople,
    list_persons,
    list_register,
)
from app.kit import embedded
from app.kit.db import DB
from app.kit.listing import Asked, Place
from app.kit.migrations import migrate
from app.kit.settings import ROOT
from app.orders.order import OrderState
from app.orders.order_list import WantedOrders
from app.orders.repository.listing import count_in, list_orders
from app.reference.current import opened
from benchmarks.table import Row, timed

_COMPANIES: Final = 100_000
_GOODS: Final = 1_000_000
_RUNS: Final = 15
# ruff: noqa: ISC004, S608 -- statements of our own, each in several lines
_FILL: Final = (
    "INSERT INTO company (slug, kind, country, name, name_latin, number, number_kind, address,"
    " created_at, version) SELECT 'c-' || n, CASE WHEN n = 1 THEN 'operator' WHEN n % 5 = 0 THEN"
    " 'seller' ELSE 'importer' END, 'KZ', 'ТОО ' || substr(md5(n::text), 1, 9) || ' ' || n,"
    " 'TOO ' || n, (100000000000 + n)::text, 'bin', 'Abai ' || n, now(), 1"
    f" FROM generate_series(1, {_COMPANIES}) AS n",
    "INSERT INTO person (email, name, password_hash, role, company, language, active, created_at,"
    " version) SELECT 'p' || n || '@firm.example', substr(md5(n::text), 1, 8), 'x', 'importer', n,"
    f" 'ru', true, now(), 1 FROM generate_series(1, {_COMPANIES}) AS n",
    "INSERT INTO product (sku, slug, seller, picture, sales_unit, unit_net_g, units_per_carton,"
    " carton_tare_g, packing, minimum, multiple, prefecture, elements, listed_at)"
    " SELECT 'SKU-' || n, 'sku-' || n, 5 * (n % 20000) + 5, 'x:y', '140', 500, 20, 400, '22', 1, 1,"
    f" 'turpan', '{{}}', now() FROM generate_series(1, {_GOODS}) AS n",
    "INSERT INTO product_search (product, words) SELECT id, ARRAY['^' || substr(md5(id::text), 1,"
    " 6), CASE WHEN id % 1000 = 0 THEN '^raisin' ELSE '^other' END] FROM product",
    "INSERT INTO purchase_order (number, state, buyer, placed_by, placed_at, language,"
    " consignee_name, consignee_address, delivery_term, delivery_place, crossing, currency,"
    " rate_bank, rate_nominal, rate_value, rate_effective_on, spread_percent, stages, total_minor)"
    " SELECT 'K-2026-' || lpad(n::text, 7, '0'), CASE WHEN n % 100 = 0 THEN 'placed' WHEN n % 101"
    " = 0 THEN 'packed' ELSE 'departed' END, 1 + n % 100000, 1 + n % 100000, now() - (1000000 - n)"
    " * interval '30 seconds', 'ru', 'x', 'x', 'FCA', 'x', 'KZ-khorgos', CASE WHEN n % 4 = 0 THEN"
    " 'KGS' ELSE 'KZT' END, 'nbk', 1, 70, '2026-11-23', 2.5,"
    " jsonb_build_array(jsonb_build_object('stage', 'goods', 'minor', n * 100)), n * 100"
    f" FROM generate_series(1, {_GOODS}) AS n",
    'INSERT INTO order_line ("order", position, product, sku, names, sales_unit, quantity,'
    " list_price_minor, stages, unit_price_minor, total_minor) SELECT n, 1, n, 'SKU-' || n,"
    """ '{"en": "Raisins"}', '140', 1, 100,"""
    " jsonb_build_array(jsonb_build_object('stage', 'goods', 'minor', n * 100)),"
    f" n * 100, n * 100 FROM generate_series(1, {_GOODS}) AS n",
    "ANALYZE",
)

Action = Callable[[], Awaitable[object]]


async def measure_lists() -> list[Row]:
    """Fill a database of its own, and time the lists as pages read them."""
    admin = embedded.hold(ROOT / "var" / "bench")
    name = "bench_lists"
    await embedded.drop_database(admin, name)
    await embedded.create_database(admin, name)
    address = embedded.address_of(admin, name)
    try:
        await migrate(address)
        async with opened(address, size=2, name="keruen-bench"):
            await _fill()
            return [await timed(label, act, runs=_RUNS) for label, act in _acts().items()]
    finally:
        await embedded.drop_database(admin, name)


async def _fill() -> None:
    pool = DB.pool
    assert pool is not None  # noqa: S101 -- it is open
    async with pool.acquire() as connection:
        # Without what checks each row: the rows are right, and there are millions.
        await connection.execute("SET session_replication_role = replica")
        await connection.execute("SET statement_timeout = 0")
        for statement in _FILL:
            await connection.execute(statement, timeout=900)
        await connection.execute("RESET session_replication_role; RESET statement_timeout")


def _acts() -> dict[str, Action]:
    deep = Asked("", str(Place("newest", 500_000, 500_000, is_backwards=False)))

    def orders(asked: Asked = Asked(), /, **wanted: object) -> Action:  # noqa: B008 -- it never changes
        return partial(list_orders, WantedOrders(**wanted), asked)  # type: ignore[arg-type] # by name

    return {
        "orders, first page (1,000,000)": orders(),
        "orders, page 20,000": orders(deep),
        "orders by number": orders(words="0512345"),
        "orders by company's number": orders(words="100000054321"),
        "orders by article number": orders(words="SKU-777777"),
        "orders by name of goods (1,000)": orders(words="raisin"),
        "orders by state (1 %)": orders(state=OrderState.PLACED),
        "orders of a buyer": orders(buyer_id=4321),
        "home's counts of orders": partial(count_in, (OrderState.PLACED, OrderState.PACKED)),
        "companies, first page (100,000)": partial(list_register, WantedCompanies(), Asked()),
        "companies by a part of the name": partial(
            list_register, WantedCompanies(words="f00b"), Asked()
        ),
        "people by a part of the e-mail": partial(
            list_persons, WantedPeople(words="p54321@"), Asked()
        ),
    }
