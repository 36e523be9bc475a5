"""`ESADout_CU`: the goods declaration. Elements stand in the schema's order, not the boxes'."""

from typing import Final

from customs.eaeu.album.esad_goods import goods
from customs.eaeu.album.parties import party
from customs.eaeu.album.spaces import ESAD, SPACES, edoc_header
from customs.eaeu.countries import SEVERAL, short_name
from customs.eaeu.declaration import GoodsDeclaration, Transport, Vehicle
from customs.eaeu.numeric import numeric
from customs.eaeu.party import Party
from customs.eaeu.sheets import sheet_count
from customs.xml import document, leaf, node

_MODE: Final = {"DocumentModeID": "1006107E"}


def write_esad(declaration: GoodsDeclaration) -> bytes:
    """Will write the draft; raises `NoShortName`, `NoNumericCode` or `UnwritableText`."""
    return document(
        "e:ESADout_CU",
        leaf("cat_ru:DocumentID", declaration.document_id),
        edoc_header("e:EECEDocHeaderAddInfo", "R.036", made_at=declaration.made_at),
        leaf("e:CustomsProcedure", declaration.direction),
        leaf("e:CustomsModeCode", declaration.procedure),
        leaf("e:ElectronicDocumentSign", "ЭД"),
        leaf("e:DeclarationKind", declaration.feature),
        leaf("e:RecipientCountryCode", declaration.country),
        _shipment(declaration),
        spaces={"e": ESAD, **SPACES},
        attributes=_MODE,
    )


def _shipment(declaration: GoodsDeclaration) -> str:
    origin = short_name(declaration.origin) if declaration.origin else SEVERAL
    responsible = declaration.financially_responsible
    return node(
        "e:ESADout_CUGoodsShipment",
        leaf("catESAD_cu:OriginCountryName", origin),
        leaf("catESAD_cu:OriginCountryCode", declaration.origin),
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


def _equal(who: Party | None) -> str:
    """Will say that a party is the declarant, when none is stated."""
    return leaf("RUDECLcat:EqualIndicator", None if who else True)


def _place(declaration: GoodsDeclaration) -> str:
    where = declaration.place
    if where is None:
        return ""
    return node(
        "e:ESADout_CUGoodsLocation",
        leaf("e:InformationTypeCode", where.kind),
        leaf("e:CustomsOffice", where.customs_office),
        leaf("e:CustomsCountryCode", where.country),
        leaf("e:LocationName", where.name),
    )


def _consignment(declaration: GoodsDeclaration) -> str:
    return node(
        "e:ESADout_CUConsigment",
        leaf("catESAD_cu:ContainerIndicator", declaration.is_in_containers),
        leaf("catESAD_cu:DispatchCountryCode", declaration.dispatch_country),
        leaf("catESAD_cu:DispatchCountryName", short_name(declaration.dispatch_country)),
        leaf("catESAD_cu:DestinationCountryCode", declaration.destination_country),
        leaf("catESAD_cu:DestinationCountryName", short_name(declaration.destination_country)),
        node("catESAD_cu:BorderCustomsOffice", leaf("cat_ru:Code", declaration.border_office)),
        _transport("e:ESADout_CUDepartureArrivalTransport", declaration.arrival),
        _transport("e:ESADout_CUBorderTransport", declaration.border),
    )


def _transport(name: str, by: Transport | None) -> str:
    if by is None:
        return ""
    return node(
        name,
        leaf("cat_ru:TransportModeCode", by.mode),
        leaf("e:TransportMeansQuantity", len(by.vehicles)),
        *(_vehicle(each) for each in by.vehicles),
    )


def _vehicle(vehicle: Vehicle) -> str:
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
        *(
            node(
                "e:ESADout_CUCustomsPayment",
                leaf("catESAD_cu:PaymentModeCode", total.kind),
                leaf("catESAD_cu:PaymentAmount", total.amount.amount),
                leaf("catESAD_cu:PaymentCurrencyCode", numeric(total.amount.currency.code)),
            )
            for total in declaration.totals
            if total.kind
        ),
    )
