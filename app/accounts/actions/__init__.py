"""Signing in and out, joining, letting people in and blocking them, and one-time links."""

from app.accounts.actions.devices import end_other_visits, end_visit, recognise_device
from app.accounts.actions.joining import Joining, add_company, join
from app.accounts.actions.links import (
    ask_confirmation,
    ask_reset,
    confirm_email,
    issue_link,
    read_link,
    set_password,
)
from app.accounts.actions.people import (
    Invitation,
    add_people,
    add_person,
    block_person,
    invite_person,
    unblock_person,
)
from app.accounts.actions.signing import open_visit, sign_in, sign_out

__all__ = [
    "Invitation",
    "Joining",
    "add_company",
    "add_people",
    "add_person",
    "ask_confirmation",
    "ask_reset",
    "block_person",
    "confirm_email",
    "end_other_visits",
    "end_visit",
    "invite_person",
    "issue_link",
    "join",
    "open_visit",
    "read_link",
    "recognise_device",
    "set_password",
    "sign_in",
    "sign_out",
    "unblock_person",
]
