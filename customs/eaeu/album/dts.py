"""`DTSout_CU`: the declaration of customs value by method 1, as the album writes it."""

from typing import Final

from moneyed import Money

from customs.eaeu.album.formats import leaf, required
from customs.eaeu.album.namespaces import DTS, NAMESPACES, edoc_header
from customs.eaeu.album.parties import party
from customs.eaeu.exchange_scale import power_of_ten
from customs.eaeu.goods import Document
from customs.eaeu.rules import VALUE, SheetWithDeclaration
from customs.eaeu.value_sheet import DOLLAR, Additions, Answers, Converted, ValuedGoods, ValueSheet
from customs.formats import required_node
from customs.xml import document, empty, node

_SPACES: Final = {
    "d": DTS,
    "v": "urn:customs.ru:CUESADDTSCommonAggregateTypes:5.22.0",
    **NAMESPACES,
}
_FORM: Final = 1
"""1 is ДТС-1."""


def write_dts(sheets: SheetWithDeclaration) -> bytes:
    """Return the draft as XML, checked against its goods declaration.

    Raises `DraftIsBlocked`, `InvalidElementValue`, `UnwritableText` or `NominalNotPowerOfTen`.
    """
    sheet = sheets.value
    VALUE.admit(sheets, on=sheet.made_at.date())
    return document(
        "d:DTSout_CU",
        required("cat_ru:DocumentID", sheet.document_id),
        edoc_header("d:EECEDocHeaderAddInfo", "R.038", made_at=sheet.made_at),
        leaf("d:GTDDocumentID", sheet.declaration_id),
        leaf("d:ElectronicDocumentSign", "ЭД"),
        leaf("d:FormDTS", _FORM),
        leaf("d:CustomsCostMethodCode", sheet.method),
        party("d:DTSoutSeller", sheet.seller),
        party("d:DTSoutBuyer", sheet.buyer),
        *_papers(sheet),
        *_answers(sheet.answers),
        *map(_goods, sheet.goods),
        empty("d:DTSout_CUFilledPerson"),
        party("d:DTSoutDeclarant", sheet.declarant),
        required_node(
            "d:DeliveryTerms",
            leaf("cat_ru:DeliveryPlace", sheet.terms.place),
            leaf("cat_ru:DeliveryTermsStringCode", sheet.terms.code),
        ),
        spaces=_SPACES,
        attributes={"DocumentModeID": "1006112E"},
    )


def _papers(sheet: ValueSheet) -> list[str]:
    boxes = ((4, sheet.invoices), (5, sheet.contracts), (6, sheet.others))
    return [_paper(each, box) for box, papers in boxes for each in papers]


def _paper(paper: Document, box: int) -> str:
    return node(
        "d:DTSInvoiceDocuments",
        leaf("cat_ru:PrDocumentName", paper.name),
        leaf("cat_ru:PrDocumentNumber", paper.number),
        leaf("cat_ru:PrDocumentDate", paper.issued_on),
        leaf("v:PresentedDocumentModeCode", paper.kind),
        leaf("v:PositionNumber", box),
    )


def _answers(answers: Answers) -> tuple[str, ...]:
    return (
        node(
            "d:DTSBuyerSellerDependence",
            leaf("v:Column7A", _digit(answers.are_related)),
            leaf("v:Column7B", _digit(answers.relation_moved_price)),
            leaf("v:Column7C", _digit(answers.price_is_near_test_value)),
        ),
        node(
            "d:DTSSellingLimitation",
            leaf("v:Column8A", _digit(answers.is_restricted)),
            leaf("v:Column8B", _digit(answers.has_conditions)),
        ),
        node(
            "d:DTSAdditionalPayments",
            leaf("v:Column9", _digit(answers.has_licence)),
            leaf("v:Column9A", _digit(answers.pays_royalties)),
            leaf("v:Column9B", _digit(answers.seller_gets_proceeds)),
        ),
    )


def _digit(answer: bool | None) -> int | None:  # noqa: FBT001 -- an answer of the form
    return None if answer is None else int(answer)


def _goods(good: ValuedGoods) -> str:
    return node(
        "d:DTSout_CUGoodsCustomsCost",
        leaf("d:SheetNumber", good.sheet),
        leaf("d:GTDGoodsNumber", good.number),
        required("d:GoodsTNVEDCode", good.code),
        leaf("d:NationalDeclaredCustomsCost", good.declared.amount),
        leaf("d:DollarDeclaredCustomsCost", good.declared_usd.amount),
        node(
            "d:ExchangeRate",
            leaf("RUScat_ru:CurrencyRate", good.dollar_rate),
            leaf("RUScat_ru:CurrencyA3Code", DOLLAR),
            leaf("RUScat_ru:ScaleNumber", power_of_ten(DOLLAR, good.dollar_nominal)),
        ),
        leaf("d:CurrencyDate", good.rated_on),
        leaf("d:MethodNumberCode", "1"),
        *map(_converted, good.converted),
        node(
            "d:DTS_CUCustomsCostCalculation",
            node("v:DTSMethod1", _basis(good), _additions(good), _deductions(good)),
        ),
    )


def _converted(line: Converted) -> str:
    return node(
        "d:DTSCurrencyPayment",
        leaf("v:PositionsNumber", line.box),
        leaf("v:CurrencyAmount", line.amount.amount),
        leaf("v:CurrencyCode", line.amount.currency.code),
        leaf("v:CurrencyDate", line.on),
        leaf("v:CurrencyRate", line.rate),
        leaf("v:CurrencyQuantity", line.nominal),
    )


def _basis(good: ValuedGoods) -> str:
    return node(
        "v:Method1CalculationBasis",
        leaf("v:DealCurrencyAmount", good.price.amount),
        leaf("v:DealCurrencyCode", good.price.currency.code),
        leaf("v:DealNationalAmount", good.price_own.amount),
        leaf("v:DealCurrencyDate", good.rated_on),
        leaf("v:DealCurrencyRate", good.rate),
        leaf("v:CurrencyQuantity", good.nominal),
        _sum("v:IndirectNationalPayment", good.indirect),
        leaf("v:BasisNationalAmount", good.basis.amount),
    )


def _additions(good: ValuedGoods) -> str:
    if not any(part is not None for part in good.additions.parts):
        return ""
    return node(
        "v:Method1AdditionalSum",
        *_added(good.additions),
        leaf("v:TotalAdditionalSum", good.added.amount),
    )


def _added(added: Additions) -> tuple[str, ...]:
    return (
        _sum("v:AgentBonus", added.brokerage),
        _sum("v:PackageExpenses", added.packing),
        _sum("v:StoreCost", added.materials),
        _sum("v:ProductionToolkitCost", added.tools),
        _sum("v:WorkingStockCost", added.consumed),
        _sum("v:DesignPayment", added.design),
        _sum("v:IntellectualPropertyPayment", added.royalties),
        _sum("v:SellerIncome", added.resale),
        _sum("v:BorderTransportCharges", added.carriage),
        leaf("v:BorderPlace", added.arrival_place),
        _sum("v:LoadCharges", added.handling),
        _sum("v:InsuranceCharges", added.insurance),
    )


def _deductions(good: ValuedGoods) -> str:
    taken = good.deductions
    if not any(part is not None for part in taken.parts):
        return ""
    return node(
        "v:Method1Deduction",
        _sum("v:BuildingAmount", taken.assembly),
        _sum("v:UnionTransportCharge", taken.carriage),
        _sum("v:UnionTaxPayment", taken.taxes),
        leaf("v:TotalDeductionAmount", good.deducted.amount),
    )


def _sum(name: str, amount: Money | None) -> str:
    return leaf(name, None if amount is None else amount.amount)
