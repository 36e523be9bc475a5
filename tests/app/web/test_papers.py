"""Papers on the pages of their readers: failures are shown, a file has its own media type."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from app.accounts.person import Reader
from app.declarations.due import Audience
from app.documents import repository
from app.documents.actions import issue_due_papers
from app.documents.kind import Issue
from app.documents.kinds import KINDS
from app.documents.kinds.packing_list import NetOverGross
from app.documents.printer import Printer
from app.kit import clock
from tests.app.documents.test_kinds import ASKED, CERTIFICATE, ISSUED_AT, frozen
from tests.app.orders.market import Market
from tests.app.web.browser import browsing

pytestmark = pytest.mark.usefixtures("first_kinds")

LOAD, _ = ASKED
DRAFT = "K-2026-000001_single_window_v1.xml"
INVOICE = "K-2026-000001_invoice_v1.pdf"
HOMES = {
    "declarant": f"/office/loads/{LOAD}/papers",
    "broker": f"/broker/loads/{LOAD}/papers",
    "kazakh": "/en/orders/K-2026-000001/papers",
    "rival": "/en/orders/K-2026-000001/papers",
}
_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')


@asynccontextmanager
async def visiting(reader: Reader) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a client of the whole application with the reader's visit."""
    async with browsing() as browser:
        await browser.sign_in(reader)
        yield browser.client


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(
    "asked",
    [
        ("declarant", INVOICE, 200),
        ("declarant", DRAFT, 200),
        ("broker", INVOICE, 200),
        ("broker", DRAFT, 404),
        ("kazakh", INVOICE, 200),
        ("kazakh", DRAFT, 404),
        ("rival", INVOICE, 404),
    ],
)
async def test_a_paper_is_given_to_its_audience_with_its_own_media_type(
    market: Market, dry: Printer, asked: tuple[str, str, int]
) -> None:
    who, name, status = asked
    await frozen(market)
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    async with visiting(getattr(market, who)) as client:
        answer = await client.get(f"{HOMES[who]}/{name}")
    assert answer.status_code == status
    if status == 200:
        found = await repository.get_paper([1], name, audience=Audience.DECLARANT)
        kind = "application/xml" if name == DRAFT else "application/pdf"
        assert answer.headers["content-type"].split(";")[0] == kind
        assert f'filename="{name}"' in answer.headers["content-disposition"]
        assert answer.content == found.body


@pytest.mark.usefixtures("unprinted")
async def test_a_paper_that_failed_has_a_face_and_a_button_that_lets_it_be_tried(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Issue) -> bytes:
        raise NetOverGross(carton="C-7", gross="1.500", net="1.600")

    await frozen(market)
    with monkeypatch.context() as broken:
        broken.setitem(KINDS, "invoice", replace(KINDS["invoice"], make=refuse))
        await issue_due_papers(printer=dry, at=clock.now() + timedelta(hours=1))
    async with visiting(market.declarant) as client:
        shown = (await client.get(f"/office/loads/{LOAD}")).text
        assert "Carton C-7 weighs 1.500 kg and holds 1.600 kg." in shown
        assert "The papers are being made" not in shown
        token = _TOKEN.search(shown)
        assert token is not None
        answer = await client.post(
            f"/office/loads/{LOAD}/papers",
            data={"_csrf_token": token[1], "declaration": ASKED[1], "kind": "invoice"},
        )
        assert (answer.status_code, answer.headers["location"]) == (303, f"/office/loads/{LOAD}")
        assert await issue_due_papers(printer=dry, at=clock.now()) == 1
        assert "Carton C-7" not in (await client.get(f"/office/loads/{LOAD}")).text


@pytest.mark.usefixtures("unprinted")
async def test_a_kind_newer_than_the_freeze_is_offered_to_the_declarant(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await frozen(market)
    await issue_due_papers(printer=dry, at=ISSUED_AT)
    newer = replace(CERTIFICATE, code="another")
    monkeypatch.setitem(KINDS, newer.code, newer)
    async with visiting(market.declarant) as client:
        shown = (await client.get(f"/office/loads/{LOAD}")).text
    assert "Make also: Certificate of a test" in shown
    assert "The papers are being made" not in shown


@pytest.mark.usefixtures("unprinted")
async def test_a_paper_of_a_kind_that_is_gone_is_shown_with_its_label(
    market: Market, dry: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as once:
        once.setitem(KINDS, CERTIFICATE.code, CERTIFICATE)
        await frozen(market)
        await issue_due_papers(printer=dry, at=ISSUED_AT)
    async with visiting(market.kazakh) as client:
        shown = (await client.get(HOMES["kazakh"])).text
        assert "Certificate of a test" in shown
        answer = await client.get(f"{HOMES['kazakh']}/K-2026-000001_certificate_v1.json")
    assert answer.json() == {"order": "K-2026-000001"}
