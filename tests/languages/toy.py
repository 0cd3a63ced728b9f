"""A made-up seventh language: every sentence is marked and half as long again.

What stands on a page outside the marks was never given to a translator; what is cut off would be
cut off in a language of long words.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import write_po

from engage._build import compile_catalogues
from engage.config import ROOT
from engage.reference.actions import DATA
from tests.house import catalogues
from tests.serving import Place, place

CODE = "eo"  # CLDR knows Esperanto; nobody at the United Nations works in it
NAME = "Esperanto"
OPEN, CLOSE = "⟦", "⟧"
UNSPOKEN = re.compile(r"%\(\w+\)[a-z]|\{\w+\}|</?\w+[^>]*>|%%")
PADDING = " unu du tri kvar kvin ses sep ok naŭ dek"
LANGUAGE = """\
name = "Esperanto"
place = 7
locale = "en_001" # its dates stay readable to the tests
"""


def lengthened(sentence: str) -> str:
    """`Save` → `⟦Save un⟧`: half as long again, in words that may be broken between."""
    half = (len(UNSPOKEN.sub("", sentence)) + 1) // 2
    padding = (PADDING * (half // len(PADDING) + 1))[:half]
    return f"{OPEN}{sentence}{padding.rstrip()}{CLOSE}"


def make_languages(folder: Path) -> Path:
    """The six languages and the toy, in a folder of their own. No line of code is needed."""
    languages = folder / "translations"
    shutil.copytree(ROOT / "translations", languages)
    ours = languages / CODE
    (ours / "LC_MESSAGES").mkdir(parents=True)
    (ours / "language.toml").write_text(LANGUAGE, encoding="utf-8")
    with (ours / "LC_MESSAGES" / "messages.po").open("wb") as file:
        write_po(file, _catalogue())
    _write_names(ours / "names")
    compile_catalogues(languages)
    return languages


def _catalogue() -> Catalog:
    catalogue = Catalog(locale=CODE, project="engage", fuzzy=False)
    for message in catalogues.extract():
        if message.id:
            forms = (message.id,) if isinstance(message.id, str) else message.id
            said = tuple(lengthened(form) for form in forms)
            string = said if message.pluralizable else said[0]
            catalogue.add(message.id, string, context=message.context)
    return catalogue


def _write_names(folder: Path) -> None:
    """Names of Parties and of editable rows: `code,name`, one file for each list."""
    folder.mkdir()
    for source in DATA.glob("*.csv"):
        with source.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        with (folder / source.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["code", "name"])
            for line in lines:
                writer.writerow([line.get("iso2") or line["code"], lengthened(line["en"])])


@dataclass(frozen=True, slots=True)
class Toy:
    """A running Engage of seven languages; e-mail address and password of each role."""

    place: Place
    url: str
    accounts: dict[str, tuple[str, str]]


@contextmanager
def running_toy(folder: Path) -> Iterator[Toy]:
    """With the rehearsal loaded."""
    languages = str(make_languages(folder))
    here = place(folder, ROOT, ENGAGE_TRANSLATIONS=languages, ENGAGE_PASSWORD_COST="test")
    here.run("init")
    people = json.loads(here.run("rehearsal", "--json"))
    accounts = {each["role"]: (each["email"], each["password"]) for each in people}
    with here.serving() as url:
        yield Toy(here, url, accounts)
