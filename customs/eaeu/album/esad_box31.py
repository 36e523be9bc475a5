"""Box 31 of one good of `ESADout_CU`, element by element."""

from customs.eaeu.album.formats import leaf, leaves, needed
from customs.eaeu.box31 import (
    AFTER_RELEASE,
    ExciseStamps,
    Group,
    Identification,
    Measured,
    Period,
    Size,
)
from customs.eaeu.delivery import DeliveryTerms
from customs.eaeu.goods import Goods
from customs.xml import node


def group(told: Group, number: int) -> str:
    """Will give one group of goods."""
    return node(
        "catESAD_cu:GoodsGroupDescription",
        needed("catESAD_cu:GoodsDescription", told.description),
        node(
            "catESAD_cu:GoodsGroupInformation",
            leaf("catESAD_cu:Manufacturer", told.manufacturer),
            leaf("catESAD_cu:TradeMark", told.trademark),
            leaf("catESAD_cu:GoodsMark", told.mark),
            leaf("catESAD_cu:GoodsModel", told.model),
            leaf("catESAD_cu:GoodsMarking", told.article),
            leaf("catESAD_cu:GoodsStandard", told.standard),
            _size(told.size),
            leaves("catESAD_cu:SerialNumber", told.serial_numbers),
            measured("catESAD_cu:GoodsGroupQuantity", "catESAD_cu", told.quantity),
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
        needed("catESAD_cu:MeasureUnitQualifierCode", side.unit),
    )


def packages(good: Goods) -> str:
    """Will give packages and the rows of their packing."""
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


def containers(good: Goods) -> str:
    """Will give the containers."""
    if not good.containers:
        return ""
    return node(
        "e:ESADContainer",
        leaf("catESAD_cu:ContainerQuantity", len(good.containers)),
        *(
            node(
                "catESAD_cu:ContainerNumber",
                needed("catESAD_cu:ContainerIdentificaror", each),
            )
            for each in good.containers
        ),
    )


def stamps(told: ExciseStamps) -> str:
    """Will give excise stamps."""
    return node(
        "e:ESADExcise",
        leaf("catESAD_cu:ExciseQuantity", told.count),
        leaf("catESAD_cu:ExciseSerieses", told.series),
    )


def identification(told: Identification | None) -> str:
    """Will give means of identification."""
    if told is None:
        return ""
    return node(
        "catESAD_cu:DTIdentificationMeansDetails",
        leaf("catESAD_cu:CIMMarkingCode", AFTER_RELEASE if told.after_release else ""),
        leaf("catESAD_cu:CIMQuantity", told.codes),
    )


def period(told: Period | None) -> str:
    """Will give the period of delivery."""
    if told is None:
        return ""
    return leaf("catESAD_cu:DeliveryTime", told.first) + leaf(
        "catESAD_cu:DeliveryTimeEND", told.last
    )


def terms(told: DeliveryTerms | None) -> str:
    """Will give terms of delivery that are a good's own."""
    if told is None:
        return ""
    return node(
        "catESAD_cu:CUESADDeliveryTerms",
        leaf("cat_ru:DeliveryPlace", told.place),
        leaf("cat_ru:DeliveryTermsStringCode", told.code),
    )


def measured(name: str, prefix: str, told: Measured | None) -> str:
    """Will give a quantity with its unit."""
    if told is None:
        return ""
    return node(
        name,
        leaf(f"{prefix}:GoodsQuantity", told.quantity),
        leaf(f"{prefix}:MeasureUnitQualifierName", told.unit_name),
        leaf(f"{prefix}:MeasureUnitQualifierCode", told.unit),
    )
