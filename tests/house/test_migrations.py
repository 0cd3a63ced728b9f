"""The migrations tell the same story as the models, in both directions, with data on board."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from engage.app import create_app
from engage.config import ROOT
from tests.conftest import make_settings
from tests.postgres import new_database

REVISIONS = sorted(
    path.stem.split("_")[0] for path in (ROOT / "migrations" / "versions").glob("0*.py")
)
SIX = ("ar", "zh", "en", "fr", "ru", "es")
# Where a check constraint asks for more than a value of the right type.
FITTING: dict[str, Any] = {"plan_letter.step": "return", "comment_objection.outcome": "kept"}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    address = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    if request.param == "postgresql":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        server = request.getfixturevalue("postgres")
        address = new_database(server, f"engage_migrations_{worker}")
    app = create_app(make_settings(tmp_path, address))
    yield app
    app.extensions["engage.engine"].dispose()


def upgrade(app: Flask, target: str = "heads") -> None:
    with app.app_context():
        app.extensions["alembic"].upgrade(target)


def downgrade(app: Flask, target: str) -> None:
    with app.app_context():
        app.extensions["alembic"].downgrade(target)


def test_there_is_one_head(empty_app: Flask) -> None:
    with empty_app.app_context():
        heads = empty_app.extensions["alembic"].script_directory.get_heads()
    assert heads == [REVISIONS[-1]]


def test_the_migrated_schema_is_that_of_the_models(empty_app: Flask) -> None:
    upgrade(empty_app)
    with empty_app.app_context():
        assert empty_app.extensions["alembic"].compare_metadata() == []


def test_every_step_goes_up_and_down_with_data_on_board(empty_app: Flask) -> None:
    for before, revision in zip(["base", *REVISIONS], REVISIONS, strict=False):
        upgrade(empty_app, revision)
        fill(empty_app)
        downgrade(empty_app, before)
        upgrade(empty_app, revision)
        fill(empty_app)
    downgrade(empty_app, "base")
    left = sa.inspect(empty_app.extensions["engage.engine"]).get_table_names()
    assert left == ["alembic_version"]


def fill(app: Flask) -> None:
    """One row in every table that has none."""
    schema = sa.MetaData()
    with app.extensions["engage.engine"].begin() as connection:
        schema.reflect(connection)
        for table in schema.sorted_tables:
            if connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one():
                continue
            row = {column.name: value(column) for column in table.columns if is_needed(column)}
            connection.execute(sa.insert(table), row)


def is_needed(column: sa.Column[Any]) -> bool:
    return not column.nullable


def value(column: sa.Column[Any]) -> Any:
    fitting = FITTING.get(f"{column.table.name}.{column.name}")
    if fitting is not None:
        return fitting
    for key in column.foreign_keys:
        return value(key.column)
    kinds: tuple[tuple[type[sa.types.TypeEngine[Any]], Any], ...] = (
        (sa.Boolean, True),
        (sa.Integer, 1),
        (sa.Numeric, 1),
        (sa.DateTime, dt.datetime(2026, 11, 22, tzinfo=dt.UTC)),
        (sa.Date, dt.date(2026, 11, 22)),
        (sa.JSON, {}),
        (sa.Uuid, "5d5a1f5e-0d3f-4b0e-8f0a-0a5cf0e2c001"),
        (sa.LargeBinary, b"x"),
        (sa.String, "x"),
    )
    return next(sample for kind, sample in kinds if isinstance(column.type, kind))


def test_the_names_of_a_party_survive_the_way_up_and_down(empty_app: Flask) -> None:
    """Six columns until 0004, one document from 0007 on."""
    upgrade(empty_app, "0004")
    columns = {f"name_{language}": f"Name {language}" for language in SIX}
    facts = {"code": "A1", "iso3": "A10", "annexes": [], "languages": [], "ui_language": "en"}
    with empty_app.extensions["engage.engine"].begin() as connection:
        before = sa.Table("party", sa.MetaData(), autoload_with=connection)
        connection.execute(before.insert(), {**facts, **columns, "is_rehearsal": False})
    upgrade(empty_app, "0007")
    assert first_party(empty_app)["names"] == {language: f"Name {language}" for language in SIX}
    downgrade(empty_app, "0004")
    kept = first_party(empty_app)
    assert {column: kept[column] for column in columns} == columns


def test_the_groups_of_a_submitted_plan_are_those_of_its_last_version(empty_app: Flask) -> None:
    upgrade(empty_app, "0013")
    fill(empty_app)
    rows = [{"values": {"groups": ["youth", "women"]}}, {"values": {"name": "No group"}}]
    document = {"sections": {"stakeholders": {"registers": {"stakeholders": rows}}}}
    with empty_app.extensions["engage.engine"].begin() as connection:
        versions = sa.Table("plan_version", sa.MetaData(), autoload_with=connection)
        connection.execute(versions.update().values(document=document))
    upgrade(empty_app, "0014")
    with empty_app.extensions["engage.engine"].connect() as connection:
        plans = sa.Table("plan", sa.MetaData(), autoload_with=connection)
        assert connection.scalar(sa.select(plans.c.submitted_groups)) == ["women", "youth"]


def first_party(app: Flask) -> dict[str, Any]:
    with app.extensions["engage.engine"].connect() as connection:
        table = sa.Table("party", sa.MetaData(), autoload_with=connection)
        return dict(connection.execute(sa.select(table)).mappings().one())
