"""Channel codes, and the state that receipts add up to."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from customs.china.receipt import (
    CHANNELS,
    PASSES_THE_GATE,
    STATE_NAMES,
    CustomsReceipt,
    DeclarationState,
    UnknownChannel,
    state_after,
)

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)


def noticed(*channels: str) -> list[CustomsReceipt]:
    """Notices of one channel after the other, a minute apart."""
    return [
        CustomsReceipt(channel=channel, noticed_at=NOON + timedelta(minutes=minute))
        for minute, channel in enumerate(channels)
    ]


def test_every_state_has_a_name_and_a_code_that_leads_to_it() -> None:
    assert set(STATE_NAMES) == set(DeclarationState)
    assert {channel.state for channel in CHANNELS.values()} == {None, *DeclarationState}


def test_only_four_codes_release_and_one_closes() -> None:
    passing = {code for code, channel in CHANNELS.items() if channel.state in PASSES_THE_GATE}
    assert passing == {"P", "I", "B", "K", "R"}


@pytest.mark.parametrize(
    ("channels", "state"),
    [
        ([], DeclarationState.DRAFT),
        (["S0"], DeclarationState.DRAFT),
        (["S0", "7", "L"], DeclarationState.ACCEPTED),
        (["7", "E"], DeclarationState.REJECTED),
        (["7", "E", "S0"], DeclarationState.DRAFT),
        (["L", "b", "d"], DeclarationState.ACCEPTED),
        (["J", "P", "a"], DeclarationState.RELEASED),
        (["P", "H"], DeclarationState.HELD),
        (["P", "12"], DeclarationState.HELD),
        (["P", "F"], DeclarationState.REVIEWED),
        (["F1", "f0"], DeclarationState.DRAFT),
    ],
)
def test_the_latest_notice_that_says_a_state_counts(
    channels: list[str], state: DeclarationState
) -> None:
    assert state_after(noticed(*channels)) is state


@given(some.permutations(noticed("S0", "7", "L", "C", "J", "P", "a")))
def test_the_order_in_which_notices_arrive_does_not_count(receipts: list[CustomsReceipt]) -> None:
    assert state_after(receipts) is DeclarationState.RELEASED


@pytest.mark.parametrize("channel", ["", "X", "p", "l", "S1"])
def test_a_code_that_nobody_explained_is_refused(channel: str) -> None:
    with pytest.raises(UnknownChannel):
        state_after(noticed(channel))
