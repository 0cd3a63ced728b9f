"""The front-end files of others are those that the manifest names, and carry nobody's brand."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from engage import vendor
from engage.kit.atlas import NATURAL_EARTH

STYLE_SHEETS = sorted(vendor.STATIC.rglob("*.css"))
TEMPLATES = vendor.STATIC.parent / "templates"
KIB = 1024
OTHERS = ("GDS Transport", "GOV.UK", "crown", "url(")


def test_the_files_are_those_that_the_manifest_names() -> None:
    assert json.loads(vendor.MANIFEST.read_text("utf-8")) == vendor.manifest()


def test_no_file_stands_beside_the_manifest() -> None:
    named = {path for package in vendor.manifest()["packages"] for path in package["files"]}
    there = {path.relative_to(vendor.VENDOR).as_posix() for path in vendor.VENDOR.rglob("*.*")}
    folders = {package.folder.name for package in vendor.PACKAGES}
    assert there - folders == named | {"manifest.json"}


def test_each_package_brings_its_licence() -> None:
    for package in vendor.PACKAGES:
        assert (package.folder / "LICENSE.txt").read_text("utf-8").strip()


def test_the_map_is_the_one_that_is_there() -> None:
    assert NATURAL_EARTH.parent == vendor.ATLAS.folder
    assert NATURAL_EARTH.is_file()


def test_the_templates_ask_for_the_versions_that_are_there() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in TEMPLATES.rglob("*.html"))
    asked = set(re.findall(r"vendor/[\w./-]+", pages))
    assert asked
    assert all((vendor.STATIC / path).is_file() for path in asked)


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_carries_nobody_elses_brand(path: Path) -> None:
    text = path.read_text("utf-8").lower()
    assert [word for word in OTHERS if word.lower() in text] == []


def test_the_first_visit_is_light() -> None:
    govuk = f"{vendor.GOVUK.folder.name}/govuk.css"
    sheets = (govuk, "../css/engage.css", "../js/engage.js")
    files = [(vendor.VENDOR / sheet).read_bytes() for sheet in sheets]
    assert sum(len(gzip.compress(content, 9)) for content in files) < 20 * KIB
