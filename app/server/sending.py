"""What stands between a form that was sent and the handler that takes it."""

from typing import Any

from litestar import Request
from litestar.exceptions import HTTPException
from litestar.middleware.csrf import CSRFMiddleware

from app.kit.refusal import BadInput
from app.kit.words import N_


class FormUnreadable(BadInput):
    """The body of a form is not what its head says it is."""

    sentence = N_(
        "The form could not be read: it is cut off, or written in letters other than UTF-8."
        " Nothing was changed. Open the page again and send it once more."
    )


class FormGuard(CSRFMiddleware):
    """Litestar's guard of forms, after a form that can be read at all.

    Its own reading ends in a fault of ours when a part names an unknown charset, is not in the
    charset it names, or when the token comes as a file.
    """

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- plain ASGI
        """Answer one request; raises `FormUnreadable`."""
        if scope["type"] == "http" and scope["method"] not in self.config.safe_methods:
            await _read_form(scope["litestar_app"].request_class(scope=scope, receive=receive))
        await super().__call__(scope, receive, send)


async def _read_form(request: Request[Any, Any, Any]) -> None:
    """Read the form once; what was read is kept with the request."""
    try:
        form = await request.form()
    except (HTTPException, LookupError, ValueError) as trouble:
        raise FormUnreadable from trouble
    if not isinstance(form.get("_csrf_token", ""), str):
        raise FormUnreadable
