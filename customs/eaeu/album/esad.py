"""`ESADout_CU`: the goods declaration, in the order of the schema."""

from typing import Final

from customs.eaeu.album.esad_goods import goods
from customs.eaeu.album.formats import leaf, required
from customs.eaeu.album.namespaces import ESAD, NAMESPACES, edoc_header
from customs.eaeu.album.parties import features, party
from customs.eaeu.country_names import SEVERAL, UNKNOWN, short_name
from customs.eaeu.currency_codes import numeric_code
from customs.eaeu.declaration import GoodsDeclaration, Transport, TransportMeans
from customs.eaeu.form_sheets import sheet_count
from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty
from customs.eaeu.payments import PaymentTotal
from customs.eaeu.rules import DECLARATION
from customs.xml import document, node

_MODE: Final = {"DocumentModeID": "1006107E"}


def write_esad(declaration: GoodsDeclaration) -> bytes:
    """Return the draft as XML.

    Raises `DraftIsBlocked`, `InvalidElementValue`, `UnwritableText`, `NoShortName` or
    `NoNumericCode`.
    """
    DECLARATION.admit(declaration, on=declaration.made_at.date())
    return document(
        "e:ESADout_CU",
        required("cat_ru:DocumentID", declaration.document_id),
        edoc_header("e:EECEDocHeaderAddInfo", "R.036", made_at=declaration.made_at),
        required("e:CustomsProcedure", declaration.direction),
        leaf("e:CustomsModeCode", declaration.procedure),
        leaf("e:ElectronicDocumentSign", "ЭД"),
        leaf("e:DeclarationKind", declaration.feature),
        required("e:RecipientCountryCode", declaration.country),
        _shipment(declaration),
        _representative(declaration),
        spaces={"e": ESAD, **NAMESPACES},
        attributes=_MODE,
    )


def _shipment(declaration: GoodsDeclaration) -> str:
    responsible = declaration.financially_responsible
    return node(
        "e:ESADout_CUGoodsShipment",
        _origin(declaration),
        leaf("catESAD_cu:SpecificationNumber", declaration.loading_lists),
        leaf("catESAD_cu:SpecificationListNumber", declaration.loading_list_sheets),
        leaf("catESAD_cu:TotalGoodsNumber", len(declaration.goods)),
        leaf("catESAD_cu:TotalPackageNumber", declaration.packages),
        leaf("catESAD_cu:TotalSheetNumber", sheet_count(declaration)),
        leaf("catESAD_cu:TotalCustCost", declaration.customs_value.amount),
        leaf("catESAD_cu:CustCostCurrencyCode", declaration.customs_value.currency.code),
        party("e:ESADout_CUConsignor", declaration.consignor),
        party("e:ESADout_CUConsignee", declaration.consignee, _equal(declaration.consignee)),
        party(
            "e:ESADout_CUFinancialAdjustingResponsiblePerson",
            responsible,
            leaf("e:DeclarantEqualFlag", None if responsible else True),
        ),
        party("e:ESADout_CUDeclarant", declaration.declarant),
        _place(declaration),
        _consignment(declaration),
        _contract(declaration),
        *map(goods, declaration.goods),
        _payments(declaration),
    )


def _origin(declaration: GoodsDeclaration) -> str:
    """Return box 16; several countries have a name and no code."""
    if len(declaration.origins) > 1:
        return leaf("catESAD_cu:OriginCountryName", SEVERAL)
    (origin,) = declaration.origins
    return leaf("catESAD_cu:OriginCountryName", short_name(origin)) + leaf(
        "catESAD_cu:OriginCountryCode", origin or UNKNOWN
    )


def _equal(who: TradeParty | None) -> str:
    """Return the flag that a party is the declarant, when none is stated."""
    return leaf("RUDECLcat:EqualIndicator", None if who else True)


def _place(declaration: GoodsDeclaration) -> str:
    where = declaration.place
    if where is None:
        return ""
    return node(
        "e:ESADout_CUGoodsLocation",
        leaf("e:InformationTypeCode", where.kind),
        leaf("e:CustomsOffice", where.customs_office),
        required("e:CustomsCountryCode", where.country),
        leaf("e:LocationName", where.name),
        node("e:GoodsLocationPlace", leaf("catESAD_cu:NumberCustomsZone", where.zone)),
        _licence(where.warehouse),
    )


def _licence(shown: Document | None) -> str:
    if shown is None:
        return ""
    return node(
        "e:GoodsLocationWarehouse",
        leaf("cat_ru:PrDocumentName", shown.name),
        leaf("cat_ru:PrDocumentNumber", shown.number),
        leaf("cat_ru:PrDocumentDate", shown.issued_on),
        leaf("e:PresentedDocumentModeCode", shown.kind),
    )


def _consignment(declaration: GoodsDeclaration) -> str:
    return node(
        "e:ESADout_CUConsigment",
        leaf("catESAD_cu:ContainerIndicator", declaration.is_in_containers),
        leaf("catESAD_cu:DispatchCountryCode", declaration.dispatch_country),
        leaf("catESAD_cu:DispatchCountryName", _name(declaration.dispatch_country)),
        leaf("catESAD_cu:DestinationCountryCode", declaration.destination_country),
        leaf("catESAD_cu:DestinationCountryName", _name(declaration.destination_country)),
        node("catESAD_cu:BorderCustomsOffice", leaf("cat_ru:Code", declaration.border_office)),
        _transport("e:ESADout_CUDepartureArrivalTransport", declaration.arrival),
        _transport("e:ESADout_CUBorderTransport", declaration.border),
    )


def _name(country: str) -> str:
    """Return the country's name, or an empty text for a blank country."""
    return short_name(country) if country else ""


def _transport(name: str, by: Transport | None) -> str:
    if by is None:
        return ""
    return node(
        name,
        leaf("cat_ru:TransportModeCode", by.mode),
        leaf("e:TransportMeansQuantity", len(by.vehicles)),
        *(_vehicle(each) for each in by.vehicles),
    )


def _vehicle(vehicle: TransportMeans) -> str:
    return node(
        "e:RUTransportMeans",
        leaf("cat_ru:TransportIdentifier", vehicle.plate),
        leaf("cat_ru:TransportMeansNationalityCode", vehicle.country),
    )


def _contract(declaration: GoodsDeclaration) -> str:
    return node(
        "e:ESADout_CUMainContractTerms",
        leaf("catESAD_cu:ContractCurrencyCode", declaration.currency),
        leaf("catESAD_cu:CurrencyQuantity", declaration.exchange_nominal),
        leaf("catESAD_cu:ContractCurrencyRate", declaration.exchange_rate),
        leaf("catESAD_cu:TotalInvoiceAmount", declaration.invoice_total.amount),
        leaf("catESAD_cu:TradeCountryCode", declaration.trading_country),
        leaf("catESAD_cu:DealFeatureCode", declaration.deal_feature),
        leaf("catESAD_cu:DealNatureCode", declaration.deal_nature),
        node(
            "catESAD_cu:CUESADDeliveryTerms",
            leaf("cat_ru:DeliveryPlace", declaration.terms.place),
            leaf("cat_ru:DeliveryTermsStringCode", declaration.terms.code),
        ),
    )


def _payments(declaration: GoodsDeclaration) -> str:
    return node(
        "e:ESADout_CUPayments",
        *(_total(each) for each in declaration.totals if each.kind),
    )


def _total(total: PaymentTotal) -> str:
    payer = total.payer
    return node(
        "e:ESADout_CUCustomsPayment",
        required("catESAD_cu:PaymentModeCode", total.kind),
        leaf("catESAD_cu:PaymentAmount", total.amount.amount),
        leaf("catESAD_cu:PaymentCurrencyCode", numeric_code(total.amount.currency.code)),
        leaf("e:PaymentWayCode", total.way),
        features(payer, "e") if payer else "",
    )


def _representative(declaration: GoodsDeclaration) -> str:
    """Return box 54, without the person who will sign."""
    by = declaration.representative
    if by is None:
        return ""
    return node(
        "e:FilledPerson",
        leaf("RUDECLcat:QualificationCertificate", by.certificate),
        _paper("RUDECLcat:PowerOfAttorneyDetails", by.authority),
    ) + node(
        "e:CUESADCustomsRepresentative",
        node(
            "RUDECLcat:BrokerRegistryDocDetails",
            leaf("RUDECLcat:DocKindCode", by.register_kind),
            leaf("RUDECLcat:CountryA2Code", by.country),
            required("RUDECLcat:RegistrationNumberId", by.register_number),
        ),
        _paper("RUDECLcat:RepresentativeContractDetails", by.contract),
    )


def _paper(name: str, shown: Document | None) -> str:
    if shown is None:
        return ""
    return node(
        name,
        leaf("cat_ru:PrDocumentName", shown.name),
        leaf("cat_ru:PrDocumentNumber", shown.number),
        leaf("cat_ru:PrDocumentDate", shown.issued_on),
        leaf("RUScat_ru:DocStartDate", shown.begins_on),
        leaf("RUScat_ru:DocValidityDate", shown.ends_on),
        leaf("RUScat_ru:DocKindCode", shown.kind),
    )
