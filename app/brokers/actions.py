"""Confirming codes of goods, and taking a load's dossier."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from app.accounts.person import Reader
from app.brokers import repository
from app.catalog.actions import codes as catalog
from app.catalog.code_proposal import CodeState, NewCode
from app.catalog.product import Tariff
from app.countries.repository import get_country
from app.declarations.due import Audience
from app.documents import repository as papers
from app.documents.dossier import DossierPaper, zip_dossier
from app.kit import clock
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict


@dataclass(frozen=True, slots=True)
class BrokersCode:
    """A code of goods aboard as a broker names it, with its evidence."""

    sku: str
    code: str
    evidence: str
    reason: str = ""
    """Why it may differ from the goods' HS heading."""


class DossierNotReady(Conflict):
    """Some papers of the load are not issued yet."""

    code = "broker.dossier_not_ready"
    sentence = N_("The papers of load %(number)s are being made. Try again in a minute.")


class GoodsNotAboard(BadInput):
    """The goods are not on this load, or not in an order that names the firm as broker."""

    code = "broker.not_aboard"
    sentence = N_("There are no goods %(sku)s of your orders on this load.")


def tariff_of(load: repository.AssignedLoad, *, on: date) -> Tariff:
    """Return the tariff of the country that the load goes to; raise `NoRow`."""
    return Tariff(get_country(load.destination, on=on).tariff)


async def name_code(number: str, named: BrokersCode, *, reader: Reader, at: datetime) -> int:
    """Name a code of goods aboard in the importing country's tariff; return the proposal's id.

    It counts for the firm's clients alone until the operator accepts it. Raises `NoSuchLoad`,
    `GoodsNotAboard` and what `propose_code` raises, and saves nothing.
    """
    load = await repository.get_load_for(reader, number)
    tariff = tariff_of(load, on=clock.day_at(at))
    aboard = {goods.sku for goods in await repository.list_goods(load, reader, tariff)}
    if named.sku not in aboard:
        raise GoodsNotAboard(field="sku", sku=named.sku)
    code = NewCode(
        sku=named.sku,
        tariff=tariff,
        code=named.code,
        evidence=named.evidence,
        reason=named.reason,
    )
    return await catalog.propose_code(code, by=reader, at=at)


async def take_back_code(
    number: str, proposal_id: int, *, why: str, reader: Reader, at: datetime
) -> None:
    """Take back a code that the firm named; raises `NoSuchLoad` and what `decide_code` raises."""
    await repository.get_load_for(reader, number)
    await catalog.decide_code(proposal_id, CodeState.WITHDRAWN, by=reader, at=at, why=why)


async def take_dossier(number: str, *, reader: Reader, at: datetime) -> bytes:
    """Return the load's papers of the reader's firm as one zip, and record the download.

    Raises `NoSuchLoad` for a load that is not this firm's, `DossierNotReady` while papers are
    not issued yet.
    """
    load = await repository.get_load_for(reader, number)
    ids = [each.id for each in load.declarations]
    lacking = await papers.lacking_papers(ids, audience=Audience.BROKER)
    if any(each.due.required for each in lacking):
        raise DossierNotReady(number=number)
    found = await papers.papers_of(ids, audience=Audience.BROKER, with_bodies=True)
    dossier = zip_dossier([DossierPaper(each.file_name, each.version, each.body) for each in found])
    sha256 = hashlib.sha256(dossier).hexdigest()
    await repository.save_download(load.id, by_id=reader.person_id, sha256=sha256, at=at)
    return dossier
