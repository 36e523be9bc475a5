"""Letters that wait or were sent, and the choice of what to get letters about."""

from datetime import timedelta

import lxml.html

from app.kit import clock
from app.kit.letters import Letter, write_letter
from app.kit.tables import Letter as LetterRow
from app.notices.notice import ALWAYS, NoticeKind
from app.notices.repository import declined_by
from tests.app.orders.market import Market
from tests.app.web.browser import Browser, page_text


async def write(count: int) -> None:
    for number in range(count):
        letter = Letter("aida@firm.example", f"Subject {number:03}", "A secret link")
        await write_letter(letter, at=clock.now())


async def test_letters_are_listed_page_by_page_without_their_texts(
    market: Market, browser: Browser
) -> None:
    await browser.sign_in(market.operator)
    await write(51)
    shown = await browser.get("/office/letters")
    text = page_text(shown)
    assert "Subject 050" in text
    assert "Subject 001" in text
    assert "Subject 000" not in text
    assert "A secret link" not in text
    links = [str(link[2]) for link in lxml.html.fromstring(shown.text).iterlinks()]
    (older,) = {link for link in links if "before=" in link and "language" not in link}
    assert "Subject 000" in page_text(await browser.get(older))


async def test_a_letter_that_failed_says_why_and_all_are_tried_again(
    market: Market, browser: Browser
) -> None:
    await browser.sign_in(market.operator)
    await write(2)
    await LetterRow.update(
        {
            LetterRow.trouble: "550 no such box",
            LetterRow.tries: 3,
            LetterRow.next_try_at: clock.now() + timedelta(hours=6),
        }
    ).where(LetterRow.id == 1)
    await LetterRow.update({LetterRow.sent_at: clock.now()}).where(LetterRow.id == 2)
    shown = page_text(await browser.get("/office/letters?waiting=yes"))
    assert "550 no such box (tries: 3" in shown
    assert "Subject 001" not in shown
    assert (await browser.post("/office/letters/tries")).status_code == 303
    due = await LetterRow.select(LetterRow.next_try_at).where(LetterRow.id == 1).first()
    assert due is not None
    assert due["next_try_at"] <= clock.now()


async def test_a_person_chooses_what_to_get_letters_about(market: Market, browser: Browser) -> None:
    await browser.sign_in(market.kazakh)
    await browser.get("/en/letters")
    shown = await browser.post("/en/letters", order_paid="yes")
    assert shown.status_code == 303
    declined = (await declined_by([market.kazakh.person_id]))[market.kazakh.person_id]
    assert NoticeKind.ORDER_PAID not in declined
    assert NoticeKind.ORDER_PLACED in declined
    assert not declined & ALWAYS
    shown = await browser.get("/en/letters")
    assert 'name="order_paid" value="yes" checked' in shown.text
    assert 'name="order_placed" value="yes">' in shown.text
