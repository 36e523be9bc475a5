"""Exception handlers: one table from families of refusals to statuses, one page for all."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

from litestar import Litestar, Response
from litestar.exceptions import HTTPException, PermissionDeniedException
from litestar.types import Receive, Scope, Send

from app.accounts.person import SignInNeeded
from app.kit import clock, i18n
from app.kit.i18n import N_
from app.kit.once import SentAlready
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound, Refusal
from app.kit.texts import refusal_text
from app.kit.throttle import TooManyTries
from app.server.problems import is_program, problem
from app.web import visits
from app.web.rendering import render, see_other
from app.web.requests import AnyResponse, WebRequest

_log = logging.getLogger("keruen")

_STATUSES: Final[Sequence[tuple[type[Exception], int]]] = (
    (SignInNeeded, 401),
    (NotFound, 404),
    (TooManyTries, 429),
    (NotAllowed, 403),
    (Conflict, 409),
    (BadInput, 422),
)
_OTHERWISE: Final = 422
_UNKNOWN: Final = 401
_OURS: Final = 500

TITLES: Final = {
    401: N_("Please sign in"),
    403: N_("Not for you"),
    404: N_("Nothing here"),
    405: N_("Nothing here"),
    409: N_("Something has changed"),
    422: N_("This cannot be done as asked"),
    429: N_("Too many tries"),
    500: N_("Our mistake"),
    503: N_("Not ready yet"),
}

FORGED: Final = N_(
    "The form you sent was not one of ours, or it was too old. Nothing was changed."
    " Open the page again and send it once more."
)
LOST: Final = N_("There is no page at this address.")
SENT_ALREADY: Final = N_("This form was sent already: what it asks for was done once.")
_AT_ONCE: Final = timedelta(seconds=10)
"""A double click is shorter, and then the first notice is enough."""
_HTTP_SENTENCES: Final = {
    400: (
        N_("Something in the address cannot be read as it is, such as a number or a day."),
        "page.unreadable",
    ),
    413: (N_("What was sent is too large."), "form.too_large"),
}
OUR_MISTAKE: Final = N_("Something went wrong on our side. Nothing was changed. Please try again.")


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    sentence: str
    code: str


def status_of(refusal: Exception) -> int:
    """Return the HTTP status of a refusal's family."""
    for family, status in _STATUSES:
        if isinstance(refusal, family):
            return status
    return _OTHERWISE


class DeferredResponse(Response[str]):
    """A response still being made: Litestar calls exception handlers without awaiting them."""

    def __init__(self, answer: Awaitable[AnyResponse]) -> None:
        super().__init__("")
        self.answer = answer

    def to_asgi_response(  # type: ignore[override] # the response is only known later
        self,
        app: Litestar | None,
        request: WebRequest,
        **how: Any,  # noqa: ANN401 -- passed on as it came
    ) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
        """Return an ASGI application that awaits the response and sends it."""

        async def send_response(scope: Scope, receive: Receive, send: Send) -> None:
            answer = await self.answer
            await answer.to_asgi_response(app, request, **how)(scope, receive, send)

        return send_response


def deferred(
    answer: Callable[[WebRequest, Exception], Awaitable[AnyResponse]],
) -> Callable[[WebRequest, Exception], AnyResponse]:
    """Return an asynchronous exception handler as one that Litestar can call."""

    def respond(request: WebRequest, error: Exception) -> AnyResponse:
        return DeferredResponse(answer(request, error))

    return respond


async def answer_refusal(request: WebRequest, refusal: Exception) -> AnyResponse:
    """AnyResponse a refusal of the application or of customs rules."""
    if not isinstance(refusal, Refusal):
        raise refusal
    text = refusal_text(refusal)
    return await _show(request, _Answer(status_of(refusal), text, refusal.code))


async def answer_sent_already(request: WebRequest, sent: Exception) -> AnyResponse:
    """Redirect who submitted a form twice to where the first submission led."""
    if not isinstance(sent, SentAlready):
        raise sent
    text = i18n.translate(SENT_ALREADY)
    if not sent.answer:
        return await _show(request, _Answer(409, text, "form.sent_already"))
    if sent.at is not None and clock.now() - sent.at > _AT_ONCE:
        await visits.notify(request, "info", text)
    return see_other(sent.answer)


async def answer_http(request: WebRequest, error: Exception) -> AnyResponse:
    """AnyResponse an error of Litestar's: an unknown address, a forged form."""
    if not isinstance(error, HTTPException):
        raise error
    if isinstance(error, PermissionDeniedException):
        return await _show(request, _Answer(403, i18n.translate(FORGED), "form.forged"))
    if error.status_code >= _OURS:
        return await answer_fault(request, error)
    text, code = _HTTP_SENTENCES.get(error.status_code, (LOST, "page.not_found"))
    return await _show(request, _Answer(error.status_code, i18n.translate(text), code))


async def answer_fault(request: WebRequest, error: Exception) -> AnyResponse:
    """AnyResponse an unexpected error: log it, and show the reader no details."""
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return await _show(request, _Answer(500, i18n.translate(OUR_MISTAKE), "server.fault"))


async def _show(request: WebRequest, answer: _Answer) -> AnyResponse:
    title = i18n.translate(TITLES.get(answer.status, TITLES[_OTHERWISE]))
    if is_program(request):
        return problem(answer.status, code=answer.code, title=title, detail=answer.sentence)
    return await render(
        request,
        "errors/refusal.html",
        status=answer.status,
        title=title,
        sentence=answer.sentence,
        advice="",
        links=_links(request, answer.status),
    )


def _links(request: WebRequest, status: int) -> list[tuple[str, str]]:
    home = f"/{i18n.language()}/"
    links = [(i18n.translate(N_("To the shop")), home)]
    if status == _UNKNOWN:
        query = f"?{request.url.query}" if request.url.query else ""
        next_page = quote(f"{request.url.path}{query}", safe="/") if request.method == "GET" else ""
        links.insert(0, (i18n.translate(N_("Sign in")), f"{home}sign-in?next={next_page}"))
    return links
