"""Conversion of the demo shop's TOML to the arguments of the actions."""

from datetime import date
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.accounts.company import CompanyFacts, CompanyKind
from app.accounts.person import PersonFacts, Role
from app.catalog.ladder import Ladder, LadderStep
from app.catalog.mall import MallFacts
from app.catalog.product import CodeStatus, ProductCode, ProductFacts, Tariff
from app.demo.cast import DemoPerson, Facts
from app.stock.lot import GoodsReceipt
from app.tariff.china_line import ChinaLine

_WRITTEN_ON: Final = date(2026, 11, 23)
"""The day to which the dates of the lots in the files are relative."""


def company_facts(company: Facts) -> CompanyFacts:
    return CompanyFacts(**{**company, "kind": CompanyKind(company["kind"])})


def person_facts(person: DemoPerson, *, company_id: int) -> PersonFacts:
    """Return a person; the password's hash is added when they are saved."""
    return PersonFacts(
        email=person.email,
        name=person.name,
        password_hash="",
        role=Role(person.role),
        company_id=company_id,
        language=person.language,
    )


def mall_facts(mall: Facts) -> MallFacts:
    return MallFacts(
        code=mall["code"],
        position=mall["position"],
        accent=mall["accent"],
        picture=mall["picture"],
        tint=mall["tint"],
        names=mall["name"],
        intros=mall["intro"],
    )


def china_line(line: Facts) -> ChinaLine:
    return ChinaLine(**{**line, "element_names": tuple(line["element_names"])})


def product_facts(good: Facts) -> ProductFacts:
    """Return a product with its texts, prices and codes."""
    same = (
        "sku slug picture tint unit_net_g units_per_carton carton_tare_g packing minimum"
        " multiple prefecture origin_district shelf_life_days customs_name"
    )
    return ProductFacts(
        **{name: good[name] for name in same.split()},
        names=good["name"],
        descriptions=good["description"],
        sales_unit=good["unit"],
        ladder=Ladder(tuple(_step(*step) for step in good["ladder"])),
        codes=_codes(good),
        malls=tuple(good["malls"]),
        elements=tuple(good["elements"]),
    )


def _step(quantity: int, price: str) -> LadderStep:
    return LadderStep(quantity, Money(Decimal(price), "CNY"))


def _codes(good: Facts) -> tuple[ProductCode, ...]:
    """Return the known codes; none is derived from another."""
    known = (
        (Tariff.HS, good["hs6"], good["china_source"]),
        (Tariff.CHINA, good["china_code"], good["china_source"]),
        (Tariff.EAEU, good["eaeu_code"], good["eaeu_source"]),
    )
    return tuple(
        ProductCode(tariff, code, CodeStatus.PROPOSED, source)
        for tariff, code, source in known
        if code
    )


def receipt(lot: Facts, *, on: date) -> GoodsReceipt:
    """Return a delivery of a lot, as fresh on the day as in the file."""
    later = on - _WRITTEN_ON
    best_before = lot.get("best_before")
    return GoodsReceipt(
        sku=lot["sku"],
        batch=lot["batch"],
        produced_on=lot["produced_on"] + later,
        best_before=best_before and best_before + later,
        quantity=lot["quantity"],
    )
