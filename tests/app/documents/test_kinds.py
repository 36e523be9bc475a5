"""Papers have a life: what a freeze makes due stays due, whatever kinds the code has later."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import asyncpg
import pytest

from app.brokers import actions as brokers
from app.brokers.actions import DossierNotReady
from app.declarations import repository as declarations
from app.declarations.actions import freezing
from app.declarations.due import Audience, DuePaper, Format
from app.declarations.repository.due import list_due
from app.declarations.snapshot import SCHEMA
from app.declarations.tables import DuePaper as DueRow
from app.documents import repository
from app.documents.actions import ask_for_paper, issue_due_papers
from app.documents.issuing import KindGone, kinds_to_ask_for, papers_due
from app.documents.kind import TRADE, Issue, OlderSnapshot, PaperKind
from app.documents.kinds import KINDS
from app.documents.printer import Printer
from app.documents.repository import NoSuchPaper
from app.documents.trouble import LONGEST_PAUSE, pause_after
from app.kit.db import transaction
from app.kit.settings import ROOT
from app.orders import repository as orders
from tests.app.declarations.aboard import CONSIGNMENT, LOAD
from tests.app.documents.conftest import TRADE_PAPERS
from tests.app.documents.consignments import issue_of
from tests.app.orders.market import Market, place, requested_terms
from tests.app.warehouse.walk import LATER, loaded, pack_all, packed, pick_all

pytestmark = pytest.mark.usefixtures("first_kinds")

FROZEN_AT = LATER + timedelta(hours=1)
ISSUED_AT = LATER + timedelta(hours=2)
ASKED: Final = ("L-2026-000001", "KR2026112300000001")


def certificate(issue: Issue) -> bytes:
    return f'{{"order": "{issue.consignment.order_number}"}}'.encode()


CERTIFICATE = PaperKind(
    code="certificate",
    label="Certificate of a test",
    format=Format.JSON,
    audience=TRADE,
    since=date(2026, 1, 1),
    make=certificate,
)


async def frozen(market: Market) -> str:
    """A frozen load with one order, which names the broker's firm."""
    terms = replace(requested_terms(market.kazakh), broker_id=market.broker.company_id)
    order = await place(market.kazakh, (market.raisins, 20), terms=terms)
    async with transaction():
        await orders.save_state(
            order.paid(), was=order.state, at=LATER, by_id=market.operator.person_id
        )
    await pick_all(market, order.number)
    await pack_all(market, order.number)
    load = await loaded(market, order.number)
    await freezing.freeze_load(load.number, by=market.declarant, at=FROZEN_AT, due=papers_due)
    return load.number


async def due_kinds(declaration: int = 1) -> list[str]:
    return [each.kind for each in await list_due([declaration])]


async def seen(audience: Audience, declarations: Sequence[int] = (1,)) -> list[str]:
    found = await repository.papers_of(declarations, audience=audience)
    return sorted(each.kind for each in found)


async def test_a_freeze_records_what_is_due_in_the_order_of_the_registry(market: Market) -> None:
    await frozen(market)
    found = await list_due([1])
    assert [each.kind for each in found] == list(KINDS)
    assert {(each.version, each.recorded_at) for each in found} == {(1, FROZEN_AT)}
    assert [KINDS[each.kind].due() for each in found] == [
        DuePaper(each.kind, each.label, each.format, each.audience, each.required) for each in found
    ]


async def test_a_load_that_is_not_frozen_is_due_nothing(market: Market) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await loaded(market, order.number)

    def refuse(*_: object) -> list[DuePaper]:
        raise OlderSnapshot(paper="Invoice", load=load.number, schema=1, needed=2)

    with pytest.raises(OlderSnapshot):
        await freezing.freeze_load(load.number, by=market.declarant, at=FROZEN_AT, due=refuse)
    assert await DueRow.count() == 0
    assert await declarations.latest_declarations(load.number) == []


async def test_what_was_recorded_as_due_never_changes(market: Market) -> None:
    await frozen(market)
    before = await list_due([1])
    with pytest.raises(asyncpg.PostgresError):
        await DueRow.update({DueRow.required: False}, force=True)
    with pytest.raises(asyncpg.PostgresError):
        await DueRow.delete(force=True)
    assert await list_due([1]) == before


@pytest.mark.usefixtures("unprinted")
async def test_a_fourth_kind_makes_no_frozen_dossier_unready(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = await frozen(market)
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 4
    before = await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT)
    monkeypatch.setitem(KINDS, CERTIFICATE.code, CERTIFICATE)
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 0
    assert await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT) == before
    assert "certificate" not in await due_kinds()


@pytest.mark.usefixtures("unprinted")
async def test_a_load_frozen_again_is_due_the_kinds_of_its_own_freeze_and_version(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = await frozen(market)
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    await freezing.reopen_load(load, by=market.declarant, at=ISSUED_AT, why="A wrong plate")
    monkeypatch.setitem(KINDS, CERTIFICATE.code, CERTIFICATE)
    await freezing.freeze_load(load, by=market.declarant, at=ISSUED_AT, due=papers_due)
    assert (await due_kinds(1), await due_kinds(2)) == (
        [*TRADE_PAPERS, "single_window"],
        [*TRADE_PAPERS, "single_window", "certificate"],
    )
    with pytest.raises(DossierNotReady):
        await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT)
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 5
    second = await repository.papers_of([2], audience=Audience.BROKER)
    assert [each.file_name for each in second] == [
        "K-2026-000001_certificate_v2.json",
        "K-2026-000001_declaration_v2.pdf",
        "K-2026-000001_invoice_v2.pdf",
        "K-2026-000001_packing_list_v2.pdf",
    ]
    assert {each.version for each in await list_due([2])} == {2}
    assert await seen(Audience.BROKER, [1]) == TRADE_PAPERS


@pytest.mark.usefixtures("unprinted")
async def test_a_paper_whose_kind_is_gone_is_still_there_with_its_label(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as once:
        once.setitem(KINDS, CERTIFICATE.code, CERTIFICATE)
        load = await frozen(market)
        await issue_due_papers(printer=dry, at=ISSUED_AT)
    name = "K-2026-000001_certificate_v1.json"
    found = await repository.get_paper([1], name, audience=Audience.BUYER)
    assert (found.label, found.format, found.body) == (
        "Certificate of a test",
        Format.JSON,
        b'{"order": "K-2026-000001"}',
    )
    assert await seen(Audience.BROKER) == ["certificate", *TRADE_PAPERS]
    assert await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT)


@pytest.mark.usefixtures("unprinted")
async def test_a_due_paper_whose_kind_is_gone_is_reported_and_stops_no_other(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as once:
        once.setitem(KINDS, CERTIFICATE.code, CERTIFICATE)
        await frozen(market)
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 4
    (held,) = await repository.lacking_papers([1], audience=Audience.BROKER)
    assert held.trouble is not None
    assert (held.due.kind, held.trouble.sentence) == ("certificate", KindGone.sentence)


@pytest.mark.usefixtures("unprinted")
async def test_a_paper_is_seen_by_its_audience_alone(market: Market, dry: Printer) -> None:
    await frozen(market)
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    assert await seen(Audience.DECLARANT) == [*TRADE_PAPERS, "single_window"]
    name = "K-2026-000001_single_window_v1.xml"
    mine = await repository.get_paper([1], name, audience=Audience.DECLARANT)
    assert mine.format.media_type == "application/xml"
    for other in (Audience.BUYER, Audience.BROKER):
        assert await seen(other) == TRADE_PAPERS
        with pytest.raises(NoSuchPaper):
            await repository.get_paper([1], name, audience=other)


@pytest.mark.usefixtures("unprinted")
async def test_a_dossier_waits_for_no_paper_that_is_not_required_nor_for_another_audience(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Issue) -> bytes:
        raise KindGone

    wish = replace(CERTIFICATE, required=False, make=refuse)
    monkeypatch.setitem(KINDS, "certificate", wish)
    monkeypatch.setitem(KINDS, "single_window", replace(KINDS["single_window"], make=refuse))
    load = await frozen(market)
    with pytest.raises(DossierNotReady):
        await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT)
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 3
    assert await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT)


def test_a_kind_is_due_from_its_day_on_and_for_the_orders_it_applies_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def due(kind: PaperKind) -> bool:
        monkeypatch.setitem(KINDS, kind.code, kind)
        return kind.code in [each.kind for each in papers_due(LOAD, CONSIGNMENT)]

    frozen_on = date(2026, 11, 24)
    assert due(replace(CERTIFICATE, since=frozen_on))
    assert not due(replace(CERTIFICATE, since=frozen_on + timedelta(days=1)))
    assert not due(replace(CERTIFICATE, applies_to=lambda each: each.currency == "CNY"))


def test_a_kind_refuses_by_name_a_load_frozen_without_the_facts_it_needs() -> None:
    newer = replace(CERTIFICATE, needs_schema=2)
    with pytest.raises(OlderSnapshot) as caught:
        newer.made(issue_of())
    assert caught.value.fields == {
        "paper": "Certificate of a test",
        "load": "L-2026-000001",
        "schema": 1,
        "needed": 2,
    }
    second = issue_of(load=replace(LOAD, schema=2))
    assert newer.made(second) == certificate(second)


def test_the_pause_doubles_up_to_a_longest_one() -> None:
    minutes = [pause_after(attempts) // timedelta(minutes=1) for attempts in (1, 2, 3, 9)]
    assert minutes == [1, 2, 4, 256]
    assert pause_after(10) == pause_after(30_000) == LONGEST_PAUSE


@pytest.mark.usefixtures("unprinted")
async def test_the_declarant_lets_a_paper_that_failed_be_tried_at_once(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Issue) -> bytes:
        raise KindGone

    with monkeypatch.context() as broken:
        broken.setitem(KINDS, "invoice", replace(KINDS["invoice"], make=refuse))
        await frozen(market)
        await issue_due_papers(printer=dry, at=ISSUED_AT)
    soon = ISSUED_AT + timedelta(seconds=5)
    assert await issue_due_papers(printer=dry, at=soon) == 0
    await ask_for_paper(*ASKED, "invoice", at=soon)
    assert await issue_due_papers(printer=dry, at=soon) == 1
    assert await seen(Audience.BUYER) == TRADE_PAPERS


@pytest.mark.usefixtures("unprinted")
async def test_a_kind_newer_than_the_freeze_can_be_asked_for_and_holds_up_no_dossier(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = await frozen(market)
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    monkeypatch.setitem(KINDS, CERTIFICATE.code, CERTIFICATE)
    issue = issue_of()
    assert kinds_to_ask_for(issue, await due_kinds()) == [CERTIFICATE]
    await ask_for_paper(*ASKED, "certificate", at=ISSUED_AT)
    late = (await list_due([1]))[-1]
    assert (late.kind, late.required, late.version) == ("certificate", False, 1)
    assert kinds_to_ask_for(issue, await due_kinds()) == []
    assert await brokers.take_dossier(load, reader=market.broker, at=ISSUED_AT)
    assert await issue_due_papers(printer=dry, at=ISSUED_AT) == 1
    assert await seen(Audience.BUYER) == ["certificate", *TRADE_PAPERS]


@pytest.mark.parametrize(
    ("kind", "which", "refusal"),
    [
        (replace(CERTIFICATE, needs_schema=SCHEMA + 1), ASKED, OlderSnapshot),
        (replace(CERTIFICATE, applies_to=lambda _: False), ASKED, NoSuchPaper),
        (CERTIFICATE, ("L-2026-000001", "KR2026112300000009"), NoSuchPaper),
        (CERTIFICATE, ("L-2026-000009", "KR2026112300000001"), NoSuchPaper),
        (replace(CERTIFICATE, code="another"), ASKED, KindGone),
    ],
    ids=["older snapshot", "no use", "not aboard", "another load", "no such kind"],
)
async def test_a_paper_that_cannot_be_asked_for_is_not_recorded(
    market: Market,
    kind: PaperKind,
    which: tuple[str, str],
    refusal: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await frozen(market)
    monkeypatch.setitem(KINDS, kind.code, kind)
    before = await list_due([1])
    with pytest.raises(refusal):
        await ask_for_paper(*which, "certificate", at=ISSUED_AT)
    assert await list_due([1]) == before


def test_every_kind_that_is_printed_has_its_template_and_a_code_that_a_row_can_hold() -> None:
    assert all(code == kind.code and len(code) <= 24 for code, kind in KINDS.items())
    printed = [code for code, kind in KINDS.items() if kind.format is Format.PDF]
    assert printed == TRADE_PAPERS
    assert all((ROOT / "templates/documents" / f"{code}.html").exists() for code in printed)


@pytest.mark.parametrize("format_", Format)
def test_every_format_has_a_media_type(format_: Format) -> None:
    assert format_.media_type.startswith("application/")
