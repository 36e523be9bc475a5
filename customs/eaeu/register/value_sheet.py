"""`CustomsValueDeclaration`, R.038 version 1.5.0: the value sheet by method 1."""

from typing import Final

from customs.eaeu.register import code_lists
from customs.eaeu.register.documents import document_element
from customs.eaeu.register.elements import NAMESPACES, code, exchange, money
from customs.eaeu.register.formats import leaf, required
from customs.eaeu.register.parties import party
from customs.eaeu.rules import VALUE, SheetWithDeclaration
from customs.eaeu.value_sheet import DOLLAR, Additions, Answers, Converted, ValuedGoods, ValueSheet
from customs.formats import required_node
from customs.xml import document, empty, node

_SPACE: Final = "urn:EEC:R:038:CustomsValueDeclaration:v1.5.0"
_FORM: Final = 1


def write_value_sheet(sheets: SheetWithDeclaration) -> bytes:
    """Return the draft as XML, checked against its goods declaration.

    Raises `DraftIsBlocked`, `InvalidElementValue`, `UnwritableText` or `NominalNotPowerOfTen`.
    """
    sheet = sheets.value
    VALUE.admit(sheets, on=sheet.made_at.date())
    return document(
        "r:CustomsValueDeclaration",
        leaf("csdo:EDocCode", "R.038"),
        required("csdo:EDocId", sheet.document_id),
        leaf("csdo:EDocDateTime", sheet.made_at),
        leaf("casdo:EDocIndicatorCode", "ЭД"),
        leaf("casdo:ReferenceDocumentId", sheet.declaration_id),
        leaf("casdo:CVDFormCode", _FORM),
        code("casdo:ValuationMethodCode", sheet.method, code_lists.VALUATION_METHODS),
        party("cacdo:SellerDetails", sheet.seller),
        party("cacdo:BuyerDetails", sheet.buyer),
        party("cacdo:DeclarantDetails", sheet.declarant),
        required_node(
            "cacdo:DeliveryTermsDetails",
            code("casdo:DeliveryTermsCode", sheet.terms.code, code_lists.TERMS),
            leaf("casdo:PlaceName", sheet.terms.place),
        ),
        node(
            "cacdo:CVDMethod1Details",
            *(document_element("cacdo:PaymentInvoiceDetails", each) for each in sheet.invoices),
            *(document_element("cacdo:ContractDetails", each) for each in sheet.contracts),
            *(document_element("ccdo:DocV4Details", each) for each in sheet.others),
            *_answers(sheet.answers),
        ),
        *(_goods(each, sheet) for each in sheet.goods),
        empty("cacdo:SignatoryPersonV2Details"),
        spaces={"r": _SPACE, **NAMESPACES},
    )


def _answers(answers: Answers) -> tuple[str, ...]:
    return (
        node(
            "cacdo:BuyerSellerRelationDetails",
            leaf("casdo:RelationIndicator", answers.are_related),
            leaf("casdo:PriceInfluenceIndicator", answers.relation_moved_price),
            leaf("casdo:ApproximateValueIndicator", answers.price_is_near_test_value),
        ),
        node(
            "cacdo:GoodsUseRestrictionDetails",
            leaf("casdo:RestrictionIndicator", answers.is_restricted),
            leaf("casdo:ValueConditionIndicator", answers.has_conditions),
        ),
        node(
            "cacdo:BuyerSellerRoyaltyFeeDetails",
            leaf("casdo:RoyaltyContractIndicator", answers.has_licence),
            leaf("casdo:RoyaltyFeeIndicator", answers.pays_royalties),
            leaf("casdo:SubsequentResaleIndicator", answers.seller_gets_proceeds),
        ),
    )


def _goods(good: ValuedGoods, sheet: ValueSheet) -> str:
    return node(
        "cacdo:CVDGoodsItemDetails",
        leaf("casdo:ConsignmentItemOrdinal", good.number),
        leaf("casdo:PageOrdinal", good.sheet),
        required("csdo:CommodityCode", good.code),
        code("casdo:ValuationMethodCode", sheet.method, code_lists.VALUATION_METHODS),
        money("casdo:CustomsValueAmount", good.declared),
        money("casdo:CustomsValueAmount", good.declared_usd),
        exchange("casdo:ExchangeRate", good.dollar_rate, DOLLAR, nominal=good.dollar_nominal),
        node(
            "cacdo:CVDMethod1CalculationDetails",
            _basis(good),
            _additions(good),
            _deductions(good),
        ),
        leaf("casdo:CustomsValueDate", good.rated_on),
        *map(_converted, good.converted),
    )


def _basis(good: ValuedGoods) -> str:
    return node(
        "cacdo:Method1BasisCalculationDetails",
        money("casdo:InvoicePriceAmount", good.price),
        money("casdo:NationalInvoicePriceAmount", good.price_own),
        exchange(
            "casdo:PriceCurrencyRate", good.rate, good.price.currency.code, nominal=good.nominal
        ),
        money("casdo:NationalIndirectPaymentAmount", good.indirect),
        money("casdo:TotalAmount", good.basis),
    )


def _additions(good: ValuedGoods) -> str:
    if not any(part is not None for part in good.additions.parts):
        return ""
    return node(
        "cacdo:Method1AddCostsDetails",
        *_added(good.additions),
        money("casdo:TotalAmount", good.added),
    )


def _added(added: Additions) -> tuple[str, ...]:
    return (
        money("casdo:BrokerageAmount", added.brokerage),
        money("casdo:PackageValueAmount", added.packing),
        money("casdo:ResourceValueAmount", added.materials),
        money("casdo:ToolsValueAmount", added.tools),
        money("casdo:MaterialsValueAmount", added.consumed),
        money("casdo:DesignValueAmount", added.design),
        money("casdo:RoyaltyAmount", added.royalties),
        money("casdo:SubsequentResaleAmount", added.resale),
        leaf("casdo:PlaceName", added.arrival_place),
        money("casdo:TransportValueAmount", added.carriage),
        money("casdo:LoadingValueAmount", added.handling),
        money("casdo:InsuranceValueAmount", added.insurance),
    )


def _deductions(good: ValuedGoods) -> str:
    taken = good.deductions
    if not any(part is not None for part in taken.parts):
        return ""
    return node(
        "cacdo:Method1DeductionDetails",
        money("casdo:AssemblyValueAmount", taken.assembly),
        money("casdo:TransportValueAmount", taken.carriage),
        money("casdo:UnionTaxPaymentAmount", taken.taxes),
        money("casdo:TotalAmount", good.deducted),
    )


def _converted(line: Converted) -> str:
    return node(
        "cacdo:CVDCurrencyExchangeDetails",
        leaf("casdo:DocumentBoxId", line.box),
        money("casdo:CAValueAmount", line.amount),
        exchange(
            "casdo:ExchangeRate",
            line.rate,
            line.amount.currency.code,
            nominal=line.nominal,
        ),
    )
