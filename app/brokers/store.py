"""What a broker may see: the loads that carry an order naming the broker's firm, and no others."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.accounts.person import Reader
from app.brokers.tables import DossierDownload
from app.warehouse.load import NoSuchLoad
from app.warehouse.tables import Load as LoadRow


@dataclass(frozen=True, slots=True)
class AssignedDeclaration:
    """One declaration aboard a load, of an order that names the reader's firm."""

    id: int
    number: str
    state: str
    order_number: str
    buyer: str


@dataclass(frozen=True, slots=True)
class CarriedGoods:
    """Goods aboard, and how their code in the importing country's tariff is named."""

    sku: str
    names: dict[str, str]
    code: str
    """Empty when nobody has named one."""
    status: str
    evidence: str


@dataclass(frozen=True, slots=True)
class AssignedLoad:
    """A frozen load with the declarations that are this firm's."""

    id: int
    number: str
    state: str
    truck_plate: str
    crossing: str
    destination: str
    frozen_at: datetime
    version: int
    declarations: tuple[AssignedDeclaration, ...]


# The latest freeze of each load, and in it only the orders that name the firm.
_ASSIGNED = """
SELECT l.id, l.number, l.state, l.truck_plate, l.crossing, l.destination,
       s.frozen_at, s.version,
       d.id AS declaration_id, d.number AS declaration_number, d.state AS declaration_state,
       o.number AS order_number, c.name AS buyer
  FROM load l
  JOIN snapshot s ON s.load = l.id
   AND s.version = (SELECT max(version) FROM snapshot WHERE load = l.id)
  JOIN export_declaration d ON d.snapshot = s.id
  JOIN purchase_order o ON o.id = d."order"
  JOIN company c ON c.id = o.buyer
 WHERE o.broker = {} AND ({} = '' OR l.number = {})
 ORDER BY s.frozen_at DESC, o.number
"""


async def list_loads_for(reader: Reader) -> list[AssignedLoad]:
    """Will list the loads assigned to the reader's firm, the latest freeze first."""
    return await _assigned(reader, "")


async def get_load_for(reader: Reader, number: str) -> AssignedLoad:
    """Will give the load if it is assigned to the reader's firm; raises `NoSuchLoad`.

    The one audited door to a broker's load: one that is not there and one that names another firm
    are answered alike.
    """
    loads = await _assigned(reader, number)
    if not loads:
        raise NoSuchLoad(number=number)
    return loads[0]


async def _assigned(reader: Reader, number: str) -> list[AssignedLoad]:
    rows = await LoadRow.raw(_ASSIGNED, reader.company_id, number, number)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    return [_load(rows_of_load) for rows_of_load in found.values()]


def _load(rows: list[dict[str, Any]]) -> AssignedLoad:
    first = rows[0]
    return AssignedLoad(
        id=first["id"],
        number=first["number"],
        state=first["state"],
        truck_plate=first["truck_plate"],
        crossing=first["crossing"],
        destination=first["destination"],
        frozen_at=first["frozen_at"],
        version=first["version"],
        declarations=tuple(
            AssignedDeclaration(
                id=row["declaration_id"],
                number=row["declaration_number"],
                state=row["declaration_state"],
                order_number=row["order_number"],
                buyer=row["buyer"],
            )
            for row in rows
        ),
    )


_GOODS: Final = """
    SELECT DISTINCT ON (product.sku) product.sku, line.names, named.code, named.status, named.source
    FROM export_declaration declaration
    JOIN order_line line ON line."order" = declaration."order"
    JOIN product ON product.id = line.product
    LEFT JOIN LATERAL (
        SELECT code.code, code.status, code.source FROM product_code code
        WHERE code.product = product.id AND code.tariff = {}
        ORDER BY code.set_at DESC LIMIT 1
    ) named ON true
    WHERE declaration.id = ANY({}) ORDER BY product.sku
"""


async def list_goods(load: AssignedLoad, tariff: str) -> list[CarriedGoods]:
    """Will list the goods of the firm's declarations aboard, with their codes in a tariff."""
    rows = await LoadRow.raw(_GOODS, tariff, [each.id for each in load.declarations])
    return [
        CarriedGoods(
            row["sku"],
            row["names"] if isinstance(row["names"], dict) else json.loads(row["names"]),
            row["code"] or "",
            row["status"] or "",
            row["source"] or "",
        )
        for row in rows
    ]


async def keep_download(load_id: int, *, by_id: int, sha256: str, at: datetime) -> None:
    """Will note who took which dossier, and when."""
    await DossierDownload(load=load_id, person=by_id, sha256=sha256, at=at).save()


async def last_download(load_id: int, company_id: int) -> tuple[datetime, str] | None:
    """Will give when, and with which fingerprint, the firm last took the load's dossier."""
    row = (
        await DossierDownload.select(DossierDownload.at, DossierDownload.sha256)
        .where((DossierDownload.load == load_id) & (DossierDownload.person.company == company_id))
        .order_by(DossierDownload.at, ascending=False)
        .first()
    )
    return (row["at"], row["sha256"]) if row else None
