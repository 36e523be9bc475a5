"""Which letters a person gets."""

from dataclasses import dataclass

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts.person import Reader
from app.kit import i18n
from app.kit.i18n import N_, translate
from app.notices import actions, repository
from app.notices.notice import ALWAYS, KINDS_OF, TEXTS, NoticeKind
from app.web import visits
from app.web.guards import only_signed_in, reader_of
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_SAVED = N_("Saved: you get letters about these.")


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A kind of letter, and whether the person gets it."""

    code: str
    name: str
    is_wanted: bool
    is_always: bool


@get("/letters", guards=[only_signed_in])
async def letters_page(request: WebRequest) -> Response[str]:
    """Show what the reader gets letters about."""
    reader = reader_of(request)
    declined = (await repository.declined_by([reader.person_id]))[reader.person_id]
    return await render(request, "account/letters.html", choices=_choices(reader, declined))


@post("/letters", guards=[only_signed_in])
async def choose_letters(request: WebRequest) -> Redirect:
    """Save what the reader gets letters about: the kinds whose box is ticked."""
    sent = await request.form()
    await actions.choose([kind for kind in NoticeKind if kind.value in sent], by=reader_of(request))
    await visits.notify(request, "good", translate(_SAVED))
    return see_other(f"/{i18n.language()}/letters")


def _choices(reader: Reader, declined: frozenset[NoticeKind]) -> list[ChoiceView]:
    return [
        ChoiceView(
            code=kind.value,
            name=translate(TEXTS[kind].name),
            is_wanted=kind in ALWAYS or kind not in declined,
            is_always=kind in ALWAYS,
        )
        for kind in KINDS_OF.get(reader.role, ())
    ]


HANDLERS = (letters_page, choose_letters)
