"""The catalogues: take the sentences out of the code, and bring six languages up to date.

`python -m tests.house.catalogues` writes; the test beside it only looks. No positions and no
dates are written, so a change of the files shows words only.
"""

from __future__ import annotations

import io
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from engage.config import ROOT
from engage.kit.locales import CODES

FOLDER = ROOT / "translations"
TEMPLATE = FOLDER / "messages.pot"
SOURCE = "en"
KEYWORDS = DEFAULT_KEYWORDS | {
    "_l": None,
    "_ln": (1, 2),
    "_lp": ((1, "c"), 2),
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
    "lazy_npgettext": ((1, "c"), 2, 3),
}
# Lines of the header that say nothing, or would differ at each run.
UNSAID = (
    '"POT-Creation',
    '"PO-Revision',
    '"Report',
    '"Last',
    '"Language-Team',
    '"Project',
    '"Generated',
)


def path_of(code: str) -> Path:
    return FOLDER / code / "LC_MESSAGES" / "messages.po"


def extract() -> Catalog:
    """Every sentence of the code and the templates, as pyproject.toml maps them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    mappings: list[dict[str, Any]] = settings["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {
        mapping["pattern"]: {
            name: str(value) for name, value in mapping.items() if name not in {"pattern", "method"}
        }
        for mapping in mappings
    }
    catalogue = Catalog(project="engage", fuzzy=False)
    for _file, _line, message, comments, context in extract_from_dir(
        ROOT,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=_is_ours,
    ):
        catalogue.add(message, None, [], auto_comments=comments, context=context)
    return catalogue


def _is_ours(folder: str | Path) -> bool:
    return not Path(folder).name.startswith(".") and Path(folder).name not in {
        "instance",
        "node_modules",
        "static",
        "tests",
    }


def read(code: str) -> Catalog:
    path = path_of(code)
    if not path.exists():
        return Catalog(locale=code, project="engage", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def written(catalogue: Catalog) -> str:
    catalogue.header_comment = "# The words of Engage. See CONTRIBUTING.md."
    stream = io.BytesIO()
    write_po(stream, catalogue, no_location=True, sort_output=True, width=0, ignore_obsolete=True)
    lines = stream.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNSAID))


def fill_source(catalogue: Catalog) -> None:
    """English says what the code says."""
    for message in catalogue:
        if message.id:
            message.string = message.id


def bring_up_to_date() -> None:
    template = extract()
    FOLDER.mkdir(exist_ok=True)
    TEMPLATE.write_text(written(template), encoding="utf-8")
    for code in CODES:
        catalogue = read(code)
        catalogue.update(deepcopy(template), no_fuzzy_matching=True)
        if code == SOURCE:
            fill_source(catalogue)
        path_of(code).parent.mkdir(parents=True, exist_ok=True)
        path_of(code).write_text(written(catalogue), encoding="utf-8")
        print(f"{code}: {len(missing(catalogue))} of {len(catalogue)} sentences to translate")


def missing(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id and not _is_complete(message)]


def _is_complete(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(strings) and not message.fuzzy


if __name__ == "__main__":
    bring_up_to_date()
