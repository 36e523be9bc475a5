"""Read models of a broker's pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.person import Reader
from app.brokers import repository
from app.brokers.actions import tariff_of
from app.brokers.repository import AssignedLoad, CarriedGoods
from app.catalog.code_proposal import CodeProposal, Decision, NoSuchCode
from app.catalog.repository import proposals
from app.declarations.due import Audience
from app.documents import repository as papers
from app.documents.repository import IssuedPaper
from app.kit import clock


@dataclass(frozen=True, slots=True)
class BrokerLoadPage:
    """A load that is assigned to the reader's firm, its goods and its papers."""

    load: AssignedLoad
    goods: Sequence[CarriedGoods]
    words: Sequence[CodeProposal]
    """Codes that the firm proposed for them."""
    issued: Sequence[IssuedPaper]
    taken_at: datetime | None
    """When the firm last downloaded the dossier."""

    @property
    def has_news(self) -> bool:
        """Whether a paper was issued since the dossier was downloaded."""
        taken_at = self.taken_at
        return taken_at is not None and any(each.issued_at > taken_at for each in self.issued)


async def read_load_page(reader: Reader, number: str, *, at: datetime) -> BrokerLoadPage:
    """Read a load of the reader's firm; raises `NoSuchLoad`."""
    load = await repository.get_load_for(reader, number)
    taken = await repository.last_download(load.id, reader.company_id)
    return BrokerLoadPage(
        load=load,
        goods=await repository.list_goods(load, reader, tariff_of(load, on=clock.day_at(at))),
        words=await repository.list_words(load, reader),
        issued=await papers.papers_of(_ids(load), audience=Audience.BROKER),
        taken_at=taken[0] if taken else None,
    )


@dataclass(frozen=True, slots=True)
class WordPage:
    """A code that the firm proposed, and what was decided about it."""

    word: CodeProposal
    decisions: Sequence[Decision]


async def read_word_page(reader: Reader, number: str, proposal_id: int) -> WordPage:
    """Read a code that the firm proposed; raises `NoSuchLoad` or `NoSuchCode`."""
    load = await repository.get_load_for(reader, number)
    for word in await repository.list_words(load, reader):
        if word.id == proposal_id:
            return WordPage(word, await proposals.list_decisions(proposal_id))
    raise NoSuchCode


async def read_paper(reader: Reader, number: str, file_name: str) -> IssuedPaper:
    """Return one paper of a load of the reader's firm; raises `NoSuchLoad` or `NoSuchPaper`."""
    load = await repository.get_load_for(reader, number)
    return await papers.get_paper(_ids(load), file_name, audience=Audience.BROKER)


def _ids(load: AssignedLoad) -> list[int]:
    return [each.id for each in load.declarations]
