"""Box 31 of one good of R.055, element by element."""

from customs.eaeu.box31 import (
    AFTER_RELEASE,
    ExciseStamps,
    Group,
    Identification,
    Measured,
    Packages,
    Size,
)
from customs.eaeu.goods import Goods
from customs.eaeu.register import lists
from customs.eaeu.register.formats import leaf, leaves, needed
from customs.eaeu.register.leaves import code, measure, needed_code
from customs.xml import node


def box31(good: Goods) -> tuple[str, ...]:
    """Will give groups, packages, containers, stamps, identification, period and terms."""
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


def measured(name: str, told: Measured | None) -> str:
    """Will give a quantity with its unit."""
    if told is None:
        return ""
    return node(
        name,
        measure("casdo:GoodsMeasure", told.quantity, told.unit),
        leaf("casdo:MeasureUnitAbbreviationCode", told.unit_name),
    )


def _group(told: Group, number: int) -> str:
    return node(
        "cacdo:GoodsItemGroupDetails",
        leaf("casdo:GoodsDescriptionText", told.description),
        leaf("csdo:ObjectOrdinal", number),
        node(
            "cacdo:CommodityGroupItemDetails",
            node(
                "cacdo:CommodityDescriptionDetails",
                leaf("casdo:TradeMarkName", told.trademark),
                leaf("csdo:ProductMarkName", told.mark),
                leaf("csdo:ProductModelName", told.model),
                leaf("csdo:ProductId", told.article),
                leaf("casdo:StandardName", told.standard),
                leaves("csdo:ProductInstanceId", told.serial_numbers),
            ),
            node("cacdo:ManufacturerDetails", leaf("csdo:SubjectName", told.manufacturer)),
            _size(told.size),
            measured("cacdo:GoodsMeasureDetails", told.quantity),
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
    """Will give packages and the rows of their packing."""
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
                needed_code("csdo:PackageKindCode", row.code, lists.PACKAGES),
                leaf("csdo:PackageQuantity", row.count),
            )
            for row in packed.all_rows
        ),
    )


def containers(numbers: tuple[str, ...]) -> str:
    """Will give the containers by their numbers."""
    return node(
        "cacdo:ContainerListDetails",
        *(node("cacdo:ContainerDetails", needed("casdo:ContainerId", each)) for each in numbers),
        leaf("casdo:ContainerQuantity", len(numbers) or None),
    )


def _stamps(told: ExciseStamps) -> str:
    return node(
        "cacdo:ExciseStampDetails",
        leaf("casdo:ExciseStampQuantity", told.count),
        leaf("casdo:ExciseStampSeriesId", told.series),
    )


def _identification(told: Identification | None) -> str:
    """Will give means of identification, which need the code of what is told of them."""
    if told is None or not told.kind:
        return ""
    return node(
        "cacdo:DTIdentificationMeansDetails",
        needed("casdo:InformationKindCode", told.kind),
        leaf("casdo:CIMMarkingCode", AFTER_RELEASE if told.after_release else ""),
        leaf("casdo:CIMQuantity", told.codes),
    )


def _period(good: Goods) -> str:
    if good.period is None:
        return ""
    return node(
        "cacdo:PeriodDateDetails",
        leaf("csdo:StartDate", good.period.first),
        leaf("csdo:EndDate", good.period.last),
    )


def _terms(good: Goods) -> str:
    if good.terms is None:
        return ""
    return node(
        "cacdo:DeliveryTermsDetails",
        code("casdo:DeliveryTermsCode", good.terms.code, lists.TERMS),
        leaf("casdo:PlaceName", good.terms.place),
    )
