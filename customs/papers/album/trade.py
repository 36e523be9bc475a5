"""`Invoice` and `PackingList`: the commercial papers."""

from typing import Final

from moneyed import Money

from customs.eaeu.box31 import Packages
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty
from customs.papers.album.common import CATALOG, address, paper, party
from customs.papers.album.formats import leaf, required
from customs.papers.rules import INVOICE, PACKING
from customs.papers.trade import Invoice, InvoiceLineItem, PackedGoods, PackingList
from customs.xml import document, node

_URN: Final = "urn:customs.ru:Information:CommercialFinanceDocuments:"
_COMMON: Final = {
    "c": f"{_URN}CommercialFinanceCommonAgregateTypesCust:5.22.0",
    **CATALOG,
}
_INVOICE: Final = {"i": f"{_URN}Invoice:5.22.0", **_COMMON}
_PACKING: Final = {"p": f"{_URN}PackingList:5.22.0", **_COMMON}


def write_invoice(invoice: Invoice) -> bytes:
    """Return the invoice as XML.

    Raises `DraftIsBlocked`, `InvalidElementValue` or `UnwritableText`.
    """
    INVOICE.admit(invoice, on=invoice.issued_on)
    return document(
        "i:Invoice",
        required("cat_ru:DocumentID", invoice.document_id),
        leaf("i:CurrencyCode", invoice.total.currency.code),
        leaf("i:PlacesQuantity", invoice.packages or None),
        leaf("i:GrossWeightQuantity", invoice.gross_kg),
        leaf("i:NetWeightQuantity", invoice.net_kg),
        leaf("i:GCost", invoice.goods_total.amount),
        _sum("i:TransportCharges", invoice.freight),
        _sum("i:InsuranceCharges", invoice.insurance),
        leaf("i:TotalCost", invoice.total.amount),
        _trader("i:Buyer", invoice.buyer),
        _trader("i:Seler", invoice.seller),
        party("i:Consignor", invoice.consignor),
        party("i:Consignee", invoice.consignee),
        *map(_line, invoice.lines),
        node(
            "i:DeliveryTerms",
            leaf("c:DeliveryPlace", invoice.terms.place),
            required("c:DeliveryTermsStringCode", invoice.terms.code),
            required("i:DispatchCountryCode", invoice.dispatch_country),
            required("i:TradingCountryCode", invoice.trading_country),
            required("i:DestinationCountryCode", invoice.destination_country),
        ),
        paper("i:Registration", Document("", invoice.number, invoice.issued_on)),
        paper("i:Contract", invoice.contract),
        spaces=_INVOICE,
        attributes={"DocumentModeID": "1002007E"},
    )


def _sum(name: str, amount: Money | None) -> str:
    return leaf(name, None if amount is None else amount.amount)


def _trader(name: str, who: TradeParty) -> str:
    return node(name, required("c:Name", who.name), address("i:PostalAddress", who.address))


def _line(line: InvoiceLineItem) -> str:
    return node(
        "i:InvoiceGoods",
        leaf("c:GoodsCode", line.code),
        required("c:GoodsDescription", line.description),
        leaf("c:GoodsQuantity", line.quantity),
        leaf("c:MeasureUnitQualifierName", line.unit_name),
        leaf("c:GrossWeightQuantity", line.gross_kg),
        leaf("c:NetWeightQuantity", line.net_kg),
        leaf("c:Price", line.price.amount),
        leaf("c:TotalCost", line.total.amount),
        node(
            "c:AdditionalGoodsDescription",
            leaf("c:Manufacturer", line.manufacturer),
            leaf("c:TradeMark", line.trademark),
        ),
    )


def write_packing_list(listed: PackingList) -> bytes:
    """Return the packing list as XML.

    Raises `DraftIsBlocked`, `InvalidElementValue` or `UnwritableText`.
    """
    PACKING.admit(listed, on=listed.issued_on)
    return document(
        "p:PackingList",
        required("cat_ru:DocumentID", listed.document_id),
        leaf("p:GrossWeightQuantity", listed.gross_kg),
        leaf("p:NetWeightQuantity", listed.net_kg),
        party("p:Consignor", listed.consignor),
        party("p:Consignee", listed.consignee),
        _terms(listed.terms, listed),
        *map(_packed, listed.goods),
        node("p:TotalPlacesQuantity", leaf("p:PlacesQuantity", listed.packages or None)),
        spaces=_PACKING,
        attributes={"DocumentModeID": "1002009E"},
    )


def _terms(terms: DeliveryTerms, listed: PackingList) -> str:
    return node(
        "p:DeliveryTerms",
        required("p:DeliveryPlace", terms.place),
        required("p:DeliveryTermsStringCode", terms.code),
        paper("p:Contract", listed.contract),
        paper("p:Invoice", listed.invoice),
        paper("p:Registration", Document("", listed.number, listed.issued_on)),
    )


def _packed(packed: PackedGoods) -> str:
    return node(
        "p:Goods",
        required("p:GoodsDescription", packed.description),
        leaf("p:GoodsQuantity", packed.quantity),
        leaf("p:MeasureUnitQualifierName", packed.unit_name),
        leaf("p:GrossWeightQuantity", packed.gross_kg),
        leaf("p:NetWeightQuantity", packed.net_kg),
        leaf("p:MeasureUnitQualifierCode", packed.unit),
        leaf("p:GoodMarking", packed.marks),
        _places(packed.packages),
    )


def _places(packages: Packages) -> str:
    return node(
        "p:PlacesQuantity",
        leaf("p:PlacesQuantity", packages.count or None),
        leaf("p:PackingCode", packages.package_code),
    )
