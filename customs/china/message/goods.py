"""One line of `DecMessage`, element by element."""

from collections.abc import Iterator
from decimal import Decimal

from customs.china.declaration import DeclarationLine, Quantity, WriteOff
from customs.china.message.cell import cell
from customs.xml import node


def goods(line: DeclarationLine) -> str:
    """Will write one line; raises `TooLong` or `UnwritableText`."""
    return node("DecList", *_fields(line))


def _fields(line: DeclarationLine) -> Iterator[str]:
    yield cell("CodeTS", line.code)
    yield cell("ContrItem", line.handbook_line)
    yield cell("DeclPrice", line.unit_price.amount)
    yield cell("DutyMode", line.levy_mode)
    yield cell("GModel", "|".join(line.elements))
    yield cell("GName", line.name)
    yield cell("GNo", line.number)
    yield cell("OriginCountry", line.destination)
    yield cell("TradeCurr", line.total.currency.code)
    yield cell("DeclTotal", line.total.amount)
    yield cell("GQty", line.declared.amount)
    yield cell("FirstQty", _amount(line.statutory_1))
    yield cell("SecondQty", _amount(line.statutory_2))
    yield cell("GUnit", line.declared.unit)
    yield cell("FirstUnit", line.statutory_1.unit if line.statutory_1 else "")
    yield cell("SecondUnit", line.statutory_2.unit if line.statutory_2 else "")
    yield cell("DestinationCountry", line.origin)
    yield from _inspected(line)


def _inspected(line: DeclarationLine) -> Iterator[str]:
    """Will give the rest of a line: what inspection and export control ask."""
    yield cell("CiqCode", line.inspection_code)
    if line.dangerous:
        yield cell("Uncode", line.dangerous.un_number)
        yield cell("DangName", line.dangerous.name)
        yield cell("DangPackType", line.dangerous.packing_kind)
        yield cell("DangPackSpec", line.dangerous.packing_mark)
    yield cell("ProduceDate", ";".join(f"{day:%Y%m%d}" for day in line.produced_on))
    yield cell("ProdBatchNo", ";".join(line.batches))
    yield cell("DistrictCode", line.domestic_source)
    yield node("DecGoodsLimits", *(_write_off(line, each) for each in line.write_offs))
    yield cell("MnufctrRegNo", line.maker_number)
    yield cell("MnufctrRegName", line.maker_name)
    yield cell("ControlExplainCode", line.control_code)


def _write_off(line: DeclarationLine, used: WriteOff) -> str:
    return node(
        "DecGoodsLimit",
        cell("GoodsNo", line.number),
        cell("LicTypeCode", used.kind),
        cell("LicenceNo", used.number),
        cell("LicWrtofDetailNo", used.line),
        cell("LicWrtofQty", used.quantity.amount),
        cell("LicWrtofQtyUnit", used.quantity.unit),
    )


def _amount(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else quantity.amount
