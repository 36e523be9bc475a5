"""Guards of routes. Every route names one; an architecture test finds those that do not."""

from collections.abc import Awaitable, Callable

from litestar.handlers import BaseRouteHandler

from app.accounts.person import NotYourPage, Reader, Role, SignInNeeded
from app.accounts.session import Visit
from app.kit import i18n
from app.kit.i18n import N_
from app.kit.refusal import NotFound
from app.web.requests import Connection

# Coroutines: Litestar would run a plain function in a thread, on every request.
Guard = Callable[[Connection, BaseRouteHandler], Awaitable[None]]


def visit_of(connection: Connection) -> Visit:
    """Return the visit that the middleware found for this request."""
    visit: Visit = connection.scope["state"]["visit"]
    return visit


def reader_of(connection: Connection) -> Reader:
    """Return the signed-in reader; raises `SignInNeeded`."""
    reader = visit_of(connection).reader
    if reader is None:
        raise SignInNeeded
    return reader


async def anyone(_: Connection, __: BaseRouteHandler) -> None:
    """Let everybody pass."""


def only(*roles: Role) -> Guard:
    """Return the guard that lets only these roles pass."""

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        if reader_of(connection).role not in roles:
            raise NotYourPage

    guard.__name__ = "only_" + "_or_".join(role.value for role in roles)
    return guard


only_signed_in = only(*Role)
only_importers = only(Role.IMPORTER)
only_brokers = only(Role.BROKER)
only_rates = only(Role.RATES)
only_warehouse = only(Role.WAREHOUSE)
only_declarants = only(Role.DECLARANT)
only_operators = only(Role.OPERATOR)
only_sellers = only(Role.SELLER)
only_staff = only(Role.RATES, Role.WAREHOUSE, Role.DECLARANT, Role.OPERATOR)


class NoSuchPage(NotFound):
    """There is no page at this address."""

    code = "page.not_found"
    sentence = N_("There is no page at this address.")


async def in_our_language(connection: Connection, _: BaseRouteHandler) -> None:
    """Let only addresses pass that begin with one of our languages."""
    if connection.path_params.get("language") not in i18n.LANGUAGES:
        raise NoSuchPage
