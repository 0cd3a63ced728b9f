"""Sets plans and letters on paper with Typst: PDF/UA-1, with our own fonts, without the network.

The templates stand in templates/pdf and read nothing but their own folder. What people wrote goes
in as JSON, so it can never become Typst code. The fonts stand in static/fonts; manifest.json there
says where each comes from and how it was made. Noto Sans Arabic is Debian's 2.005 on purpose: in
later releases dots are glyphs of their own and the words of a PDF can be neither searched nor read
out. A new font needs a new coverage.txt: all its characters, in ranges.

The fonts are read once in a process and shared. A compiler is made for each paper (0.4 ms), since
one compiler cannot be used by two threads at a time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import typst
from flask_babel import lazy_gettext as _l

from engage.config import ROOT
from engage.kit.errors import EngageError
from engage.kit.galley import LOOSE, Galley, Laid, Tightness
from engage.kit.glyphs import BOX

FOLDER = ROOT / "templates" / "pdf"
FONTS = ROOT / "static" / "fonts"
# How many pages a template may fill.
MOST_PAGES = {"summary": 2}
_UNDRAWN = re.compile(r'text(?: contains the disallowed codepoint)? `"(.+?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES = 20


class PdfError(EngageError):
    """The paper could not be set; the page itself can still be printed."""

    status = 500


def typeset(template: str, payload: Mapping[str, Any]) -> bytes:
    """The PDF of a payload, as `engage.kit.paper` describes it: `summary`, `full`, `letter` …"""
    most = MOST_PAGES.get(template)
    laid = Galley(payload).laid() if most is None else _fitted(template, payload, most)
    return _drawn(template, laid)


# ---------------------------------------------------------------- fitting


def _fitted(template: str, payload: Mapping[str, Any], most: int) -> Laid:
    """The loosest setting that stays within the pages."""
    loose, tight = list(_with_all_rows()), list(_with_fewer_rows(payload))
    laid = Galley(payload, loose[0]).laid()
    pages = _pages(template, laid)
    if pages <= most:
        return laid
    # Smaller type wins a page at most: what is much longer loses rows at once.
    steps = loose[1:] + tight if pages == most + 1 else tight
    low, high, best = 0, len(steps), None
    while low < high:
        middle = (low + high) // 2
        laid = Galley(payload, steps[middle]).laid()
        if _pages(template, laid) <= most:
            best, high = laid, middle
        else:
            low = middle + 1
    if best is None:
        raise _refusal()
    return best


def _with_all_rows() -> Iterator[Tightness]:
    """First unbroken tables, then smaller type, then shorter texts."""
    yield Tightness(whole=True)
    yield Tightness(0.95, whole=True)
    yield LOOSE
    yield Tightness(0.95)
    yield Tightness(0.9)
    for letters in (None, 400, 240, 160):
        yield Tightness(0.85, letters)


def _with_fewer_rows(payload: Mapping[str, Any]) -> Iterator[Tightness]:
    """The first table keeps its first twelve as long as can be: the groups of the decision."""
    longest = max((len(table["rows"]) for table in payload["tables"]), default=0)
    for letters, most, least, first in ((240, longest, 6, 12), (70, 12, 3, 12), (36, 6, 1, 0)):
        rows = most
        while rows >= least:
            yield Tightness(0.85, letters, rows, first=first)
            rows -= 1 + rows // 20


# ---------------------------------------------------------------- Typst


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(False, False, [str(FONTS)])


def _compiler(template: str, laid: Laid) -> typst.Compiler:
    return typst.Compiler(
        FOLDER / f"{template}.typ",
        root=FOLDER,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(laid)},
    )


def _pages(template: str, laid: Laid) -> int:
    try:
        return int(_compiler(template, laid).query("<pages>", field="value", one=True))
    except typst.TypstError as error:
        raise _refusal() from error


def _drawn(template: str, laid: Laid) -> bytes:
    """The PDF; a text that no font can draw after all is replaced by boxes, one at a time."""
    for _attempt in range(_TRIES):
        try:
            drawn = _compiler(template, laid).compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            undrawn = _UNDRAWN.search(error.message)
            if undrawn is None:
                raise _refusal() from error
            laid = _boxed(laid, _ESCAPED.sub(_unescaped, undrawn.group(1)))
            if laid["box_note"] not in laid["notes"]:
                laid["notes"].append(laid["box_note"])
        else:
            return drawn if isinstance(drawn, bytes) else b"".join(drawn or [])
    raise _refusal()


def _unescaped(code: re.Match[str]) -> str:
    return chr(int(code.group(1), 16))


def _boxed(laid: Any, undrawn: str) -> Any:
    if isinstance(laid, str):
        return laid.replace(undrawn, BOX)
    if isinstance(laid, list):
        return [_boxed(one, undrawn) for one in laid]
    if isinstance(laid, dict):
        return {key: _boxed(one, undrawn) for key, one in laid.items()}
    return laid


def _refusal() -> PdfError:
    return PdfError(_l("The PDF could not be made. You can print the page from your browser."))
