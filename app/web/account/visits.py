"""Where a person is signed in: each visit with its device, ended one by one or all others."""

from litestar import Response, Router, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.repository import devices
from app.kit import clock, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.account.visits_presenter import visit_view
from app.web.guards import in_our_language, only_signed_in, reader_of, visit_of
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_ENDED = N_("The visit is ended.")
_OTHERS_ENDED = N_("Every other visit is ended.")


@get("/")
async def own_visits(request: WebRequest) -> Response[str]:
    """List the reader's visits, this one first."""
    reader = reader_of(request)
    found = await devices.list_own_visits(reader.person_id, visit_of(request).key, at=clock.now())
    return await render(
        request,
        "account/visits.html",
        visits=[visit_view(each, country=reader.country) for each in found],
    )


@post("/{visit_id:int}/end")
async def end_visit(request: WebRequest, visit_id: FromPath[int]) -> Redirect:
    """End one visit."""
    await actions.end_visit(visit_id, by=reader_of(request))
    await visits.notify(request, "good", i18n.translate(_ENDED))
    return see_other(_here())


@post("/end-others")
async def end_other_visits(request: WebRequest) -> Redirect:
    """End every visit but this one."""
    await actions.end_other_visits(visit_of(request).key, by=reader_of(request))
    await visits.notify(request, "good", i18n.translate(_OTHERS_ENDED))
    return see_other(_here())


def _here() -> str:
    return f"/{i18n.language()}/account/visits"


router = Router(
    path="/{language:str}/account/visits",
    guards=[in_our_language, only_signed_in],
    route_handlers=[own_visits, end_visit, end_other_visits],
)
