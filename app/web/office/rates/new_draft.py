"""Drafting new terms for a currency."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect
from moneyed import Money, get_currency

from app.countries.repository import list_currencies_now
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.money import to_minor
from app.kit.refusal import BadInput, Refusal
from app.kit.typed_days import read_instant
from app.rates.actions import terms
from app.rates.figures import terms_figures
from app.rates.rounding import DIRECTION_NAMES, BadRounding, Direction, RoundingRule
from app.rates.selling import Limits
from app.web import visits
from app.web.guards import reader_of
from app.web.office.rates.forms import TermsForm
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

Fields = forms.Form[TermsForm]
_DRAFTS: Final = "/office/rates/drafts"


@get("/drafts/new")
async def new_draft(request: WebRequest, currency: FromQuery[str] = "") -> Response[str]:
    """Show the form of new terms, filled with those in force."""
    known = currency if currency in list_currencies_now() else _first()
    current = await terms.find_terms(known, clock.now())
    values = terms_figures(current) if current else {"direction": Direction.NEAREST.value}
    return await _page(request, forms.empty(TermsForm, currency=known, **values))


def _first() -> str:
    return list_currencies_now()[0]


@get("/drafts")
async def no_list() -> Redirect:
    """Redirect to the desk, which lists drafts, when a refused form is reloaded."""
    return see_other("/office/rates")


@post("/drafts")
async def make_draft(request: WebRequest) -> Response[str] | Redirect:
    """Save a draft of new terms, and show it."""
    form = forms.read(TermsForm, await request.form())
    with form.submitting(beside="currency"):
        proposal = _proposal(form.data)
        draft = await terms.draft_terms(proposal, by=reader_of(request), at=clock.now())
        text = i18n.translate(N_("The draft is kept. Nothing is sold by it yet: rehearse it now."))
        await visits.notify(request, "good", text)
        return see_other(f"{_DRAFTS}/{draft.id}")
    return await _page(request, form)


def _proposal(data: TermsForm) -> terms.Proposal:
    """Return what is proposed; raises `NotOffered`, `BadRounding` or what `read_instant` raises."""
    if data.currency not in list_currencies_now():
        raise forms.NotOffered(field="currency")
    return terms.Proposal(
        currency=data.currency,
        spread_percent=data.spread_percent,
        rounding=RoundingRule(
            _minor(data.step, data.currency, field="step"),
            _minor(data.ending, data.currency, field="ending"),
            Direction(data.direction),
        ),
        limits=Limits(
            warn_age_days=data.warn_age_days,
            stop_age_days=data.stop_age_days,
            jump_percent=data.jump_percent,
            floor_percent=data.floor_percent,
        ),
        holds_from=_instant(data.holds_from),
        why=data.why,
    )


def _minor(amount: Decimal, currency: str, *, field: str) -> int:
    """Return whole minor units; raises `BadRounding` for less than a coin or for no number."""
    try:
        return to_minor(Money(amount, get_currency(currency)))
    except (Refusal, ArithmeticError, ValueError) as trouble:
        raise BadRounding(field=field) from trouble


def _instant(text: str) -> datetime | None:
    """Read a day and time in the warehouse's time zone; None for no text."""
    if not text:
        return None
    try:
        return read_instant(text).replace(tzinfo=clock.WAREHOUSE_ZONE)
    except BadInput as refusal:
        refusal.fields["field"] = "holds_from"
        raise


async def _page(request: WebRequest, form: Fields) -> Response[str]:
    return await render(
        request,
        "office/rates/new_draft.html",
        status=form.status,
        form=form,
        currencies=[(code, code) for code in list_currencies_now()],
        directions=[(each.value, i18n.translate(DIRECTION_NAMES[each])) for each in Direction],
    )


HANDLERS = (new_draft, no_list, make_draft)
