"""The declarations of a load as the declarant's page shows them."""

from app.web.office.loads.pages import DeclarationSection
from app.web.presenters.declarations import (
    DeclarationView,
    PaperRequestView,
    declaration_view,
    paper_request_view,
)


def section_view(section: DeclarationSection) -> DeclarationView:
    """Format a declaration with what customs answered and what its draft lacks."""
    return declaration_view(
        section.declaration, section.receipts, answer=section.answer, broken=section.broken
    )


def declaration_option(section: DeclarationSection) -> tuple[str, str]:
    """Format a declaration as one to choose: its number, and its number with the order's."""
    drawn = section.declaration
    return drawn.number, f"{drawn.number} · {drawn.order_number}"


def paper_request_views(section: DeclarationSection) -> list[PaperRequestView]:
    """Format the kinds of papers that can be asked for."""
    return [paper_request_view(kind, section.declaration) for kind in section.kinds_to_ask_for]
