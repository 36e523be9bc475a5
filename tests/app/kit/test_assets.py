"""Front-end files stand under a version, whole; what is missing is named, nothing is half there."""

import json
from pathlib import Path

import pytest

from app.kit import assets
from app.kit.assets import NoSuchPicture, PackageMissing, current_version, gather

GRAPES = {"body": '<path fill="currentColor" d="M0 0"/>', "width": 48, "height": 32}
ICONS = {"width": 16, "icons": {"grapes": GRAPES, "nut": {"body": "<g/>"}}}


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packages as set-up brings them, with two pictures."""
    folder = tmp_path / "node_modules"
    for source in assets.VENDOR.values():
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_text(f"// {source}")
    (folder / "@iconify-json" / "fruit").mkdir(parents=True)
    (folder / "@iconify-json" / "fruit" / "icons.json").write_text(json.dumps(ICONS))
    monkeypatch.setattr(assets, "PACKAGES", folder)
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "assets").mkdir()
    return folder


def test_files_of_packages_and_pictures_stand_under_the_version(
    packages: Path, tmp_path: Path
) -> None:
    target = tmp_path / "assets"
    version = gather(target, ["fruit:nut", "fruit:grapes", "fruit:nut"])
    assert current_version(target) == version
    vendor = target / version / "vendor"
    assert {path.name: path.read_text() for path in vendor.iterdir()} == {
        name: f"// {source}" for name, source in assets.VENDOR.items()
    }
    fruit = target / version / "pictures" / "fruit"
    assert (fruit / "grapes.svg").read_text() == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 32">'
        '<path fill="#2a2f6b" d="M0 0"/></svg>'
    )
    assert 'viewBox="0 0 16 24"' in (fruit / "nut.svg").read_text()
    assert packages.is_dir()


@pytest.mark.usefixtures("packages")
def test_what_is_fresh_is_left_alone_and_what_changed_gets_another_version(tmp_path: Path) -> None:
    target = tmp_path / "assets"
    first = gather(target, ["fruit:nut"])
    kept = target / first / "vendor" / "htmx.js"
    kept.write_text("as it stood")
    assert gather(target, ["fruit:nut"]) == first
    assert kept.read_text() == "as it stood"
    (tmp_path / "package-lock.json").write_text('{"other": 1}')
    second = gather(target, ["fruit:nut"])
    assert second != first
    assert current_version(target) == second
    assert kept.read_text() == "as it stood", "a page that is open goes on with its own"


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        ("htmx.org/dist/htmx.min.js", r"node_modules/htmx\.org/dist/htmx\.min\.js is missing"),
        ("@iconify-json/fruit/icons.json", r"node_modules/@iconify-json/fruit/icons\.json is mi"),
    ],
)
def test_a_package_that_is_missing_is_named_and_no_version_stands(
    packages: Path, tmp_path: Path, lacking: str, named: str
) -> None:
    (packages / lacking).unlink()
    with pytest.raises(PackageMissing, match=named):
        gather(tmp_path / "assets", ["fruit:nut"])
    assert [path.name[0] for path in (tmp_path / "assets").iterdir()] == ["."]
    with pytest.raises(PackageMissing, match=r"version is missing\. Run `make setup`"):
        current_version(tmp_path / "assets")


@pytest.mark.usefixtures("packages")
def test_a_picture_that_no_set_has_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPicture, match="no picture fruit:pear in the icon sets"):
        gather(tmp_path / "assets", ["fruit:pear"])
    assert not (tmp_path / "assets" / "version").exists()
