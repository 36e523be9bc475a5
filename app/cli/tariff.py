"""`keruen tariff …` and `keruen duty`: the tariff, the lists beside it, and what goods pay."""

import argparse
from datetime import date
from pathlib import Path

from app.cli.running import print_lines, read_day, run_with_migrations
from app.kit import clock


def import_publications(given: argparse.Namespace) -> int:
    """Read publications: print their lines, or save them and report what they change."""
    return _read_dry(given) if given.dry_run else _import(given)


def _read_dry(given: argparse.Namespace) -> int:
    from app.cli.printing.tariff import line_texts, read_files
    from app.cli.progress import Progress

    progress = Progress()
    for file in read_files(map(Path, given.files), on_page=progress.page_read):
        print_lines(line_texts(file, as_json=given.json))
        progress.file_read(file.path, lines=len(file.lines), unread=file.unread)
    progress.end()
    return 0


def _import(given: argparse.Namespace) -> int:
    from app.cli.printing.tariff import require_first_days
    from app.cli.progress import Progress
    from app.cli.tariff_report import import_files

    paths = [Path(each) for each in given.files]
    valid_from = read_day(given.valid_from) if given.valid_from is not None else None
    require_first_days(paths, valid_from)
    progress = Progress()
    lines = run_with_migrations(
        lambda: import_files(
            paths,
            tariff=given.tariff,
            valid_from=valid_from,
            progress=progress,
            as_json=given.json,
        )
    )
    progress.end()
    return print_lines(lines)


def show_line(given: argparse.Namespace) -> int:
    """Print the line of a code in force on a day, and what goods of it must have."""
    from app.cli.printing.tariff import show

    on = _day(given.on)
    return print_lines(
        run_with_migrations(lambda: show(given.tariff, given.code, on=on, as_json=given.json))
    )


def enter_rows(given: argparse.Namespace) -> int:
    """Enter rows beside the tariff from a file of our own form."""
    from app.cli.printing.tariff import enter_list

    return print_lines(
        run_with_migrations(lambda: enter_list(given.list, Path(given.file), dry_run=given.dry_run))
    )


def enter_china(given: argparse.Namespace) -> int:
    """Enter lines of the Chinese tariff from a file of our own form."""
    from app.cli.printing.tariff import enter_china_lines

    return print_lines(
        run_with_migrations(lambda: enter_china_lines(Path(given.file), dry_run=given.dry_run))
    )


def duty(given: argparse.Namespace) -> int:
    """Print what a line of goods would pay at import, and why."""
    from app.cli.printing import duty as commands
    from app.landed.question import DutyQuestion
    from customs.valuation.incoterms import Charge

    question = DutyQuestion(
        country=given.country,
        code=given.code,
        value=given.value,
        currency=given.currency,
        on=_day(given.date),
        net_kg=given.net_kg,
        quantity=given.quantity,
        unit=given.unit,
        rates=tuple(given.rate),
        charges={
            charge: getattr(given, charge.value)
            for charge in Charge
            if getattr(given, charge.value) is not None
        },
        term=given.term,
        origin=given.origin,
        wants_exemption=given.exemption,
    )
    today = clock.day_at(clock.now())
    return print_lines(
        run_with_migrations(lambda: commands.duty(question, as_json=given.json, today=today))
    )


def _day(text: str | None) -> date:
    """Return the day, by default the warehouse's today; raises `BadDayArgument`."""
    return clock.day_at(clock.now()) if text is None else read_day(text)
