"""A form that is refused says why on its own page or on one of the house's, and nothing moves."""

from collections.abc import Callable
from typing import Final, NamedTuple

import pytest

from app.accounts.person import Reader
from tests.app.web.browser import Browser, page_text
from tests.app.web.every_page.sample_orders import SampleOrders
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
CODE: Final = {
    "sku": "RAISINS",
    "tariff": "EAEU",
    "code": "0806209000",
    "evidence": "decision",
    "reason": "No HS code yet",
}
SEAL: Final = {"seal": "0" * 64, "reason": ""}
NOT_NOW: Final = "This step is not possible for {} now. Its state: {}."


def of_operator(sample: SampleOrders) -> list[Refused]:
    paid = NOT_NOW.format(f"order {sample.paid}", "Paid")
    payments = "/office/payments"
    return [
        Refused(f"/office/orders/{sample.paid}/cancellation", {"why": "x"}, 409, paid),
        Refused("/office/orders/K-0/cancellation", {"why": "x"}, 404, "There is no order K-0."),
        Refused(payments, {}, 422, "Please mend 5 things."),
        Refused(payments, TRANSFER, 422, "no proforma invoice with the reference PF-2026-000099."),
        Refused(f"{payments}/refunds", {}, 422, "Please mend 5 things."),
        Refused("/office/malls/new", {}, 422, "Please mend 6 things."),
        Refused("/office/codes", {}, 422, "Please mend 4 things."),
        Refused("/office/codes", {**CODE, "code": "0806201234"}, 422, "has no code 0806201234"),
        Refused("/office/codes", {**CODE, "reason": ""}, 422, "no HS code to compare"),
        Refused(f"/office/codes/{sample.code}", {"verdict": "refused"}, 422, "Why: Say why."),
        Refused("/office/codes/999", {"verdict": "confirmed"}, 404, "no such proposal of a code"),
    ]


def of_rates(sample: SampleOrders) -> list[Refused]:
    desk, draft = "/office/rates", f"/office/rates/drafts/{sample.draft}"
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


def of_second(sample: SampleOrders) -> list[Refused]:
    draft = f"/office/rates/drafts/{sample.draft}"
    return [Refused(f"{draft}/publication", SEAL, 409, NOT_NOW.format("the draft", "Draft"))]


def of_declarant(sample: SampleOrders) -> list[Refused]:
    frozen, loading = (f"/office/loads/{each}" for each in (sample.frozen_load, sample.open_load))
    on_truck = NOT_NOW.format(f"order {sample.loaded}", "On the truck")
    closed = NOT_NOW.format(f"load {sample.frozen_load}", "Closed, declarations drafted")
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


def of_warehouse(sample: SampleOrders) -> list[Refused]:
    home = "/warehouse"
    loading, frozen = (f"{home}/loads/{each}" for each in (sample.open_load, sample.frozen_load))
    closed = NOT_NOW.format(f"load {sample.frozen_load}", "Closed, declarations drafted")
    packed = NOT_NOW.format(f"order {sample.packed}", "Packed and weighed")
    carton = {"position": "1", "pieces": "1:1", "packing": "22", "gross": "10.4"}
    truck = {"truck_plate": "A", "driver": "D", "border_crossing": "KZ-nowhere"}
    batch = {"sku": "NONE", "batch": "B", "produced_on": "2026-09-01", "quantity": "10"}
    paid = {"order": sample.paid}
    crossing = "Choose a border crossing that leads to your country."
    return [
        Refused(
            f"{home}/picks/{sample.paid}", {"reservation": "999"}, 404, "nothing to pick here."
        ),
        Refused(f"{home}/picks/{sample.paid}", {}, 422, "Fill this in."),
        Refused(f"{home}/packing/{sample.packed}", carton, 409, packed),
        Refused(f"{home}/packing/{sample.picked}", {}, 422, "Please mend 4 things."),
        Refused(f"{home}/receipts", batch, 422, "no goods with the article number NONE."),
        Refused(f"{home}/receipts/1", {"counted": "0", "why": "x"}, 422, "Too short: at least 3"),
        Refused(f"{home}/loads", truck, 422, crossing),
        Refused(f"{frozen}/orders", {"order": sample.packed}, 409, closed),
        Refused(f"{loading}/orders", paid, 409, NOT_NOW.format(f"order {sample.paid}", "Paid")),
        Refused(
            f"{loading}/removals", paid, 409, f"{sample.paid} is not on load {sample.open_load}."
        ),
        Refused(
            f"{loading}/departure",
            {},
            409,
            NOT_NOW.format(f"load {sample.open_load}", "Being loaded"),
        ),
    ]


def of_broker(sample: SampleOrders) -> list[Refused]:
    codes = f"/broker/loads/{sample.frozen_load}/codes"
    wrong = {"sku": "RAISINS", "code": "1"}
    return [Refused(codes, wrong, 422, "RAISINS: 1 is not a code of the tariff EAEU.")]


def of_buyer(sample: SampleOrders) -> list[Refused]:
    paid = NOT_NOW.format(f"order {sample.paid}", "Paid")
    return [
        Refused(f"/en/orders/{sample.paid}/cancellation", {"why": ""}, 409, paid),
        Refused("/en/quotes/Q-0/order", {}, 404, "Nothing here"),
        Refused("/en/quotes/Q-0/withdrawal", {}, 404, "Nothing here"),
    ]


def of_seller(sample: SampleOrders) -> list[Refused]:
    desk = "/seller/imports"
    mine = f"{desk}/{sample.goods_import}"
    waits = "This is not possible for the import now. Its state: Waits for your word."
    twice = {"column_0": "sku", "column_1": "net_kg", "column_2": "net_g"}
    return [
        Refused(desk, {}, 422, "Choose the workbook: not empty, and of 24 MB at most."),
        Refused(f"{mine}/columns", {}, 422, "Say which column holds the article numbers"),
        Refused(f"{mine}/columns", twice, 422, "Columns B and C mean the same."),
        Refused(f"{mine}/columns", {"column_0": "colour"}, 422, "Choose the meaning of every"),
        Refused(f"{mine}/successor", {}, 409, waits),
        Refused(f"{desk}/999/agreement", {}, 404, "Nothing here"),
        Refused(f"{desk}/999/withdrawal", {}, 404, "Nothing here"),
    ]


def of_rival(sample: SampleOrders) -> list[Refused]:
    return [
        Refused(f"/en/quotes/{sample.quote}/withdrawal", {}, 404, "Nothing here"),
        Refused(f"/en/quotes/{sample.quote}/order", {}, 404, "Nothing here"),
        Refused(f"/en/orders/{sample.placed}/cancellation", {"why": ""}, 404, "Nothing here"),
    ]


DESKS: Final[dict[str, tuple[str, Callable[[SampleOrders], list[Refused]]]]] = {
    "operator": ("operator", of_operator),
    "rates": ("rates", of_rates),
    "the second person of the rates": ("second", of_second),
    "declarant": ("declarant", of_declarant),
    "warehouse": ("warehouse", of_warehouse),
    "broker": ("broker", of_broker),
    "seller": ("seller", of_seller),
    "buyer": ("kazakh", of_buyer),
    "another buyer": ("rival", of_rival),
}


@pytest.mark.parametrize("desk", DESKS)
async def test_a_refused_form_says_why_and_moves_nothing(
    sample: SampleOrders, browser: Browser, desk: str
) -> None:
    who, forms_of = DESKS[desk]
    reader: Reader = getattr(sample.market, who)
    await browser.sign_in(reader)
    before = await held()
    for each in forms_of(sample):
        answer = await browser.post(each.path, **each.fields)
        assert answer.status_code == each.status, f"{each.path}: {page_text(answer)}"
        assert each.sentence in page_text(answer), each.path
        assert await held() == before, each.path
