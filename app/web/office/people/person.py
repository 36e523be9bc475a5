"""One person: changing, blocking, letting in again, and a new link for the password."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.person import ROLE_NAMES, Role
from app.accounts.register import ChangedMeanwhile, PersonChange
from app.accounts.repository import NoSuchCompany
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.guards import reader_of
from app.web.office.people.forms import BlockingForm, PersonForm
from app.web.office.people.link import link_page
from app.web.office.people.pages import PersonPage, read_person_page
from app.web.office.people.people import role_options
from app.web.presenters.register import change_rows, standing_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest

_DESK: Final = "/office/people"


@get("/{person_id:int}")
async def person(request: WebRequest, person_id: RowId) -> Response[str]:
    """Show a person."""
    return await _page(request, person_id)


@post("/{person_id:int}")
async def change(request: WebRequest, person_id: RowId) -> Response[str] | Redirect:
    """Change a person's facts."""
    form = forms.read(PersonForm, await request.form())
    is_late = False
    with form.submitting(NoSuchCompany):
        try:
            await actions.change_person(
                person_id, _change(form.data), by=reader_of(request), at=clock.now()
            )
        except ChangedMeanwhile:
            is_late = True
            raise
        await visits.notify(request, "good", i18n.translate(N_("The change is kept.")))
        return see_other(f"{_DESK}/{person_id}")
    return await _page(request, person_id, form=form, is_late=is_late)


@post("/{person_id:int}/block")
async def block(request: WebRequest, person_id: RowId) -> Response[str] | Redirect:
    """Let somebody in no longer."""
    form = forms.read(BlockingForm, await request.form())
    with form.submitting():
        await actions.block_registered(
            person_id, why=form.data.why, by=reader_of(request), at=clock.now()
        )
        text = i18n.translate(N_("Blocked: every visit of theirs has ended."))
        await visits.notify(request, "info", text)
        return see_other(f"{_DESK}/{person_id}")
    return await _page(request, person_id, blocking=form)


@post("/{person_id:int}/return")
async def unblock(request: WebRequest, person_id: RowId) -> Redirect:
    """Let somebody in again."""
    await actions.unblock_registered(person_id, by=reader_of(request), at=clock.now())
    await visits.notify(request, "good", i18n.translate(N_("May sign in again.")))
    return see_other(f"{_DESK}/{person_id}")


@post("/{person_id:int}/link")
async def new_link(request: WebRequest, person_id: RowId) -> Response[str]:
    """Give a new link that sets the password; earlier ones end."""
    made = await actions.link_registered(person_id, at=clock.now())
    return await link_page(request, made.reader, made.link)


def _change(data: PersonForm) -> PersonChange:
    return PersonChange(
        name=data.name,
        email=data.email,
        role=Role(data.role),
        company_number=data.company,
        language=data.language,
        version=data.version,
    )


async def _page(
    request: WebRequest,
    person_id: int,
    *,
    form: forms.Form[PersonForm] | None = None,
    is_late: bool = False,
    blocking: forms.AnyForm | None = None,
) -> Response[str]:
    shown = await read_person_page(person_id)
    changed, refused = form or _filled(shown), blocking or forms.empty(BlockingForm)
    if is_late:
        # Who was told what the other changed, and sends again, means it.
        changed.values["version"] = str(shown.registered.version)
    held = shown.registered
    standing, tone = standing_of(is_active=held.is_active, has_password=held.has_password)
    return await render(
        request,
        "office/people/person.html",
        status=max(changed.status, refused.status),
        form=changed,
        refused=refused.sentences,
        home=f"{_DESK}/{person_id}",
        name=held.reader.name,
        standing=standing,
        tone=tone,
        is_active=held.is_active,
        company_home=f"/office/companies/{shown.company.id}",
        facts=_facts(shown),
        roles=role_options(),
        tongues=list(i18n.OWN_NAMES.items()),
        changes=change_rows(shown.changes, reader_country=reader_of(request).country),
    )


def _filled(shown: PersonPage) -> forms.Form[PersonForm]:
    reader = shown.registered.reader
    return forms.empty(
        PersonForm,
        name=reader.name,
        email=reader.email,
        role=reader.role.value,
        company=shown.company.number,
        language=reader.language,
        version=str(shown.registered.version),
    )


def _facts(shown: PersonPage) -> list[tuple[str, str, str]]:
    reader = shown.registered.reader
    return [
        (i18n.translate(N_("E-mail")), reader.email, ""),
        (i18n.translate(N_("Role")), i18n.translate(ROLE_NAMES[reader.role]), ""),
        (i18n.translate(N_("Company")), shown.company.name, shown.company.number),
        (i18n.translate(N_("Language")), i18n.OWN_NAMES.get(reader.language, reader.language), ""),
    ]


HANDLERS = (person, change, block, unblock, new_link)
