"""A small market in a real database: who buys, what is sold, at which rates, from which shelf."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.accounts.person import Reader, Role
from app.accounts.tables import Company, Person
from app.catalog.tables import LadderPrice, PriceList, Product, ProductText
from app.orders import actions
from app.orders.order import Order
from app.orders.placing import Placing
from app.orders.terms import TermsRequest
from app.quotes import actions as quotes
from app.quotes.quote import Quote, WantedGoods
from app.rates.actions import importing
from app.stock.tables import Lot
from tests.app.agreeing import agree, proposal

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
"""Eleven in the morning in Almaty and noon in Bishkek, two in the afternoon in Urumqi."""
MORNING = NOON - timedelta(hours=3)
NAMES = {
    "en": "Raisins",
    "ru": "Изюм",
    "kk": "Мейіз",
    "ky": "Мейиз",
    "zh_Hans": "葡萄干",
}


@dataclass
class Market:
    """The people by role, and the goods by name."""

    kazakh: Reader
    """Buys in tenge."""
    rival: Reader
    """Buys in tenge too, for another company."""
    kyrgyz: Reader
    """Buys in som."""
    broker: Reader
    """Of a firm in Kazakhstan."""
    operator: Reader
    rates: Reader
    second: Reader
    """The second rates administrator, who publishes what Li drafts."""
    declarant: Reader
    warehouse: Reader
    seller: Reader
    """Of the company that sells the raisins and the walnuts."""
    other_seller: Reader
    """Of a company that sells nothing yet."""
    raisins: int
    walnuts: int
    people: list[Reader] = field(default_factory=list)


async def save_company(slug: str, *, kind: str, country: str, number: str) -> Company:
    company = Company(
        slug=slug,
        kind=kind,
        country=country,
        name=slug.capitalize(),
        name_latin=slug.capitalize(),
        number=number,
        number_kind={"KZ": "bin", "KG": "kg_inn", "CN": "uscc"}[country],
        address=f"{slug.capitalize()} street 1",
        created_at=MORNING,
    )
    await company.save()
    return company


async def save_person(name: str, *, role: Role, company: Company) -> Reader:
    person = Person(
        email=f"{name.lower()}@{company.slug}.example",
        name=name,
        password_hash="",
        role=role.value,
        company=company.id,
        language="en",
        created_at=MORNING,
    )
    await person.save()
    return Reader(
        person_id=person.id,
        name=name,
        email=person.email,
        role=role,
        language="en",
        company_id=company.id,
        company=company.name,
        country=company.country,
    )


async def save_product(
    sku: str, *, seller: Company, minimum: int, multiple: int, ladder: dict[int, int]
) -> int:
    product = Product(
        sku=sku,
        slug=sku.lower(),
        seller=seller.id,
        picture="keruen:grapes",
        sales_unit="140",
        unit_net_g=500,
        units_per_carton=20,
        carton_tare_g=400,
        packing="22",
        minimum=minimum,
        multiple=multiple,
        prefecture="turpan",
        elements=[],
        listed_at=MORNING,
    )
    await product.save()
    for language, name in NAMES.items():
        await ProductText(
            product=product.id, language=language, name=f"{name} {sku}", description=name
        ).save()
    price_list = PriceList(product=product.id, set_at=MORNING)
    await price_list.save()
    for quantity, price_minor in ladder.items():
        await LadderPrice(
            price_list=price_list.id, from_quantity=quantity, price_minor=price_minor
        ).save()
    return product.id


async def save_lot(product_id: int, quantity: int, *, batch: str, best_before: date) -> int:
    lot = Lot(
        product=product_id,
        batch=batch,
        produced_on=date(2026, 9, 1),
        best_before=best_before,
        on_hand=quantity,
        received_at=MORNING,
    )
    await lot.save()
    return lot.id


async def set_spread(
    market: Market, currency: str, percent: str, *, at: datetime, **changes: object
) -> None:
    await agree(
        proposal(currency, percent, **changes), maker=market.rates, checker=market.second, at=at
    )


async def open_market() -> Market:
    """Open the market on a Monday morning: 500 boxes of raisins and 40 of walnuts."""
    operator = await save_company(
        "keruen", kind="operator", country="CN", number="91650100MA77000006"
    )
    seller = await save_company("turpan", kind="seller", country="CN", number="91650400MA7700000M")
    other = await save_company("kashgar", kind="seller", country="CN", number="91653100MA7700000K")
    firm = await save_company("zhol", kind="broker", country="KZ", number="100000000001")
    dastan = await save_company("dastan", kind="importer", country="KZ", number="100000000002")
    rival = await save_company("rival", kind="importer", country="KZ", number="100000000003")
    manas = await save_company("manas", kind="importer", country="KG", number="10000000000001")
    market = Market(
        kazakh=await save_person("Aigerim", role=Role.IMPORTER, company=dastan),
        rival=await save_person("Rustem", role=Role.IMPORTER, company=rival),
        kyrgyz=await save_person("Bakyt", role=Role.IMPORTER, company=manas),
        broker=await save_person("Zhanna", role=Role.BROKER, company=firm),
        operator=await save_person("Wei", role=Role.OPERATOR, company=operator),
        rates=await save_person("Li", role=Role.RATES, company=operator),
        second=await save_person("Marat", role=Role.RATES, company=operator),
        declarant=await save_person("Chen", role=Role.DECLARANT, company=operator),
        warehouse=await save_person("Ma", role=Role.WAREHOUSE, company=operator),
        seller=await save_person("Gulnar", role=Role.SELLER, company=seller),
        other_seller=await save_person("Yusup", role=Role.SELLER, company=other),
        raisins=await save_product(
            "RAISINS", seller=seller, minimum=10, multiple=5, ladder={10: 1250, 100: 1190}
        ),
        walnuts=await save_product(
            "WALNUTS", seller=seller, minimum=1, multiple=1, ladder={1: 3333}
        ),
    )
    await _stock(market)
    await _rates(market)
    return market


async def _stock(market: Market) -> None:
    late, early = date(2027, 8, 1), date(2027, 3, 1)
    await save_lot(market.raisins, 300, batch="R-LATE", best_before=late)
    await save_lot(market.raisins, 200, batch="R-EARLY", best_before=early)
    await save_lot(market.walnuts, 40, batch="W-1", best_before=late)


async def _rates(market: Market) -> None:
    for bank, name in (("nbk", "nbk_2026-11-23.xml"), ("nbkr", "nbkr_daily_2026-11-23.xml")):
        body = (RECORDINGS / name).read_bytes()
        await importing.import_body(bank, body, source=name, at=MORNING)
    await set_spread(market, "KZT", "2.5", at=MORNING)
    await set_spread(market, "KGS", "3", at=MORNING)


def requested_terms(reader: Reader, **changes: object) -> TermsRequest:
    """Return a request for terms that fit the reader's country, with changes."""
    fitting: dict[str, object] = {
        "consignee_name": reader.company,
        "consignee_address": "Almaty, Abai 1",
        "delivery": {"KG": "fca-urumqi"}.get(reader.country, "fca-khorgos"),
        "crossing": {"KG": "torugart"}.get(reader.country, "khorgos"),
        "broker_id": None,
    }
    return TermsRequest(**{**fitting, **changes})  # type: ignore[arg-type] # built by name


async def crowd(count: int) -> list[Reader]:
    """Return `count` buyers in tenge, each of a company of their own."""
    readers = []
    for turn in range(count):
        number = f"{500_000_000_000 + turn}"
        company = await save_company(f"firm-{turn}", kind="importer", country="KZ", number=number)
        readers.append(await save_person(f"Buyer{turn}", role=Role.IMPORTER, company=company))
    return readers


async def quoted(
    reader: Reader, *wanted: tuple[int, int], at: datetime = NOON, basket_id: int | None = None
) -> Quote:
    """Hold price and goods for the reader."""
    goods = tuple(WantedGoods(product_id, quantity) for product_id, quantity in wanted)
    return await quotes.open_quote(goods, reader=reader, at=at, language="en", basket_id=basket_id)


def placing(quote: Quote, reader: Reader, **changes: object) -> Placing:
    """Return a placing of the quote on fitting terms, with changes."""
    fitting: dict[str, object] = {"quote_number": quote.number, "terms": requested_terms(reader)}
    return Placing(**{**fitting, **changes})  # type: ignore[arg-type] # built by name


async def place(
    reader: Reader, *wanted: tuple[int, int], at: datetime = NOON, **changes: object
) -> Order:
    """Quote the goods and place the order at once."""
    quote = await quoted(reader, *wanted, at=at)
    return await actions.place_order(placing(quote, reader, **changes), reader=reader, at=at)
