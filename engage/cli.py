"""Commands. Each is thin: it reads its arguments and calls what the pages call too."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import ScriptInfo, with_appcontext
from flask_alembic.cli import cli as database_commands

from engage.app import create_app


@click.group()
@click.pass_context
def main(context: click.Context) -> None:
    """Engage: stakeholder engagement plans for the Parties to the Convention."""
    context.obj = ScriptInfo(create_app=create_app, set_debug_flag=False)


main.add_command(database_commands, "db")


@main.command()
@with_appcontext
def init() -> None:
    """Create or migrate the database and load the reference data. Safe to repeat."""
    current_app.extensions["alembic"].upgrade()
    click.echo("The database is up to date.")
