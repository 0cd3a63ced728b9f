"""A guide as one payload, in one language: what the page prints and Typst sets."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from flask_babel import gettext as _

from engage.guides import focal_point, reviewer
from engage.guides.vocabulary import Guide
from engage.kit.booklet import Booklet, Chapter
from engage.kit.locales import direction, force
from engage.kit.pdf import typeset

NAME = "Engage"
LEADS: dict[Guide, Callable[[], list[str]]] = {
    Guide.FOCAL_POINT: focal_point.lead,
    Guide.REVIEWER: reviewer.lead,
}
CHAPTERS: dict[Guide, Callable[[], list[Chapter]]] = {
    Guide.FOCAL_POINT: focal_point.chapters,
    Guide.REVIEWER: reviewer.chapters,
}


def booklet(guide: Guide, language: str) -> Booklet:
    with force(language):
        return {
            "lang": language,
            "dir": "rtl" if direction(language) == "rtl" else "ltr",
            "title": str(guide.label),
            "kind": _("User guide"),
            "party": NAME,
            "draft": None,
            "facts": [],
            "signatures": [],
            "foot": {
                "prepared": _("A guide to Engage. Not an official document of the United Nations."),
                "print": _release(),
                "page": _("Page {page} of {pages}"),
                "code": "",
            },
            "words": {
                "glyphs_missing": _(
                    "Some characters cannot be printed here; □ stands for each. "
                    "They are kept in the plan."
                ),
            },
            "lead": LEADS[guide](),
            "contents": _("Contents"),
            "chapters": CHAPTERS[guide](),
        }


def pdf(guide: Guide, language: str) -> bytes:
    """The PDF/UA. It depends on the language alone."""
    return typeset("guide", booklet(guide, language))


def file_name(guide: Guide, language: str) -> str:
    """`engage-guide-reviewer-fr.pdf`."""
    return f"engage-guide-{guide.value}-{language}.pdf"


def _release() -> str:
    try:
        return f"{NAME} {version('engage')}"
    except PackageNotFoundError:  # run from a folder that is not installed
        return NAME
