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
    block_registered,
    invite_person,
    link_registered,
    unblock_person,
    unblock_registered,
)
from app.accounts.actions.register import (
    change_company,
    change_person,
    invite_to,
    register_company,
    restore_company,
    retire_company,
)
from app.accounts.actions.second_step import (
    begin_second_step,
    confirm_second_step,
    drop_second_step,
    pass_second_step,
    read_waiting_secret,
    take_second_step_off,
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
    "begin_second_step",
    "block_person",
    "block_registered",
    "change_company",
    "change_person",
    "confirm_email",
    "confirm_second_step",
    "drop_second_step",
    "end_other_visits",
    "end_visit",
    "invite_person",
    "invite_to",
    "issue_link",
    "join",
    "link_registered",
    "open_visit",
    "pass_second_step",
    "read_link",
    "read_waiting_secret",
    "recognise_device",
    "register_company",
    "restore_company",
    "retire_company",
    "set_password",
    "sign_in",
    "sign_out",
    "take_second_step_off",
    "unblock_person",
    "unblock_registered",
]
