"""Adding a language never empties a shop: missing texts are shown in English."""

import json
import re

import pytest

from app.accounts.person import Role
from app.catalog.product import NotALanguage
from app.catalog.tables import ProductText
from app.cli.printing.texts import list_missing
from app.kit import i18n
from tests.app.shop.stall import save_reader
from tests.app.web.browser import Browser, page_text

TAG = "eo"


@pytest.fixture
def esperanto(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sixth language without any texts yet."""
    monkeypatch.setattr(i18n, "LANGUAGES", (*i18n.LANGUAGES, TAG))
    monkeypatch.setitem(i18n.HTML_TAGS, TAG, "eo")
    monkeypatch.setitem(i18n.OWN_NAMES, TAG, "Esperanto")


@pytest.mark.usefixtures("esperanto")
async def test_a_new_language_sees_every_mall_and_every_product_in_english(
    browser: Browser,
) -> None:
    for path in ("", "malls/hub", "search?q=raisins"):
        english = await browser.get(f"/en/{path}")
        esperanto = await browser.get(f"/{TAG}/{path}")
        assert esperanto.status_code == 200
        assert links(esperanto.text, TAG) == links(english.text, "en") != set()
    page = await browser.get(f"/{TAG}/goods/raisins")
    assert page.status_code == 200
    assert '<html lang="eo"' in page.text
    assert re.search(r'<h1 lang="en">', page.text)
    front = await browser.get(f"/{TAG}/")
    assert re.search(r'<h3 lang="en"><a href="/eo/malls/hub">', front.text)
    assert "Esperanto" in page_text(front)
    assert 'lang="en"><a href' not in (await browser.get("/en/")).text


def links(page: str, tag: str) -> set[str]:
    return set(re.findall(rf'href="/{tag}/((?:goods|malls)/[^"]+)"', page))


@pytest.mark.usefixtures("browser")
async def test_the_command_lists_what_lacks_in_a_language() -> None:
    lacking = [json.loads(e) for e in await list_missing(TAG, as_json=True)]
    found = {(each["kind"], each["code"], each["field"]) for each in lacking}
    assert ("mall", "hub", "name") in found
    assert ("deliveries", "fca-khorgos", "label") in found
    assert ("countries", "KZ", "crossings.0.label") in found
    assert any(each["kind"] == "product" for each in lacking)
    assert await list_missing("ru", as_json=False) == []
    with pytest.raises(NotALanguage):
        await list_missing("../", as_json=False)


@pytest.mark.usefixtures("esperanto")
async def test_operators_read_what_lacks_in_each_language_and_nobody_else_does(
    browser: Browser,
) -> None:
    await browser.sign_in(
        await save_reader("Operator of the words", role=Role.OPERATOR, country="CN")
    )
    page = page_text(await browser.get("/office/words?language=en"))
    assert "What readers see in English" in page
    assert "Esperanto" in page
    assert "hub name" in page
    assert "fca-khorgos label" in page
    assert "Русский Nothing lacks." in page
    assert "What lacks words" in page_text(await browser.get("/office/orders"))
    browser.client.cookies.clear()
    await browser.sign_in(
        await save_reader("Hand of the whole warehouse", role=Role.WAREHOUSE, country="CN")
    )
    assert (await browser.get("/office/words")).status_code == 403


async def test_a_good_without_kazakh_and_kyrgyz_texts_shows_english_ones_marked_so(
    browser: Browser,
) -> None:
    english = await browser.get("/en/goods/raisins")
    (name,) = re.findall(r"<h1>([^<]+)</h1>", english.text)
    await ProductText.delete().where(ProductText.language.is_in(["kk", "ky"]))
    for tag in ("kk", "ky"):
        page = await browser.get(f"/{tag}/goods/raisins")
        assert page.status_code == 200
        assert f'<h1 lang="en">{name}</h1>' in page.text
        lacking = [json.loads(line) for line in await list_missing(tag, as_json=True)]
        fields = [each["field"] for each in lacking if each["code"] == "RAISINS"]
        assert fields == ["description", "name"]
