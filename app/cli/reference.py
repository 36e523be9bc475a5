"""`keruen reference` and `keruen words`: reference lists, and texts not yet translated."""

import argparse
import getpass
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from app.cli.running import print_lines, read_day, run_with_migrations
from app.kit import clock


def add_reference(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `reference` and its verbs to the command line."""
    verbs = groups.add_parser("reference", help="dated lists that you may replace").add_subparsers(
        required=True, metavar="verb"
    )
    listed = verbs.add_parser("list", help="the lists by name")
    listed.set_defaults(run=_list)
    shown = verbs.add_parser("show", help="what a list holds on a day")
    shown.set_defaults(run=_show)
    entered = verbs.add_parser("enter", help="enter the rows of a file, all or none")
    entered.set_defaults(run=_enter)
    exported = verbs.add_parser("export", help="the rows that count, as `enter` reads them")
    exported.set_defaults(run=_export)
    for parser in (shown, entered, exported):
        parser.add_argument("name", help="of the list: countries, deliveries …")
    for parser in (listed, shown):
        parser.add_argument("--on", metavar="DAY", help="such as 2026-11-23; today without it")
    for parser in (listed, shown, exported):
        parser.add_argument("--json", action="store_true", help="one object a line")
    entered.add_argument("file", help="CSV or JSON as docs/lists.md has them")
    entered.add_argument("--dry-run", action="store_true", help="read the rows, keep nothing")


def add_texts(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `words` and its verb to the command line."""
    verbs = groups.add_parser("words", help="texts by language").add_subparsers(
        required=True, metavar="verb"
    )
    missing = verbs.add_parser("missing", help="what readers of a language see in English")
    missing.add_argument("--language", metavar="TAG", help="such as uz; each of ours without it")
    missing.add_argument("--json", action="store_true", help="one object a line")
    missing.set_defaults(run=_missing)


def _missing(given: argparse.Namespace) -> int:
    from app.cli.printing.texts import list_missing

    return _print(lambda: list_missing(given.language, as_json=given.json))


def _list(given: argparse.Namespace) -> int:
    from app.cli.printing.reference import list_lists
    from app.cli.shipped import LISTS

    on = _day(given.on)
    return _print(lambda: list_lists(LISTS, on=on, as_json=given.json))


def _show(given: argparse.Namespace) -> int:
    from app.cli.printing.reference import find_list, show_list
    from app.cli.shipped import LISTS

    kind, on = find_list(LISTS, given.name), _day(given.on)
    return _print(lambda: show_list(kind, on=on, as_json=given.json))


def _enter(given: argparse.Namespace) -> int:
    from app.cli.printing.reference import enter_list, find_list
    from app.cli.shipped import LISTS

    kind, path = find_list(LISTS, given.name), Path(given.file)
    return _print(
        lambda: enter_list(
            kind, path, dry_run=given.dry_run, at=clock.now(), by=getpass.getuser()[:60]
        )
    )


def _export(given: argparse.Namespace) -> int:
    from app.cli.printing.reference import export_list, find_list
    from app.cli.shipped import LISTS

    kind = find_list(LISTS, given.name)
    return _print(lambda: export_list(kind, as_json=given.json))


def _print(action: Callable[[], Awaitable[list[str]]]) -> int:
    return print_lines(run_with_migrations(action))


def _day(text: str | None) -> date:
    return clock.day_at(clock.now()) if text is None else read_day(text)
