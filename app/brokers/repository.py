"""Queries of what a broker may see: loads with an order that names the broker's firm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.person import Reader
from app.brokers.tables import DossierDownload
from app.catalog.code_proposal import CodeProposal
from app.catalog.product import CodeStatus
from app.catalog.repository.codes import codes_for
from app.catalog.repository.proposals import list_of_firm
from app.declarations.repository.assigned import AssignedDeclaration, list_assigned
from app.kit.records import Record, read_first
from app.orders.repository.goods import OrderedGoods
from app.orders.repository.goods import list_goods as list_ordered_goods
from app.warehouse import repository as warehouse
from app.warehouse.load import Load, LoadState, NoSuchLoad


@dataclass(frozen=True, slots=True)
class CarriedGoods:
    """Goods aboard, with the code in the importing country's tariff that counts for the firm."""

    sku: str
    names: dict[str, str]
    code: str
    """Empty while none is known."""
    status: CodeStatus | None
    evidence: str


@dataclass(frozen=True, slots=True)
class AssignedLoad:
    """A frozen load with the declarations that are this firm's."""

    id: int
    number: str
    state: LoadState
    truck_plate: str
    crossing: str
    destination: str
    frozen_at: datetime
    version: int
    declarations: tuple[AssignedDeclaration, ...]


async def list_loads_for(reader: Reader) -> list[AssignedLoad]:
    """List the loads assigned to the reader's firm, the latest freeze first."""
    return await _assigned(reader, "")


async def get_load_for(reader: Reader, number: str) -> AssignedLoad:
    """Return the load if it is assigned to the reader's firm; raises `NoSuchLoad`.

    The one place that checks whose a broker's load is: a load that does not exist and a load of
    another firm are answered alike.
    """
    loads = await _assigned(reader, number)
    if not loads:
        raise NoSuchLoad(number=number)
    return loads[0]


async def _assigned(reader: Reader, number: str) -> list[AssignedLoad]:
    found: dict[str, list[AssignedDeclaration]] = {}
    for each in await list_assigned(reader.company_id, number):
        found.setdefault(each.load_number, []).append(each)
    loads = {load.number: load for load in await warehouse.get_loads(found)}
    return [_load(loads[number], declarations) for number, declarations in found.items()]


def _load(load: Load, declarations: Sequence[AssignedDeclaration]) -> AssignedLoad:
    return AssignedLoad(
        id=load.id,
        number=load.number,
        state=load.state,
        truck_plate=load.truck_plate,
        crossing=load.crossing,
        destination=load.destination,
        frozen_at=declarations[0].frozen_at,
        version=declarations[0].version,
        declarations=tuple(declarations),
    )


async def list_goods(load: AssignedLoad, reader: Reader, tariff: str) -> list[CarriedGoods]:
    """List the goods of the firm's declarations aboard, with the codes that count for it."""
    goods = await _ordered(load)
    codes = await codes_for([each.product_id for each in goods], firm_id=reader.company_id)
    carried = []
    for each in goods:
        code = codes[each.product_id].get(tariff)
        carried.append(
            CarriedGoods(
                sku=each.sku,
                names=each.names,
                code=code.code if code else "",
                status=code.status if code else None,
                evidence=code.source if code else "",
            )
        )
    return carried


async def list_words(load: AssignedLoad, reader: Reader) -> list[CodeProposal]:
    """List the codes that the firm proposed for goods aboard, the latest first."""
    return await list_of_firm(reader.company_id, [each.product_id for each in await _ordered(load)])


async def _ordered(load: AssignedLoad) -> list[OrderedGoods]:
    return await list_ordered_goods([each.order_id for each in load.declarations])


async def save_download(load_id: int, *, by_id: int, sha256: str, at: datetime) -> None:
    await DossierDownload(load=load_id, person=by_id, sha256=sha256, at=at).save()


class DownloadRecord(Record):
    at: datetime
    sha256: str


async def last_download(load_id: int, company_id: int) -> tuple[datetime, str] | None:
    """Return (time, fingerprint) of the firm's last download of the load's dossier."""
    query = (
        DossierDownload.select(DossierDownload.at, DossierDownload.sha256)
        .where((DossierDownload.load == load_id) & (DossierDownload.person.company == company_id))
        .order_by(DossierDownload.at, ascending=False)
    )
    row = await read_first(DownloadRecord, query.first())
    return (row.at, row.sha256) if row else None
