"""Rebuilds the front-end files of others that we serve, with npm, and writes down what they are.

Only the person who takes a new version needs npm. The built files stand in the repository.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

STATIC = Path(__file__).resolve().parents[1] / "static"
VENDOR = STATIC / "vendor"
SCSS = STATIC / "scss"
MANIFEST = VENDOR / "manifest.json"

SASS = "1.108.2"
RTLCSS = "4.3.0"


@dataclass(frozen=True, slots=True)
class Package:
    """One package of others that we serve, and the terms under which we may."""

    name: str
    version: str
    licence: str

    @property
    def folder(self) -> Path:
        return VENDOR / f"{self.name}-{self.version}"


GOVUK = Package("govuk-frontend", "6.6.0", "MIT")
HTMX = Package("htmx.org", "2.0.11", "0BSD")
ATLAS = Package("world-atlas", "2.0.2", "ISC; the data of Natural Earth is in the public domain")
PACKAGES = (GOVUK, HTMX, ATLAS)


@click.group("vendor")
def vendor() -> None:
    """Files of others: build the front-end ones again, or check them; write the towns anew."""


@vendor.command("build")
def build() -> None:
    """Fetch the pinned packages with npm and build what we serve."""
    with _npm_folder() as npm:
        click.echo("Fetching packages …")
        _install(npm)
        for package in PACKAGES:
            _empty(package)
        click.echo("Building style sheets …")
        _build_govuk(npm, GOVUK.folder)
        _copy_htmx(npm, HTMX.folder)
        _copy_atlas(npm, ATLAS.folder)
    write_manifest()
    click.echo(f"Written: {MANIFEST.relative_to(STATIC.parent)}")


@vendor.command("check")
def check() -> None:
    """Tell whether the files are those that the manifest names."""
    if json.loads(MANIFEST.read_text("utf-8")) != manifest():
        raise click.ClickException("The vendored files differ from their manifest.")
    click.echo("The vendored files match their manifest.")


def manifest() -> dict[str, Any]:
    """What stands in the vendor folder now, with a checksum for each file."""
    return {
        "built_with": {"sass": SASS, "rtlcss": RTLCSS},
        "packages": [
            {
                "name": package.name,
                "version": package.version,
                "licence": package.licence,
                "files": _checksums(package.folder),
            }
            for package in PACKAGES
        ],
    }


def write_manifest() -> None:
    text = json.dumps(manifest(), indent=2, ensure_ascii=False)
    MANIFEST.write_text(text + "\n", encoding="utf-8")


def _checksums(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@contextmanager
def _npm_folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="engage-vendor-") as folder:
        yield Path(folder)


def _install(npm: Path) -> None:
    wanted = [f"{package.name}@{package.version}" for package in PACKAGES]
    tools = [f"sass@{SASS}", f"rtlcss@{RTLCSS}"]
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(npm)]
    _run(_npm(), "install", *options, *wanted, *tools, folder=npm)


def _empty(package: Package) -> None:
    for old in VENDOR.glob(f"{package.name}-*"):
        shutil.rmtree(old)
    package.folder.mkdir(parents=True)


def _build_govuk(npm: Path, folder: Path) -> None:
    tools = npm / "node_modules" / ".bin"
    forwards, backwards = folder / "govuk.css", folder / "govuk.rtl.css"
    paths = [f"--load-path={npm / 'node_modules'}", "--no-charset"]
    style = ["--style=compressed", "--no-source-map", "--quiet-deps"]
    source = str(SCSS / "govuk.scss")
    _run(str(tools / "sass"), *paths, *style, source, str(forwards), folder=npm)
    _run(str(tools / "rtlcss"), str(forwards), str(backwards), folder=npm)
    shutil.copy(SCSS / "govuk-frontend.licence.txt", folder / "LICENSE.txt")


def _copy_htmx(npm: Path, folder: Path) -> None:
    source = npm / "node_modules" / HTMX.name
    shutil.copy(source / "dist" / "htmx.min.js", folder / "htmx.min.js")
    shutil.copy(source / "LICENSE", folder / "LICENSE.txt")


def _copy_atlas(npm: Path, folder: Path) -> None:
    source = npm / "node_modules" / ATLAS.name
    # Read by the server and asked for by no browser: under this name no compressed copy is made.
    shutil.copy(source / "countries-50m.json", folder / "countries-50m.topojson")
    shutil.copy(source / "LICENSE", folder / "LICENSE.txt")


def _npm() -> str:
    npm = shutil.which("npm")
    if npm is None:
        raise click.ClickException(
            "npm is not installed. It is needed only to rebuild these files."
        )
    return npm


def _run(*command: str, folder: Path) -> None:
    # The command is ours word for word: pinned packages and our own paths.
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 fixed words
