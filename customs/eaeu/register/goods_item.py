"""A goods item of R.055, with its documents."""

from customs.eaeu.box31 import Measured
from customs.eaeu.country_names import UNKNOWN, short_name
from customs.eaeu.form_sheets import sheet_of
from customs.eaeu.goods import Document, Features, GoodsItem, PrecedingDocument, Quota
from customs.eaeu.register import code_lists
from customs.eaeu.register.box31 import box31, measured
from customs.eaeu.register.box47 import payment_row
from customs.eaeu.register.documents import dated_document_element
from customs.eaeu.register.elements import code, country, measure, money, payment, required_code
from customs.eaeu.register.formats import leaf, leaves, required
from customs.eaeu.registration import RegistrationNumber
from customs.xml import node


def goods_item(good: GoodsItem) -> str:
    """Return a goods item; raises `NoShortName`, `NoNumericCode` or `UnwritableText`."""
    return node(
        "cacdo:GDGoodsItemDetails",
        leaf("casdo:ConsignmentItemOrdinal", good.number),
        leaf("csdo:CommodityCode", good.code),
        leaves("casdo:GoodsDescriptionText", good.description),
        measure("csdo:UnifiedGrossMassMeasure", good.gross_kg),
        measure("csdo:UnifiedNetMassMeasure", good.net_kg),
        measured("cacdo:GoodsMeasureDetails", good.supplementary),
        leaf("casdo:PageOrdinal", sheet_of(good.number)),
        _features(good.features),
        *(measured("cacdo:AddGoodsMeasureDetails", each) for each in good.other_quantities),
        *box31(good),
        origin("cacdo:OriginCountryDetails", good.origin),
        _preferential(good.preferential_origin),
        _preference(good),
        _procedure(good),
        money("casdo:CAValueAmount", good.price),
        money("casdo:CustomsValueAmount", good.customs_value),
        money("casdo:StatisticValueAmount", good.statistical_value),
        code("casdo:ValuationMethodCode", good.valuation_method, code_lists.VALUATION_METHODS),
        _quota(good.quota),
        *(_preceding(each, number) for number, each in enumerate(good.preceding, start=1)),
        *map(_document, good.documents),
        *(payment_row(row) for row in good.payments if row.kind),
    )


def _preference(good: GoodsItem) -> str:
    claimed = good.preference
    return node(
        "cacdo:PreferenceDetails",
        required_code("casdo:CustomsClearanceChargesPrefCode", claimed.fee, code_lists.PREFERENCES),
        required_code("casdo:CustomsDutyPrefCode", claimed.duty, code_lists.PREFERENCES),
        required_code("casdo:ExcisePrefCode", claimed.excise, code_lists.PREFERENCES),
        required_code("casdo:VATPrefCode", claimed.vat, code_lists.PREFERENCES),
    )


def _procedure(good: GoodsItem) -> str:
    return node(
        "cacdo:CustomsProcedureDetails",
        required_code("casdo:CustomsProcedureCode", good.procedure.main, code_lists.PROCEDURES),
        required_code(
            "casdo:PreviousCustomsProcedureModeCode",
            good.procedure.preceding,
            code_lists.PROCEDURES,
        ),
        required_code(
            "casdo:GoodsMoveFeatureCode", good.procedure.feature, code_lists.MOVE_FEATURES
        ),
    )


def _features(stated: Features) -> str:
    return "".join(
        (
            leaf("casdo:CIMSignCode", "М" if stated.needs_marking else ""),
            leaf("casdo:GoodsProhibitionFreeCode", "С" if stated.is_prohibition_free else ""),
            leaves("casdo:ProhibitionCode", stated.prohibitions),
            leaf("casdo:IPOCode", stated.intellectual_property),
            leaf("casdo:GoodsTraceabilityCode", "П" if stated.is_traced else ""),
        )
    )


def origin(name: str, where: str) -> str:
    """Return a country of origin, or that it is unknown; raises `NoShortName`."""
    return node(
        name,
        country("casdo:CACountryCode", where or UNKNOWN),
        leaf("casdo:ShortCountryName", short_name(where)),
    )


def _preferential(where: str) -> str:
    return origin("cacdo:PrefOriginCountryDetails", where) if where else ""


def _quota(quota: Quota | None) -> str:
    if quota is None:
        return ""
    left = quota.left
    return node(
        "cacdo:QuotaDetails",
        measured("cacdo:QuotaMeasureReminderDetails", left)
        if isinstance(left, Measured)
        else payment("casdo:QuotaRemainderAmount", left),
        measured("cacdo:QuotaWriteOffMeasureDetails", quota.taken),
    )


def _preceding(before: PrecedingDocument, number: int) -> str:
    return node(
        "cacdo:PrecedingDocDetails",
        leaf("casdo:LineId", number),
        code("csdo:DocKindCode", before.kind, code_lists.DOCUMENTS),
        _registration(before.registration),
        leaf("csdo:DocId", before.number),
        leaf("csdo:DocCreationDate", before.issued_on),
        leaf("casdo:ConsignmentItemOrdinal", before.goods_number),
    )


def _registration(number: RegistrationNumber | None) -> str:
    if number is None:
        return ""
    return node(
        "cacdo:CustomsDocIdDetails",
        required("csdo:CustomsOfficeCode", number.office),
        leaf("csdo:DocCreationDate", number.on),
        required("casdo:CustomsDocumentId", number.serial),
    )


def _document(shown: Document) -> str:
    return dated_document_element(
        "cacdo:PresentedDocDetails", shown, country("csdo:UnifiedCountryCode", shown.country)
    )
