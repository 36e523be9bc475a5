"""A new company joins with its first person."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.actions import Joining
from app.accounts.company import CompanyKnown, CountryNotServed
from app.accounts.person import EmailTaken
from app.kit import clock, forms, words
from app.kit.sentences import refusal_words
from app.kit.words import N_
from app.web import visits
from app.web.account.forms import JoinForm
from app.web.account.homes import home_of
from app.web.pages import page, see
from app.web.requests import Web
from customs.refusal import CustomsRefusal

_LIKELY: Final = {"kk": "KZ", "ky": "KG"}
"""The country that a form begins with, by the reader's language; the reader may choose another."""


@get("/join")
async def join_page(request: Web) -> Response[str]:
    """Will show the form for a new company."""
    return await _join_page(
        request, forms.empty(JoinForm, country=_LIKELY.get(words.language(), "KZ")), status=200
    )


@post("/join")
async def join(request: Web) -> Response[str] | Redirect:
    """Will register a company and sign its first person in."""
    form = forms.read(JoinForm, await request.form())
    try:
        reader = await actions.join(_joining(form.data), at=clock.now())
    except (CustomsRefusal, CompanyKnown, CountryNotServed) as refusal:
        form.refuse("number", refusal_words(refusal))
    except EmailTaken as refusal:
        form.refuse("email", refusal)
    except forms.FormRefused:
        pass
    else:
        visit = await visits.begin(request, reader)
        await request.app.state.signed_in(visit)
        return see(home_of(reader))
    return await _join_page(request, form, status=422)


async def _join_page(request: Web, form: forms.Form[JoinForm], *, status: int) -> Response[str]:
    return await page(
        request,
        "account/join.html",
        status=status,
        form=form,
        countries=[
            ("KZ", words.translate(N_("Kazakhstan"))),
            ("KG", words.translate(N_("Kyrgyzstan"))),
        ],
    )


def _joining(data: JoinForm) -> Joining:
    return Joining(
        country=data.country,
        company_name=data.company,
        number=data.number,
        address=data.address,
        name=data.name,
        email=data.email,
        password=data.password,
        language=words.language(),
    )


HANDLERS = (join_page, join)
