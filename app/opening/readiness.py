"""What a shop still lacks before it can sell: computed from the data, never ticked off by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.accounts.person import Role
from app.kit.i18n import N_
from app.kit.message import Sentence


@dataclass(frozen=True, slots=True)
class CurrencyState:
    """What there is for buyers of one currency."""

    currency: str
    has_rate: bool
    """Whether the national bank's rate of the yuan is known and fresh enough to sell by."""
    has_terms: bool
    has_account: bool


@dataclass(frozen=True, slots=True)
class ShopState:
    """What there is in a shop; counts of rows."""

    people: Mapping[Role, int]
    """Active people by role."""
    currencies: Sequence[CurrencyState]
    has_month_rates: bool
    """Whether China customs' rates of this month are entered."""
    has_customs_code: bool
    malls: int
    goods: int
    without_code: int
    """Goods without a Chinese code: none of them can leave."""
    lots: int
    """Lots with something on the shelf."""


@dataclass(frozen=True, slots=True)
class Need:
    """A thing that a shop needs, whether it has it, and where it is mended."""

    code: str
    label: Sentence
    is_met: bool
    page: str = ""
    """The address that mends it; empty where a command does."""
    command: str = ""
    by: Role = Role.OPERATOR
    """Whose page it is."""


_TWO: Final = 2


def needs_of(state: ShopState) -> list[Need]:
    """Return what the shop needs, in the order in which it is set up."""
    return [*_people(state), *_money(state), *_papers(state), *_goods(state)]


def _people(state: ShopState) -> list[Need]:
    wanted = (
        (Role.OPERATOR, _TWO, N_("Two operators: one names a customs code, another confirms it")),
        (Role.RATES, _TWO, N_("Two rates administrators: one drafts terms, another publishes")),
        (Role.WAREHOUSE, 1, N_("A warehouse hand, who receives, packs and loads")),
        (Role.DECLARANT, 1, N_("An export declarant, who freezes loads and lodges")),
    )
    return [
        Need(
            f"people.{role.value}",
            Sentence(label),
            state.people.get(role, 0) >= least,
            page="/office/people",
        )
        for role, least, label in wanted
    ]


def _money(state: ShopState) -> list[Need]:
    found: list[Need] = []
    for each in state.currencies:
        about = {"currency": each.currency}
        found += [
            Need(
                f"rate.{each.currency}",
                Sentence(N_("An official rate of %(currency)s that is fresh"), about),
                each.has_rate,
                page="/office/rates",
                by=Role.RATES,
            ),
            Need(
                f"terms.{each.currency}",
                Sentence(N_("Selling terms of %(currency)s, published"), about),
                each.has_terms,
                page="/office/rates",
                by=Role.RATES,
            ),
            Need(
                f"account.{each.currency}",
                Sentence(N_("A bank account for %(currency)s, shown to who pays"), about),
                each.has_account,
                command="keruen reference enter bank_accounts FILE",
            ),
        ]
    return found


def _papers(state: ShopState) -> list[Need]:
    return [
        Need(
            "month_rates",
            Sentence(N_("China customs' rates of this month")),
            state.has_month_rates,
            command="keruen rates month FILE",
        ),
        Need(
            "customs_code",
            Sentence(N_("The operator's customs code, for declarations")),
            state.has_customs_code,
            page="/office/companies",
        ),
    ]


def _goods(state: ShopState) -> list[Need]:
    return [
        Need(
            "malls", Sentence(N_("A mall that shows goods")), state.malls > 0, page="/office/malls"
        ),
        Need(
            "goods", Sentence(N_("Goods that are listed")), state.goods > 0, page="/office/listings"
        ),
        Need(
            "codes",
            Sentence(N_("A Chinese customs code for all goods")),
            state.goods > 0 and not state.without_code,
            page="/office/codes",
        ),
        Need(
            "lots",
            Sentence(N_("Goods on the shelf")),
            state.lots > 0,
            page="/warehouse/receipts/new",
            by=Role.WAREHOUSE,
        ),
    ]
