"""Presenter of the declarations of a load."""

from app.web.office.loads.pages import DeclarationSection
from app.web.presenters.declarations import (
    DeclarationView,
    PaperRequestView,
    declaration_view,
    paper_request_view,
)


def section_view(section: DeclarationSection) -> DeclarationView:
    """Present a declaration with customs' answers and what its draft lacks."""
    return declaration_view(
        section.declaration, section.receipts, answer=section.answer, broken=section.broken
    )


def declaration_option(section: DeclarationSection) -> tuple[str, str]:
    """Return a declaration as an option: its number, and a label with the order's number."""
    drawn = section.declaration
    return drawn.number, f"{drawn.number} · {drawn.order_number}"


def paper_request_views(section: DeclarationSection) -> list[PaperRequestView]:
    """Present the kinds of papers that can be requested."""
    return [paper_request_view(kind, section.declaration) for kind in section.kinds_to_ask_for]
