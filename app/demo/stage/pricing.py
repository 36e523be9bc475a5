"""The rates desk on the stage: terms drafted, rehearsed and published, a stop, customs' rates."""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from app.demo.stage.plan import Plan, PlannedStop, PlannedTerms
from app.demo.stage.scene import Scene
from app.rates.actions import terms
from app.rates.rounding import RoundingRule
from app.rates.selling import Limits
from app.rehearsals import actions as rehearsals

FLOOR: Final = Decimal(1)
"""The lowest spread that needs no reason, in percent."""
_MINUTE: Final = timedelta(minutes=1)


def plan_pricing(scene: Scene, plan: Plan) -> None:
    """Put the rates desk's part of the plan on the timeline."""
    timeline = scene.timeline
    for each in plan.terms:
        at = timeline.when(each.ago, 12) if each.ago else timeline.now - 3 * _MINUTE
        timeline.add(at, partial(_draft, scene, each))
    for stop in plan.stop:
        timeline.add(timeline.when(stop.ago, 9, 10), partial(_stop, scene, stop))


async def _draft(scene: Scene, planned: PlannedTerms, at: datetime) -> None:
    """Draft and rehearse terms; then publish, withdraw or leave them."""
    maker = scene.people[planned.by]
    proposal = propose(planned.currency, Decimal(planned.spread), why=planned.why)
    draft = await terms.draft_terms(proposal, by=maker, at=at)
    rehearsal = await rehearsals.rehearse_draft(draft.id, by=maker, at=at + _MINUTE)
    later = at + 40 * _MINUTE
    if planned.withdrawn:
        await terms.withdraw_draft(draft.id, by=maker, at=later, why=planned.withdrawn)
    if planned.published_by:
        checker = scene.people[planned.published_by]
        await rehearsals.publish_draft(
            draft.id, seal=rehearsal.seal, by=checker, at=later, reason=""
        )


def propose(currency: str, spread_percent: Decimal, *, why: str) -> terms.Proposal:
    """Return a proposal of terms in force from their publication."""
    return terms.Proposal(
        currency=currency,
        spread_percent=spread_percent,
        rounding=RoundingRule(),
        limits=Limits(floor_percent=FLOOR),
        holds_from=None,
        why=why,
    )


async def _stop(scene: Scene, planned: PlannedStop, at: datetime) -> None:
    await terms.stop_selling(planned.currency, by=scene.people[planned.by], at=at, why=planned.why)
    lifter = scene.people[planned.lifted_by]
    await terms.lift_stop(planned.currency, by=lifter, at=at + 45 * _MINUTE, why=planned.lifted)
