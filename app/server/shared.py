"""The context that every page shares: the reader, the languages, the basket."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from litestar.utils.scope.state import ScopeState
from markupsafe import Markup

from app.accounts.person import ROLE_NAMES, Reader
from app.accounts.session import Visit
from app.catalog import repository as catalog
from app.catalog.look import fingerprint, stylesheet
from app.catalog.mall import Mall
from app.countries.repository import list_buyers_now
from app.kit import i18n, once
from app.server.desks import desk_links
from app.shop import repository as shop
from app.shop.currency import currency_for
from app.web import visits
from app.web.requests import WebRequest

SharedContext = Callable[[WebRequest], Awaitable[dict[str, object]]]


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """The reader, as pages show them."""

    name: str
    role: str
    company: str
    email: str
    language: str
    is_confirmed: bool


def shared_context(version: str) -> SharedContext:
    """Return the function that makes the shared context; `version` is the front-end files'."""

    async def make(request: WebRequest) -> dict[str, object]:
        visit: Visit = request.scope["state"].get("visit") or Visit()
        return {
            **_language_context(request),
            **_form_context(request),
            **_asset_context(version),
            **_reader_context(visit, request.url.path),
            "notices": await visits.take_notices(visit),
            "basket_count": await shop.count_of(visit),
            **_mall_context(await catalog.list_malls(i18n.language()), request.url.path),
        }

    return make


def _language_context(request: WebRequest) -> dict[str, object]:
    tag = i18n.language()
    return {
        "language": tag,
        "html_lang": i18n.HTML_TAGS[tag],
        "languages": [
            (other, i18n.OWN_NAMES[other], _in_language(request, other)) for other in i18n.LANGUAGES
        ],
        "link": lambda path: path if _is_desk(path) else f"/{tag}{path}",
        "path": request.url.path,
        "here": f"{request.url.path}?{request.url.query}"
        if request.url.query
        else request.url.path,
    }


def _is_desk(path: str) -> bool:
    return path.startswith(("/office", "/warehouse", "/broker", "/seller"))


def _in_language(request: WebRequest, tag: str) -> str:
    """Return this page's address in another language."""
    path = request.url.path
    # As they were asked: Litestar's own multi_items gives them in no order.
    query = [(name, value) for name, value in request.query_params.items() if name != "language"]
    if _is_desk(path):
        return f"{path}?{urlencode([*query, ('language', tag)])}"
    _, _, rest = path.lstrip("/").partition("/")
    suffix = f"?{urlencode(query)}" if query else ""
    return f"/{tag}/{rest}{suffix}"


def _form_context(request: WebRequest) -> dict[str, object]:
    token = ScopeState.from_scope(request.scope).csrf_token or ""
    hidden = Markup(
        '<input type="hidden" name="_csrf_token" value="{}">'
        '<input type="hidden" name="_once" value="{}">'
    )
    return {
        "csrf_token": token,
        "csrf": hidden.format(token, once.new_key()),
        "nonce": request.scope["state"].get("nonce", ""),
    }


def _asset_context(version: str) -> dict[str, object]:
    root = f"/static/{version}"
    return {
        "asset": lambda name: f"{root}/{name}",
        "picture": lambda name: f"{root}/pictures/{name.replace(':', '/')}.svg",
    }


def _reader_context(visit: Visit, path: str) -> dict[str, object]:
    reader = visit.reader
    found: dict[str, object] = {
        "reader": _reader_view(reader),
        "currency": currency_for(visit, list_buyers_now()),
    }
    if reader is not None:
        found["desk_links"] = desk_links(reader.role, path)
    return found


def _reader_view(reader: Reader | None) -> ReaderContext | None:
    if reader is None:
        return None
    return ReaderContext(
        name=reader.name,
        role=i18n.translate(ROLE_NAMES[reader.role]),
        company=reader.company,
        email=reader.email,
        language=reader.language,
        is_confirmed=reader.is_confirmed,
    )


def _mall_context(malls: list[Mall], path: str) -> dict[str, object]:
    """Return (name, address, is_current, the HTML language of the name) of each, and their look."""
    tag = i18n.language()
    links = [
        (mall.name, href, href == path, i18n.mark_of(mall.language))
        for mall in malls
        for href in [f"/{tag}/malls/{mall.code}"]
    ]
    look = f"/{tag}/look/{fingerprint(stylesheet(malls))}.css" if malls else ""
    return {"mall_links": links, "look": look}
