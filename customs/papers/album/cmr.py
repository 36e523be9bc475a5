"""`CMR`: the road waybill."""

from typing import Final

from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty
from customs.formats import required_node
from customs.papers.album.common import CATALOG, address, located, paper, party
from customs.papers.album.formats import leaf, required
from customs.papers.cmr import RoadGoods, RoadWaybill
from customs.papers.rules import ROAD
from customs.xml import document, node

_URN: Final = "urn:customs.ru:Information:TransportDocuments:"
_SPACES: Final = {
    "w": f"{_URN}Car:CMR:5.23.0",
    "t": f"{_URN}TransportCommonAgregateTypesCust:5.23.0",
    "u": f"{_URN}CUTransportCommonAgregateTypesCust:5.22.0",
    **CATALOG,
}


def write_cmr(waybill: RoadWaybill) -> bytes:
    """Return the draft; raises `DraftIsBlocked`, `InvalidElementValue` or `UnwritableText`."""
    ROAD.admit(waybill, on=waybill.made_on)
    return document(
        "w:CMR",
        required("cat_ru:DocumentID", waybill.document_id),
        leaf("w:LanguageCode", "RU"),
        leaf("w:CarrierNotice", waybill.reservations),
        leaf("w:GoodsQuantity", waybill.packages),
        leaf("w:StampSign", value=False),
        node(
            "w:RegistrationDocument",
            leaf("w:Date", waybill.made_on),
            leaf("w:RegID", waybill.number),
            required("w:Place", waybill.made_at),
        ),
        party("w:Consignor", waybill.sender),
        party("w:Consignee", waybill.consignee),
        _carrier(waybill.carrier),
        address("w:DeliveryPlace", waybill.delivery_place),
        *map(_enclosed, waybill.documents),
        *map(_goods, waybill.goods),
        node(
            "w:DeliveryTerms",
            required("w:DeliveryPlace", waybill.terms.place),
            required("w:DeliveryTermsStringCode", waybill.terms.code),
        ),
        _transport(waybill),
        node(
            "w:TakingCargo",
            leaf("w:TakingCargoDate", waybill.taken_on),
            required_node("w:TakingCargoPlace", *located(waybill.taken_at)),
        ),
        node("w:CMRGoodsWeight", leaf("w:GrossWeightQuantity", waybill.gross_kg)),
        _cost(waybill),
        spaces=_SPACES,
        attributes={"DocumentModeID": "1003102E"},
    )


def _carrier(carrier: TradeParty) -> str:
    return node(
        "w:Carrier",
        required("cat_ru:OrganizationName", carrier.name),
        address("w:PostalAddress", carrier.address),
    )


def _enclosed(shown: Document) -> str:
    return paper("w:EnclosedDocument", shown, required("t:ModeCode", shown.kind))


def _goods(carried: RoadGoods) -> str:
    return node(
        "w:CMRGoods",
        leaf("cat_ru:GoodsMarking", carried.marks),
        required("cat_ru:GoodsDescription", carried.description),
        leaf("t:GoodsNumeric", carried.number),
        leaf("t:GoodsNomenclatureCode", carried.code),
        leaf("t:VolumeQuantity", carried.volume_m3),
        leaf("w:GoodsQuantity", carried.packages.count),
        leaf("w:GrossWeightQuantity", carried.gross_kg),
        node(
            "w:GoodsPackingInfo",
            leaf("u:PackingCode", carried.packages.package_code),
            leaf("u:PakingQuantity", carried.packages.count),
        ),
    )


def _transport(waybill: RoadWaybill) -> str:
    seals = ", ".join(waybill.seals)
    notes = list(filter(None, (waybill.instructions, seals)))
    if not (notes or waybill.tractor or waybill.trailer):
        return ""
    return node(
        "w:CMRTransport",
        leaf("w:SpecialConditionsText", "; ".join(notes)),
        required("w:PrimeMoverStateSignID", waybill.tractor),
        leaf("w:TrailerStateSignID", waybill.trailer),
    )


def _cost(waybill: RoadWaybill) -> str:
    freight = waybill.freight
    if freight is None:
        return ""
    return node(
        "w:CMRTransportCost",
        leaf("w:TransportCost", freight.amount),
        leaf("w:TotalCost", freight.amount),
        leaf("w:CurrencyCode", freight.currency.code),
    )
