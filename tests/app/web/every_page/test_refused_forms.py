"""A form that is refused says why on its own page or on one of the house's, and nothing moves."""

from collections.abc import Callable
from typing import Final, NamedTuple

import pytest

from app.accounts.person import Reader
from tests.app.web.browser import Browser, page_text
from tests.app.web.every_page.town import Town
from tests.app.web.every_page.unmoved import held


class Refused(NamedTuple):
    """A form, and how it is answered."""

    path: str
    fields: dict[str, str]
    status: int
    sentence: str


TERMS: Final = {
    "currency": "KZT",
    "spread_percent": "2",
    "step": "10",
    "ending": "0",
    "direction": "nearest",
    "warn_age_days": "4",
    "stop_age_days": "10",
    "jump_percent": "5",
    "floor_percent": "1",
    "holds_from": "",
    "why": "costs",
}
TRANSFER: Final = {
    "reference": "PF-2026-000099",
    "amount": "10",
    "currency": "KZT",
    "received_on": "2026-11-23",
    "bank_reference": "B1",
}
SEAL: Final = {"seal": "0" * 64, "reason": ""}
NOT_NOW: Final = "This step is not possible for {} now. Its state: {}."


def of_operator(town: Town) -> list[Refused]:
    paid = NOT_NOW.format(f"order {town.paid}", "Paid")
    payments = "/office/payments"
    return [
        Refused(f"/office/orders/{town.paid}/cancellation", {"why": "x"}, 409, paid),
        Refused("/office/orders/K-0/cancellation", {"why": "x"}, 404, "There is no order K-0."),
        Refused(payments, {}, 422, "Please mend 5 things."),
        Refused(payments, TRANSFER, 422, "no proforma invoice with the reference PF-2026-000099."),
        Refused(f"{payments}/refunds", {}, 422, "Please mend 5 things."),
    ]


def of_rates(town: Town) -> list[Refused]:
    desk, draft = "/office/rates", f"/office/rates/drafts/{town.draft}"
    drafts = f"{desk}/drafts"
    day = "In force: Write a day and time, such as 2026-11-23T14:30."
    coin = "A rounding step is at least the smallest coin, and its ending is below the step."
    own = "A second person must confirm this: you made it yourself."
    offered = "Currency: Choose one of those that the page offers."
    unknown = "No national bank is known for the currency XXX."
    return [
        Refused(drafts, {"currency": "KZT"}, 422, "Please mend 9 things."),
        Refused(drafts, {**TERMS, "holds_from": "tomorrow"}, 422, day),
        Refused(drafts, {**TERMS, "step": "0.001"}, 422, f"Price tags in steps of: {coin}"),
        Refused(drafts, {**TERMS, "currency": "XXX"}, 422, offered),
        Refused(drafts, {**TERMS, "currency": "QQQ"}, 422, offered),
        Refused(f"{draft}/publication", SEAL, 403, own),
        Refused(f"{draft}/publication", {}, 422, "Fill this in."),
        Refused(f"{drafts}/999/rehearsals", {}, 404, "There is no such draft."),
        Refused(f"{desk}/stops", {}, 422, "Currency: Fill this in. Reason: Fill this in."),
        Refused(f"{desk}/stops", {"currency": "XXX", "why": "x"}, 422, unknown),
        Refused(f"{desk}/stops/KZT/lift", {"why": "x"}, 409, "Selling in KZT is not stopped."),
        Refused(f"{desk}/answers", {"bank": "nbk"}, 422, "Choose the file with the bank's answer."),
        Refused(
            f"{desk}/held/1/confirmation",
            {"reason": "x"},
            409,
            "This rate does not wait for a confirmation.",
        ),
    ]


def of_second(town: Town) -> list[Refused]:
    draft = f"/office/rates/drafts/{town.draft}"
    return [Refused(f"{draft}/publication", SEAL, 409, NOT_NOW.format("the draft", "Draft"))]


def of_declarant(town: Town) -> list[Refused]:
    frozen, loading = (f"/office/loads/{each}" for each in (town.frozen_load, town.open_load))
    on_truck = NOT_NOW.format(f"order {town.loaded}", "On the truck")
    closed = NOT_NOW.format(f"load {town.frozen_load}", "Closed, declarations drafted")
    answer = {"declaration": "x", "channel": "zz", "noticed_at": "2026-11-23T10:00"}
    paper = {"declaration": "x", "kind": "invoice"}
    return [
        Refused(f"{loading}/reopening", {"why": "because"}, 409, on_truck),
        Refused(f"{frozen}/reopening", {"why": ""}, 422, "Fill this in."),
        Refused(f"{frozen}/snapshot", {}, 409, closed),
        Refused(f"{frozen}/receipts", answer, 404, "There is no declaration x."),
        Refused(f"{frozen}/receipts", {}, 422, "Please mend 3 things."),
        Refused(f"{frozen}/messages", {}, 422, "Choose the file: not empty, and of 1 MB at most."),
        Refused(f"{frozen}/papers", paper, 404, "There is no paper x."),
        Refused("/office/loads/L-0/snapshot", {}, 404, "There is no load L-0."),
    ]


def of_warehouse(town: Town) -> list[Refused]:
    home = "/warehouse"
    loading, frozen = (f"{home}/loads/{each}" for each in (town.open_load, town.frozen_load))
    closed = NOT_NOW.format(f"load {town.frozen_load}", "Closed, declarations drafted")
    packed = NOT_NOW.format(f"order {town.packed}", "Packed and weighed")
    carton = {"position": "1", "pieces": "1:1", "packing": "22", "gross": "10.4"}
    truck = {"truck_plate": "A", "driver": "D", "border_crossing": "KZ-nowhere"}
    batch = {"sku": "NONE", "batch": "B", "produced_on": "2026-09-01", "quantity": "10"}
    paid = {"order": town.paid}
    crossing = "Choose a border crossing that leads to your country."
    return [
        Refused(f"{home}/picks/{town.paid}", {"promise": "999"}, 404, "nothing to pick here."),
        Refused(f"{home}/picks/{town.paid}", {}, 422, "Fill this in."),
        Refused(f"{home}/packing/{town.packed}", carton, 409, packed),
        Refused(f"{home}/packing/{town.picked}", {}, 422, "Please mend 4 things."),
        Refused(f"{home}/receipts", batch, 422, "no goods with the article number NONE."),
        Refused(f"{home}/receipts/1", {"counted": "0", "why": "x"}, 422, "Too short: at least 3"),
        Refused(f"{home}/loads", truck, 422, crossing),
        Refused(f"{frozen}/orders", {"order": town.packed}, 409, closed),
        Refused(f"{loading}/orders", paid, 409, NOT_NOW.format(f"order {town.paid}", "Paid")),
        Refused(f"{loading}/removals", paid, 409, f"{town.paid} is not on load {town.open_load}."),
        Refused(
            f"{loading}/departure",
            {},
            409,
            NOT_NOW.format(f"load {town.open_load}", "Being loaded"),
        ),
    ]


def of_broker(town: Town) -> list[Refused]:
    codes = f"/broker/loads/{town.frozen_load}/codes"
    wrong = {"sku": "RAISINS", "code": "1"}
    return [Refused(codes, wrong, 422, "RAISINS: 1 is not a code of the tariff EAEU.")]


def of_buyer(town: Town) -> list[Refused]:
    paid = NOT_NOW.format(f"order {town.paid}", "Paid")
    return [
        Refused(f"/en/orders/{town.paid}/cancellation", {"why": ""}, 409, paid),
        Refused("/en/quotes/Q-0/order", {}, 404, "Nothing here"),
        Refused("/en/quotes/Q-0/withdrawal", {}, 404, "Nothing here"),
    ]


def of_rival(town: Town) -> list[Refused]:
    return [
        Refused(f"/en/quotes/{town.quote}/withdrawal", {}, 404, "Nothing here"),
        Refused(f"/en/quotes/{town.quote}/order", {}, 404, "Nothing here"),
        Refused(f"/en/orders/{town.placed}/cancellation", {"why": ""}, 404, "Nothing here"),
    ]


DESKS: Final[dict[str, tuple[str, Callable[[Town], list[Refused]]]]] = {
    "operator": ("operator", of_operator),
    "rates": ("rates", of_rates),
    "the second person of the rates": ("second", of_second),
    "declarant": ("declarant", of_declarant),
    "warehouse": ("warehouse", of_warehouse),
    "broker": ("broker", of_broker),
    "buyer": ("kazakh", of_buyer),
    "another buyer": ("rival", of_rival),
}


@pytest.mark.parametrize("desk", DESKS)
async def test_a_refused_form_says_why_and_moves_nothing(
    town: Town, browser: Browser, desk: str
) -> None:
    who, forms_of = DESKS[desk]
    reader: Reader = getattr(town.market, who)
    await browser.sign_in(reader)
    before = await held()
    for each in forms_of(town):
        answer = await browser.post(each.path, **each.fields)
        assert answer.status_code == each.status, f"{each.path}: {page_text(answer)}"
        assert each.sentence in page_text(answer), each.path
        assert await held() == before, each.path
