"""Commands. Each is thin: it reads its arguments and calls what the pages call too.

What a command tells is told in the language of the environment (LC_ALL, LANG); names of commands,
options and their help are English.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo, with_appcontext
from flask_alembic.cli import cli as database_commands
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError

from engage import serving
from engage.accounts.actions import add_user
from engage.accounts.details import UserDetails
from engage.accounts.permissions import Role
from engage.app import create_app
from engage.events.commands import files
from engage.events.reminders import remind_of_counts
from engage.frame import assets
from engage.journeys.shells import load_shells
from engage.kit import migrations
from engage.kit.db import db
from engage.kit.errors import EngageError
from engage.kit.locales import CODES, of_environment
from engage.plans.commands import plan, print_schema
from engage.plans.reminders import remind
from engage.post.vocabulary import State
from engage.post.worker import Step, Worker, one_pass
from engage.reference.actions import load_reference
from engage.reference.commands import towns
from engage.rehearsal.commands import rehearsal
from engage.vendor import vendor

# What is done before letters are sent: each writes letters that are due by the calendar.
BEFORE_SENDING: tuple[Step, ...] = (remind, remind_of_counts)


class Commands(click.Group):
    """A refusal is told in its own sentence, not as a stack of calls."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except EngageError as refusal:
            raise click.ClickException(str(refusal.sentence)) from refusal
        except DBAPIError as error:
            with context.obj.load_app().app_context():
                raise click.ClickException(_unusable(str(error.orig))) from error


def _unusable(cause: str) -> str:
    sentence: str = _(
        "The database cannot be used: %(cause)s (If it is new, or older than this program, run: "
        "%(command)s)",
        cause=cause,
        command="engage init",
    )
    return sentence


@click.group(cls=Commands)
@click.pass_context
def main(context: click.Context) -> None:
    """Engage: stakeholder engagement plans for the Parties to the Convention."""
    context.obj = ScriptInfo(create_app=make_app, set_debug_flag=False)


def make_app() -> Flask:
    app = create_app()
    app.config["LANGUAGE_OF_COMMANDS"] = of_environment()
    return app


# Outside of `flask`, nobody else opens the app for the commands of the extension.
if database_commands.callback is not None:
    database_commands.callback = with_appcontext(database_commands.callback)
main.add_command(database_commands, "db")
main.add_command(rehearsal)
main.add_command(files)
main.add_command(plan)
main.add_command(print_schema)
main.add_command(vendor)
vendor.add_command(towns)


@main.command()
@with_appcontext
def init() -> None:
    """Create or migrate the database and load the reference data. Safe to repeat."""
    make_ready()


def make_ready() -> None:
    click.echo(_("Bringing the database up to date …"))
    migrations.upgrade()
    click.echo(_("Loading the reference data …"))
    load_reference()
    load_shells()
    db.session.commit()
    click.echo(_("Compressing style sheets and scripts …"))
    assets.compress(Path(current_app.instance_path))
    click.echo(_("Ready."))


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, help="Processes.")
@click.option("--threads", default=4, show_default=True, help="Threads in each process.")
@click.option("--work", is_flag=True, help="Send letters too, as `engage work` does.")
def serve(host: str, port: int, workers: int, threads: int, work: bool) -> None:
    """Serve the pages; the database is made or brought up to date first."""
    app = make_app()
    with app.app_context():
        if migrations.state() is not migrations.State.UP_TO_DATE:
            make_ready()
        assets.compress(Path(app.instance_path))
        address = f"http://{host}:{port}"
        click.echo(_("Engage is served on %(address)s (Ctrl+C stops it).", address=address))
    app.extensions["engage.engine"].dispose()
    make = make_working_app if work else create_app
    serving.serve(make, host=host, port=port, workers=workers, threads=threads)


def make_working_app() -> Flask:
    """An app that sends letters besides; made in the process that serves it."""
    app = create_app()
    Worker(app, BEFORE_SENDING).start()
    return app


@main.command("work")
@with_appcontext
def send_letters() -> None:
    """Write the digests and send all letters that are due, once. For a timer."""
    tally = one_pass(BEFORE_SENDING)
    click.echo(
        _(
            "Letters sent: %(sent)s. Put off: %(waiting)s. Could not be sent: %(failed)s. "
            "Shown in the app only: %(shown)s.",
            **{state.value: tally[state] for state in State},
        )
    )


@main.group()
def user() -> None:
    """People."""


@user.command("add")
@click.argument("email")
@click.option("--name", required=True, help="The name of the person.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--party", help="Code of the Party the person works for, such as MN.")
@click.option("--language", type=click.Choice(CODES), default="en", show_default=True)
@click.password_option(help="Asked for when it is not given.")
@with_appcontext
def add_person(
    email: str, name: str, role: str, party: str | None, language: str, password: str
) -> None:
    """Add a person who may sign in."""
    details = UserDetails(
        email=email, name=name, role=Role(role), party_code=party, language=language
    )
    add_user(details, password)
    db.session.commit()
    click.echo(_("%(name)s: may sign in now, as %(email)s.", name=name, email=email))


if __name__ == "__main__":
    main()
