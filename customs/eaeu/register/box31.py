"""Box 31 of a goods item of R.055."""

from customs.eaeu.box31 import (
    AFTER_RELEASE,
    ExciseStamps,
    Group,
    Identification,
    Measured,
    Packages,
    Size,
)
from customs.eaeu.goods import GoodsItem
from customs.eaeu.register import code_lists
from customs.eaeu.register.elements import code, measure, required_code
from customs.eaeu.register.formats import leaf, leaves, required
from customs.xml import node


def box31(good: GoodsItem) -> tuple[str, ...]:
    """Return groups, packages, containers, stamps, identification, period and terms."""
    return (
        *(_group(each, number) for number, each in enumerate(good.groups, start=1)),
        packages(good.packages),
        measure("casdo:CleanNetMassMeasure", good.net_net_kg),
        containers(good.containers),
        *map(_stamps, good.stamps),
        _identification(good.identification),
        _period(good),
        _terms(good),
    )


def measured(name: str, stated: Measured | None) -> str:
    if stated is None:
        return ""
    return node(
        name,
        measure("casdo:GoodsMeasure", stated.quantity, stated.unit),
        leaf("casdo:MeasureUnitAbbreviationCode", stated.unit_name),
    )


def _group(stated: Group, number: int) -> str:
    return node(
        "cacdo:GoodsItemGroupDetails",
        leaf("casdo:GoodsDescriptionText", stated.description),
        leaf("csdo:ObjectOrdinal", number),
        node(
            "cacdo:CommodityGroupItemDetails",
            node(
                "cacdo:CommodityDescriptionDetails",
                leaf("casdo:TradeMarkName", stated.trademark),
                leaf("csdo:ProductMarkName", stated.mark),
                leaf("csdo:ProductModelName", stated.model),
                leaf("csdo:ProductId", stated.article),
                leaf("casdo:StandardName", stated.standard),
                leaves("csdo:ProductInstanceId", stated.serial_numbers),
            ),
            node("cacdo:ManufacturerDetails", leaf("csdo:SubjectName", stated.manufacturer)),
            _size(stated.size),
            measured("cacdo:GoodsMeasureDetails", stated.quantity),
        ),
    )


def _size(size: Size | None) -> str:
    if size is None:
        return ""
    sides = (("Length", size.length), ("Width", size.width), ("Height", size.height))
    return node(
        "ccdo:UnifiedOverallDimensionDetails",
        *(
            measure(f"csdo:Unified{name}Measure", side.quantity, side.unit)
            for name, side in sides
            if side is not None
        ),
    )


def packages(packed: Packages | None) -> str:
    """Return the packages and the rows of their packing."""
    if packed is None:
        return ""
    return node(
        "cacdo:CargoPackagePalletDetails",
        leaf("casdo:PackageAvailabilityCode", packed.kind),
        leaf("casdo:CargoQuantity", packed.count),
        leaf("casdo:CargoPartQuantity", packed.shared or None),
        *(
            node(
                "cacdo:PackagePalletDetails",
                leaf("casdo:InformationKindCode", row.kind),
                required_code("csdo:PackageKindCode", row.code, code_lists.PACKAGES),
                leaf("csdo:PackageQuantity", row.count),
            )
            for row in packed.all_rows
        ),
    )


def containers(numbers: tuple[str, ...]) -> str:
    return node(
        "cacdo:ContainerListDetails",
        *(node("cacdo:ContainerDetails", required("casdo:ContainerId", each)) for each in numbers),
        leaf("casdo:ContainerQuantity", len(numbers) or None),
    )


def _stamps(stated: ExciseStamps) -> str:
    return node(
        "cacdo:ExciseStampDetails",
        leaf("casdo:ExciseStampQuantity", stated.count),
        leaf("casdo:ExciseStampSeriesId", stated.series),
    )


def _identification(stated: Identification | None) -> str:
    """Return means of identification; the element requires the code of their kind."""
    if stated is None or not stated.kind:
        return ""
    return node(
        "cacdo:DTIdentificationMeansDetails",
        required("casdo:InformationKindCode", stated.kind),
        leaf("casdo:CIMMarkingCode", AFTER_RELEASE if stated.after_release else ""),
        leaf("casdo:CIMQuantity", stated.codes),
    )


def _period(good: GoodsItem) -> str:
    if good.period is None:
        return ""
    return node(
        "cacdo:PeriodDateDetails",
        leaf("csdo:StartDate", good.period.first),
        leaf("csdo:EndDate", good.period.last),
    )


def _terms(good: GoodsItem) -> str:
    if good.terms is None:
        return ""
    return node(
        "cacdo:DeliveryTermsDetails",
        code("casdo:DeliveryTermsCode", good.terms.code, code_lists.TERMS),
        leaf("casdo:PlaceName", good.terms.place),
    )
