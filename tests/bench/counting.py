"""How many queries a page takes, counted in this process."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.bench.pages import Asked, Subject
from tests.bench.server import HOST
from tests.reading import count_queries


def queries_of(app: Flask, subject: Subject) -> int:
    """Of a page that was asked for before, as most are; a save is counted as it is."""
    asked = subject.asked[0]
    client = client_of(app, asked)
    ask(client, asked)
    with count_queries(app) as counted:
        ask(client, asked)
    return len(counted)


def client_of(app: Flask, asked: Asked) -> FlaskClient:
    """The same person at the app in this process."""
    client = app.test_client()
    for name, value in asked.visitor.cookies.items():
        client.set_cookie(name, value, domain=HOST)
    return client


def ask(client: FlaskClient, asked: Asked) -> None:
    base = f"http://{HOST}:{asked.visitor.port}"
    if asked.pairs is None:
        answer = client.get(asked.path, base_url=base)
    else:
        form: dict[str, list[str]] = {}
        for name, value in asked.pairs:
            form.setdefault(name, []).append(value)
        answer = client.post(asked.path, data=form, base_url=base)
    if answer.status_code != (200 if asked.pairs is None else 303):
        raise RuntimeError(f"{asked.path} answers {answer.status}")
