"""One good of `ESADout_CU`, with its documents and its rows of box 47."""

from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.eaeu.countries import short_name
from customs.eaeu.goods import Document, Goods, Group, Measured, PrecedingDocument
from customs.eaeu.numeric import numeric
from customs.eaeu.payments import BoxRate, PaymentRow
from customs.xml import leaf, leaves, node

_GREATER: Final = 2
"""`ComparisonOperationsSign`: the greater of two rates counts."""
_PLUS: Final = "+"
_PACKING: Final = "0"
"""`InfoKindCode`: what follows is packing."""


def goods(good: Goods) -> str:
    """Will give one good; raises `NoShortName`, `NoNumericCode` or `UnwritableText`."""
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
        leaf("catESAD_cu:GoodsTNVEDCode", good.code),
        leaf("catESAD_cu:CIMSign", "М" if good.needs_marking else ""),
        leaf("catESAD_cu:OriginCountryCode", good.origin),
        leaf("catESAD_cu:OriginCountryName", short_name(good.origin)),
        leaf("catESAD_cu:CustomsCostCorrectMethod", good.valuation_method),
        *(_group(each, number) for number, each in enumerate(good.groups, start=1)),
        _preference(good),
        leaf("e:LanguageGoods", "RU"),
        *(_document(each) for each in good.documents),
        *(_preceding(each, number) for number, each in enumerate(good.preceding, start=1)),
        *(_payment(row) for row in good.payments if row.kind),
        _measured("e:SupplementaryGoodsQuantity", "cat_ru", good.supplementary),
        _packages(good),
        _containers(good),
        node(
            "e:ESADCustomsProcedure",
            leaf("catESAD_cu:MainCustomsModeCode", good.procedure.main),
            leaf("catESAD_cu:PrecedingCustomsModeCode", good.procedure.preceding),
            leaf("catESAD_cu:GoodsTransferFeature", good.procedure.feature),
        ),
    )


def _amount(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount


def _group(group: Group, number: int) -> str:
    return node(
        "catESAD_cu:GoodsGroupDescription",
        leaf("catESAD_cu:GoodsDescription", group.description),
        node(
            "catESAD_cu:GoodsGroupInformation",
            leaf("catESAD_cu:Manufacturer", group.manufacturer),
            leaf("catESAD_cu:TradeMark", group.trademark),
            leaf("catESAD_cu:GoodsModel", group.model),
            leaf("catESAD_cu:GoodsMarking", group.article),
            _measured("catESAD_cu:GoodsGroupQuantity", "catESAD_cu", group.quantity),
        ),
        leaf("catESAD_cu:GroupNum", number),
    )


def _measured(name: str, prefix: str, measured: Measured | None) -> str:
    if measured is None:
        return ""
    return node(
        name,
        leaf(f"{prefix}:GoodsQuantity", measured.quantity),
        leaf(f"{prefix}:MeasureUnitQualifierName", measured.unit_name),
        leaf(f"{prefix}:MeasureUnitQualifierCode", measured.unit),
    )


def _preference(good: Goods) -> str:
    claimed = good.preference
    return node(
        "catESAD_cu:Preferencii",
        leaf("catESAD_cu:CustomsTax", claimed.fee),
        leaf("catESAD_cu:CustomsDuty", claimed.duty),
        leaf("catESAD_cu:Excise", claimed.excise),
        leaf("catESAD_cu:Rate", claimed.vat),
    )


def _document(shown: Document) -> str:
    return node(
        "e:ESADout_CUPresentedDocument",
        leaf("cat_ru:PrDocumentName", shown.name),
        leaf("cat_ru:PrDocumentNumber", shown.number),
        leaf("cat_ru:PrDocumentDate", shown.issued_on),
        leaf("catESAD_cu:PresentedDocumentModeCode", shown.kind),
    )


def _preceding(before: PrecedingDocument, number: int) -> str:
    return node(
        "e:ESADout_CUPrecedingDocument",
        leaf("catESAD_cu:LineNumber", number),
        leaf("catESAD_cu:OtherPrDocumentNumber", before.number),
        leaf("catESAD_cu:OtherPrDocumentDate", before.issued_on),
        leaf("catESAD_cu:PrecedingDocumentModeCode", before.kind),
    )


def _payment(row: PaymentRow) -> str:
    own = row.amount.currency.code
    is_money = isinstance(row.base, Money)
    return node(
        "e:ESADout_CUCustomsPaymentCalculation",
        leaf("catESAD_cu:PaymentModeCode", row.kind),
        leaf("catESAD_cu:PaymentAmount", row.amount.amount),
        leaf("catESAD_cu:PaymentCurrencyCode", numeric(own)),
        leaf("catESAD_cu:TaxBase", row.base.amount if isinstance(row.base, Money) else row.base),
        leaf("catESAD_cu:TaxBaseCurrencyCode", numeric(own) if is_money else ""),
        leaf("catESAD_cu:TaxBaseTNVEDQualifierCode", row.base_unit),
        _rate(row.rate, ""),
        _second(row),
        leaf("catESAD_cu:RateUseDate", row.rated_on),
        leaf("catESAD_cu:PaymentCode", row.feature),
    )


def _second(row: PaymentRow) -> str:
    """Will give the other rate: compared in the second place, added in the third."""
    if row.second is None:
        return ""
    if row.is_sum:
        return leaf("catESAD_cu:OperationsSign", _PLUS) + _rate(row.second, "3")
    return leaf("catESAD_cu:ComparisonOperationsSign", _GREATER) + _rate(row.second, "2")


def _rate(rate: BoxRate | None, place: str) -> str:
    if rate is None:
        return ""
    return "".join(
        (
            leaf(f"catESAD_cu:Rate{place}", rate.value),
            leaf(f"catESAD_cu:RateTypeCode{place}", rate.kind.value),
            leaf(
                f"catESAD_cu:RateCurrencyCode{place}",
                numeric(rate.currency) if rate.currency else "",
            ),
            leaf(f"catESAD_cu:RateTNVEDQualifierCode{place}", rate.unit),
            leaf(f"catESAD_cu:WeightingFactor{place}", rate.factor),
        )
    )


def _packages(good: Goods) -> str:
    packed = good.packages
    if packed is None:
        return ""
    return node(
        "e:ESADGoodsPackaging",
        leaf("catESAD_cu:PakageQuantity", packed.count),
        leaf("catESAD_cu:PakageTypeCode", packed.kind),
        node(
            "catESAD_cu:PackagePalleteInformation",
            leaf("catESAD_cu:InfoKindCode", _PACKING if packed.package_code else ""),
            leaf("catESAD_cu:PalleteCode", packed.package_code),
            leaf("catESAD_cu:PalleteQuantity", packed.count if packed.package_code else None),
        ),
    )


def _containers(good: Goods) -> str:
    if not good.containers:
        return ""
    return node(
        "e:ESADContainer",
        leaf("catESAD_cu:ContainerQuantity", len(good.containers)),
        *(
            node(
                "catESAD_cu:ContainerNumber",
                leaf("catESAD_cu:ContainerIdentificaror", each),
            )
            for each in good.containers
        ),
    )
