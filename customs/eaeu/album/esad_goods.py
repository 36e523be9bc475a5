"""A goods item of `ESADout_CU`, with its documents."""

from decimal import Decimal

from moneyed import Money

from customs.eaeu.album.esad_box31 import (
    containers,
    group,
    identification,
    measured,
    packages,
    period,
    stamps,
    terms,
)
from customs.eaeu.album.esad_box47 import payment
from customs.eaeu.album.formats import leaf, leaves, required
from customs.eaeu.box31 import Measured
from customs.eaeu.country_names import UNKNOWN, short_name
from customs.eaeu.currency_codes import numeric_code
from customs.eaeu.form_sheets import sheet_of
from customs.eaeu.goods import Document, Features, GoodsItem, PrecedingDocument, Procedure, Quota
from customs.eaeu.registration import RegistrationNumber
from customs.xml import node


def goods(good: GoodsItem) -> str:
    """Return a goods item; raises `NoShortName`, `NoNumericCode` or `UnwritableText`."""
    return node(
        "e:ESADout_CUGoods",
        leaf("catESAD_cu:GoodsNumeric", good.number),
        leaves("catESAD_cu:GoodsDescription", good.description),
        leaf("catESAD_cu:GrossWeightQuantity", good.gross_kg),
        leaf("catESAD_cu:NetWeightQuantity", good.net_kg),
        leaf("catESAD_cu:NetWeightQuantity2", good.net_net_kg),
        leaf("catESAD_cu:InvoicedCost", good.price.amount),
        leaf("catESAD_cu:InvoicedCurrencyCode", good.price.currency.code),
        leaf("catESAD_cu:CustomsCost", good.customs_value.amount),
        leaf("catESAD_cu:StatisticalCost", _amount(good.statistical_value)),
        *_kind(good),
        period(good.period),
        leaf("catESAD_cu:AdditionalSheetCount", sheet_of(good.number)),
        terms(good.terms),
        *(group(each, number) for number, each in enumerate(good.groups, start=1)),
        _preference(good),
        identification(good.identification),
        leaf("e:LanguageGoods", "RU"),
        *(_document(each) for each in good.documents),
        *(_preceding(each, number) for number, each in enumerate(good.preceding, start=1)),
        *(payment(row) for row in good.payments if row.kind),
        measured("e:SupplementaryGoodsQuantity", "cat_ru", good.supplementary),
        *_others(good.other_quantities),
        packages(good),
        _quota(good.quota),
        containers(good),
        _procedure(good.procedure),
        *map(stamps, good.stamps),
    )


def _kind(good: GoodsItem) -> tuple[str, ...]:
    """Return boxes 33, 34 and 43."""
    return (
        leaf("catESAD_cu:GoodsTNVEDCode", good.code),
        _features(good.features),
        leaf("catESAD_cu:OriginCountryCode", good.origin or UNKNOWN),
        leaf("catESAD_cu:OriginCountryName", short_name(good.origin)),
        _preferential(good.preferential_origin),
        leaf("catESAD_cu:CustomsCostCorrectMethod", good.valuation_method),
    )


def _others(quantities: tuple[Measured, ...]) -> list[str]:
    return [measured("e:SupplementaryGoodsQuantity1", "cat_ru", each) for each in quantities]


def _procedure(procedure: Procedure) -> str:
    return node(
        "e:ESADCustomsProcedure",
        required("catESAD_cu:MainCustomsModeCode", procedure.main),
        required("catESAD_cu:PrecedingCustomsModeCode", procedure.preceding),
        required("catESAD_cu:GoodsTransferFeature", procedure.feature),
    )


def _amount(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount


def _preference(good: GoodsItem) -> str:
    claimed = good.preference
    return node(
        "catESAD_cu:Preferencii",
        required("catESAD_cu:CustomsTax", claimed.fee),
        required("catESAD_cu:CustomsDuty", claimed.duty),
        required("catESAD_cu:Excise", claimed.excise),
        required("catESAD_cu:Rate", claimed.vat),
    )


def _document(shown: Document) -> str:
    return node(
        "e:ESADout_CUPresentedDocument",
        leaf("cat_ru:PrDocumentName", shown.name),
        leaf("cat_ru:PrDocumentNumber", shown.number),
        leaf("cat_ru:PrDocumentDate", shown.issued_on),
        required("catESAD_cu:PresentedDocumentModeCode", shown.kind),
        leaf("catESAD_cu:DocumentBeginActionsDate", shown.begins_on),
        leaf("catESAD_cu:DocumentEndActionsDate", shown.ends_on),
        leaf("catESAD_cu:CountryCode", shown.country),
    )


def _preceding(before: PrecedingDocument, number: int) -> str:
    return node(
        "e:ESADout_CUPrecedingDocument",
        leaf("catESAD_cu:LineNumber", number),
        _registration(before.registration),
        leaf("catESAD_cu:OtherPrDocumentNumber", before.number),
        leaf("catESAD_cu:OtherPrDocumentDate", before.issued_on),
        leaf("catESAD_cu:PrecedingDocumentGoodsNumeric", before.goods_number),
        leaf("catESAD_cu:PrecedingDocumentModeCode", before.kind),
    )


def _features(stated: Features) -> str:
    return "".join(
        (
            leaf("catESAD_cu:AdditionalSign", "С" if stated.is_prohibition_free else ""),
            leaf("catESAD_cu:IntellectPropertySign", stated.intellectual_property),
            leaf("catESAD_cu:GoodsTraceabilityCode", "П" if stated.is_traced else ""),
            leaf("catESAD_cu:CIMSign", "М" if stated.needs_marking else ""),
            leaves("catESAD_cu:RestrictionSign", stated.prohibitions),
        )
    )


def _preferential(country: str) -> str:
    return node(
        "catESAD_cu:PrefOriginCountry",
        leaf("catESAD_cu:CountryCode", country),
        leaf("catESAD_cu:CountryName", short_name(country) if country else ""),
    )


def _quota(quota: Quota | None) -> str:
    if quota is None:
        return ""
    left = quota.left
    if isinstance(left, Measured):
        stated = measured("catESAD_cu:ESADProductQuantityQuota", "cat_ru", left)
    else:
        stated = node(
            "catESAD_cu:ESADCurrencyQuota",
            leaf("catESAD_cu:QuotaCurrencyQuantity", left.amount),
            leaf("catESAD_cu:QuotaCurrencyCode", numeric_code(left.currency.code)),
        )
    taken = measured("catESAD_cu:SupplementaryGoodsQuantity", "cat_ru", quota.taken)
    return node("e:ESADGoodsQuota", stated, taken)


def _registration(number: RegistrationNumber | None) -> str:
    if number is None:
        return ""
    return "".join(
        (
            leaf("catESAD_cu:PrecedingDocumentCustomsCode", number.office),
            leaf("catESAD_cu:PrecedingDocumentDate", number.on),
            leaf("catESAD_cu:PrecedingDocumentNumber", number.serial),
        )
    )
