"""The brokers' desk, in Russian and in Kyrgyz, and the text of the dossier's papers."""

import hashlib
import io
import json
import re
import zipfile

from pypdf import PdfReader

from tests.journeys.conftest import Street
from tests.journeys.walking import AIBEK, AINUR, BOX, RAISINS, TEAPOT, coming, frozen


async def test_each_broker_takes_the_dossier_of_the_own_clients_and_of_nobody_else(
    street: Street,
) -> None:
    order, load = await frozen(street.server, AINUR, {RAISINS: 100, BOX: 8})
    _, other_load = await frozen(street.server, AIBEK, {TEAPOT: 6})
    olga, nurgul = "olga@zhibek-broker.example", "nurgul@ala-too-broker.example"
    dossier = await the_broker_takes_the_dossier(street, olga, "ru", load=load, not_=other_load)
    await the_broker_names_a_code(street, olga, "ru", load=load, sku="TRP-RAISIN-GREEN")
    other = await the_broker_takes_the_dossier(street, nurgul, "ky", load=other_load, not_=load)
    await the_buyer_reads_the_same_papers(street, order, dossier)
    the_papers_say_what_was_sold_and_weighed(dossier, order, load)
    the_kyrgyz_papers_have_every_letter(other)


async def the_broker_takes_the_dossier(
    street: Street, email: str, language: str, *, load: str, not_: str
) -> bytes:
    """The loads of the own firm are there, and no others."""
    broker = await street.person(email, language)
    await broker.goes("/broker")
    assert await broker.page.locator(f"a[href$='/loads/{load}']").count() == 1
    assert await broker.page.locator(f"a[href$='/loads/{not_}']").count() == 0
    await broker.goes(f"/broker/loads/{not_}", status=404)
    await broker.goes(f"/broker/loads/{load}")
    return await broker.takes("a[href$='/dossier.zip']")


async def the_broker_names_a_code(
    street: Street, email: str, language: str, *, load: str, sku: str
) -> None:
    """It counts for the firm's clients at once, and not of another chapter."""
    broker = await street.person(email, language)
    await broker.goes(f"/broker/loads/{load}")
    form = f"form[action$='/loads/{load}/codes']"
    await broker.sends(form, status=422, sku=sku, code="4420901000", evidence="Decision 12-34")
    await broker.sends(form, sku=sku, code="0806209000", evidence="Decision 12-34")
    assert await broker.page.get_by_role("link", name="0806209000").count() == 1


async def the_buyer_reads_the_same_papers(street: Street, order: str, dossier: bytes) -> None:
    async with coming(street.server, (AINUR.email, "kk")) as buyer:
        page = await buyer.get(f"/kk/orders/{order}/papers")
        links = sorted(set(re.findall(r'href="([^"]*/papers/[^"]+)"', page.text)))
        assert len(links) == 3
        for path in links:
            answer = await buyer.client.get(path)
            with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
                assert answer.content == archive.read(path.rsplit("/", 1)[1])


def the_papers_say_what_was_sold_and_weighed(dossier: bytes, order: str, load: str) -> None:
    with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
        listed = json.loads(archive.read("manifest.json"))["papers"]
        assert [paper["name"] for paper in listed] == [
            f"{order}_declaration_v1.pdf",
            f"{order}_invoice_v1.pdf",
            f"{order}_packing_list_v1.pdf",
        ]
        bodies = [archive.read(paper["name"]) for paper in listed]
    for paper, body in zip(listed, bodies, strict=True):
        assert hashlib.sha256(body).hexdigest() == paper["sha256"]
        assert paper["version"] == 1
    declaration, invoice, packing = map(text_of, bodies)
    for words in (declaration, invoice, packing):
        assert order in words
    # 100 kg of raisins and 8 boxes of 650 g; ten cartons of 600 g and one of 900 g.
    assert "105.2" in declaration
    assert "112.1" in declaration
    assert "仅供核对用" in declaration
    assert "0806200000" in declaration
    assert load in invoice
    assert "105.200" in packing
    assert "112.100" in packing
    assert "Изюм" in invoice
    assert "葡萄干" in declaration
    assert "Қазақстан Республикасы" in invoice
    assert "Керуен көшесі" in invoice


def the_kyrgyz_papers_have_every_letter(dossier: bytes) -> None:
    """The buyer's address has letters that Russian does not have, and stands on the paper whole."""
    with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
        (name,) = [name for name in archive.namelist() if "invoice" in name]
        invoice = text_of(archive.read(name))
    assert "Кербен көчөсү" in invoice
    assert "KGS" in invoice


def text_of(body: bytes) -> str:
    """Return a paper's text, having checked that every font is embedded."""
    reader = PdfReader(io.BytesIO(body))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index] # pypdf's objects
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
    text = "".join(page.extract_text() for page in reader.pages)
    assert "\ufffd" not in text
    assert "\x00" not in text
    return re.sub(r"\s+", " ", text)
