"""Generated files: front-end files, fonts, message catalogues."""

from collections.abc import Mapping

from app.cli.steps import Steps
from app.documents.fonts import prepare_fonts
from app.kit import assets
from app.kit.catalogues import compile_catalogues
from app.kit.settings import ROOT, Settings


def prepare_all(
    settings: Settings, steps: Steps, *, pictures: Mapping[str, str] | None = None
) -> None:
    """Make what is missing or older than its source; `pictures` are SVG by name."""
    with steps.step("Message catalogues"):
        compile_catalogues()
    with steps.step("Front-end files and pictures"):
        settings.assets.mkdir(parents=True, exist_ok=True)
        assets.gather(settings.assets, pictures or {})
    with steps.step("Fonts for papers"):
        prepare_fonts(ROOT / "node_modules", settings.fonts, report=steps.report)
