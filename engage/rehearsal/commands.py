"""The command that loads the rehearsal and tells how to sign in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from engage.kit.db import db
from engage.kit.errors import Invalid
from engage.rehearsal.actions import load_rehearsal, reset_rehearsal
from engage.rehearsal.people import ACCOUNTS, Account


@click.command("rehearsal")
@click.option("--json", "as_json", is_flag=True, help="Print the accounts as JSON.")
@click.option("--reset", is_flag=True, help="Put the rehearsal back as on its first day.")
@click.option("--keep", is_flag=True, help="Where real people work already, just leave it.")
@with_appcontext
def rehearsal(as_json: bool, reset: bool, keep: bool) -> None:
    """Load the made-up Party with its plans, and print its accounts.

    Loaded before, it stays as the testers left it, unless --reset is given.
    """
    try:
        accounts = reset_rehearsal() if reset else load_rehearsal()
    except Invalid as refusal:
        if not keep:
            raise
        click.echo(refusal.sentence, err=True)
        return
    db.session.commit()
    click.echo(_json(accounts) if as_json else _table(accounts))


def _json(accounts: Sequence[Account]) -> str:
    return json.dumps([asdict(account) for account in accounts], ensure_ascii=False, indent=2)


def _table(accounts: Sequence[Account]) -> str:
    """Role, e-mail address and password, one account a line."""
    widest = max(len(account.email) for account in ACCOUNTS)
    lines = [
        f"  {account.role.label!s:<21}  {account.email:<{widest}}  {account.password}"
        for account in accounts
    ]
    return "\n".join([_("Rehearsal accounts (role, email, password):"), *lines])
