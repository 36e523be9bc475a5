"""The message on the terminal when the demo shop is open."""

from collections.abc import Sequence

from app.demo.cast import DEMO_PASSWORD, demo_people
from app.kit.settings import Settings


def greeting(settings: Settings, *, seconds: float, missing: Sequence[str]) -> str:
    """Return the address and the accounts; `missing` names the packages that printing lacks."""
    people = demo_people()
    width = max(len(person.email) for person in people)
    rows = [f"    {person.email:<{width}}  {person.role}" for person in people]
    return "\n".join(
        [
            "",
            f"  Keruen is open at {settings.base_url}   ({seconds:.1f} s, Ctrl-C ends everything)",
            "",
            f"  Sign in as any of these, password {DEMO_PASSWORD}",
            *rows,
            "",
            *_lacking(missing),
        ]
    )


def _lacking(missing: Sequence[str]) -> list[str]:
    if not missing:
        return []
    return [f"  Papers cannot be printed yet: apt-get install {' '.join(missing)}", ""]
