"""Where somebody signs in from: a browser with a key of ours, and what it says of itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import NotFound

BROWSER_LENGTH: Final = 300
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser", "Yandex"),
    ("SamsungBrowser", "Samsung Internet"),
    ("MicroMessenger", "WeChat"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""The first that the header names: most call themselves Chrome and Safari besides."""
_SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


class NoSuchVisit(NotFound):
    """The visit has ended, or is another person's."""

    code = "account.visit_not_found"
    sentence = N_("This visit has ended already.")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from."""

    address: str
    """Of the network, as far as proxies tell."""
    browser: str
    """The User-Agent header."""
    device_key: str
    """Of the browser's own cookie; a new one where it had none that we know."""


@dataclass(frozen=True, slots=True)
class OwnVisit:
    """A visit as its person sees it."""

    id: int
    opened_at: datetime
    seen_at: datetime
    address: str
    browser: str
    is_this: bool
    """Whether the page is read in it."""


def browser_name(header: str) -> str:
    """Return the browser's name as people know it, or nothing."""
    return next((name for sign, name in _BROWSERS if sign in header), "")


def system_name(header: str) -> str:
    """Return what the browser runs on, or nothing."""
    return next((name for sign, name in _SYSTEMS if sign in header), "")
