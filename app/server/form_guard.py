"""The middleware of submitted forms: readable, not forged, done once."""

from collections.abc import Mapping
from typing import Final

from litestar.datastructures import UploadFile
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.middleware.csrf import CSRFMiddleware
from litestar.types import Message, Receive, Scope, Send

from app.kit import clock, once
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.web.requests import WebRequest

_SEE_OTHER: Final = 303


class FormUnreadable(BadInput):
    """The body of a form is not what its headers say."""

    code = "server.form_unreadable"
    sentence = N_(
        "The form could not be read: it is cut off, or written in letters other than UTF-8."
        " Nothing was changed. Open the page again and send it once more."
    )


class FormGuard(CSRFMiddleware):
    """Litestar's CSRF check, with the form read first and its submission set.

    Litestar's own reading ends in a server error when a part names an unknown charset, is not in
    the charset it names, or when the token comes as a file.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; raises `FormUnreadable`."""
        if scope["type"] != ScopeType.HTTP or scope["method"] in self.config.safe_methods:
            await super().__call__(scope, receive, send)
            return
        form = await _read_form(scope["litestar_app"].request_class(scope=scope, receive=receive))
        with once.submitting(_submission(scope, form)):
            await super().__call__(scope, receive, _keeping_answer(send))


def _submission(scope: Scope, form: Mapping[str, object]) -> once.Submission | None:
    reader = scope["state"]["visit"].reader
    sender = str(reader.person_id) if reader else ""
    return once.submission_of(scope["path"], form, sender=sender, at=clock.now())


def _keeping_answer(send: Send) -> Send:
    """Return a `send` that saves where a form led before it answers."""

    async def keeping(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == _SEE_OTHER:
            await once.save_answer(dict(message["headers"])[b"location"].decode("latin-1"))
        await send(message)

    return keeping


async def _read_form(request: WebRequest) -> Mapping[str, object]:
    """Read the form; Litestar keeps it with the request.

    Raises `FormUnreadable`; a body larger than its page takes goes on as Litestar's own 413.
    """
    try:
        form = await request.form()
    except RequestEntityTooLarge:
        raise
    except (HTTPException, LookupError, ValueError) as trouble:
        raise FormUnreadable from trouble
    token = form.get("_csrf_token", "")
    if isinstance(token, UploadFile):
        await token.close()
        raise FormUnreadable
    return form
