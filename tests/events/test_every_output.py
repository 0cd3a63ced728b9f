"""Every address of the app, asked by those outside for events that keep their place back.

The addresses come from the map of the app, so that a new one is asked as well. Two things are
tried: none of the words that are kept back is in any answer; and every answer stays the same when
all that is kept back is changed, which also finds what no word tells: a point on a map, an order
by day, a number of events in a month.

The whole walk is on SQLite alone, since the conditions of the queries are tried on both databases
in `test_safety`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.events.vocabulary import Safety
from engage.frame.languages import COOKIE
from tests.events.outputs import document_of
from tests.events.stage import (
    AFTERWARDS,
    NOW,
    PRIVATE_WORDS,
    WORDS_OF_OPEN_TIME,
    WORDS_OF_PLACE,
    WORDS_OF_TIME,
    Stage,
    staged,
)
from tests.kit.test_pdf import text_of

KEPT_BACK = WORDS_OF_PLACE | WORDS_OF_TIME | PRIVATE_WORDS
PAPERS = (".json", "/print", "/print.pdf")
# What a form has of its own each time: its token, and the key that keeps it from being sent twice.
FORM_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{6}\.[\w-]{20,}|(?<=name=\"entry_key\" value=\")\w+")

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def stage(session: Session) -> Iterator[Stage]:
    with time_machine.travel(NOW, tick=False):
        yield staged(session)


@pytest.fixture
def browsers(stage: Stage, new_client: Any, signed_in: Any) -> dict[str, FlaskClient]:
    """Of those outside, by who they are."""
    return {
        name: signed_in(new_client(), reader) if reader else new_client()
        for name, reader in stage.readers.items()
    }


def said(pages: FlaskClient, address: str) -> str:
    """What an answer says, whatever it is written in."""
    pages.delete_cookie(COOKIE)  # a page that is not there is told in the language asked for
    answer = pages.get(address, read=False)
    assert answer.status_code < 500, address
    if answer.mimetype == "application/pdf":
        return text_of(answer.data)
    text = answer.get_data(as_text=True).replace("<wbr>", "").replace("\r\n ", "")
    return f"{answer.status_code} {answer.location} {FORM_TOKEN.sub('', text)}"


@on_sqlite
def test_no_address_tells_those_outside_what_is_kept_back(
    app: Flask, stage: Stage, browsers: dict[str, FlaskClient]
) -> None:
    found = {
        (reader, address): said(pages, address)
        for reader, pages in browsers.items()
        for address in stage.addresses(app, reader)
    }
    told = {place: words for place, text in found.items() if (words := words_in(text))}
    assert told == {}
    stage.change_what_is_kept_back()
    differ = [
        (reader, address)
        for (reader, address), text in found.items()
        if said(browsers[reader], address) != text
    ]
    assert differ == []


def words_in(text: str) -> list[str]:
    return sorted(word for word in KEPT_BACK if word in text)


def test_the_events_are_shown_so_that_there_is_something_to_keep_back(
    stage: Stage, browsers: dict[str, FlaskClient], new_client: Any, signed_in: Any
) -> None:
    inside = signed_in(new_client(), stage.writer)
    for chosen, event in stage.events.items():
        at = f"/events/{event.ref}/print"
        for pages in browsers.values():
            assert f"Assembly {chosen}" in said(pages, at)
        own = said(inside, at)
        assert all(word in own for word in ("Zanzovar", "Quillmark", "Barnholt", "vexloth"))
        assert ("Quorlight" in own) is (chosen is Safety.AFTER)


def test_after_the_event_place_and_time_are_told_but_never_a_place_that_stays_back(
    stage: Stage, browsers: dict[str, FlaskClient]
) -> None:
    after, province = (stage.events[each].ref for each in (Safety.AFTER, Safety.PROVINCE))
    with time_machine.travel(AFTERWARDS, tick=False):
        for ending in PAPERS:
            over = said(browsers["nobody"], f"/events/{after}{ending}")
            assert all(word in over for word in ("Zanzovar", "Quorlight", "Quillmark", "Marvendia"))
            assert not any(word in over for word in PRIVATE_WORDS)
            still = said(browsers["nobody"], f"/events/{province}{ending}")
            assert all(word in still for word in WORDS_OF_OPEN_TIME)
            assert not any(word in still for word in WORDS_OF_PLACE | PRIVATE_WORDS)


@on_sqlite
def test_a_stop_is_not_the_way_to_an_event_whose_place_is_kept_back(
    app: Flask, stage: Stage, browsers: dict[str, FlaskClient]
) -> None:
    """The stop has a place and a day of its own, which anybody may read."""
    rules = [each for each in app.url_map.iter_rules() if "stop_key" in each.arguments]
    for (reader, pages), (chosen, event) in product(browsers.items(), stage.events.items()):
        for rule in (each for each in rules if "GET" in (each.methods or set())):
            for address in stage.built(rule, event, reader):
                assert f"Assembly {chosen}" not in said(pages, address), address
        assert {"stop", "journey"}.isdisjoint(document_of(pages, event.ref))
