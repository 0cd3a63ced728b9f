"""Help for everybody, signed in or not: the guides as pages and as PDF, and about the service."""

from __future__ import annotations

from flask import Blueprint, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import open_to_all
from engage.frame.fragments import Fragments, macro
from engage.frame.languages import only_this_answer
from engage.frame.papers import in_each_language, language_of_paper, named
from engage.guides import exports
from engage.guides.questions import code_of, title_of
from engage.guides.vocabulary import APART, Guide, Part
from engage.kit.db import db
from engage.kit.locales import CODES, current, force
from engage.kit.memo import Memo
from engage.plans.outline.plan import SECTIONS

blueprint = Blueprint("guides", __name__)

ALL = (len(Guide) + len(APART) + len(SECTIONS)) * len(CODES)
GUIDES = 'any("focal-point", reviewer)'

# What a guide says changes with its language alone: it is put together once in a process.
sheets = Fragments(ALL)
papers: Memo[bytes] = Memo(ALL)


@blueprint.get("/help")
@open_to_all
def help_page() -> ResponseReturnValue:
    return render_template("guides/help_page.html", guides=list(Guide), language=current())


@blueprint.get("/about")
@open_to_all
def about() -> ResponseReturnValue:
    return render_template("guides/about_page.html")


@blueprint.get("/accessibility")
@open_to_all
def accessibility() -> ResponseReturnValue:
    return render_template("guides/accessibility_page.html")


@blueprint.get(f"/help/<{GUIDES}:kind>")
@open_to_all
def page(kind: str) -> ResponseReturnValue:
    return _page(Guide(kind))


@blueprint.get(f"/help/<{GUIDES}:kind>/<part>")
@open_to_all
def part(kind: str, part: str) -> ResponseReturnValue:
    """A chapter that has a page of its own, or one of the chapters in it."""
    guide = Guide(kind)
    if part not in _codes_apart(guide):
        abort(404)
    return _page(guide, part)


@blueprint.get(f"/help/<{GUIDES}:kind>.pdf")
@open_to_all
def pdf(kind: str) -> ResponseReturnValue:
    guide, language = Guide(kind), language_of_paper()
    answer = make_response(papers.get((guide, language), lambda: _paper(guide, language)))
    answer.mimetype = "application/pdf"
    answer.vary.update(("Cookie", "Accept-Language"))
    answer.add_etag()
    answer.make_conditional(request)
    return named(answer, exports.file_name(guide, language))


def _page(guide: Guide, part: str = "") -> str:
    language = language_of_paper()
    other = next(each for each in Guide if each is not guide)
    only_this_answer()
    with force(language):
        return render_template(
            "guides/guide_page.html",
            title=_title(guide, part),
            language=language,
            sheet=sheets.get((guide, part), lambda: _sheet(guide, part, language)),
            pdf_url=f"/help/{guide}.pdf?lang={language}",
            other=(other.label, f"/help/{other}?lang={language}"),
            languages=in_each_language(_address(guide, part)),
        )


def _title(guide: Guide, part: str) -> str:
    titles = {code_of(each): title_of(each) for each in SECTIONS}
    return titles.get(part) or str(Part(part).label if part else guide.label)


def _sheet(guide: Guide, part: str, language: str) -> str:
    """One page of the guide; `pages` are the addresses of the chapters that have one."""
    codes = ("", *_codes_apart(guide))
    pages = {code: f"{_address(guide, code)}?lang={language}" for code in codes}
    draw = macro("guides/_booklet.html", "sheet")
    return str(draw(exports.booklet(guide, language), APART[guide], part, pages))


def _codes_apart(guide: Guide) -> tuple[str, ...]:
    """The chapter that has a page of its own, and the chapters in it that have one each."""
    inner = map(code_of, SECTIONS) if APART[guide] is Part.QUESTIONS else ()
    return (APART[guide], *inner)


def _address(guide: Guide, part: str) -> str:
    return f"/help/{guide}/{part}" if part else f"/help/{guide}"


def _paper(guide: Guide, language: str) -> bytes:
    db.session.rollback()  # no transaction stays open while the pages are set
    return exports.pdf(guide, language)
