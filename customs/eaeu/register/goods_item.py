"""One good of R.055, with its documents and the effective rate of each payment."""

from typing import Final

from moneyed import Money

from customs.eaeu.countries import short_name
from customs.eaeu.goods import Document, Goods, Group, Measured, PrecedingDocument
from customs.eaeu.numeric import numeric
from customs.eaeu.payments import BoxRate, PaymentRow
from customs.eaeu.register import lists
from customs.eaeu.register.leaves import code, country, measure, money, payment
from customs.xml import leaf, leaves, node

_PACKING: Final = "0"


def goods_item(good: Goods) -> str:
    """Will give one good; raises `NoShortName`, `NoNumericCode` or `UnwritableText`."""
    return node(
        "cacdo:GDGoodsItemDetails",
        leaf("casdo:ConsignmentItemOrdinal", good.number),
        leaf("csdo:CommodityCode", good.code),
        leaves("casdo:GoodsDescriptionText", good.description),
        measure("csdo:UnifiedGrossMassMeasure", good.gross_kg),
        measure("csdo:UnifiedNetMassMeasure", good.net_kg),
        _measured("cacdo:GoodsMeasureDetails", good.supplementary),
        leaf("casdo:CIMSignCode", "М" if good.needs_marking else ""),
        *(_group(each, number) for number, each in enumerate(good.groups, start=1)),
        _packages(good),
        measure("casdo:CleanNetMassMeasure", good.net_net_kg),
        _containers(good),
        node(
            "cacdo:OriginCountryDetails",
            country("casdo:CACountryCode", good.origin),
            leaf("casdo:ShortCountryName", short_name(good.origin)),
        ),
        _preference(good),
        _procedure(good),
        money("casdo:CAValueAmount", good.price),
        money("casdo:CustomsValueAmount", good.customs_value),
        money("casdo:StatisticValueAmount", good.statistical_value),
        code("casdo:ValuationMethodCode", good.valuation_method, lists.VALUATION_METHODS),
        *map(_preceding, good.preceding),
        *map(_document, good.documents),
        *(_payment(row) for row in good.payments if row.kind),
    )


def _measured(name: str, measured: Measured | None) -> str:
    if measured is None:
        return ""
    return node(
        name,
        measure("casdo:GoodsMeasure", measured.quantity, measured.unit),
        leaf("casdo:MeasureUnitAbbreviationCode", measured.unit_name),
    )


def _group(group: Group, number: int) -> str:
    return node(
        "cacdo:GoodsItemGroupDetails",
        leaf("casdo:GoodsDescriptionText", group.description),
        leaf("csdo:ObjectOrdinal", number),
        node(
            "cacdo:CommodityGroupItemDetails",
            node(
                "cacdo:CommodityDescriptionDetails",
                leaf("casdo:TradeMarkName", group.trademark),
                leaf("csdo:ProductModelName", group.model),
                leaf("csdo:ProductId", group.article),
            ),
            node("cacdo:ManufacturerDetails", leaf("csdo:SubjectName", group.manufacturer)),
            _measured("cacdo:GoodsMeasureDetails", group.quantity),
        ),
    )


def _packages(good: Goods) -> str:
    packed = good.packages
    if packed is None:
        return ""
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


def _containers(good: Goods) -> str:
    if not good.containers:
        return ""
    return node(
        "cacdo:ContainerListDetails",
        *(
            node("cacdo:ContainerDetails", leaf("casdo:ContainerId", each))
            for each in good.containers
        ),
        leaf("casdo:ContainerQuantity", len(good.containers)),
    )


def _preference(good: Goods) -> str:
    claimed = good.preference
    return node(
        "cacdo:PreferenceDetails",
        code("casdo:CustomsClearanceChargesPrefCode", claimed.fee, lists.PREFERENCES),
        code("casdo:CustomsDutyPrefCode", claimed.duty, lists.PREFERENCES),
        code("casdo:ExcisePrefCode", claimed.excise, lists.PREFERENCES),
        code("casdo:VATPrefCode", claimed.vat, lists.PREFERENCES),
    )


def _procedure(good: Goods) -> str:
    return node(
        "cacdo:CustomsProcedureDetails",
        code("casdo:CustomsProcedureCode", good.procedure.main, lists.PROCEDURES),
        code("casdo:PreviousCustomsProcedureModeCode", good.procedure.preceding, lists.PROCEDURES),
        code("casdo:GoodsMoveFeatureCode", good.procedure.feature, lists.MOVE_FEATURES),
    )


def _preceding(before: PrecedingDocument) -> str:
    return node(
        "cacdo:PrecedingDocDetails",
        code("csdo:DocKindCode", before.kind, lists.DOCUMENTS),
        leaf("csdo:DocId", before.number),
        leaf("csdo:DocCreationDate", before.issued_on),
    )


def _document(shown: Document) -> str:
    return node(
        "cacdo:PresentedDocDetails",
        code("csdo:DocKindCode", shown.kind, lists.DOCUMENTS),
        leaf("csdo:DocName", shown.name),
        leaf("csdo:DocId", shown.number),
        leaf("csdo:DocCreationDate", shown.issued_on),
    )


def _payment(row: PaymentRow) -> str:
    """Will give a row of box 47; this structure has room for the effective rate alone."""
    base = row.base
    is_money = isinstance(base, Money)
    return node(
        "cacdo:CustomsPaymentDetails",
        code("casdo:CustomsTaxModeCode", row.kind, lists.PAYMENTS),
        leaf("casdo:TaxBaseMeasure", base.amount if isinstance(base, Money) else base),
        code(
            "csdo:UnifiedCurrencyN3Code",
            numeric(row.amount.currency.code) if is_money else "",
            lists.CURRENCIES,
        ),
        code("csdo:UnifiedMeasurementUnitCode", row.base_unit, lists.UNITS),
        _rate(row.rate),
        leaf("casdo:DutyTaxFeeRateDate", row.rated_on),
        code("casdo:CustomsTaxPaymentFeatureCode", row.feature, lists.PAYMENT_FEATURES),
        payment("casdo:CAPaymentNAmount", row.amount),
    )


def _rate(rate: BoxRate | None) -> str:
    if rate is None:
        return ""
    return node(
        "cacdo:EffectiveCustomsRateDetails",
        leaf("casdo:DutyTaxFeeRateKindCode", rate.kind.value),
        leaf("casdo:DutyTaxFeeRateValue", rate.value),
        code("csdo:UnifiedMeasurementUnitCode", rate.unit, lists.UNITS),
        code(
            "csdo:UnifiedCurrencyN3Code",
            numeric(rate.currency) if rate.currency else "",
            lists.CURRENCIES,
        ),
        leaf("casdo:WeightRatioNumber", rate.factor),
    )
