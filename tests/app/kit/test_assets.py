"""Front-end files stand under a version, whole; what is missing is named, nothing is half there."""

from pathlib import Path

import pytest

from app.kit import assets
from app.kit.assets import PackageMissing, current_version, gather

NUT = {"fruit:nut": "<svg/>"}


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packages as set-up brings them."""
    folder = tmp_path / "node_modules"
    for source in assets.VENDOR.values():
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_text(f"// {source}")
    monkeypatch.setattr(assets, "PACKAGES", folder)
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "assets").mkdir()
    return folder


def test_files_of_packages_and_pictures_stand_under_the_version(
    packages: Path, tmp_path: Path
) -> None:
    target = tmp_path / "assets"
    version = gather(target, {**NUT, "fruit:grapes": "<svg>•</svg>"})
    assert current_version(target) == version
    vendor = target / version / "vendor"
    assert {path.name: path.read_text() for path in vendor.iterdir()} == {
        name: f"// {source}" for name, source in assets.VENDOR.items()
    }
    fruit = target / version / "pictures" / "fruit"
    assert (fruit / "grapes.svg").read_text(encoding="utf-8") == "<svg>•</svg>"
    assert (fruit / "nut.svg").read_text(encoding="utf-8") == "<svg/>"
    assert packages.is_dir()


@pytest.mark.usefixtures("packages")
def test_what_is_fresh_is_left_alone_and_what_changed_gets_another_version(tmp_path: Path) -> None:
    target = tmp_path / "assets"
    first = gather(target, NUT)
    kept = target / first / "vendor" / "htmx.js"
    kept.write_text("as it stood")
    assert gather(target, NUT) == first
    assert kept.read_text() == "as it stood"
    (tmp_path / "package-lock.json").write_text('{"other": 1}')
    second = gather(target, NUT)
    assert second != first
    assert gather(target, {"fruit:nut": "<svg>drawn anew</svg>"}) not in {first, second}
    assert gather(target, NUT) == second
    assert current_version(target) == second
    assert kept.read_text() == "as it stood", "a page that is open goes on with its own"


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        ("htmx.org/dist/htmx.min.js", r"node_modules/htmx\.org/dist/htmx\.min\.js is missing"),
        ("uplot/dist/uPlot.min.css", r"node_modules/uplot/dist/uPlot\.min\.css is missing"),
    ],
)
def test_a_package_that_is_missing_is_named_and_no_version_stands(
    packages: Path, tmp_path: Path, lacking: str, named: str
) -> None:
    (packages / lacking).unlink()
    with pytest.raises(PackageMissing, match=named):
        gather(tmp_path / "assets", NUT)
    assert [path.name[0] for path in (tmp_path / "assets").iterdir()] == ["."]
    with pytest.raises(PackageMissing, match=r"version is missing\. Run `make setup`"):
        current_version(tmp_path / "assets")
