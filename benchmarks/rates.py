"""Rates: a change of terms, a rehearsal against its outcome, a replay of prices."""

import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product as each_with_each

from app.accounts.person import Reader, Role
from app.catalog import repository as catalog
from app.demo.rates import import_demo
from app.kit import embedded
from app.kit.db import DB
from app.kit.settings import ROOT
from app.pricing.line import LinePrice, price_line
from app.pricing.why import PriceKey, replay
from app.rates.actions.terms import Proposal, draft_terms
from app.rates.repository import published, selling
from app.rates.rounding import Direction, RoundingRule
from app.rates.selling import Limits
from app.reference.current import opened
from app.rehearsals.actions import publish_draft, rehearse_draft
from app.rehearsals.repository import list_open_lines
from benchmarks.table import Row, row
from tests.running import keruen

DATA = ROOT / "var" / "bench"
_AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
_COMPANY = (
    "INSERT INTO company (slug, kind, country, name, name_latin, number, number_kind, address,"
    " created_at) SELECT 'c-' || n, 'importer', 'KZ', 'C' || n, 'C' || n, n::text, 'bin', 'A', $1"
    " FROM generate_series(1, $2) AS n"
)
_PEOPLE = (
    "INSERT INTO person (email, name, password_hash, role, company, language, created_at)"
    " SELECT 'p' || id || '@x.example', 'P' || id, '', 'rates_admin', id, 'en', $1 FROM company"
)
_PRODUCTS = (
    "INSERT INTO product (sku, slug, seller, picture, sales_unit, unit_net_g, units_per_carton,"
    " carton_tare_g, packing, minimum, multiple, prefecture, elements, listed_at)"
    " SELECT 'S-' || n, 's-' || n, 1, 'x', '140', 500, 20, 400, '22', 1, 1, 'turpan', '{}', $1"
    " FROM generate_series($2::int, $3::int) AS n"
)
_TEXTS = (
    "INSERT INTO product_text (product, language, name, description)"
    " SELECT id, 'en', sku, sku FROM product"
)
_LISTS = (
    "INSERT INTO price_list (product, set_at) SELECT id, $1 FROM product"
    " WHERE id NOT IN (SELECT product FROM price_list)"
)
_PRICES = (
    "INSERT INTO ladder_price (price_list, from_quantity, price_minor)"
    " SELECT id, step * 10 - 9, 1000 + (id * 37 + step * 13) % 90000"
    " FROM price_list, generate_series(1, $1::int) AS step"
    " WHERE id NOT IN (SELECT price_list FROM ladder_price)"
)
_BASKETS = "INSERT INTO basket (person, changed_at) SELECT id, $1 FROM person"
_LINES = (
    "INSERT INTO basket_line (basket, product, quantity) SELECT basket.id, product.id,"
    " 1 + (basket.id * 7 + product.id * 3) % 40 FROM basket, product"
)


async def measure() -> list[Row]:
    """Measure on an empty database of its own."""
    admin = embedded.hold(DATA)
    await embedded.drop_database(admin, "bench_rates")
    await embedded.create_database(admin, "bench_rates")
    address = embedded.address_of(admin, "bench_rates")
    keruen("migrate", on=address)
    async with opened(address, size=4, name="keruen-bench"):
        await import_demo(at=_AT)
        await _run(_COMPANY, _AT, 200)
        await _run(_PEOPLE, _AT)
        rows = [await _publish("publish terms, 1,000 ladder prices", products=(1, 50), steps=20)]
        await _run(_BASKETS, _AT)
        await _run(_LINES)
        rows += await _rehearse()
        rows += await _replay()
        await _run("TRUNCATE basket CASCADE")
        rows.append(
            await _publish(
                "publish terms, 1,000,000 ladder prices", products=(51, 50_000), steps=20
            )
        )
    return rows


async def _run(statement: str, *values: object) -> None:
    assert DB.pool is not None  # noqa: S101 -- a benchmark may stop at once
    await DB.pool.execute(statement, *values, timeout=300)


async def _publish(name: str, *, products: tuple[int, int], steps: int) -> Row:
    await _run(_PRODUCTS, _AT, *products)
    await _run(_TEXTS if products[0] == 1 else "SELECT 1")
    await _run(_LISTS, _AT)
    await _run(_PRICES, steps)
    figures = []
    for turn in range(15):
        at = _AT + timedelta(minutes=products[0] + turn)
        draft = await draft_terms(_proposal(turn + products[0]), by=_reader(1), at=at)
        seal = (await rehearse_draft(draft.id, by=_reader(1), at=at)).seal
        began = time.perf_counter()
        await publish_draft(draft.id, seal=seal, by=_reader(2), at=at, reason="Measured")
        figures.append((time.perf_counter() - began) * 1000)
    return row(name, figures)


def _proposal(turn: int) -> Proposal:
    return Proposal(
        currency="KZT",
        spread_percent=Decimal(1) + Decimal(turn % 97) / 100,
        rounding=RoundingRule(1000, 900, Direction.UP) if turn % 2 else RoundingRule(),
        limits=Limits(jump_percent=Decimal(50)),
        holds_from=None,
        why="Measured",
    )


def _reader(person: int) -> Reader:
    return Reader(person, f"P{person}", "", Role.RATES, "en", person, f"C{person}", "KZ")


async def _rehearse() -> list[Row]:
    """Rehearse ten thousand open lines, then price every basket again and compare exactly."""
    at = _AT + timedelta(hours=5)
    draft = await draft_terms(_proposal(91), by=_reader(1), at=at)
    began = time.perf_counter()
    foretold = await rehearse_draft(draft.id, by=_reader(1), at=at)
    seconds = time.perf_counter() - began
    await publish_draft(draft.id, seal=foretold.seal, by=_reader(2), at=at, reason="Measured")
    now = await selling.selling_in_force("KZT", at)
    wrong = 0
    for line, effect in zip(await list_open_lines("KZT"), foretold.effects, strict=True):
        priced = price_line(line.sku, quantity=line.quantity, ladder=line.ladder, selling=now)
        wrong += priced.total != effect.after
    count = len(foretold.effects)
    return [
        row(f"rehearse {count:,} open lines", [seconds * 1000]),
        row(f"of {count:,} foretold, not come true", [wrong], unit="rows"),
    ]


async def _replay() -> list[Row]:
    """Compute a hundred thousand prices again from the rows that their keys name."""
    shown = await _shown(100_000)
    began = time.perf_counter()
    ladders = {key.price_list_id: None for key, _ in shown}
    lists = {each: await catalog.get_ladder(each) for each in ladders}
    pairs = {(key.rate_id, key.terms_id) for key, _ in shown}
    rates = {pair: await selling.selling_of(*pair) for pair in pairs}
    wrong = 0
    for key, line in shown:
        again = replay(
            LinePrice(
                line.sku,
                line.quantity,
                line.list_price,
                line.unit,
                rates[key.rate_id, key.terms_id],
                key.price_list_id,
            ),
            lists[key.price_list_id],
        )
        wrong += again != line
    seconds = time.perf_counter() - began
    return [
        row(f"replay {len(shown):,} prices", [seconds * 1000]),
        row(f"of {len(shown):,} replayed, not the same", [wrong], unit="rows"),
    ]


async def _shown(count: int) -> list[tuple[PriceKey, LinePrice]]:
    """Return prices as the shop showed them, of all goods, quantities, rates and terms combined."""
    goods = await catalog.get_products_for_pricing(range(1, 51))
    terms = await selling.list_terms("KZT")
    days = [date(2026, 11, 23) - timedelta(days=back) for back in range(0, 60, 3)]
    officials = {
        rate.id: rate
        for rate in [await published.official_in_force("nbk", "CNY", day) for day in days]
    }
    sellings = [
        await selling.selling_of(rate, each.id)
        for rate, each in each_with_each(officials, terms[:16])
    ]
    quantities = range(1, 1 + -(-count // (len(goods) * len(sellings))))
    shown = []
    for one, by, quantity in each_with_each(goods.values(), sellings, quantities):
        line = price_line(one.sku, quantity=quantity * 7, ladder=one.ladder, selling=by)
        shown.append((PriceKey.of(line), line))
    return shown[:count]
