"""The declarations of a load as the declarant's page shows them."""

from app.web.office.loads.pages import DeclarationSection
from app.web.presenters.declarations import (
    AskLabel,
    DeclarationView,
    ask_label,
    declaration_view,
)


def section_view(section: DeclarationSection) -> DeclarationView:
    """Format a declaration with what customs answered and what its draft lacks."""
    return declaration_view(
        section.declaration, section.receipts, answer=section.answer, broken=section.broken
    )


def choice_of(section: DeclarationSection) -> tuple[str, str]:
    """Format a declaration as one to choose: its number, and its number with the order's."""
    drawn = section.declaration
    return drawn.number, f"{drawn.number} · {drawn.order_number}"


def ask_labels(section: DeclarationSection) -> list[AskLabel]:
    """Format the kinds of papers that can be asked for."""
    return [ask_label(kind, section.declaration) for kind in section.kinds_to_ask_for]
