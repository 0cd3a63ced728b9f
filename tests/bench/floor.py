"""The floor: Flask, Jinja and SQLAlchemy with three indexed queries, and nothing else.

It answers each measured page with as many bytes as ours, cut from ours so that they compress
alike. It is served, and compressed, with the settings of `engage serve`.
"""

from __future__ import annotations

import os
from functools import cache, partial
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa
from flask import Flask, Response, g, make_response, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_compress import Compress
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from engage import serving
from engage.app import configure
from engage.config import Settings
from engage.kit.db import make_engine

FOLDER = "ENGAGE_BENCH_FOLDER"


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Plan(Base):
    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str]
    title: Mapped[str]


class Entry(Base):
    __tablename__ = "history_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    actor_name: Mapped[str]


def make_app() -> Flask:
    folder = Path(os.environ[FOLDER])
    app = Flask("floor", template_folder=str(folder))
    configure(app, Settings.from_environment())
    Compress(app)
    engine = make_engine(app.config["DATABASE_URL"])
    app.before_request(partial(_open, engine))
    app.teardown_appcontext(_close)
    app.add_url_rule("/page/<name>/<int:user_id>/<ref>", "page", page)
    app.add_url_rule("/save/<int:user_id>/<ref>", "save", save, methods=["POST"])
    app.add_url_rule("/file/<name>/<int:user_id>/<ref>", "file", partial(file, folder))
    return app


def page(name: str, user_id: int, ref: str) -> str:
    return render_template(name, **_found(user_id, ref))


def file(folder: Path, name: str, user_id: int, ref: str) -> Response:
    _found(user_id, ref)
    answer = make_response(_content(folder / name))
    answer.mimetype = "application/pdf"
    return answer


def save(user_id: int, ref: str) -> ResponseReturnValue:
    """The same, with one row changed and committed."""
    plan = _found(user_id, ref)["plan"]
    g.session.execute(sa.update(Plan).where(Plan.id == plan.id).values(title=plan.title))
    g.session.commit()
    return redirect("/", 303)


def _found(user_id: int, ref: str) -> dict[str, Any]:
    session: Session = g.session
    plan = session.scalars(sa.select(Plan).where(Plan.ref == ref)).one()
    entries = sa.select(Entry).where(Entry.subject_kind == "plan", Entry.subject_id == plan.id)
    return {
        "person": session.get(Person, user_id),
        "plan": plan,
        "entries": session.scalars(entries).all(),
    }


@cache
def _content(path: Path) -> bytes:
    return path.read_bytes()


def _open(engine: sa.Engine) -> None:
    g.session = Session(engine)


def _close(_error: BaseException | None) -> None:
    session: Session | None = g.pop("session", None)
    if session is not None:
        session.close()


@click.command()
@click.option("--port", type=int, required=True)
@click.option("--workers", type=int, required=True)
@click.option("--threads", type=int, required=True)
def main(port: int, workers: int, threads: int) -> None:
    serving.serve(make_app, host="127.0.0.1", port=port, workers=workers, threads=threads)


if __name__ == "__main__":
    main()
