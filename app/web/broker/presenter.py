"""Presenter of a broker's loads, declarations and goods."""

from dataclasses import dataclass

from app.accounts.person import Reader
from app.brokers.repository import AssignedLoad, CarriedGoods
from app.catalog.product import CodeStatus
from app.countries.clocks import say_instant
from app.countries.repository import crossing_label
from app.declarations.repository.assigned import AssignedDeclaration
from app.kit.i18n import text_of, translate
from app.warehouse.load import LOAD_STATES
from app.web.presenters.declarations import DECLARATION_TONES
from app.web.presenters.warehouse import LOAD_TONES
from customs.china.receipt import STATE_NAMES as DECLARATION_NAMES


@dataclass(frozen=True, slots=True)
class AssignedLoadView:
    """A load assigned to the firm."""

    number: str
    href: str
    truck: str
    crossing: str
    orders: str
    frozen: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class AssignedDeclarationView:
    """A declaration of an assigned load."""

    number: str
    order_number: str
    buyer: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class AssignedGoodsView:
    """Goods of an assigned load, and their code."""

    sku: str
    name: str
    code: str
    note: str
    tone: str


def assigned_goods_view(goods: CarriedGoods) -> AssignedGoodsView:
    """Present goods and the state of their code."""
    confirmed = goods.status == CodeStatus.CONFIRMED
    return AssignedGoodsView(
        sku=goods.sku,
        name=text_of(goods.names),
        code=goods.code or "—",
        note=goods.evidence if confirmed else translate("Proposed, not confirmed yet"),
        tone="" if confirmed else "warning",
    )


def assigned_load_view(load: AssignedLoad, reader: Reader) -> AssignedLoadView:
    """Present a load."""
    return AssignedLoadView(
        number=load.number,
        href=f"/broker/loads/{load.number}",
        truck=load.truck_plate,
        crossing=crossing_label(load.crossing),
        orders=", ".join(each.order_number for each in load.declarations),
        frozen=say_instant(load.frozen_at, reader.country),
        state=translate(LOAD_STATES.names[load.state]),
        tone=LOAD_TONES[load.state],
    )


def assigned_declaration_view(declaration: AssignedDeclaration) -> AssignedDeclarationView:
    """Present a declaration."""
    return AssignedDeclarationView(
        number=declaration.number,
        order_number=declaration.order_number,
        buyer=declaration.buyer,
        state=translate(DECLARATION_NAMES[declaration.state]),
        tone=DECLARATION_TONES[declaration.state],
    )
