"""`GoodsDeclaration`, R.055 version 1.0.0, in the order of its schema."""

from typing import Final

from customs.eaeu.countries import SEVERAL, short_name
from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.register import lists
from customs.eaeu.register.goods_item import goods_item
from customs.eaeu.register.leaves import SPACES, code, country, exchange, money, payment
from customs.eaeu.register.parties import party, same_as_declarant
from customs.eaeu.register.transport import transport
from customs.eaeu.sheets import sheet_count
from customs.xml import document, leaf, node

_SPACE: Final = "urn:EEC:R:055:GoodsDeclaration:v1.0.0"


def write_goods_declaration(declaration: GoodsDeclaration) -> bytes:
    """Will write the draft; raises `NoShortName`, `NoNumericCode` or `UnwritableText`."""
    return document(
        "r:GoodsDeclaration",
        leaf("csdo:EDocCode", "R.055"),
        leaf("csdo:EDocId", declaration.document_id),
        leaf("csdo:EDocDateTime", declaration.made_at),
        leaf("casdo:DeclarationKindCode", declaration.direction),
        code("casdo:CustomsProcedureCode", declaration.procedure, lists.PROCEDURES),
        code("casdo:DeclarationFeatureCode", declaration.feature, lists.DECLARING_FEATURES),
        leaf("casdo:EDocIndicatorCode", "ЭД"),
        leaf("csdo:PageQuantity", sheet_count(declaration)),
        leaf("casdo:GoodsQuantity", len(declaration.goods)),
        leaf("casdo:CargoQuantity", declaration.packages),
        party("cacdo:DeclarantDetails", declaration.declarant),
        _shipment(declaration),
        spaces={"r": _SPACE, **SPACES},
    )


def _shipment(declaration: GoodsDeclaration) -> str:
    consignee, responsible = declaration.consignee, declaration.financially_responsible
    return node(
        "cacdo:GDGoodsShipmentDetails",
        _country("cacdo:DepartureCountryDetails", declaration.dispatch_country),
        _country("cacdo:DestinationCountryDetails", declaration.destination_country),
        *_deal(declaration),
        party("cacdo:ConsignorDetails", declaration.consignor),
        party("cacdo:ConsigneeDetails", consignee, same_as_declarant(consignee)),
        party(
            "cacdo:FinancialSettlementSubjectDetails",
            responsible,
            same_as_declarant(responsible),
        ),
        money("casdo:CustomsValueAmount", declaration.customs_value),
        _origin(declaration),
        node(
            "cacdo:TransactionNatureDetails",
            leaf("casdo:TransactionNatureCode", declaration.deal_nature),
            leaf("casdo:TransactionFeatureCode", declaration.deal_feature),
        ),
        _consignment(declaration),
        _place(declaration),
        *map(goods_item, declaration.goods),
        *_totals(declaration),
    )


def _deal(declaration: GoodsDeclaration) -> tuple[str, ...]:
    """Will give boxes 11, 20, 22 and 23."""
    return (
        node(
            "cacdo:TradeCountryDetails",
            country("casdo:CACountryCode", declaration.trading_country),
        ),
        node(
            "cacdo:DeliveryTermsDetails",
            code("casdo:DeliveryTermsCode", declaration.terms.code, lists.TERMS),
            leaf("casdo:PlaceName", declaration.terms.place),
        ),
        money("casdo:CAValueAmount", declaration.invoice_total),
        exchange(
            "casdo:ExchangeRate",
            declaration.exchange_rate,
            declaration.currency,
            nominal=declaration.exchange_nominal,
        ),
    )


def _country(name: str, where: str) -> str:
    return node(
        name,
        country("casdo:CACountryCode", where),
        leaf("casdo:ShortCountryName", short_name(where)),
    )


def _origin(declaration: GoodsDeclaration) -> str:
    """Will give the one country of origin; several have no code of their own in this structure."""
    if not declaration.origin:
        return node(
            "cacdo:OriginCountryDetails",
            country("casdo:CACountryCode", "00"),
            leaf("casdo:ShortCountryName", SEVERAL),
        )
    return _country("cacdo:OriginCountryDetails", declaration.origin)


def _consignment(declaration: GoodsDeclaration) -> str:
    return node(
        "cacdo:GDConsignmentDetails",
        leaf("casdo:ContainerIndicator", declaration.is_in_containers),
        transport("cacdo:BorderTransportDetails", declaration.border),
        transport("cacdo:ArrivalDepartureTransportDetails", declaration.arrival),
        node(
            "cacdo:BorderCustomsOfficeDetails",
            leaf("csdo:CustomsOfficeCode", declaration.border_office),
        ),
    )


def _place(declaration: GoodsDeclaration) -> str:
    where = declaration.place
    if where is None:
        return ""
    return node(
        "cacdo:GoodsLocationDetails",
        code("casdo:GoodsLocationCode", where.kind, lists.PLACES),
        leaf("csdo:CustomsOfficeCode", where.customs_office),
        leaf("casdo:PlaceName", where.name),
    )


def _totals(declaration: GoodsDeclaration) -> list[str]:
    return [
        node(
            "cacdo:GDFactPaymentDetails",
            code("casdo:CustomsTaxModeCode", total.kind, lists.PAYMENTS),
            payment("casdo:CAPaymentNAmount", total.amount),
        )
        for total in declaration.totals
        if total.kind
    ]
