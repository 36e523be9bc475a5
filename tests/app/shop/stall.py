"""A shop in a real database: the shelf with its lots, rates of two banks, and who comes to buy."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.accounts.password import hash_password
from app.accounts.person import Reader, Role
from app.accounts.tables import Company, Person
from app.catalog.product import Product
from app.rates.actions import importing
from app.stock.tables import Lot
from tests.app.agreeing import agree, proposal
from tests.app.catalog.shelf import MORNING, fill_shelf

RECORDINGS = Path(__file__).parents[2] / "recordings"
PASSWORD = "the caravan leaves at dawn"


@dataclass(frozen=True)
class Stall:
    """The goods by name, and the readers."""

    goods: dict[str, Product]
    kazakh: Reader
    kyrgyz: Reader
    operator: Reader


async def save_reader(name: str, *, role: Role, country: str) -> Reader:
    company = Company(
        slug=name.lower(),
        kind="importer",
        country=country,
        name=f"{name} Ltd",
        name_latin=f"{name} Ltd",
        number=f"{len(name):012}{country}",
        number_kind="bin",
        address="Abai 1",
        created_at=MORNING,
    )
    await company.save()
    person = Person(
        email=f"{name.lower()}@firm.example",
        name=name,
        password_hash=await hash_password(PASSWORD),
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
        country=country,
    )


async def save_lot(product: Product, quantity: int) -> None:
    await Lot(
        product=product.id,
        batch="B-1",
        produced_on=date(2026, 9, 1),
        on_hand=quantity,
        received_at=MORNING,
    ).save()


async def import_rates() -> None:
    for bank, name in (("nbk", "nbk_2026-11-23.xml"), ("nbkr", "nbkr_daily_2026-11-23.xml")):
        body = (RECORDINGS / name).read_bytes()
        await importing.import_body(bank, body, source=name, at=MORNING)


async def set_spreads() -> None:
    maker = await save_reader("Li", role=Role.RATES, country="CN")
    checker = await save_reader("Marat", role=Role.RATES, country="CN")
    for currency, percent in (("KZT", "2.5"), ("KGS", "3")):
        await agree(proposal(currency, percent), maker=maker, checker=checker, at=MORNING)


async def open_stall(*, has_rates: bool = True) -> Stall:
    """Open the shop: 402 boxes of raisins, 50 kg of walnuts, 100 pairs of socks, no bags."""
    goods = await fill_shelf()
    for name, quantity in (("raisins", 402), ("walnuts", 50), ("socks", 100)):
        await save_lot(goods[name], quantity)
    stall = Stall(
        goods=goods,
        kazakh=await save_reader("Aigerim", role=Role.IMPORTER, country="KZ"),
        kyrgyz=await save_reader("Bakyt", role=Role.IMPORTER, country="KG"),
        operator=await save_reader("Wei", role=Role.OPERATOR, country="CN"),
    )
    if has_rates:
        await import_rates()
        await set_spreads()
    return stall
