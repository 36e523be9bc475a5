"""A new company joins with its first person."""

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.actions import Joining
from app.accounts.company import CompanyKnown
from app.accounts.person import EmailTaken
from app.countries.country import CountryNotServed, likely_country
from app.countries.store import list_buyers_now
from app.kit import clock, forms, words
from app.kit.formats import clauses, country, listed
from app.kit.sentences import refusal_words
from app.web import visits
from app.web.account.forms import JoinForm
from app.web.account.homes import home_of
from app.web.pages import page, see
from app.web.requests import Web
from customs.refusal import CustomsRefusal


@get("/join")
async def join_page(request: Web) -> Response[str]:
    """Will show the form for a new company."""
    likely = likely_country(words.language(), list_buyers_now())
    return await _join_page(request, forms.empty(JoinForm, country=likely), status=200)


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
        return see(home_of(reader))
    return await _join_page(request, form, status=422)


async def _join_page(request: Web, form: forms.Form[JoinForm], *, status: int) -> Response[str]:
    buyers = list_buyers_now()
    names = {each.code: country(each.code) for each in buyers}
    return await page(
        request,
        "account/join.html",
        status=status,
        form=form,
        countries=list(names.items()),
        served=listed(names.values()),
        numbers=clauses(
            f"{names[each.code]}: {words.text_of(each.company_number.hint)}" for each in buyers
        ),
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
