"""Every machine of states is whole: each state can be reached, has a name, and its moves exist."""

import importlib
from enum import StrEnum
from types import ModuleType

import pytest

from app.kit.settings import ROOT


def machines() -> list[ModuleType]:
    found = []
    for path in sorted(ROOT.glob("app/*/*.py")):
        if "\nMOVES" in path.read_text():
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found.append(importlib.import_module(name))
    return found


@pytest.mark.parametrize("machine", machines(), ids=lambda module: module.__name__)
def test_every_state_is_listed_named_and_reachable(machine: ModuleType) -> None:
    moves: dict[StrEnum, frozenset[StrEnum]] = machine.MOVES
    machine_states: type[StrEnum] = type(machine.START)
    states = set(machine_states)
    assert set(moves) == states
    assert set(machine.STATE_NAMES) == states
    reached, frontier = {machine.START}, [machine.START]
    while frontier:
        for state in moves[frontier.pop()] - reached:
            reached.add(state)
            frontier.append(state)
    assert reached == states
