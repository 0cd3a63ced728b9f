"""Commands about files: what no row knows of any longer is removed."""

from __future__ import annotations

import datetime as dt

import click
import sqlalchemy as sa
from flask.cli import with_appcontext
from flask_babel import ngettext

from engage.events.files import SHELF as EVIDENCE
from engage.events.models import EventFile
from engage.kit.db import db
from engage.plans.papers.files import SHELF as SIGNED
from engage.plans.papers.models import SignedPage

# A file stands on its shelf before its row is committed; no request takes a day.
OLDER_THAN = dt.timedelta(days=1)
SHELVES = ((SIGNED, SignedPage.stored_as), (EVIDENCE, EventFile.stored))


@click.group()
def files() -> None:
    """Files that people attached."""


@files.command()
@with_appcontext
def sweep() -> None:
    """Remove files that nothing leads to any longer. Safe to repeat; for a timer."""
    swept = 0
    for shelf, column in SHELVES:
        known = set(db.session.scalars(sa.select(column)))
        strays = shelf.strays(known, OLDER_THAN)
        shelf.remove(strays)
        swept += len(strays)
    click.echo(
        ngettext(
            "%(num)s file that nothing leads to was removed.",
            "%(num)s files that nothing leads to were removed.",
            swept,
        )
    )
