"""A line of `DecMessage`, element by element."""

from collections.abc import Iterator
from decimal import Decimal

from customs.china.declaration import DeclarationLine, Quantity, WriteOff
from customs.china.message.fields import write_field
from customs.xml import node


def write_line(line: DeclarationLine) -> str:
    """Return a line as an element `DecList`.

    Raises `FieldTooLong` or `UnwritableText`.
    """
    return node("DecList", *_fields(line))


def _fields(line: DeclarationLine) -> Iterator[str]:
    yield write_field("CodeTS", line.code)
    yield write_field("ContrItem", line.handbook_line)
    yield write_field("DeclPrice", line.unit_price.amount)
    yield write_field("DutyMode", line.levy_mode)
    yield write_field("GModel", "|".join(line.elements))
    yield write_field("GName", line.name)
    yield write_field("GNo", line.number)
    yield write_field("OriginCountry", line.destination)
    yield write_field("TradeCurr", line.total.currency.code)
    yield write_field("DeclTotal", line.total.amount)
    yield write_field("GQty", line.declared.amount)
    yield write_field("FirstQty", _amount(line.statutory_1))
    yield write_field("SecondQty", _amount(line.statutory_2))
    yield write_field("GUnit", line.declared.unit)
    yield write_field("FirstUnit", line.statutory_1.unit if line.statutory_1 else "")
    yield write_field("SecondUnit", line.statutory_2.unit if line.statutory_2 else "")
    yield write_field("DestinationCountry", line.origin)
    yield from _inspected(line)


def _inspected(line: DeclarationLine) -> Iterator[str]:
    """Yield the elements for inspection and export control."""
    yield write_field("CiqCode", line.inspection_code)
    if line.dangerous:
        yield write_field("Uncode", line.dangerous.un_number)
        yield write_field("DangName", line.dangerous.name)
        yield write_field("DangPackType", line.dangerous.packing_kind)
        yield write_field("DangPackSpec", line.dangerous.packing_mark)
    yield write_field("ProduceDate", ";".join(f"{day:%Y%m%d}" for day in line.produced_on))
    yield write_field("ProdBatchNo", ";".join(line.batches))
    yield write_field("DistrictCode", line.domestic_source)
    yield node("DecGoodsLimits", *(_write_off(line, each) for each in line.write_offs))
    yield write_field("MnufctrRegNo", line.maker_number)
    yield write_field("MnufctrRegName", line.maker_name)
    yield write_field("ControlExplainCode", line.control_code)


def _write_off(line: DeclarationLine, used: WriteOff) -> str:
    return node(
        "DecGoodsLimit",
        write_field("GoodsNo", line.number),
        write_field("LicTypeCode", used.kind),
        write_field("LicenceNo", used.number),
        write_field("LicWrtofDetailNo", used.line),
        write_field("LicWrtofQty", used.quantity.amount),
        write_field("LicWrtofQtyUnit", used.quantity.unit),
    )


def _amount(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else quantity.amount
