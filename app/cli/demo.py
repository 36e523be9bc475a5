"""What the terminal says when the demo shop is open."""

from app.cli.libraries import missing_packages
from app.kit.settings import Settings
from app.seeds.reading import DEMO_PASSWORD, demo_people


def greeting(settings: Settings, *, seconds: float) -> str:
    """Will give the address and the demo sign-ins."""
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
            *_lacking(),
        ]
    )


def _lacking() -> list[str]:
    missing = missing_packages()
    if not missing:
        return []
    return [f"  Papers cannot be printed yet: apt-get install {' '.join(missing)}", ""]
