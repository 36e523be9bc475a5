"""Box 31 of a goods item of `ESADout_CU`."""

from customs.eaeu.album.formats import leaf, leaves, required
from customs.eaeu.box31 import (
    AFTER_RELEASE,
    ExciseStamps,
    Group,
    Identification,
    Measured,
    Period,
    Size,
)
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import GoodsItem
from customs.xml import node


def group(stated: Group, number: int) -> str:
    return node(
        "catESAD_cu:GoodsGroupDescription",
        required("catESAD_cu:GoodsDescription", stated.description),
        node(
            "catESAD_cu:GoodsGroupInformation",
            leaf("catESAD_cu:Manufacturer", stated.manufacturer),
            leaf("catESAD_cu:TradeMark", stated.trademark),
            leaf("catESAD_cu:GoodsMark", stated.mark),
            leaf("catESAD_cu:GoodsModel", stated.model),
            leaf("catESAD_cu:GoodsMarking", stated.article),
            leaf("catESAD_cu:GoodsStandard", stated.standard),
            _size(stated.size),
            leaves("catESAD_cu:SerialNumber", stated.serial_numbers),
            measured("catESAD_cu:GoodsGroupQuantity", "catESAD_cu", stated.quantity),
        ),
        leaf("catESAD_cu:GroupNum", number),
    )


def _size(size: Size | None) -> str:
    if size is None:
        return ""
    return node(
        "catESAD_cu:Dimensions",
        _side("catESAD_cu:LengthMeasure", size.length),
        _side("catESAD_cu:WidthMeasure", size.width),
        _side("catESAD_cu:HeightMeasure", size.height),
    )


def _side(name: str, side: Measured | None) -> str:
    if side is None:
        return ""
    return node(
        name,
        leaf("catESAD_cu:MeasuredAmount", side.quantity),
        leaf("catESAD_cu:MeasureUnitQualifierName", side.unit_name),
        required("catESAD_cu:MeasureUnitQualifierCode", side.unit),
    )


def packages(good: GoodsItem) -> str:
    """Return the packages and the rows of their packing."""
    packed = good.packages
    if packed is None:
        return ""
    return node(
        "e:ESADGoodsPackaging",
        leaf("catESAD_cu:PakageQuantity", packed.count),
        leaf("catESAD_cu:PakageTypeCode", packed.kind),
        leaf("catESAD_cu:PakagePartQuantity", packed.shared or None),
        *(
            node(
                "catESAD_cu:PackagePalleteInformation",
                leaf("catESAD_cu:InfoKindCode", row.kind),
                leaf("catESAD_cu:PalleteCode", row.code),
                leaf("catESAD_cu:PalleteQuantity", row.count),
            )
            for row in packed.all_rows
        ),
    )


def containers(good: GoodsItem) -> str:
    if not good.containers:
        return ""
    return node(
        "e:ESADContainer",
        leaf("catESAD_cu:ContainerQuantity", len(good.containers)),
        *(
            node(
                "catESAD_cu:ContainerNumber",
                required("catESAD_cu:ContainerIdentificaror", each),
            )
            for each in good.containers
        ),
    )


def stamps(stated: ExciseStamps) -> str:
    return node(
        "e:ESADExcise",
        leaf("catESAD_cu:ExciseQuantity", stated.count),
        leaf("catESAD_cu:ExciseSerieses", stated.series),
    )


def identification(stated: Identification | None) -> str:
    if stated is None:
        return ""
    return node(
        "catESAD_cu:DTIdentificationMeansDetails",
        leaf("catESAD_cu:CIMMarkingCode", AFTER_RELEASE if stated.after_release else ""),
        leaf("catESAD_cu:CIMQuantity", stated.codes),
    )


def period(stated: Period | None) -> str:
    if stated is None:
        return ""
    return leaf("catESAD_cu:DeliveryTime", stated.first) + leaf(
        "catESAD_cu:DeliveryTimeEND", stated.last
    )


def terms(stated: DeliveryTerms | None) -> str:
    """Return delivery terms that are the item's own."""
    if stated is None:
        return ""
    return node(
        "catESAD_cu:CUESADDeliveryTerms",
        leaf("cat_ru:DeliveryPlace", stated.place),
        leaf("cat_ru:DeliveryTermsStringCode", stated.code),
    )


def measured(name: str, prefix: str, stated: Measured | None) -> str:
    if stated is None:
        return ""
    return node(
        name,
        leaf(f"{prefix}:GoodsQuantity", stated.quantity),
        leaf(f"{prefix}:MeasureUnitQualifierName", stated.unit_name),
        leaf(f"{prefix}:MeasureUnitQualifierCode", stated.unit),
    )
