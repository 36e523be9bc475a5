"""Writing goods down, submitting them, and listing them or sending them back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.accounts import repository as accounts
from app.accounts.person import Reader
from app.catalog import actions as catalog
from app.catalog import repository as malls
from app.catalog.product import Tariff
from app.catalog.repository import owned
from app.kit import once
from app.kit.clock import day_at
from app.kit.db import transaction
from app.kit.i18n import N_, say, speaking, text_of
from app.kit.letters import Letter, write_letter
from app.listings import repository
from app.listings.draft import LISTING_STATES, ListingState, ProductDraft, readiness
from app.listings.facts import answers_of, facts_of
from app.tariff.repository import china as tariff

_SUBJECT: Final = N_("Keruen sends your listing back: %(name)s")
_BODY: Final = N_(
    "%(person)s,\n\nthe office has sent %(name)s back. Its reason:\n\n%(why)s\n\n"
    "Put it right at /seller/listings/%(id)s and submit it again."
)


async def begin_draft(*, by: Reader, at: datetime) -> int:
    """Begin a draft of the reader's company and return its id."""
    async with transaction():
        await once.claim()
        return await repository.save_new_draft({}, by=by, at=at)


async def copy_product(sku: str, *, by: Reader, at: datetime) -> int:
    """Begin a draft with the facts of the reader's product; return its id.

    Raises `NoSuchProduct`.
    """
    async with transaction():
        await once.claim()
        product = await owned.get_own(sku, seller_id=by.company_id)
        names = await element_names(product.code_in(Tariff.CHINA), at=at)
        answers = answers_of(product, element_names=names)
        return await repository.save_new_draft(answers, by=by, at=at)


async def save_step(
    draft_id: int, answers: Mapping[str, str], *, version: int, by: Reader, at: datetime
) -> None:
    """Save the answers of a step.

    Raises `NoSuchListing`, `ListingCannotMove` or `ListingChanged`, and of a code `UnknownCode`.
    """
    async with transaction():
        draft = await repository.lock_draft_for(by, draft_id)
        draft.check_editable()
        draft.check_version(version, answers)
        if "china_code" in answers:
            await tariff.get_china_line(answers["china_code"], day_at(at))
        await repository.save_answers(draft, answers, by_id=by.person_id, at=at)


async def submit_draft(draft_id: int, *, by: Reader, at: datetime) -> None:
    """Give a draft to the office; raises `NoSuchListing`, `ListingCannotMove` or `ListingLacks`."""
    async with transaction():
        draft = await repository.lock_draft_for(by, draft_id)
        LISTING_STATES.move(draft.state, ListingState.SUBMITTED)
        readiness(draft, await element_names(draft.answer("china_code"), at=at)).check()
        await repository.save_state(draft, to=ListingState.SUBMITTED, by_id=by.person_id, at=at)


async def send_back(draft_id: int, *, why: str, by: Reader, at: datetime) -> None:
    """Send a draft back with the reason, and write to the company's people.

    Raises `NoSuchListing` or `ListingCannotMove`.
    """
    async with transaction():
        draft = await repository.lock_draft_for(by, draft_id)
        LISTING_STATES.move(draft.state, ListingState.RETURNED)
        await repository.save_state(
            draft, to=ListingState.RETURNED, by_id=by.person_id, at=at, why=why
        )
        for reader in await accounts.list_people_of(draft.seller_id):
            await write_letter(_letter(draft, reader, why=why), at=at)


async def list_draft(draft_id: int, words: Mapping[str, str], *, by: Reader, at: datetime) -> str:
    """List a draft as a product, with the words that the office wrote; return its address.

    Raises `NoSuchListing`, `ListingCannotMove`, `ListingLacks`, and what `enter_product` raises.
    """
    async with transaction():
        draft = await repository.lock_draft_for(by, draft_id)
        LISTING_STATES.move(draft.state, ListingState.LISTED)
        await repository.save_answers(draft, words, by_id=by.person_id, at=at)
        draft = await repository.get_draft_for(by, draft_id)
        names = await element_names(draft.answer("china_code"), at=at)
        readiness(draft, names, is_translated=True).check()
        mall = await malls.get_mall(draft.answer("mall"), "en")
        seller = await accounts.get_company(draft.seller_id)
        facts = facts_of(draft, element_names=names, mall=mall)
        product = await catalog.enter_product(facts, seller=seller.slug, at=at)
        await repository.save_state(draft, to=ListingState.LISTED, by_id=by.person_id, at=at)
        await repository.save_product_of(draft.id, product.id)
    return product.slug


async def element_names(china_code: str, *, at: datetime) -> tuple[str, ...]:
    """Return the elements that a code asks for, in their order; none for an unknown code."""
    lines = await tariff.find_china_lines([china_code], on=day_at(at))
    return lines[china_code].element_names if china_code in lines else ()


def _letter(draft: ProductDraft, reader: Reader, *, why: str) -> Letter:
    names = {"en": draft.answer("name_zh"), **draft.names}
    with speaking(reader.language):
        fields = {"person": reader.name, "name": text_of(names), "why": why, "id": draft.id}
        return Letter(to=reader.email, subject=say(_SUBJECT, fields), body=say(_BODY, fields))
