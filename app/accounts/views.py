"""Signing in, out, and joining."""

from typing import Any, Final

from litestar import Request, Response, Router, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from app.accounts import actions, visits
from app.accounts.actions import Joining
from app.accounts.company import CompanyKnown, CountryNotServed
from app.accounts.forms import JoinForm, SignInForm
from app.accounts.guards import anyone, in_our_language
from app.accounts.person import HOMES, EmailTaken, Reader, WrongSignIn
from app.kit import clock, forms, words
from app.kit.pages import local_path, page, see
from app.kit.sentences import refusal_words
from app.kit.words import N_
from customs.refusal import CustomsRefusal

Web = Request[Any, Any, Any]

_LIKELY: Final = {"kk": "KZ", "ky": "KG"}
"""The country that a form begins with, by the reader's language; the reader may choose another."""


@get("/sign-in")
async def sign_in_page(request: Web, next: FromQuery[str] = "") -> Response[str]:  # noqa: A002 -- the address's own word
    """Will show the sign-in page."""
    return await _sign_in_page(request, forms.empty(SignInForm, next=next), status=200)


@post("/sign-in")
async def sign_in(request: Web) -> Response[str] | Redirect:
    """Will sign the person in under a fresh visit, and send them to their work."""
    form = forms.read(SignInForm, await request.form())
    try:
        data = form.data
        address = request.client.host if request.client else ""
        reader = await actions.sign_in(data.email, data.password, address=address, at=clock.now())
    except (WrongSignIn, forms.FormRefused) as refusal:
        form.refuse("", refusal)
        return await _sign_in_page(request, form, status=422)
    visit = await visits.begin(request, reader)
    await request.app.state.signed_in(visit)
    return see(local_path(data.next, _home(reader)))


async def _sign_in_page(
    request: Web, form: forms.Form[SignInForm], *, status: int
) -> Response[str]:
    return await page(
        request,
        "pages/accounts/sign_in.html",
        status=status,
        form=form,
        demo_people=request.app.state.demo_people(),
    )


@post("/sign-out")
async def sign_out(request: Web) -> Redirect:
    """Will end the visit."""
    await visits.end(request)
    return see(f"/{words.language()}/")


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
    except CountryNotServed as refusal:
        form.refuse("country", refusal)
    except (CustomsRefusal, CompanyKnown) as refusal:
        form.refuse("number", refusal_words(refusal))
    except EmailTaken as refusal:
        form.refuse("email", refusal)
    except forms.FormRefused:
        pass
    else:
        visit = await visits.begin(request, reader)
        await request.app.state.signed_in(visit)
        return see(_home(reader))
    return await _join_page(request, form, status=422)


async def _join_page(request: Web, form: forms.Form[JoinForm], *, status: int) -> Response[str]:
    return await page(
        request,
        "pages/accounts/join.html",
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


def _home(reader: Reader) -> str:
    home = HOMES[reader.role]
    return f"/{reader.language}/" if home == "/" else home


router = Router(
    path="/{language:str}",
    guards=[in_our_language, anyone],
    route_handlers=[sign_in_page, sign_in, sign_out, join_page, join],
)
