"""The draft of the export declaration as the XML that the Single Window's client imports."""

from typing import Final

from app.declarations.draft import draft_declaration
from app.declarations.due import Audience, Format
from app.documents.kind import FIRST_DAY, Issue, PaperKind
from app.kit.i18n import N_
from customs.china.message.draft import Sender, write_draft
from customs.china.rules import EXPORT


def single_window_draft(issue: Issue) -> bytes:
    """Return the draft as XML; a person lodges it.

    The exporter declares for itself; office and card are the person's, so they stay blank. Raises
    `DraftIsBlocked`, `TooManyLines`, `FieldTooLong`, `NoWeight` or `UnwritableText`.
    """
    draft = draft_declaration(issue.consignment, load=issue.load, declared_on=issue.on)
    EXPORT.admit(draft, on=issue.on)
    company = draft.consignor
    sender = Sender(
        office="",
        agent_name=company.name,
        agent_code=company.customs_code,
        agent_social_code=company.social_code,
        typist="",
        input_name=company.name,
        input_code=company.customs_code,
        input_social_code=company.social_code,
        platform_order=issue.consignment.order_number,
    )
    return write_draft(draft, sender, sequence=issue.declaration_number)


KIND: Final = PaperKind(
    code="single_window",
    label=N_("Draft for the Single Window"),
    format=Format.XML,
    audience=frozenset({Audience.DECLARANT}),
    since=FIRST_DAY,
    make=single_window_draft,
)
