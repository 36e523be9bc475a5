"""Presenter of assessments and estimates of duty and tax."""

from dataclasses import dataclass
from typing import Final

from app.kit.formats import day, money
from app.kit.i18n import N_, say, text_of, translate
from app.kit.refusal import Refusal
from app.kit.texts import refusal_text, sentence
from app.landed.estimate import Estimate, Estimated
from app.web.presenters.prices import Sum
from app.web.presenters.sources import source_text
from customs.duties.assess import LineNotice
from customs.duties.measures import Requirement
from customs.duties.reason import AmountKind, AssessmentReason

KIND_NAMES: Final = {
    AmountKind.VALUE: N_("Customs value"),
    AmountKind.DUTY: N_("Import duty"),
    AmountKind.EXCISE: N_("Excise"),
    AmountKind.VAT: N_("Value added tax"),
    AmountKind.FEE: N_("Customs fee"),
}


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One step of an assessment."""

    kind: str
    text: str
    amount: str
    source: str


def reason_view(reason: AssessmentReason) -> ReasonView:
    """Present a reason."""
    return ReasonView(
        kind=translate(KIND_NAMES[reason.kind]),
        text=sentence(reason.sentence, reason.fields),
        amount=money(reason.amount),
        source=source_text(reason.source),
    )


def notice_text(at: LineNotice) -> str:
    """Return the sentence of a notice: what a broker must check."""
    return sentence(at.notice.sentence, at.notice.fields)


@dataclass(frozen=True, slots=True)
class EstimateView:
    """An estimate of duty, tax and fee; `sums` is empty when there is none."""

    title: str
    refusal: str
    """Why there is no estimate; empty when there is one."""
    sums: list[Sum]
    reasons: list[ReasonView]
    notices: list[str]
    """What a broker must check about single goods."""
    required: list[str]
    """Requirements that the goods must meet besides duty."""
    cautions: list[str]
    """What may still change the total."""


def estimate_view(estimated: Estimated) -> EstimateView:
    """Present an estimate, marked with its day."""
    title = text_of(estimated.country.estimate_title) % {"day": day(estimated.on)}
    found = estimated.found
    if isinstance(found, Refusal):
        refusal = refusal_text(found)
        return EstimateView(title, refusal, [], [], [], _required(estimated), [])
    assessment = found.assessment
    reasons = [each for each in assessment.reasons if each.kind is not AmountKind.VALUE]
    return EstimateView(
        title=title,
        refusal="",
        sums=_sums(found),
        reasons=[reason_view(each) for each in reasons],
        notices=[notice_text(at) for at in assessment.notices if at.line is not None],
        required=_required(estimated),
        cautions=[
            translate(_CAUTION),
            *(notice_text(at) for at in assessment.notices if at.line is None),
        ],
    )


def _required(estimated: Estimated) -> list[str]:
    return [
        say(N_("%(kind)s: %(name)s (%(source)s)"), _requirement(row)) for row in estimated.required
    ]


def _requirement(row: Requirement) -> dict[str, object]:
    kind = translate(_REQUIRED.get(row.kind, row.kind))
    return {"kind": kind, "name": source_text(row.name), "source": source_text(row.source)}


_REQUIRED: Final = {
    "conformity": N_("Conformity"),
    "phytosanitary": N_("Phytosanitary certificate"),
    "veterinary": N_("Veterinary certificate"),
    "marking": N_("Digital marking"),
    "dual use": N_("Expert opinion"),
}
_CAUTION: Final = N_(
    "Rates of the day on which customs registers the declaration count, and your broker decides"
    " the code. Carriage to the border is not in it: it raises value, duty and tax."
)


def _sums(found: Estimate) -> list[Sum]:
    assessment = found.assessment
    excise = [(AmountKind.EXCISE, assessment.excise)] if assessment.excise.amount else []
    charges = [(AmountKind.DUTY, assessment.duty), *excise, (AmountKind.VAT, assessment.vat)]
    once = translate("once for a declaration")
    return [
        (translate("Goods"), money(found.goods), "", False),
        *((translate(KIND_NAMES[kind]), money(amount), "", False) for kind, amount in charges),
        (translate(KIND_NAMES[AmountKind.FEE]), money(assessment.fee), once, False),
        (translate("Altogether"), money(found.landed), "", True),
    ]
