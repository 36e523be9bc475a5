"""`RailwayBill`: the rail waybill."""

from typing import Final

from customs.papers.album.common import CATALOG, paper, party
from customs.papers.album.formats import leaf, leaves, required
from customs.papers.rules import RAIL
from customs.papers.smgs import Carrier, RailGoods, RailWaybill, RailwayStation, Wagon
from customs.xml import document, node

_URN: Final = "urn:customs.ru:Information:TransportDocuments:"
_SPACES: Final = {
    "r": f"{_URN}Railway:RailwayBill:5.23.0",
    "t": f"{_URN}TransportCommonAgregateTypesCust:5.23.0",
    **CATALOG,
}


def write_smgs(waybill: RailWaybill) -> bytes:
    """Return the draft as XML.

    Raises `DraftIsBlocked`, `InvalidElementValue` or `UnwritableText`.
    """
    RAIL.admit(waybill, on=waybill.made_on)
    return document(
        "r:RailwayBill",
        required("cat_ru:DocumentID", waybill.document_id),
        required("r:Number", waybill.number),
        node("r:RegistrationDocument", leaf("cat_ru:PrDocumentDate", waybill.made_on)),
        leaf("r:ConsignorNotice", waybill.statements),
        leaf("r:PlacesQuantity", waybill.packages),
        leaf("r:GrossWeightQuantity", waybill.gross_kg),
        leaf("r:WeightDefinitionModeDescription", waybill.weighed_by),
        party("r:Consignor", waybill.sender),
        party("r:Consignee", waybill.consignee),
        _station("r:DepartureStation", waybill.departure),
        node(
            "r:DestinationStation",
            leaf("r:RailwayCode", waybill.destination.railway),
            leaf("r:StationCode", waybill.destination.code),
            required("r:RailwayAndStationName", waybill.destination.name),
        ),
        *(_station("r:BorderStation", each) for each in waybill.border),
        *map(_goods, waybill.goods),
        *(
            paper("r:ConsignorDocument", each, required("t:ModeCode", each.kind))
            for each in waybill.documents
        ),
        *map(_wagon, waybill.wagons),
        *(_seal(seal) for wagon in waybill.wagons for seal in wagon.seals),
        *map(_carrier, waybill.carriers),
        *(_contract(waybill, carrier) for carrier in waybill.carriers[:1]),
        spaces=_SPACES,
        attributes={"DocumentModeID": "1003401E"},
    )


def _station(name: str, station: RailwayStation) -> str:
    return node(
        name,
        leaf("r:StationCode", station.code),
        required("r:StationName", station.name),
        leaf("r:RailwayCode", station.railway),
        leaf("r:CountryCode", station.country),
    )


def _goods(carried: RailGoods) -> str:
    return node(
        "r:RWBGoods",
        required("cat_ru:GoodsDescription", carried.description),
        leaf("t:GoodsNumeric", carried.number),
        leaf("r:ContainerIndicator", bool(carried.containers)),
        leaf("r:PlacesQuantity", carried.packages),
        leaf("r:GrossWeightQuantity", carried.gross_kg),
        required("r:PlacesDescription", carried.packing),
        leaf("r:HarmonizedRangeGoods", carried.gng),
        required("r:Packing", carried.packing),
        leaf("r:CarriageNumber", carried.wagon),
        leaves("r:ContainerNumber", carried.containers),
    )


def _wagon(wagon: Wagon) -> str:
    return node(
        "r:Carriage", required("r:CarriageID", wagon.number), required("r:OwnerType", wagon.owner)
    )


def _seal(number: str) -> str:
    return node("r:Seal", required("r:SealID", number), leaf("r:SealQuantity", 1))


def _carrier(carrier: Carrier) -> str:
    return node(
        "r:Carrier",
        required("r:CarrierName", carrier.name),
        _station("r:FromStation", carrier.origin),
        _station("r:ToStation", carrier.destination),
    )


def _contract(waybill: RailWaybill, first: Carrier) -> str:
    """Return box 26; the contract of carriage is made at the station of departure."""
    return node(
        "r:ContractCarrierDate",
        required("r:CarrierName", first.name),
        leaf("r:Date", waybill.made_on),
        _station("r:Station", waybill.departure),
    )
