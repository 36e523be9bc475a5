"""Letters that wait or were sent, for the operator."""

from datetime import datetime
from typing import Annotated, Final
from urllib.parse import urlencode

from litestar import Response, Router, get, post
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect

from app.kit import clock, letters
from app.kit.formats import instant
from app.kit.i18n import N_, say, translate
from app.kit.letters import ListedLetter
from app.web.guards import only_operators
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_LETTERS: Final = "/office/letters"
_A_PAGE: Final = 50
_LetterId = Annotated[int | None, QueryParameter(ge=1, le=2_147_483_647)]


@get("/")
async def letters_page(
    request: WebRequest, before: _LetterId = None, waiting: FromQuery[str] = ""
) -> Response[str]:
    """List letters, the latest first; their texts stay with their readers."""
    found = await letters.list_letters(before=before, most=_A_PAGE + 1, only_waiting=bool(waiting))
    shown, has_older = found[:_A_PAGE], len(found) > _A_PAGE
    query = {"before": shown[-1].id, **({"waiting": "yes"} if waiting else {})} if shown else {}
    return await render(
        request,
        "office/letters/letters.html",
        letters=[_cells(each) for each in shown],
        older=f"{_LETTERS}?{urlencode(query)}" if has_older else "",
        only_waiting=bool(waiting),
        has_server=request.app.state.mail,
    )


@post("/tries")
async def try_again() -> Redirect:
    """Make every waiting letter due at once."""
    await letters.try_again(at=clock.now())
    return see_other(f"{_LETTERS}?waiting=yes")


def _cells(letter: ListedLetter) -> tuple[str, str, str, str]:
    """Return to whom, about what, when it was written, and what became of it."""
    return letter.to, letter.subject, _when(letter.written_at), _state(letter)


def _state(letter: ListedLetter) -> str:
    if letter.sent_at is not None:
        return say(N_("Sent %(when)s"), {"when": _when(letter.sent_at)})
    if not letter.trouble:
        return translate("Waits")
    fields = {"trouble": letter.trouble, "tries": letter.tries, "when": _when(letter.next_try_at)}
    return say(N_("%(trouble)s (tries: %(tries)s, next %(when)s)"), fields)


def _when(value: datetime) -> str:
    return instant(value, clock.WAREHOUSE_ZONE)


router = Router(path=_LETTERS, guards=[only_operators], route_handlers=[letters_page, try_again])
