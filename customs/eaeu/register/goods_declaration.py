"""`GoodsDeclaration`, R.055 version 1.0.0, in the order of its schema."""

from typing import Final

from customs.eaeu.country_names import short_name
from customs.eaeu.declaration import GoodsDeclaration, Representative
from customs.eaeu.form_sheets import sheet_count
from customs.eaeu.payments import PaymentTotal
from customs.eaeu.register import code_lists
from customs.eaeu.register.documents import dated_document_element
from customs.eaeu.register.elements import (
    NAMESPACES,
    code,
    country,
    exchange,
    money,
    payment,
    required_code,
)
from customs.eaeu.register.formats import leaf, required
from customs.eaeu.register.goods_item import goods_item, origin
from customs.eaeu.register.parties import numbers, party, same_as_declarant
from customs.eaeu.register.transport import transport
from customs.eaeu.rules import DECLARATION
from customs.xml import document, node

_SPACE: Final = "urn:EEC:R:055:GoodsDeclaration:v1.0.0"


def write_goods_declaration(declaration: GoodsDeclaration) -> bytes:
    """Return the draft as XML.

    Raises `DraftIsBlocked`, `InvalidElementValue`, `UnwritableText`, `NoShortName`, `NoNumericCode`
    or `NominalNotPowerOfTen`.
    """
    DECLARATION.admit(declaration, on=declaration.made_at.date())
    return document(
        "r:GoodsDeclaration",
        leaf("csdo:EDocCode", "R.055"),
        required("csdo:EDocId", declaration.document_id),
        leaf("csdo:EDocDateTime", declaration.made_at),
        required("casdo:DeclarationKindCode", declaration.direction),
        code("casdo:CustomsProcedureCode", declaration.procedure, code_lists.PROCEDURES),
        code("casdo:DeclarationFeatureCode", declaration.feature, code_lists.DECLARING_FEATURES),
        leaf("casdo:EDocIndicatorCode", "ЭД"),
        leaf("csdo:PageQuantity", sheet_count(declaration)),
        leaf("casdo:LoadingListsQuantity", declaration.loading_lists),
        leaf("casdo:LoadingListsPageQuantity", declaration.loading_list_sheets),
        leaf("casdo:GoodsQuantity", len(declaration.goods)),
        leaf("casdo:CargoQuantity", declaration.packages),
        party("cacdo:DeclarantDetails", declaration.declarant),
        _shipment(declaration),
        *_representative(declaration.representative),
        spaces={"r": _SPACE, **NAMESPACES},
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
    """Return boxes 11, 20, 22 and 23."""
    return (
        node(
            "cacdo:TradeCountryDetails",
            country("casdo:CACountryCode", declaration.trading_country),
        ),
        node(
            "cacdo:DeliveryTermsDetails",
            code("casdo:DeliveryTermsCode", declaration.terms.code, code_lists.TERMS),
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
        leaf("casdo:ShortCountryName", short_name(where) if where else ""),
    )


def _origin(declaration: GoodsDeclaration) -> str:
    """Return the only country of origin; several have no code here, only on their items."""
    if len(declaration.origins) > 1:
        return ""
    return origin("cacdo:OriginCountryDetails", *declaration.origins)


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
        code("casdo:GoodsLocationCode", where.kind, code_lists.PLACES),
        leaf("csdo:CustomsOfficeCode", where.customs_office),
        leaf("casdo:PlaceName", where.name),
        leaf("casdo:CustomsControlZoneId", where.zone),
    )


def _totals(declaration: GoodsDeclaration) -> list[str]:
    return [
        node(
            "cacdo:GDFactPaymentDetails",
            required_code("casdo:CustomsTaxModeCode", total.kind, code_lists.PAYMENTS),
            payment("casdo:CAPaymentNAmount", total.amount),
            _payer(total),
        )
        for total in declaration.totals
        if total.kind
    ]


def _payer(total: PaymentTotal) -> str:
    return node(
        "cacdo:GDPaymentDocDetails",
        "" if total.payer is None else numbers(total.payer),
        code("casdo:CustomsTaxPaymentMethodCode", total.way, code_lists.PAYMENT_WAYS),
    )


def _representative(by: Representative | None) -> tuple[str, ...]:
    """Return box 54, without the person who will sign."""
    if by is None:
        return ()
    return (
        node(
            "cacdo:SignatoryRepresentativeDetails",
            node(
                "cacdo:RegisterDocumentIdDetails",
                code("csdo:DocKindCode", by.register_kind, code_lists.DOCUMENTS),
                country("csdo:UnifiedCountryCode", by.country),
                required("casdo:RegistrationNumberId", by.register_number),
            ),
            dated_document_element("cacdo:RepresentativeContractDetails", by.contract),
        ),
        node(
            "cacdo:SignatoryPersonV2Details",
            leaf("casdo:QualificationCertificateId", by.certificate),
            ""
            if by.authority is None
            else dated_document_element("cacdo:PowerOfAttorneyDetails", by.authority),
        ),
    )
