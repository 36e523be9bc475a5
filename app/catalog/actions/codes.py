"""Proposing codes of goods, and deciding about them. Rows are only added."""

from datetime import date, datetime

from app.accounts.person import Reader, Role
from app.catalog import repository as goods
from app.catalog.code_proposal import (
    CodeProposal,
    CodeState,
    NewCode,
    NoSuchCode,
    NotGoverned,
    NotYourGoods,
    check_difference,
    check_reason,
)
from app.catalog.product import CodeStatus, ProductCode, Tariff, check_code
from app.catalog.repository import proposals as repository
from app.kit import clock, once
from app.kit.db import transaction
from app.tariff.repository import china, editions
from customs.china.permits import permit_requirements


async def propose_code(named: NewCode, *, by: Reader, at: datetime) -> int:
    """Propose a code of goods with its evidence, and return the proposal's id.

    A broker's counts for the firm's clients at once, for others when it is confirmed. Raises
    `NotGoverned`, `WrongCode`, `NoEvidence`, `NoSuchProduct`, `NotYourGoods`, `OtherChapter`,
    `OtherHeading`, `NotComparable`, `UnknownCode`, `UnknownLine`, `LineGone`,
    `ExportProhibited` or `UnknownControlLetter`.
    """
    if named.tariff == Tariff.HS:
        raise NotGoverned(field="tariff")
    code = ProductCode(named.tariff, named.code.strip(), CodeStatus.PROPOSED, named.evidence)
    check_code(named.sku, code)
    async with transaction():
        await once.claim()
        product = await goods.get_product_of(named.sku)
        if by.role is Role.SELLER and product.seller.id != by.company_id:
            raise NotYourGoods
        check_difference(code.code, product.code_in(Tariff.HS), reason=named.reason)
        await _check_line(code.tariff, code.code, on=clock.day_at(at))
        return await repository.save_proposal(product.id, code, reason=named.reason, by=by, at=at)


async def decide_code(
    proposal_id: int, to: CodeState, *, by: Reader, at: datetime, why: str = ""
) -> None:
    """Confirm, refuse or withdraw a code.

    One that is confirmed counts for everybody; after one that is refused or withdrawn the code
    before it counts again. The operator decides about any but confirms none of their own; a
    broker withdraws those of the firm. Raises `NoSuchCode`, `CodeCannotMove`, `OwnProposal`, to
    refuse and withdraw also `NoReason`, to confirm also what `propose_code` raises of a code.
    """
    if to is not CodeState.CONFIRMED:
        check_reason(why)
    async with transaction():
        found = await repository.lock_proposal(proposal_id)
        if not _may_decide(found, to, by=by):
            raise NoSuchCode
        state = found.decided(to, by_id=by.person_id)
        if to is CodeState.CONFIRMED:
            check_difference(found.code, found.hs, reason=found.reason or found.evidence)
            await _check_line(found.tariff, found.code, on=clock.day_at(at))
        await repository.save_decision(found, state, by_id=by.person_id, at=at, why=why.strip())


def _may_decide(found: CodeProposal, to: CodeState, *, by: Reader) -> bool:
    is_own = found.firm_id == by.company_id and to is CodeState.WITHDRAWN
    return by.role is Role.OPERATOR or (by.role is Role.BROKER and is_own)


async def _check_line(tariff: Tariff, code: str, *, on: date) -> None:
    """Check that the tariff in force on the day has the code, and lets the goods leave."""
    if tariff == Tariff.CHINA:
        line = await china.get_china_line(code, on)
        permit_requirements(code, line.supervision_letters)
    else:
        await editions.get_line(tariff, code, on=on)
