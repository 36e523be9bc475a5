"""Proposed codes and what was decided about them: every query."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Final

from piccolo.query.methods.select import Select

from app.accounts.person import Reader, Role
from app.catalog.code_proposal import CodeProposal, CodeState, Decision, NoSuchCode
from app.catalog.product import CodeStatus, ProductCode, Tariff
from app.catalog.repository.codes import CodesByTariff, codes_for
from app.catalog.tables import CodeDecision as DecisionRow
from app.catalog.tables import ProductCode as CodeRow
from app.catalog.tables import ProductText as TextRow
from app.kit.records import Record, read_all, read_column
from app.kit.transitions import move_columns

PAGE: Final = 50

_WAITING: Final = """
    SELECT named.id FROM product_code named
    WHERE named.tariff <> 'HS' AND named.id > {}
      AND NOT EXISTS (SELECT FROM code_decision taken WHERE taken.named = named.id)
      AND (named.set_by IS NOT NULL OR named.status = 'proposed' AND EXISTS (
           SELECT FROM standing_code standing WHERE standing.id = named.id
             AND standing.product = named.product AND standing.tariff = named.tariff))
    ORDER BY named.id LIMIT {}
"""
_DECIDED: Final = """
    SELECT named FROM code_decision GROUP BY named ORDER BY max(id) DESC LIMIT {}
"""


class ProposalRecord(Record):
    id: int
    product: int
    sku: str
    tariff: str
    code: str
    status: CodeStatus
    source: str
    reason: str
    set_at: datetime
    set_by: int | None
    proposer: str | None
    firm: int | None
    firm_name: str | None


class DecisionRecord(Record):
    named: int
    from_state: CodeState
    to_state: CodeState
    at: datetime
    by_name: str | None
    why: str


class NameRecord(Record):
    product: int
    language: str
    name: str


async def list_waiting(*, after: int) -> list[CodeProposal]:
    """List a page of codes that nobody decided about, those proposed first first."""
    ids = await read_column(int, CodeRow.raw(_WAITING, after, PAGE))
    return await _proposals(ids)


async def list_decided() -> list[CodeProposal]:
    """List the codes decided about last, the latest decision first."""
    return await _proposals(await read_column(int, CodeRow.raw(_DECIDED, PAGE)))


async def list_of_firm(firm_id: int, product_ids: Collection[int]) -> list[CodeProposal]:
    """List what a firm proposed for some products, the latest first."""
    query = CodeRow.select(CodeRow.id).where(
        (CodeRow.firm == firm_id) & CodeRow.product.is_in([*product_ids, 0])
    )
    return await _proposals(await read_column(int, query.order_by(CodeRow.id, ascending=False)))


async def get_proposal(proposal_id: int) -> CodeProposal:
    """Return a proposal; raises `NoSuchCode`."""
    for found in await _proposals([proposal_id]):
        return found
    raise NoSuchCode


async def lock_proposal(proposal_id: int) -> CodeProposal:
    """Return a proposal, its row locked; raises `NoSuchCode`."""
    await CodeRow.select(CodeRow.id).where(CodeRow.id == proposal_id).lock_rows("UPDATE")
    return await get_proposal(proposal_id)


async def list_decisions(proposal_id: int) -> list[Decision]:
    """List what was decided about a code, oldest first."""
    rows = await _decisions([proposal_id])
    return [
        Decision(row.from_state, row.to_state, row.by_name or "", row.at, row.why) for row in rows
    ]


async def save_proposal(
    product_id: int, named: ProductCode, *, reason: str, by: Reader, at: datetime
) -> int:
    """Save a proposed code; return its id."""
    row = CodeRow(
        product=product_id,
        tariff=named.tariff,
        code=named.code,
        status=named.status.value,
        source=named.source.strip(),
        reason=reason.strip(),
        set_at=at,
        set_by=by.person_id,
        firm=by.company_id if by.role is Role.BROKER else None,
    )
    await row.save()
    return int(row.id)


async def save_decision(
    about: CodeProposal, to: CodeState, *, by_id: int, at: datetime, why: str = ""
) -> None:
    """Save a decision about a code."""
    moved = move_columns(was=about.state, to=to, at=at, by_id=by_id, why=why)
    await DecisionRow(named=about.id, **moved).save()


async def _proposals(ids: list[int]) -> list[CodeProposal]:
    if not ids:
        return []
    rows = await read_all(ProposalRecord, _select(ids))
    states = {row.named: row.to_state for row in await _decisions(ids)}
    products = {row.product for row in rows}
    names, codes = await _names(products), await codes_for(products)
    made = [
        _proposal(row, states.get(row.id), names=names[row.product], codes=codes[row.product])
        for row in rows
    ]
    return sorted(made, key=lambda each: ids.index(each.id))


def _select(ids: list[int]) -> Select[CodeRow]:
    return CodeRow.select(
        CodeRow.id,
        CodeRow.product,
        CodeRow.product.sku.as_alias("sku"),
        CodeRow.tariff,
        CodeRow.code,
        CodeRow.status,
        CodeRow.source,
        CodeRow.reason,
        CodeRow.set_at,
        CodeRow.set_by,
        CodeRow.set_by.name.as_alias("proposer"),
        CodeRow.firm,
        CodeRow.firm.name.as_alias("firm_name"),
    ).where(CodeRow.id.is_in(ids) & (CodeRow.tariff != Tariff.HS))


def _proposal(
    row: ProposalRecord, decided: CodeState | None, *, names: dict[str, str], codes: CodesByTariff
) -> CodeProposal:
    listed = CodeState(row.status.value) if row.set_by is None else CodeState.PROPOSED
    hs, standing = codes.get(Tariff.HS), codes.get(row.tariff)
    return CodeProposal(
        id=row.id,
        product_id=row.product,
        sku=row.sku,
        names=names,
        hs=hs.code if hs else "",
        tariff=Tariff(row.tariff),
        code=row.code,
        evidence=row.source,
        reason=row.reason,
        proposed_at=row.set_at,
        proposer_id=row.set_by,
        proposer=row.proposer or "",
        firm_id=row.firm,
        firm=row.firm_name or "",
        state=decided or listed,
        standing=standing.code if standing else "",
    )


async def _decisions(ids: list[int]) -> list[DecisionRecord]:
    query = DecisionRow.select(
        DecisionRow.named,
        DecisionRow.from_state,
        DecisionRow.to_state,
        DecisionRow.at,
        DecisionRow.by.name.as_alias("by_name"),
        DecisionRow.why,
    ).where(DecisionRow.named.is_in(ids))
    return await read_all(DecisionRecord, query.order_by(DecisionRow.id))


async def _names(product_ids: Collection[int]) -> dict[int, dict[str, str]]:
    query = TextRow.select(TextRow.product, TextRow.language, TextRow.name)
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in await read_all(NameRecord, query.where(TextRow.product.is_in([*product_ids, 0]))):
        found[row.product][row.language] = row.name
    return found
