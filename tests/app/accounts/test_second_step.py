"""The second step: set up with a phone, asked for after the password, taken off."""

import asyncio
from datetime import timedelta

import pyotp
import pytest

from app.accounts import actions
from app.accounts.person import Reader
from app.accounts.repository import second_steps
from app.accounts.second_step import (
    SealBroken,
    SecondStepOff,
    SecondStepOn,
    WrongPassword,
    WrongPhoneCode,
)
from app.accounts.tables import RecoveryCode, SecondStep
from app.kit.tables import Letter
from app.kit.throttle import TooManyTries
from tests.app.accounts.test_actions import JOINING, NOON, reader

__all__ = ["reader"]

SECRET = "the shop's secret"
HALF_MINUTE = timedelta(seconds=30)


async def begun(reader: Reader) -> pyotp.TOTP:
    """Return the phone of a reader who has scanned the picture."""
    await actions.begin_second_step(by=reader, shop_secret=SECRET, at=NOON)
    secret = await actions.read_waiting_secret(by=reader, shop_secret=SECRET)
    assert secret is not None
    return pyotp.TOTP(secret)


async def turned_on(reader: Reader) -> tuple[pyotp.TOTP, list[str]]:
    phone = await begun(reader)
    codes = await actions.confirm_second_step(
        phone.at(NOON), by=reader, shop_secret=SECRET, at=NOON
    )
    return phone, codes


async def enter(reader: Reader, code: str, *, steps: int = 0) -> Reader:
    at = NOON + steps * HALF_MINUTE
    return await actions.pass_second_step(reader.email, code, shop_secret=SECRET, at=at)


async def test_it_is_on_only_when_the_phones_first_code_was_right(reader: Reader) -> None:
    phone = await begun(reader)
    assert not await second_steps.is_second_step_on(reader.person_id)
    with pytest.raises(WrongPhoneCode):
        await actions.confirm_second_step("000000", by=reader, shop_secret=SECRET, at=NOON)
    assert not await second_steps.is_second_step_on(reader.person_id)
    codes = await actions.confirm_second_step(
        phone.at(NOON), by=reader, shop_secret=SECRET, at=NOON
    )
    assert await second_steps.is_second_step_on(reader.person_id)
    assert len(set(codes)) == await second_steps.count_recovery_codes(reader.person_id) == 10


async def test_the_next_code_passes_and_its_spaces_do_not_matter(reader: Reader) -> None:
    phone, _ = await turned_on(reader)
    code = phone.at(NOON, counter_offset=1)
    assert await enter(reader, f"{code[:3]} {code[3:]}", steps=1) == reader


async def test_a_code_counts_once_and_an_earlier_one_no_more(reader: Reader) -> None:
    phone, _ = await turned_on(reader)
    with pytest.raises(WrongPhoneCode):
        await enter(reader, phone.at(NOON))
    assert await enter(reader, phone.at(NOON, counter_offset=2), steps=2) == reader
    for step in (2, 1):
        with pytest.raises(WrongPhoneCode):
            await enter(reader, phone.at(NOON, counter_offset=step), steps=2)


async def test_a_code_sent_twice_at_once_passes_once(reader: Reader) -> None:
    phone, _ = await turned_on(reader)
    code = phone.at(NOON, counter_offset=1)
    found = await asyncio.gather(
        *(enter(reader, code, steps=1) for _ in range(2)), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in found) == ["Reader", "WrongPhoneCode"]


@pytest.mark.parametrize("steps", [-2, 3])
async def test_a_phone_whose_clock_is_a_minute_off_is_refused(reader: Reader, steps: int) -> None:
    phone, _ = await turned_on(reader)
    with pytest.raises(WrongPhoneCode):
        await enter(reader, phone.at(NOON, counter_offset=5 + steps), steps=5)


async def test_each_recovery_code_passes_once_however_it_is_typed(reader: Reader) -> None:
    _, codes = await turned_on(reader)
    assert await enter(reader, codes[3].lower().replace(" ", "-")) == reader
    with pytest.raises(WrongPhoneCode):
        await enter(reader, codes[3])
    assert await second_steps.count_recovery_codes(reader.person_id) == 9


async def test_guesses_are_slowed(reader: Reader) -> None:
    phone, _ = await turned_on(reader)
    for _ in range(5):
        with pytest.raises(WrongPhoneCode):
            await enter(reader, "000000")
    with pytest.raises(TooManyTries):
        await enter(reader, phone.at(NOON, counter_offset=1), steps=1)


async def test_a_stolen_table_opens_nothing(reader: Reader) -> None:
    phone, codes = await turned_on(reader)
    (step,) = await SecondStep.select()
    assert phone.secret.encode() not in step["sealed_secret"]
    kept = {row["code_hash"] for row in await RecoveryCode.select()}
    assert not kept & {code.encode() for code in codes}
    with pytest.raises(SealBroken):
        await actions.pass_second_step(
            reader.email, phone.at(NOON, counter_offset=1), shop_secret="another", at=NOON
        )


async def test_a_second_phone_does_not_replace_the_first(reader: Reader) -> None:
    phone, _ = await turned_on(reader)
    with pytest.raises(SecondStepOn):
        await actions.begin_second_step(by=reader, shop_secret=SECRET, at=NOON)
    with pytest.raises(SecondStepOff):
        await actions.confirm_second_step("000000", by=reader, shop_secret=SECRET, at=NOON)
    assert await enter(reader, phone.at(NOON, counter_offset=1), steps=1) == reader


async def test_its_person_takes_it_off_by_the_password(reader: Reader) -> None:
    await turned_on(reader)
    with pytest.raises(WrongPassword):
        await actions.drop_second_step("not the password", by=reader, at=NOON)
    assert await second_steps.is_second_step_on(reader.person_id)
    await actions.drop_second_step(JOINING.password, by=reader, at=NOON)
    assert not await second_steps.is_second_step_on(reader.person_id)
    assert await RecoveryCode.count() == 0
    with pytest.raises(SecondStepOff):
        await actions.drop_second_step(JOINING.password, by=reader, at=NOON)


async def test_the_operator_takes_it_off_and_its_person_is_told(reader: Reader) -> None:
    await turned_on(reader)
    await actions.take_second_step_off(reader.email, at=NOON)
    assert not await second_steps.is_second_step_on(reader.person_id)
    (letter,) = await Letter.select()
    assert (letter["to"], letter["subject"]) == (reader.email, "Keruen: екінші қадам алынды")
