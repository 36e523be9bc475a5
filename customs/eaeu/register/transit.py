"""`TransitDeclaration`, R.048 version 1.0.0."""

from itertools import count
from typing import Final

from customs.eaeu.goods import Document
from customs.eaeu.register import lists
from customs.eaeu.register.leaves import SPACES, code, country, measure, money
from customs.eaeu.register.parties import party
from customs.eaeu.transit import TransitDeclaration, TransitGoods, TransitShipment
from customs.xml import document, leaf, leaves, node

_SPACE: Final = "urn:EEC:R:048:TransitDeclaration:v1.0.0"
_SEALED: Final = "01"
"""Customs seals (list of means of identification)."""
_PACKING: Final = "0"
_PRESENTED: Final = "1"
"""The document comes with the declaration."""
_NO_GUARANTEE_TOLD: Final = "0"


def write_transit(declaration: TransitDeclaration) -> bytes:
    """Will write the draft; raises `UnwritableText`."""
    shipments = enumerate(declaration.shipments, start=1)
    return document(
        "r:TransitDeclaration",
        leaf("csdo:EDocCode", "R.048"),
        leaf("csdo:EDocId", declaration.document_id),
        leaf("csdo:EDocDateTime", declaration.made_at),
        leaf("casdo:DeclarationKindCode", declaration.direction),
        code("casdo:TransitProcedureCode", declaration.procedure, lists.PROCEDURES),
        leaf("casdo:EDocIndicatorCode", "ЭД"),
        leaf("casdo:GoodsQuantity", len(declaration.goods)),
        leaf("casdo:CargoQuantity", declaration.packages),
        measure("casdo:TotalGrossMassMeasure", declaration.gross_kg),
        _carnet(declaration),
        leaf("casdo:ContainerIndicator", declaration.is_in_containers),
        *_vehicles(declaration),
        party("cacdo:DeclarantDetails", declaration.declarant),
        *(_shipment(each, number) for number, each in shipments),
        _seals(declaration),
        party("cacdo:CarrierDetails", declaration.carrier, leaf("casdo:CarrierOrdinal", 1)),
        node(
            "cacdo:TransitGuaranteeDetails",
            leaf("casdo:GuaranteePresentCode", _NO_GUARANTEE_TOLD),
        ),
        spaces={"r": _SPACE, **SPACES},
    )


def _carnet(declaration: TransitDeclaration) -> str:
    carnet = declaration.carnet
    if carnet is None:
        return ""
    return node(
        "cacdo:TIRCarnetIdDetails",
        leaf("casdo:TIRSeriesId", carnet.series),
        leaf("casdo:TIRId", carnet.number),
        leaf("casdo:TIRPageOrdinal", carnet.page),
        leaf("casdo:TIRHolderId", carnet.holder),
    )


def _vehicles(declaration: TransitDeclaration) -> list[str]:
    by = declaration.transport
    return [
        node(
            "cacdo:TransportMeansItemDetails",
            leaf("csdo:ObjectOrdinal", number),
            code("csdo:UnifiedTransportModeCode", by.mode, lists.TRANSPORT_MODES),
            country("casdo:RegistrationNationalityCode", each.country),
            leaf("csdo:TransportMeansRegId", each.plate),
        )
        for number, each in enumerate(by.vehicles, start=1)
    ]


def _shipment(shipment: TransitShipment, number: int) -> str:
    lines = count(1)
    return node(
        "cacdo:TDGoodsShipmentDetails",
        leaf("csdo:ObjectOrdinal", number),
        _paper("cacdo:TransportDocumentDetails", shipment.waybill),
        leaf("casdo:GoodsQuantity", len(shipment.goods)),
        leaf("casdo:CargoQuantity", shipment.packages),
        country("casdo:DepartureCountryCode", shipment.departure_country),
        country("casdo:DestinationCountryCode", shipment.destination_country),
        measure("casdo:TotalGrossMassMeasure", shipment.gross_kg),
        money("casdo:TotalAmount", shipment.value),
        party("cacdo:ConsignorDetails", shipment.consignor),
        party("cacdo:ConsigneeDetails", shipment.consignee),
        node(
            "cacdo:TransitDestinationDetails",
            node(
                "ccdo:CustomsOfficeDetails",
                leaf("csdo:CustomsOfficeCode", shipment.destination_office),
                leaf("csdo:CustomsOfficeName", shipment.destination_name),
                country("csdo:UnifiedCountryCode", shipment.destination_country),
            ),
        ),
        *(_goods(good, shipment, lines) for good in shipment.goods),
    )


def _paper(name: str, shown: Document, *more: str) -> str:
    return node(
        name,
        code("csdo:DocKindCode", shown.kind, lists.DOCUMENTS),
        leaf("csdo:DocName", shown.name),
        leaf("csdo:DocId", shown.number),
        leaf("csdo:DocCreationDate", shown.issued_on),
        *more,
    )


def _goods(good: TransitGoods, shipment: TransitShipment, lines: "count[int]") -> str:
    return node(
        "cacdo:TransitGoodsItemDetails",
        leaf("casdo:ConsignmentItemOrdinal", good.number),
        leaf("csdo:CommodityCode", good.code),
        leaves("casdo:GoodsDescriptionText", good.description),
        measure("csdo:UnifiedGrossMassMeasure", good.gross_kg),
        _supplementary(good),
        _packages(good),
        _containers(good),
        money("casdo:CAValueAmount", good.value),
        *(_shown(each, next(lines)) for each in (shipment.waybill, *good.documents)),
    )


def _supplementary(good: TransitGoods) -> str:
    counted = good.supplementary
    if counted is None:
        return ""
    return node(
        "cacdo:GoodsMeasureDetails",
        measure("casdo:GoodsMeasure", counted.quantity, counted.unit),
        leaf("casdo:MeasureUnitAbbreviationCode", counted.unit_name),
    )


def _packages(good: TransitGoods) -> str:
    packed = good.packages
    coded = node(
        "cacdo:PackagePalletDetails",
        leaf("casdo:InformationKindCode", _PACKING),
        code("csdo:PackageKindCode", packed.package_code, lists.PACKAGES),
        leaf("csdo:PackageQuantity", packed.count),
    )
    return node(
        "cacdo:CargoPackagePalletDetails",
        leaf("casdo:PackageAvailabilityCode", packed.kind),
        leaf("casdo:CargoQuantity", packed.count),
        coded if packed.package_code else "",
    )


def _containers(good: TransitGoods) -> str:
    if not good.containers:
        return ""
    return node(
        "cacdo:ContainerListDetails",
        *(
            node("cacdo:ContainerDetails", leaf("casdo:ContainerId", each))
            for each in good.containers
        ),
    )


def _shown(paper: Document, line: int) -> str:
    return _paper(
        "cacdo:TDPresentedDocDetails",
        paper,
        leaf("casdo:LineId", line),
        node("cacdo:DocumentPresentingDetails", leaf("casdo:DocPresentKindCode", _PRESENTED)),
    )


def _seals(declaration: TransitDeclaration) -> str:
    if not declaration.seals:
        return ""
    return node(
        "cacdo:CustomsIdentificationDetails",
        leaf("casdo:CustomsIdentificationMethodCode", _SEALED),
        leaf("casdo:SealQuantity", len(declaration.seals)),
        *(
            node(
                "cacdo:CustomsIdentificationMeansIdDetails",
                leaf("casdo:CustomsIdentificationMeansId", each),
            )
            for each in declaration.seals
        ),
    )
