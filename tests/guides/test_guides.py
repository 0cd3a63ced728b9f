"""The guides name what is there, and say the same on the page and in the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engage.config import ROOT
from engage.guides import exports
from engage.guides.questions import code_of
from engage.guides.vocabulary import APART, Guide, Named
from engage.kit.galley import Galley
from engage.kit.locales import CODES
from engage.plans.outline.plan import SECTIONS
from tests.guides.reading import (
    outline_of,
    sentences,
    within,
    words_of_page,
    words_of_pdf,
    words_with_marks,
)
from tests.kit.test_pdf import opened, plain

OWN = (ROOT / "engage" / "guides", ROOT / "templates" / "guides")
QUOTED = re.compile("“([^”]+)”")
TASKS = {"questions", "codes"}  # chapters that are made from the outline, not written


@pytest.fixture
def speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.fixture(scope="module")
def sources() -> str:
    """The code and templates of the service itself, strings that run over lines put together."""
    found: list[Path] = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "engage").rglob("*.py")]
    service = [path for path in found if not any(own in path.parents for own in OWN)]
    return "\n".join(path.read_text("utf-8") for path in service)


@pytest.mark.parametrize("named", list(Named))
def test_what_a_guide_names_stands_on_a_page(app: Flask, sources: str, named: Named) -> None:
    with app.test_request_context():
        assert f'_("{named.label}")' in sources or f'_l("{named.label}")' in sources


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("guide", list(Guide))
def test_nothing_is_quoted_that_is_not_named(guide: Guide) -> None:
    labels = {str(each.label) for each in Named}
    for chapter in exports.booklet(guide, "en")["chapters"]:
        if chapter["code"] not in TASKS:
            said = " ".join(line for each in within([chapter]) for line in sentences(each))
            assert set(QUOTED.findall(said)) <= labels


@pytest.mark.usefixtures("speaking")
def test_every_name_is_used() -> None:
    chapters = [each for guide in Guide for each in exports.booklet(guide, "en")["chapters"]]
    said = " ".join(line for each in within(chapters) for line in sentences(each))
    assert [str(each.label) for each in Named if str(each.label) not in said] == []


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("guide", list(Guide))
def test_every_sign_of_a_guide_can_be_drawn(guide: Guide, language: str) -> None:
    galley = Galley(exports.booklet(guide, language))
    galley.laid()
    assert not galley.boxed


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("guide", list(Guide))
def test_page_and_pdf_say_the_same(client: FlaskClient, guide: Guide, language: str) -> None:
    apart: list[str] = [APART[guide]]
    if guide is Guide.FOCAL_POINT:
        apart += [code_of(each) for each in SECTIONS]
    addresses = [f"/help/{guide}", *(f"/help/{guide}/{code}" for code in apart)]
    pages = [client.get(f"{each}?lang={language}").text for each in addresses]
    pdf = client.get(f"/help/{guide}.pdf?lang={language}")
    assert opened(pdf.data).trailer["/Root"]["/Lang"].startswith(language)  # type: ignore[index]  # as Typst writes it
    on_page = {word for each in pages for word in words_of_page(each, language)}
    in_pdf = words_of_pdf(pdf.data, language)
    # Typst ties a vowel mark to its letter, and extractors then write both twice.
    assert on_page - in_pdf <= {word for each in pages for word in words_with_marks(each)}
    assert len(on_page) > 500


@pytest.mark.parametrize("guide", list(Guide))
@pytest.mark.usefixtures("speaking")
def test_the_pdf_has_an_outline_and_says_page_of_pages(guide: Guide) -> None:
    pdf = exports.pdf(guide, "en")
    chapters = within(exports.booklet(guide, "en")["chapters"])
    assert outline_of(pdf) == [plain(each["title"]) for each in chapters]
    pages = opened(pdf).pages
    assert f"Page 2 of {len(pages)}" in pages[1].extract_text()


@pytest.mark.usefixtures("speaking")
def test_a_guide_is_the_same_file_whenever_it_is_set() -> None:
    assert exports.pdf(Guide.REVIEWER, "fr") == exports.pdf(Guide.REVIEWER, "fr")
