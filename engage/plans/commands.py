"""Commands about plans: taking a document in, giving one out, and its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.db import db
from engage.kit.locales import CODES
from engage.plans import exports
from engage.plans.document import compose
from engage.plans.imports import NotTaken, import_plan
from engage.plans.incoming import LeftOut, parse
from engage.plans.queries import any_plan
from engage.plans.schema import schema
from engage.reference.queries import get_party

SHOWN = 120


@click.group()
def plan() -> None:
    """Plans as documents."""


@plan.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--party", "party_code", required=True, help="Code of the Party, such as MN.")
@click.option("--take-the-rest", is_flag=True, help="Leave out what cannot be taken.")
@with_appcontext
def take_in(file: BinaryIO, party_code: str, take_the_rest: bool) -> None:
    """Take a plan document (JSON) in as a new draft of a Party.

    All that cannot be taken is named; then nothing is written, unless the rest is asked for.
    """
    party = get_party(party_code.upper())
    try:
        arrival = import_plan(None, party, parse(file.read()), take_the_rest=take_the_rest)
    except NotTaken as refusal:
        tell(refusal.left_out)
        raise
    db.session.commit()
    tell(arrival.left_out)
    click.echo(_("The plan is a draft now: %(ref)s", ref=arrival.plan.ref))


def tell(left_out: tuple[LeftOut, ...]) -> None:
    """Each thing that was not taken: path, value, and what was expected."""
    if left_out:
        number = len(left_out)
        click.echo(
            ngettext("%(num)s thing cannot be taken:", "%(num)s things cannot be taken:", number),
            err=True,
        )
    for each in left_out:
        value = json.dumps(each.value, ensure_ascii=True)
        shown = value if len(value) <= SHOWN else value[:SHOWN] + "…"
        path = each.path.encode("utf-8", "backslashreplace").decode("utf-8")
        click.echo(f"  {path or '/'} = {shown}\n    {each.expected}", err=True)


@plan.command("export")
@click.argument("ref")
@click.option("--format", "form", type=click.Choice(["json", "pdf"]), default="json")
@click.option("--lang", type=click.Choice(CODES), default="en", help="Language of the labels.")
@click.option("--kind", type=click.Choice(["summary", "full"]), default="summary")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="File to write.")
@with_appcontext
def give_out(ref: str, form: str, lang: str, kind: str, output: Path | None) -> None:
    """Write the plan REF as it stands, without anything private; a PDF goes to a file."""
    found = any_plan(ref)
    document = compose(found)
    if form == "json":
        _write_json(document, output)
        return
    copy = exports.draft_copy(found, document)
    db.session.rollback()  # nothing is held open while the pages are set
    target = output or Path(exports.file_name(copy, kind, lang, "pdf"))
    target.write_bytes(exports.pdf(kind, copy, lang))
    click.echo(str(target))


def _write_json(document: dict[str, Any], output: Path | None) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if output is None:
        click.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")


@click.command("schema")
@with_appcontext
def print_schema() -> None:
    """Print the JSON Schema of the plan document."""
    _write_json(schema(), None)
