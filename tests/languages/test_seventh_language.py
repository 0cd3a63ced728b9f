"""A seventh language is a folder: no line of code knows it."""

from __future__ import annotations

import io

from pypdf import PdfReader

from tests.languages.toy import CLOSE, CODE, NAME, OPEN, Toy, lengthened
from tests.pages import parse
from tests.serving import fetch


def page_of(toy: Toy, path: str, **headers: str) -> str:
    return fetch(toy.url + path, **headers)[1].decode()


def test_the_strip_offers_it_last(toy: Toy) -> None:
    strip = next(nav for nav in parse(page_of(toy, "/sign-in")).iter("nav"))
    offered = [each.text for item in strip.iter("li") for each in item]
    assert offered[-1] == NAME
    assert len(offered) == 7


def test_a_page_speaks_it_when_asked_by_address_or_browser(toy: Toy) -> None:
    for path, headers in ((f"/sign-in?lang={CODE}", {}), ("/sign-in", {"Accept-Language": CODE})):
        page = page_of(toy, path, **headers)
        assert f'<html lang="{CODE}" dir="ltr"' in page
        assert lengthened("Password") in page


def test_commands_speak_it_and_people_may_choose_it(toy: Toy) -> None:
    environment = {**toy.place.environment, "LC_ALL": f"{CODE}.UTF-8"}
    speaking = type(toy.place)(toy.place.folder, environment)
    person = ("ana@example.org", "--name", "Ana", "--role", "reviewer", "--language", CODE)
    said = speaking.run("user", "add", *person, "--password", "a long pass phrase")
    assert OPEN in said
    assert "ana@example.org" in said


def test_a_paper_is_set_in_it(toy: Toy) -> None:
    toy.place.run("plan", "export", "XA-2026-2", "--format", "pdf", "--lang", CODE, "-o", "toy.pdf")
    pages = PdfReader(io.BytesIO((toy.place.folder / "toy.pdf").read_bytes())).pages
    text = " ".join(page.extract_text() for page in pages)
    assert OPEN in text
    assert CLOSE in text
