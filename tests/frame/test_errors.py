from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from engage.kit.errors import Invalid, NotAllowed, NotFound, OutOfTurn
from tests.conftest import make_app
from tests.factories import make_user
from tests.pages import parse, text_of
from tests.reading import ReadingClient, watch


def raises(error: Exception) -> Callable[[], str]:
    def view() -> str:
        raise error

    return view


@pytest.fixture
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """An app with pages that fail in every way."""
    folder = tmp_path_factory.mktemp("broken")
    app: Flask = make_app(folder, f"sqlite:///{folder / 'engage.sqlite'}")
    app.test_client_class = ReadingClient
    for name, error in {
        "not-allowed": NotAllowed("Only the focal point submits."),
        "not-found": NotFound("There is no such plan."),
        "out-of-turn": OutOfTurn("Review was completed by A. Reviewer."),
        "invalid": Invalid("A reason is needed."),
        "stale": StaleDataError("row is gone"),
        "crash": ZeroDivisionError("secret detail"),
    }.items():
        app.add_url_rule(f"/{name}", name, raises(error))
    for code in (400, 403, 404, 405, 409, 413, 418, 429, 500, 503):
        app.add_url_rule(f"/{code}", str(code), lambda code=code: abort(code))
    with app.app_context():
        app.extensions["alembic"].upgrade()
    watch(app)
    yield app.test_client()
    app.extensions["engage.engine"].dispose()


@pytest.mark.parametrize(
    ("path", "status", "heading", "sentence"),
    [
        ("/not-allowed", 403, "This is not open to you", "Only the focal point submits."),
        ("/not-found", 404, "There is no such page", "There is no such plan."),
        ("/out-of-turn", 409, "Somebody was quicker", "Review was completed by A. Reviewer."),
        ("/invalid", 422, "Something could not be taken", "A reason is needed."),
        ("/stale", 409, "Somebody was quicker", "This has changed since you opened the page."),
        ("/crash", 500, "Something went wrong on our side", "It has been written down"),
    ],
)
def test_a_refusal_is_a_page_with_its_sentence(
    broken: FlaskClient, path: str, status: int, heading: str, sentence: str
) -> None:
    answer = broken.get(path)
    assert answer.status_code == status
    page = parse(answer.text)
    assert [text_of(found) for found in page.iter("h1")] == [heading]
    assert sentence in answer.text
    assert "secret detail" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("code", [400, 403, 404, 405, 409, 413, 418, 429, 500, 503])
def test_each_http_error_keeps_its_status(broken: FlaskClient, code: int) -> None:
    assert broken.get(f"/{code}").status_code == code


def test_an_error_speaks_the_language_of_the_reader(broken: FlaskClient) -> None:
    for path in ("/404", "/crash"):
        page = parse(broken.get(f"{path}?lang=ar").text)
        assert page.get("dir") == "rtl"


def test_a_post_from_another_site_is_refused_with_a_page(
    client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> None:
    signed_in(client, make_user(session))
    elsewhere = {"Origin": "https://elsewhere.example", "Referer": "https://elsewhere.example/"}
    answer = client.post("/account", data={"name": "X"}, headers=elsewhere, csrf=False)
    assert answer.status_code == 400
