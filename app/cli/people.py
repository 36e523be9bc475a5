"""`keruen people`: letting people in, listing and blocking them, and their one-time links."""

import argparse
from collections.abc import Awaitable, Callable

from app.accounts.person import Role
from app.cli.running import print_lines, run_with_migrations
from app.kit import clock
from app.kit.i18n import LANGUAGES
from app.kit.settings import read_settings


def add_people(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `people` and its verbs to the command line."""
    verbs = groups.add_parser("people", help="who signs in").add_subparsers(
        required=True, metavar="verb"
    )
    added = verbs.add_parser("add", help="let somebody in; prints their link")
    added.set_defaults(run=_add)
    added.add_argument("email")
    added.add_argument("--name", required=True)
    added.add_argument("--role", required=True, choices=[role.value for role in Role])
    added.add_argument("--company", metavar="SLUG", default="", help="your own without it")
    added.add_argument("--language", default="ru", choices=LANGUAGES)
    listed = verbs.add_parser("list", help="everybody, blocked people too")
    listed.set_defaults(run=_list)
    blocked = verbs.add_parser("block", help="let somebody in no longer; their visits end")
    blocked.set_defaults(run=_block)
    blocked.add_argument("email")
    unblocked = verbs.add_parser("unblock", help="let somebody in again")
    unblocked.set_defaults(run=_unblock)
    unblocked.add_argument("email")
    linked = verbs.add_parser("link", help="a new link to set the password; earlier ones end")
    linked.set_defaults(run=_link)
    linked.add_argument("email")
    lost = verbs.add_parser("second-step", help="take it off for whoever has lost their phone")
    lost.set_defaults(run=_take_second_step_off)
    lost.add_argument("email")
    lost.add_argument("--off", action="store_true", required=True, help="they are told by letter")
    for parser in (added, listed, linked):
        parser.add_argument("--json", action="store_true", help="one object a line")


def _add(given: argparse.Namespace) -> int:
    from app.cli.printing.people import PersonWanted, invite

    wanted = PersonWanted(
        email=given.email,
        name=given.name,
        role=Role(given.role),
        company=given.company,
        language=given.language,
    )
    site = read_settings().base_url
    return _print(lambda: invite(wanted, site=site, as_json=given.json, at=clock.now()))


def _list(given: argparse.Namespace) -> int:
    from app.cli.printing.people import list_people

    return _print(lambda: list_people(as_json=given.json))


def _block(given: argparse.Namespace) -> int:
    from app.cli.printing.people import block

    return _print(lambda: block(given.email, at=clock.now()))


def _unblock(given: argparse.Namespace) -> int:
    from app.cli.printing.people import unblock

    return _print(lambda: unblock(given.email, at=clock.now()))


def _take_second_step_off(given: argparse.Namespace) -> int:
    from app.cli.printing.people import take_second_step_off

    return _print(lambda: take_second_step_off(given.email, at=clock.now()))


def _link(given: argparse.Namespace) -> int:
    from app.cli.printing.people import give_link

    site = read_settings().base_url
    return _print(lambda: give_link(given.email, site=site, as_json=given.json, at=clock.now()))


def _print(action: Callable[[], Awaitable[list[str]]]) -> int:
    return print_lines(run_with_migrations(action))
