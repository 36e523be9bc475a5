"""Presenter of the reasons of a price, as text and as figures."""

from dataclasses import dataclass

from app.countries.clocks import say_instant
from app.kit.formats import money, number
from app.kit.i18n import N_, say, translate
from app.kit.money import CNY
from app.pricing.breakdown import Stage
from app.pricing.stages import get_stage
from app.pricing.why import Why
from app.rates.figures import terms_figures
from app.web.presenters.prices import explain
from app.web.presenters.units import say_units


@dataclass(frozen=True, slots=True)
class PriceReasonView:
    """One stage: its name, how it was computed, and its amount."""

    name: str
    how: str
    amount: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class WhyView:
    """The reasons of a price."""

    title: str
    reasons: list[PriceReasonView]
    source: list[tuple[str, str, str]]
    verdict: str


def why_view(why: Why, *, name: str, sales_unit: str, country: str | None) -> WhyView:
    """Present the reasons of a price; instants in the country's time zone."""
    line = why.line
    amounts: dict[str, object] = {"unit": money(line.unit_price), "quantity": number(line.quantity)}
    return WhyView(
        title=f"{name}, {say_units(line.quantity, sales_unit)}",
        reasons=[
            _list_price(why, sales_unit, country),
            *(_stage(stage, why, country) for stage in line.unit.stages),
            PriceReasonView(
                translate("Price of a unit"),
                " + ".join(money(stage.amount) for stage in line.unit.stages),
                money(line.unit_price),
            ),
            PriceReasonView(
                translate("Total"),
                say(N_("%(unit)s × %(quantity)s"), amounts),
                money(line.total),
                is_total=True,
            ),
        ],
        source=_source(why, country),
        verdict=_verdict(why),
    )


def _list_price(why: Why, sales_unit: str, country: str | None) -> PriceReasonView:
    sentence = N_("The seller's price list of %(instant)s: from %(quantity)s on")
    fields: dict[str, object] = {
        "instant": say_instant(why.listed_since, country),
        "quantity": say_units(why.step.minimum, sales_unit),
    }
    return PriceReasonView(
        translate("List price"), say(sentence, fields), money(why.line.list_price)
    )


def _stage(stage: Stage, why: Why, country: str | None) -> PriceReasonView:
    kind = get_stage(stage.code)
    reason = kind.reason(why.line.selling, why.approval)
    return PriceReasonView(
        translate(kind.label), explain(reason, country=country), money(stage.amount)
    )


def _source(why: Why, country: str | None) -> list[tuple[str, str, str]]:
    source = why.rate_source
    return [
        (translate("The bank's answer"), source.source, say_instant(source.fetched_at, country)),
        ("SHA-256", source.sha256, ""),
    ]


def _verdict(why: Why) -> str:
    if why.is_reproduced:
        return translate("Computed anew from these figures just now: the same to the coin.")
    return translate("Computed anew from these figures, another price comes out. Tell us, please.")


def why_figures(why: Why) -> dict[str, object]:
    """Return the reasons as figures: amounts as text with a decimal point."""
    line, official = why.line, why.line.selling.official
    return {
        "sku": line.sku,
        "quantity": line.quantity,
        "currency": line.selling.currency,
        "list_price": {"amount": str(line.list_price.amount), "currency": CNY.code},
        "price_list": {"id": line.price_list_id, "since": why.listed_since.isoformat()},
        "stages": [
            {"stage": each.code, "unit": str(each.amount.amount), "line": str(whole.amount.amount)}
            for each, whole in zip(line.unit.stages, line.breakdown.stages, strict=True)
        ],
        "unit_price": str(line.unit_price.amount),
        "total": str(line.total.amount),
        "official_rate": {
            "id": official.id,
            "bank": official.bank,
            "currency": official.currency,
            "nominal": official.nominal,
            "value": str(official.value),
            "published_on": official.published_on.isoformat(),
            "effective_on": official.effective_on.isoformat(),
            "source": why.rate_source.source,
            "sha256": why.rate_source.sha256,
        },
        "terms": {
            "id": line.selling.terms.id,
            "effective_from": line.selling.terms.effective_from.isoformat(),
            **terms_figures(line.selling.terms),
            "drafted_by": why.approval.drafted_by,
            "published_by": why.approval.published_by,
            "published_at": why.approval.published_at.isoformat(),
        },
        "is_reproduced": why.is_reproduced,
    }
