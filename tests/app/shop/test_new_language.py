"""Adding a language never empties a shop: missing texts are shown in English."""

import json
import re

import pytest

from app.catalog.product import NotALanguage
from app.cli.printing.texts import list_missing
from app.cli.shipped import LISTS
from app.kit import i18n
from tests.app.shop.browser import Browser, text_of

TAG = "uz"


@pytest.fixture
def uzbek(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sixth language without any texts yet."""
    monkeypatch.setattr(i18n, "LANGUAGES", (*i18n.LANGUAGES, TAG))
    monkeypatch.setitem(i18n.HTML_TAGS, TAG, "uz")
    monkeypatch.setitem(i18n.OWN_NAMES, TAG, "O\u2018zbekcha")


@pytest.mark.usefixtures("uzbek")
async def test_a_new_language_sees_every_mall_and_every_product_in_english(
    browser: Browser,
) -> None:
    for path in ("", "malls/hub", "search?q=raisins"):
        english = await browser.get(f"/en/{path}")
        uzbek = await browser.get(f"/{TAG}/{path}")
        assert uzbek.status_code == 200
        assert links(uzbek.text, TAG) == links(english.text, "en") != set()
    page = await browser.get(f"/{TAG}/goods/raisins")
    assert page.status_code == 200
    assert '<html lang="uz"' in page.text
    assert re.search(r'<h1 lang="en">', page.text)
    front = await browser.get(f"/{TAG}/")
    assert re.search(r'<h3 lang="en"><a href="/uz/malls/hub">', front.text)
    assert "O\u2018zbekcha" in text_of(front)
    assert 'lang="en"><a href' not in (await browser.get("/en/")).text


def links(page: str, tag: str) -> set[str]:
    return set(re.findall(rf'href="/{tag}/((?:goods|malls)/[^"]+)"', page))


@pytest.mark.usefixtures("browser")
async def test_the_command_lists_what_lacks_in_a_language() -> None:
    lacking = [json.loads(e) for e in await list_missing(TAG, LISTS.values(), as_json=True)]
    found = {(each["kind"], each["code"], each["field"]) for each in lacking}
    assert ("mall", "hub", "name") in found
    assert ("deliveries", "fca-khorgos", "label") in found
    assert ("countries", "KZ", "crossings.0.label") in found
    assert any(each["kind"] == "product" for each in lacking)
    assert await list_missing("ru", LISTS.values(), as_json=False) == []
    with pytest.raises(NotALanguage):
        await list_missing("../", LISTS.values(), as_json=False)
