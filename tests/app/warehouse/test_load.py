"""A load's states, without a database."""

import pytest

from app.warehouse.load import Load, LoadCannotMove, LoadState

VERBS = {
    "frozen": (LoadState.OPEN, LoadState.FROZEN),
    "reopened": (LoadState.FROZEN, LoadState.OPEN),
    "released": (LoadState.FROZEN, LoadState.RELEASED),
    "held": (LoadState.RELEASED, LoadState.FROZEN),
    "departed": (LoadState.RELEASED, LoadState.DEPARTED),
}


def load(state: LoadState) -> Load:
    return Load(1, "L-2026-000001", state, "A 1", "", "Ma", "khorgos", "KZ")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", LoadState)
def test_each_verb_moves_a_load_from_where_it_begins_and_from_nowhere_else(
    verb: str, state: LoadState
) -> None:
    begins, ends = VERBS[verb]
    if state is begins:
        moved: Load = getattr(load(state), verb)()
        assert moved == load(ends)
    else:
        with pytest.raises(LoadCannotMove):
            getattr(load(state), verb)()


def test_a_load_that_cannot_move_says_where_it_is() -> None:
    with pytest.raises(LoadCannotMove, match="Its state: Being loaded"):
        load(LoadState.OPEN).departed()
