"""The queue of proposed codes, the form of another, and the page of one."""

from typing import Annotated, Final

from litestar import Response, get, post
from litestar.params import QueryParameter
from litestar.response import Redirect

from app.catalog.actions import codes as actions
from app.catalog.code_proposal import CodeState, NewCode, OwnProposal
from app.catalog.product import NoSuchProduct, Tariff
from app.countries.repository import tariff_choices
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.tariff.china_line import UnknownCode
from app.tariff.edition import LineGone, UnknownLine
from app.web import visits
from app.web.guards import reader_of
from app.web.office.codes.forms import DecisionForm, ProposalForm
from app.web.office.codes.pages import read_code_page, read_codes_page
from app.web.presenters.codes import decision_view, proposal_view
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest

_DESK: Final = "/office/codes"
_SAID: Final = {
    CodeState.CONFIRMED: N_("The code is confirmed."),
    CodeState.REFUSED: N_("The code is refused."),
    CodeState.WITHDRAWN: N_("The code is taken back."),
}

After = Annotated[int, QueryParameter(ge=0, le=2**31 - 1)]


@get("/")
async def desk(request: WebRequest, after: After = 0) -> Response[str]:
    """List the codes that wait, and show the form of another."""
    return await _desk_page(request, forms.empty(ProposalForm), after=after)


@post("/")
async def propose(request: WebRequest) -> Response[str] | Redirect:
    """Propose a code."""
    form = forms.read(ProposalForm, await request.form())
    with form.submitting(NoSuchProduct, UnknownCode, UnknownLine, LineGone, beside="code"):
        number = await actions.propose_code(
            _named(form.data), by=reader_of(request), at=clock.now()
        )
        await visits.notify(
            request, "good", i18n.translate(N_("The code waits for a second person."))
        )
        return see_other(f"{_DESK}/{number}")
    return await _desk_page(request, form, after=0)


@get("/{proposal_id:int}")
async def code_page(request: WebRequest, proposal_id: RowId) -> Response[str]:
    """Show one code with its evidence and what was decided about it."""
    return await _code_page(request, proposal_id, forms.empty(DecisionForm))


@post("/{proposal_id:int}")
async def decide(request: WebRequest, proposal_id: RowId) -> Response[str] | Redirect:
    """Confirm, refuse or withdraw a code."""
    form = forms.read(DecisionForm, await request.form())
    with form.submitting(OwnProposal, UnknownCode, UnknownLine, LineGone, beside="verdict"):
        to = CodeState(form.data.verdict)
        await actions.decide_code(
            proposal_id, to, by=reader_of(request), at=clock.now(), why=form.data.why
        )
        await visits.notify(request, "good", i18n.translate(_SAID[to]))
        return see_other(_DESK)
    return await _code_page(request, proposal_id, form)


def _named(data: ProposalForm) -> NewCode:
    return NewCode(
        sku=data.sku,
        tariff=Tariff(data.tariff),
        code=data.code,
        evidence=data.evidence,
        reason=data.reason,
    )


async def _desk_page(
    request: WebRequest, form: forms.Form[ProposalForm], *, after: int
) -> Response[str]:
    country = reader_of(request).country
    shown = await read_codes_page(after=after)
    return await render(
        request,
        "office/codes/codes.html",
        status=form.status,
        form=form,
        tariffs=tariff_choices(),
        waiting=[proposal_view(each, country) for each in shown.waiting],
        decided=[proposal_view(each, country) for each in shown.decided],
        next_page=f"{_DESK}?after={shown.after}" if shown.after else "",
    )


async def _code_page(
    request: WebRequest, proposal_id: int, form: forms.Form[DecisionForm]
) -> Response[str]:
    reader = reader_of(request)
    shown = await read_code_page(proposal_id)
    return await render(
        request,
        "office/codes/code.html",
        status=form.status,
        form=form,
        code=proposal_view(shown.code, reader.country),
        is_own=shown.code.proposer_id == reader.person_id,
        steps=[decision_view(each, reader.country) for each in shown.decisions],
    )


HANDLERS = (desk, propose, code_page, decide)
