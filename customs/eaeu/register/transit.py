"""`TransitDeclaration`, R.048 version 1.0.0."""

from itertools import count
from typing import Final

from customs.eaeu.goods import Document
from customs.eaeu.register import code_lists
from customs.eaeu.register.box31 import containers, measured, packages
from customs.eaeu.register.documents import dated_document_element, document_element
from customs.eaeu.register.elements import NAMESPACES, code, country, measure, money, required_code
from customs.eaeu.register.formats import leaf, leaves, required
from customs.eaeu.register.parties import party
from customs.eaeu.register.transport import vehicles
from customs.eaeu.rules import TRANSIT
from customs.eaeu.transit import (
    Guarantee,
    GuaranteePaper,
    Transhipment,
    TransitDeclaration,
    TransitGoods,
    TransitShipment,
)
from customs.xml import document, empty, node

_SPACE: Final = "urn:EEC:R:048:TransitDeclaration:v1.0.0"


def write_transit(declaration: TransitDeclaration) -> bytes:
    """Return the draft as XML.

    Raises `DraftIsBlocked`, `InvalidElementValue` or `UnwritableText`.
    """
    TRANSIT.admit(declaration, on=declaration.made_at.date())
    shipments = enumerate(declaration.shipments, start=1)
    return document(
        "r:TransitDeclaration",
        leaf("csdo:EDocCode", "R.048"),
        required("csdo:EDocId", declaration.document_id),
        leaf("csdo:EDocDateTime", declaration.made_at),
        required("casdo:DeclarationKindCode", declaration.direction),
        required_code("casdo:TransitProcedureCode", declaration.procedure, code_lists.PROCEDURES),
        leaf("casdo:EDocIndicatorCode", "ЭД"),
        leaf("casdo:GoodsQuantity", len(declaration.goods)),
        leaf("casdo:CargoQuantity", declaration.packages),
        measure("casdo:TotalGrossMassMeasure", declaration.gross_kg),
        money("casdo:TotalAmount", declaration.value),
        _carnet(declaration),
        leaf("casdo:ContainerIndicator", declaration.is_in_containers),
        *vehicles("cacdo:TransportMeansItemDetails", declaration.transport),
        *map(_transhipment, declaration.transhipments),
        party("cacdo:DeclarantDetails", declaration.declarant),
        *(_shipment(each, number) for number, each in shipments),
        _seals(declaration),
        party("cacdo:CarrierDetails", declaration.carrier, leaf("casdo:CarrierOrdinal", 1)),
        _guarantee(declaration.guarantee),
        spaces={"r": _SPACE, **NAMESPACES},
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


def _shipment(shipment: TransitShipment, number: int) -> str:
    lines = count(1)
    return node(
        "cacdo:TDGoodsShipmentDetails",
        leaf("csdo:ObjectOrdinal", number),
        document_element("cacdo:TransportDocumentDetails", shipment.waybill),
        leaf("casdo:GoodsQuantity", len(shipment.goods)),
        leaf("casdo:CargoQuantity", shipment.packages),
        required_code(
            "casdo:DepartureCountryCode", shipment.departure_country, code_lists.COUNTRIES
        ),
        required_code(
            "casdo:DestinationCountryCode", shipment.destination_country, code_lists.COUNTRIES
        ),
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


def _goods(good: TransitGoods, shipment: TransitShipment, lines: "count[int]") -> str:
    return node(
        "cacdo:TransitGoodsItemDetails",
        leaf("casdo:ConsignmentItemOrdinal", good.number),
        leaf("csdo:CommodityCode", good.code),
        leaves("casdo:GoodsDescriptionText", good.description),
        measure("csdo:UnifiedGrossMassMeasure", good.gross_kg),
        measured("cacdo:GoodsMeasureDetails", good.supplementary),
        leaf("casdo:GoodsProhibitionFreeCode", "С" if good.is_prohibition_free else ""),
        packages(good.packages),
        containers(good.containers),
        money("casdo:CAValueAmount", good.value),
        *(_shown(each, next(lines)) for each in (shipment.waybill, *good.documents)),
    )


def _seals(declaration: TransitDeclaration) -> str:
    if not declaration.seals:
        return ""
    return node(
        "cacdo:CustomsIdentificationDetails",
        required("casdo:CustomsIdentificationMethodCode", declaration.identified_by),
        leaf("casdo:SealQuantity", len(declaration.seals)),
        *(
            node(
                "cacdo:CustomsIdentificationMeansIdDetails",
                required("casdo:CustomsIdentificationMeansId", each),
            )
            for each in declaration.seals
        ),
    )


def _shown(shown: Document, line: int) -> str:
    """Return a document of box 44, without saying whether it is presented."""
    return dated_document_element(
        "cacdo:TDPresentedDocDetails",
        shown,
        country("csdo:UnifiedCountryCode", shown.country),
        leaf("casdo:LineId", line),
        empty("cacdo:DocumentPresentingDetails"),
    )


def _transhipment(planned: Transhipment) -> str:
    return node(
        "cacdo:TranshipmentDetails",
        leaf("casdo:CargoOperationKindCode", planned.operation),
        leaf("casdo:GoodsTranshsipmentIndicator", planned.moves_goods),
        required_code("casdo:CACountryCode", planned.country, code_lists.COUNTRIES),
        required("casdo:PlaceName", planned.place),
        leaf("csdo:CustomsOfficeCode", planned.customs_office),
        *vehicles("cacdo:TranshipmentTransportMeansDetails", planned.transport),
    )


def _guarantee(stated: Guarantee) -> str:
    return node(
        "cacdo:TransitGuaranteeDetails",
        required("casdo:GuaranteePresentCode", stated.code),
        code("casdo:NoGuaranteeCauseCode", stated.cause, code_lists.SECURITY),
        *map(_guarantee_paper, stated.papers),
    )


def _guarantee_paper(shown: GuaranteePaper) -> str:
    return node(
        "cacdo:TransitGuaranteeDocDetails",
        code("csdo:DocKindCode", shown.document.kind, code_lists.DOCUMENTS),
        leaf("csdo:DocName", shown.document.name),
        leaf("csdo:DocId", shown.document.number),
        leaf("csdo:DocCreationDate", shown.document.issued_on),
        money("casdo:GuaranteeAmount", shown.amount),
        code("casdo:PaymentGuaranteeMethodCode", shown.method, code_lists.SECURITY),
    )
