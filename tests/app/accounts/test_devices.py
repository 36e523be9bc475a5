"""Devices: a known one keeps a way in, a new one is told of, and visits are ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.accounts import actions
from app.accounts.device import NoSuchVisit, Origin, browser_name, system_name
from app.accounts.person import Reader, WrongSignIn
from app.accounts.repository import devices, visits
from app.accounts.session import VisitPlace
from app.accounts.tables import Device, Session
from app.kit.tables import Letter
from app.kit.throttle import TooManyTries
from tests.app.accounts.test_actions import JOINING, NOON, reader

__all__ = ["reader"]

PHONE = Origin("192.0.2.1", "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile", "key of a phone")
DESK = Origin("192.0.2.2", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Edg/140.0", "key of a desk")
PASSWORD = JOINING.password


async def guess_from_everywhere(email: str) -> None:
    """Use up the tries of the e-mail, each from an address of its own."""
    for turn in range(30):
        try:
            await actions.sign_in(email, "a guess", address=f"198.51.100.{turn}", at=NOON)
        except (WrongSignIn, TooManyTries):
            continue


async def test_guessers_at_many_addresses_are_stopped(reader: Reader) -> None:
    await guess_from_everywhere(reader.email)
    with pytest.raises(TooManyTries):
        await actions.sign_in(reader.email, PASSWORD, address="203.0.113.9", at=NOON)


async def test_guessers_do_not_lock_out_the_owner_at_a_known_device(reader: Reader) -> None:
    await actions.recognise_device(reader, PHONE, at=NOON)
    await guess_from_everywhere(reader.email)
    found = await actions.sign_in(
        reader.email, PASSWORD, address="198.51.100.1", device_key=PHONE.device_key, at=NOON
    )
    assert found == reader


async def test_a_link_by_letter_is_a_way_in_for_an_owner_without_a_known_device(
    reader: Reader,
) -> None:
    link = await actions.issue_link(reader.email, at=NOON)
    await guess_from_everywhere(reader.email)
    await actions.set_password(link.key, "a new one, long", at=NOON, origin=DESK)
    found = await actions.sign_in(
        reader.email, "a new one, long", address="192.0.2.2", device_key=DESK.device_key, at=NOON
    )
    assert found == reader


async def test_guesses_at_a_known_device_are_slowed_too(reader: Reader) -> None:
    await actions.recognise_device(reader, PHONE, at=NOON)

    async def guess(password: str) -> Reader:
        return await actions.sign_in(
            reader.email, password, address="192.0.2.1", device_key=PHONE.device_key, at=NOON
        )

    for _ in range(10):
        with pytest.raises(WrongSignIn):
            await guess("a guess")
    with pytest.raises(TooManyTries):
        await guess(PASSWORD)


async def test_anothers_device_gives_a_guesser_no_tries_of_their_own(reader: Reader) -> None:
    await guess_from_everywhere(reader.email)
    for key in (PHONE.device_key, "", "made up"):
        with pytest.raises(TooManyTries):
            await actions.sign_in(
                reader.email, PASSWORD, address="203.0.113.9", device_key=key, at=NOON
            )


async def test_a_new_device_is_told_of_by_letter_in_the_persons_language(reader: Reader) -> None:
    first = await actions.recognise_device(reader, PHONE, at=NOON)
    assert await Letter.count() == 0
    second = await actions.recognise_device(reader, DESK, at=NOON)
    (letter,) = await Letter.select()
    assert letter["to"] == reader.email
    assert "Edge · Windows\n192.0.2.2\n2026-11-23 06:00 UTC" in letter["body"]
    assert letter["subject"].startswith("Keruen: жаңа құрылғыдан")
    later = NOON + timedelta(days=1)
    assert await actions.recognise_device(reader, PHONE, at=later) == first
    assert await actions.recognise_device(reader, DESK, at=later) == second
    assert (await Letter.count(), await Device.count()) == (1, 2)


async def open_visit(reader: Reader, origin: Origin) -> str:
    device_id = await actions.recognise_device(reader, origin, at=NOON)
    place = VisitPlace(device_id, origin.address)
    return await actions.open_visit(reader, data={}, old_key="", at=NOON, place=place)


async def test_a_person_sees_each_visit_with_its_device_and_address(reader: Reader) -> None:
    await open_visit(reader, PHONE)
    key = await open_visit(reader, DESK)
    found = await devices.list_own_visits(reader.person_id, key, at=NOON)
    assert [(each.address, each.browser, each.is_this) for each in found] == [
        (DESK.address, DESK.browser, True),
        (PHONE.address, PHONE.browser, False),
    ]
    assert await devices.list_own_visits(reader.person_id, key, at=NOON + timedelta(days=1)) == []


async def test_one_visit_is_ended_and_another_persons_is_not(reader: Reader) -> None:
    phone, desk = await open_visit(reader, PHONE), await open_visit(reader, DESK)
    (_, other) = await devices.list_own_visits(reader.person_id, desk, at=NOON)
    stranger = replace(reader, person_id=reader.person_id + 1)
    with pytest.raises(NoSuchVisit):
        await actions.end_visit(other.id, by=stranger)
    assert await Session.count() == 2
    await actions.end_visit(other.id, by=reader)
    assert await visits.find_visit(phone, at=NOON) is None
    assert await visits.find_visit(desk, at=NOON) is not None
    with pytest.raises(NoSuchVisit):
        await actions.end_visit(other.id, by=reader)


async def test_all_others_are_ended_and_this_one_stays(reader: Reader) -> None:
    phone, desk = await open_visit(reader, PHONE), await open_visit(reader, DESK)
    assert await actions.end_other_visits(desk, by=reader) == 1
    assert await visits.find_visit(phone, at=NOON) is None
    assert await visits.find_visit(desk, at=NOON) is not None


@pytest.mark.parametrize(
    ("header", "browser", "system"),
    [
        (PHONE.browser, "Chrome", "Android"),
        (DESK.browser, "Edge", "Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari", "iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130 YaBrowser/25.1", "Yandex", "Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox", "Linux"),
        ("curl/8.1", "", ""),
    ],
)
def test_a_browser_is_named_in_plain_words(header: str, browser: str, system: str) -> None:
    assert (browser_name(header), system_name(header)) == (browser, system)
