"""`RailwayBill`: the rail waybill."""

from typing import Final

from customs.papers.album.common import CATALOG, paper, party
from customs.papers.smgs import Carrier, RailGoods, RailWaybill, Station, Wagon
from customs.xml import document, leaf, leaves, node

_URN: Final = "urn:customs.ru:Information:TransportDocuments:"
_SPACES: Final = {
    "w": f"{_URN}Railway:RailwayBill:5.23.0",
    "t": f"{_URN}TransportCommonAgregateTypesCust:5.23.0",
    **CATALOG,
}


def write_smgs(waybill: RailWaybill) -> bytes:
    """Will write the draft; raises `UnwritableText`."""
    return document(
        "w:RailwayBill",
        leaf("cat_ru:DocumentID", waybill.document_id),
        leaf("w:Number", waybill.number),
        node("w:RegistrationDocument", leaf("cat_ru:PrDocumentDate", waybill.made_on)),
        leaf("w:ConsignorNotice", waybill.statements),
        leaf("w:PlacesQuantity", waybill.packages),
        leaf("w:GrossWeightQuantity", waybill.gross_kg),
        leaf("w:WeightDefinitionModeDescription", waybill.weighed_by),
        party("w:Consignor", waybill.sender),
        party("w:Consignee", waybill.consignee),
        _station("w:DepartureStation", waybill.departure),
        node(
            "w:DestinationStation",
            leaf("w:RailwayCode", waybill.destination.railway),
            leaf("w:StationCode", waybill.destination.code),
            leaf("w:RailwayAndStationName", waybill.destination.name),
        ),
        *(_station("w:BorderStation", each) for each in waybill.border),
        *map(_goods, waybill.goods),
        *(
            paper("w:ConsignorDocument", each, leaf("t:ModeCode", each.kind))
            for each in waybill.documents
        ),
        *map(_wagon, waybill.wagons),
        *(_seal(seal) for wagon in waybill.wagons for seal in wagon.seals),
        *map(_carrier, waybill.carriers),
        _contract(waybill),
        spaces=_SPACES,
        attributes={"DocumentModeID": "1003401E"},
    )


def _station(name: str, station: Station) -> str:
    return node(
        name,
        leaf("w:StationCode", station.code),
        leaf("w:StationName", station.name),
        leaf("w:RailwayCode", station.railway),
        leaf("w:CountryCode", station.country),
    )


def _goods(carried: RailGoods) -> str:
    return node(
        "w:RWBGoods",
        leaf("cat_ru:GoodsDescription", carried.description),
        leaf("t:GoodsNumeric", carried.number),
        leaf("w:ContainerIndicator", bool(carried.containers)),
        leaf("w:PlacesQuantity", carried.packages),
        leaf("w:GrossWeightQuantity", carried.gross_kg),
        leaf("w:PlacesDescription", carried.packing),
        leaf("w:HarmonizedRangeGoods", carried.gng),
        leaf("w:Packing", carried.packing),
        leaf("w:CarriageNumber", carried.wagon),
        leaves("w:ContainerNumber", carried.containers),
    )


def _wagon(wagon: Wagon) -> str:
    return node("w:Carriage", leaf("w:CarriageID", wagon.number), leaf("w:OwnerType", wagon.owner))


def _seal(number: str) -> str:
    return node("w:Seal", leaf("w:SealID", number), leaf("w:SealQuantity", 1))


def _carrier(carrier: Carrier) -> str:
    return node(
        "w:Carrier",
        leaf("w:CarrierName", carrier.name),
        _station("w:FromStation", carrier.origin),
        _station("w:ToStation", carrier.destination),
    )


def _contract(waybill: RailWaybill) -> str:
    """Will give box 26: the contract of carriage is made where the goods depart."""
    return node(
        "w:ContractCarrierDate",
        leaf("w:CarrierName", waybill.carriers[0].name),
        leaf("w:Date", waybill.made_on),
        _station("w:Station", waybill.departure),
    )
