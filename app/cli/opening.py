"""`keruen open`: a shop of one's own in an empty database."""

import argparse
import sys
from pathlib import Path

from app.cli.database import NoDatabase, TablesBehind, with_database
from app.cli.running import migrate_database, print_lines, run_with_database
from app.kit import clock
from app.kit.settings import Settings, read_settings


def add_open(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `open` to the command line."""
    opened = groups.add_parser(
        "open",
        help="open a shop of your own: company, first people, countries; asks what is not given",
    )
    opened.set_defaults(run=_open)
    opened.add_argument("--file", help="TOML such as --example prints; nothing is asked then")
    opened.add_argument("--example", action="store_true", help="print such a file, do nothing")
    opened.add_argument("--json", action="store_true", help="one object a person, with the link")
    company = opened.add_argument_group("the company that runs the shop")
    for name, help_text in (
        ("name", "in Chinese, as in the register"),
        ("name-latin", "as foreign papers write it"),
        ("uscc", "unified social credit code, 18 signs"),
        ("address", "the warehouse's place"),
        ("customs-code", "ten signs of its registration with customs"),
    ):
        company.add_argument(f"--{name}", help=help_text)
    staff = opened.add_argument_group("the first people; an operator and at least one more")
    for role in ("operator", "rates", "warehouse", "declarant"):
        staff.add_argument(
            f"--{role}",
            action="append",
            default=[],
            metavar="'NAME <E-MAIL>'",
            help="may be given several times",
        )
    opened.add_argument("--countries", help="such as KZ,KG; all that are known without it")


def _open(given: argparse.Namespace) -> int:
    from app.cli.printing.opening import EXAMPLE, open_and_list
    from app.cli.shop_facts import ask_facts, read_facts
    from app.opening.actions import check_closed

    if given.example:
        return print_lines([EXAMPLE])
    facts = read_facts(Path(given.file)) if given.file else None
    migrate_database(with_database())
    run_with_database(check_closed)
    shop = facts or ask_facts(given, is_terminal=sys.stdin.isatty())
    site = read_settings().base_url
    return print_lines(
        run_with_database(
            lambda: open_and_list(shop, site=site, as_json=given.json, at=clock.now())
        )
    )


def examine_shop(settings: Settings) -> list[str]:
    """Return whether the shop is open, and what it lacks before it can sell, as lines."""
    from app.cli.printing.opening import lacks, list_needs
    from app.opening.actions import check_closed
    from app.opening.shop import ShopIsOpen

    try:
        run_with_database(check_closed)
    except (NoDatabase, TablesBehind) as refusal:
        return [f"shop             {refusal}"]
    except ShopIsOpen:
        lacking = lacks(run_with_database(lambda: list_needs(at=clock.now())))
        if not settings.mail:
            lacking.append("  Mail, so that letters go out: KERUEN_SMTP")
        return ["shop             open" + (", and lacks:" if lacking else ""), *lacking]
    return ["shop             not open: `keruen open`, or `keruen seed` for the demo"]
