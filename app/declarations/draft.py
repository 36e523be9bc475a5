"""Drafting the export declaration of one consignment of a frozen load."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import pycountry

from app.declarations.snapshot import (
    Consignment,
    DeclaredGoods,
    LoadSnapshot,
    PackedItem,
    ShipmentParty,
    SoldLine,
)
from app.kit.i18n import N_
from app.kit.refusal import Refusal
from customs.china.declaration import (
    CodeRequirements,
    DeclarationLine,
    DomesticCompany,
    ExportDeclaration,
    Quantity,
)
from customs.china.levy import (
    GENERAL_TRADE,
    ROAD,
    TAXED_AS_LISTED,
    delivery_group,
    levy_nature,
)
from customs.china.lines import merge_lines
from customs.china.rules import GRAM, KILOGRAM
from customs.rounding import exact_kg

_TONNE: Final = "070"
_ORIGIN: Final = "CHN"
_GRAMS_IN_TONNE: Final = 1_000_000


class UnknownCountry(Refusal):
    """The code is not in ISO 3166-1."""

    code = "declaration.unknown_country"
    sentence = N_("There is no country %(country)s.")


def draft_declaration(
    consignment: Consignment, *, load: LoadSnapshot, declared_on: date
) -> ExportDeclaration:
    """Draft the declaration of one order aboard: weights as packed, sums as sold.

    What is not known yet (ports, office of exit, waybill) is left empty. Raises `TooManyLines` or
    `UnknownCountry`.
    """
    cartons = consignment.cartons
    arrival = alpha_3(load.destination)
    packing, *others = _packings(consignment)
    return ExportDeclaration(
        declared_on=declared_on,
        consignor=_company(consignment.exporter),
        exit_customs="",
        consignee=consignment.consignee.name_latin or consignment.consignee.name,
        transport_mode=ROAD,
        vehicle="",
        voyage="",
        waybill="",
        producer=_producer(consignment),
        supervision_mode=GENERAL_TRADE,
        levy_nature=levy_nature(consignment.exporter.customs_code),
        contract=consignment.contract_number,
        trading_country=alpha_3(consignment.buyer.country),
        arrival_country=arrival,
        destination_port="",
        exit_port="",
        packing=packing,
        other_packings=tuple(others),
        packages=len(cartons),
        gross_g=sum(carton.gross_g for carton in cartons),
        net_g=sum(carton.net_g for carton in cartons),
        delivery_group=delivery_group(consignment.delivery_term),
        documents=(f"发票 {consignment.invoice_number}", f"装箱单 {consignment.invoice_number}"),
        marks=tuple(carton.number for carton in cartons),
        lines=_lines(consignment, destination=arrival),
    )


def alpha_3(country: str) -> str:
    """Return the alpha-3 code of an alpha-2 code (ISO 3166-1); raises `UnknownCountry`."""
    found = pycountry.countries.get(alpha_2=country)
    if found is None:
        raise UnknownCountry(country=country)
    return str(found.alpha_3)


def _company(party: ShipmentParty) -> DomesticCompany:
    return DomesticCompany(party.name, party.number, party.customs_code)


def _producer(consignment: Consignment) -> DomesticCompany | None:
    """Return the seller of all the goods; None when there are several: the form has one field."""
    sellers = {line.seller for line in consignment.lines}
    return _company(sellers.pop()) if len(sellers) == 1 else None


def _packings(consignment: Consignment) -> list[str]:
    """Return the codes of packing, the most frequent first; an empty string when there is none."""
    kinds = Counter(carton.packing for carton in consignment.cartons)
    return sorted(kinds, key=lambda kind: (-kinds[kind], kind)) or [""]


def _lines(consignment: Consignment, *, destination: str) -> tuple[DeclarationLine, ...]:
    packed: defaultdict[int, list[PackedItem]] = defaultdict(list)
    for carton in consignment.cartons:
        for item in carton.items:
            packed[item.position].append(item)
    return merge_lines(
        _line(line, packed[line.position], destination=destination) for line in consignment.lines
    )


def _line(line: SoldLine, packed: Sequence[PackedItem], *, destination: str) -> DeclarationLine:
    goods = line.goods
    counted = {line.unit: Decimal(line.quantity)}
    net_g = sum(item.net_g for item in packed)
    return DeclarationLine(
        number=line.position,
        code=goods.china_code,
        name=goods.name_zh,
        elements=goods.elements,
        statutory_1=statutory(goods.statutory_unit_1, counted, net_g=net_g),
        statutory_2=statutory(goods.statutory_unit_2, counted, net_g=net_g),
        declared=Quantity(counted[line.unit], line.unit),
        unit_price=line.unit_price,
        total=line.total,
        origin=_ORIGIN,
        destination=destination,
        domestic_source=goods.origin_district,
        levy_mode=TAXED_AS_LISTED,
        net_g=net_g,
        tariff=_tariff(goods),
        batches=tuple(dict.fromkeys(item.batch for item in packed)),
        produced_on=tuple(sorted({item.produced_on for item in packed})),
    )


def _tariff(goods: DeclaredGoods) -> CodeRequirements | None:
    """Return the tariff's requirements; None without a first unit, which every line has."""
    if not goods.statutory_unit_1:
        return None
    return CodeRequirements(
        unit_1=goods.statutory_unit_1,
        unit_2=goods.statutory_unit_2,
        slots=goods.element_names,
        control_letters=goods.control_letters,
    )


def statutory(unit: str, counted: Mapping[str, Decimal], *, net_g: int) -> Quantity | None:
    """Return a quantity in the tariff's unit, if it follows from the weight or the order."""
    known = {
        **counted,
        KILOGRAM: exact_kg(net_g),
        GRAM: Decimal(net_g),
        _TONNE: Decimal(net_g) / _GRAMS_IN_TONNE,
    }
    return Quantity(known[unit], unit) if unit in known else None
