"""The browser of the journeys has fonts for every language of ours."""

import pytest
from playwright.async_api import Browser

_DRAWN = """(sign) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 48;
  const pen = canvas.getContext('2d');
  pen.font = '32px sans-serif';
  pen.fillText(sign, 4, 36);
  return Array.from(pen.getImageData(0, 0, 48, 48).data).join();
}"""
NOBODYS_SIGN = "\u0378"
"""No font has it: it is drawn as the box that stands for what cannot be drawn."""


@pytest.mark.parametrize("signs", ["货仓单税", "ҚқӘә", "ҢңӨө"], ids=["zh_Hans", "kk", "ky"])
async def test_each_letter_is_drawn_as_itself_and_not_as_an_empty_box(
    browser: Browser, signs: str
) -> None:
    page = await browser.new_page()
    drawn = [await page.evaluate(_DRAWN, sign) for sign in (*signs, NOBODYS_SIGN, "")]
    await page.close()
    assert len(set(drawn)) == len(signs) + 2
