"""Forms of the declarant's pages."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from app.kit.listing import ListForm
from app.warehouse.load import LoadState

_STATES = "|".join(LoadState)


class LoadListForm(ListForm):
    """The choices of the list of loads."""

    state: Annotated[str, Meta(pattern=f"^({_STATES})?$")]


class CustomsReceiptForm(Struct, frozen=True):
    """An answer of customs, as the Single Window client shows it."""

    declaration: Annotated[str, Meta(min_length=1, max_length=20)]
    channel: Annotated[str, Meta(min_length=1, max_length=2)]
    noticed_at: Annotated[datetime, Meta(tz=False)]
    """In the warehouse's time zone; an instant that names another zone is refused."""
    entry_number: Annotated[str, Meta(max_length=18)] = ""
    note: Annotated[str, Meta(max_length=500)] = ""


class MessageForm(Struct, frozen=True):
    """Which declaration a file answers, where the file does not name it."""

    answers: Annotated[str, Meta(max_length=20)] = ""


class PaperForm(Struct, frozen=True):
    """Which paper of which declaration is requested."""

    declaration: Annotated[str, Meta(min_length=1, max_length=24)]
    kind: Annotated[str, Meta(min_length=1, max_length=24)]


class ReopeningForm(Struct, frozen=True):
    """Why a frozen load is opened again."""

    why: Annotated[str, Meta(min_length=3, max_length=300)]
