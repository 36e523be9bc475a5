"""The whole application, put together."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import cast

from litestar import Litestar, Router, get
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.middleware import DefineMiddleware
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler
from servestatic import ServeStaticASGI

from app.accounts.person import SignIn
from app.accounts.session import Visit
from app.kit import assets, i18n
from app.kit.objects import Objects
from app.kit.once import SentAlready
from app.kit.refusal import Refusal
from app.kit.settings import Settings
from app.reference.current import opened
from app.server import health
from app.server.answers import (
    answer_fault,
    answer_http,
    answer_refusal,
    answer_sent_already,
    deferred,
)
from app.server.asgi import App, Message, Receive, Scope, Send
from app.server.closed import ClosedShopMiddleware
from app.server.form_guard import FormGuard
from app.server.headers import RequestCleaningMiddleware, csrf_check, is_visit_key
from app.server.middleware import (
    HeadMiddleware,
    LanguageMiddleware,
    ReferenceListMiddleware,
    SecurityHeadersMiddleware,
    VisitMiddleware,
    csrf_cookie,
    device_cookie,
    session_cookie,
)
from app.server.picture_files import PictureFiles
from app.server.shared import shared_context
from app.shop import actions as shop_actions
from app.web import account, broker, office, seller, storefront, warehouse
from app.web.guards import anyone

YEAR_S = 31536000


@get("/", guards=[anyone])
async def front() -> Redirect:
    """Redirect to the shop in the reader's language."""
    return Redirect(f"/{i18n.language()}/", status_code=302)


DESKS = (storefront, account, office, warehouse, broker, seller)
"""Every desk of `app.web`; each lists its routes."""


def routers() -> list[ControllerRouterHandler]:
    """List every route, desk by desk."""
    desks = [router for desk in DESKS for router in desk.ROUTERS]
    return [front, health.router, health.metrics_router, *desks]


Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def _lifespan(settings: Settings) -> Lifespan:
    @asynccontextmanager
    async def hold(_: Litestar) -> AsyncIterator[None]:
        async with opened(settings.database_url, name="keruen-web"):
            yield

    return hold


async def _signed_in(visit: Visit) -> None:
    """Run what other stations do when a reader has just signed in."""
    await shop_actions.adopt_basket(visit)


def create_litestar(
    settings: Settings, *, version: str, sign_ins: Sequence[SignIn] = ()
) -> Litestar:
    """Create the Litestar application; `version` is the front-end files'."""
    state = State(
        {
            "shared_context": shared_context(version),
            "signed_in": _signed_in,
            "answers": Counter(),
            "run": settings.run,
            "base_url": settings.base_url,
            "mail": bool(settings.mail),
            "secret": settings.secret,
            "sign_ins": sign_ins,
            "objects": Objects.opened(settings),
        }
    )
    return Litestar(
        route_handlers=[Router(path="/", route_handlers=routers(), include_in_schema=False)],
        lifespan=[_lifespan(settings)],
        state=state,
        middleware=[DefineMiddleware(FormGuard, config=_csrf(settings))],
        exception_handlers={
            SentAlready: deferred(answer_sent_already),
            Refusal: deferred(answer_refusal),
            HTTPException: deferred(answer_http),
            Exception: deferred(answer_fault),
        },
        openapi_config=OpenAPIConfig(
            title="Keruen", version="1", path="/api", render_plugins=[JsonRenderPlugin()]
        ),
        debug=False,
    )


def _csrf(settings: Settings) -> CSRFConfig:
    return CSRFConfig(
        secret=settings.secret,
        cookie_name=csrf_cookie(settings),
        cookie_secure=settings.secure,
        cookie_httponly=True,
        cookie_samesite="lax",
    )


def create_app(
    settings: Settings, *, sign_ins: Sequence[SignIn] = (), is_open: bool = False
) -> App:
    """Create the ASGI application: Litestar in its middleware, and the static files.

    `settings.database_url` must be set; the sign-in page shows `sign_ins`. Unless the shop is known
    to be open, a page says how to open it until it is.
    """
    version = assets.current_version(settings.assets)
    litestar = create_litestar(settings, version=version, sign_ins=sign_ins)
    counted = _counting(litestar)
    shop = counted if is_open else ClosedShopMiddleware(counted, version=version)
    served: App = ServeStaticASGI(
        PictureFiles(with_middleware(shop, settings), litestar.state.objects),
        root=str(settings.assets),
        prefix="static/",
        max_age=YEAR_S,
        autorefresh=False,
    )
    return served


def with_middleware(app: App, settings: Settings) -> App:
    """Wrap the application in what every page needs: visit, language, headers, HEAD."""
    ours = {
        session_cookie(settings): is_visit_key,
        device_cookie(settings): is_visit_key,
        csrf_cookie(settings): csrf_check(settings.secret),
    }
    tidied = RequestCleaningMiddleware(
        ReferenceListMiddleware(VisitMiddleware(LanguageMiddleware(app), settings)), ours
    )
    return SecurityHeadersMiddleware(HeadMiddleware(tidied), secure=settings.secure)


def _counting(litestar: Litestar) -> App:
    """Count answers by status, for /metrics."""
    answers: Counter[int] = litestar.state.answers
    inner = cast("App", litestar)  # Litestar calls the same dicts by names of its own

    async def counted(scope: Scope, receive: Receive, send: Send) -> None:
        async def count(message: Message) -> None:
            if message["type"] == "http.response.start":
                answers[message["status"]] += 1
            await send(message)

        await inner(scope, receive, count if scope["type"] == "http" else send)

    return counted
