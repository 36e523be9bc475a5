"""What readers of each language are shown in English, for the operator."""

from litestar import Response, Router, get

from app.catalog.repository.texts import MissingText, list_lacking
from app.kit import i18n
from app.web.guards import only_operators
from app.web.rendering import render
from app.web.requests import WebRequest


@get("/")
async def lacking_words(request: WebRequest) -> Response[str]:
    """List by language the texts that lack in it; English is always there."""
    lacking = [await _lacking(tag) for tag in i18n.LANGUAGES if tag != "en"]
    return await render(request, "office/words/words.html", lacking=lacking)


async def _lacking(tag: str) -> tuple[str, str, list[MissingText]]:
    """Return a language's name for itself, its tag in HTML, and what lacks in it."""
    return i18n.OWN_NAMES[tag], i18n.HTML_TAGS[tag], await list_lacking(tag)


router = Router(path="/office/words", guards=[only_operators], route_handlers=[lacking_words])
