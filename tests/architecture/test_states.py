"""Every machine of states is whole: each state can be reached, has a name, and its moves exist."""

import importlib
from enum import StrEnum
from typing import Any

import pytest

from app.kit.settings import ROOT
from app.kit.states import StateMachine
from app.orders.order import ORDER_STATES, OrderState
from app.warehouse.load import LOAD_STATES, LoadState


def machines() -> list[StateMachine[Any]]:
    found = []
    for path in sorted(ROOT.glob("app/*/*.py")):
        if "StateMachine(" in path.read_text():
            module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            found += [each for each in vars(module).values() if isinstance(each, StateMachine)]
    return found


@pytest.mark.parametrize("machine", machines(), ids=lambda machine: type(machine.start).__name__)
def test_every_state_is_listed_named_and_reachable(machine: StateMachine[Any]) -> None:
    kind: type[StrEnum] = type(machine.start)
    states = set(kind)
    assert set(machine.moves) == states
    assert set(machine.names) == states
    reached, frontier = {machine.start}, [machine.start]
    while frontier:
        for state in machine.moves[frontier.pop()] - reached:
            reached.add(state)
            frontier.append(state)
    assert reached == states


def test_an_order_or_a_load_is_shown_with_a_draft_and_not_papers_before_they_are_made() -> None:
    assert ORDER_STATES.names[OrderState.DECLARED] == "Declaration drafted"
    assert LOAD_STATES.names[LoadState.FROZEN] == "Closed, declarations drafted"
    names = [name for machine in machines() for name in machine.names.values()]
    assert [name for name in names if "paper" in name.lower()] == []
