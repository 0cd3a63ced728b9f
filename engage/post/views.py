"""The addresses of letters: what was written to one, how it is to come, and the outbox of all."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.access import actor, allowed_to, signed_in
from engage.accounts.permissions import Permission
from engage.kit.clock import now
from engage.kit.errors import NotFound, OutOfTurn, ensure
from engage.kit.formats import show_moment
from engage.kit.locales import current, language
from engage.kit.transaction import commits
from engage.post import queries, rules
from engage.post.actions import choose, mark_all_read, mark_read, send_again
from engage.post.envelopes import grouped
from engage.post.forms import ChoiceForm
from engage.post.letters import told, zone_of
from engage.post.vocabulary import Outcome, State

MOMENT = "%Y-%m-%dT%H:%M:%S.%f"
FARTHEST = 10_000  # pages; no list is so long, and larger numbers fit no column
blueprint = Blueprint("post", __name__)


@blueprint.get("/letters")
@signed_in
def letters() -> ResponseReturnValue:
    page, (total, unread, newest) = _page(), queries.count_letters(actor())
    found = queries.letters_of(actor(), page)
    ensure(found or page == 1, NotFound(_("There are no letters on this page.")))
    return render_template(
        "post/letters_page.html",
        groups=grouped([told(letter, actor()) for letter in found]),
        unread=unread,
        until=f"{newest:{MOMENT}}" if newest else "",
        position=_position(page, len(found), total),
        previous_url=url_for("post.letters", page=page - 1) if page > 1 else "",
        next_url=url_for("post.letters", page=page + 1) if page * queries.PAGE < total else "",
    )


@blueprint.get("/letters/<int:letter_id>")
@signed_in
def letter(letter_id: int) -> ResponseReturnValue:
    found = queries.get_letter(letter_id, visible_to=actor())
    mailing = found.mailing
    return render_template(
        "post/letter_page.html",
        letter=told(found, actor()),
        mailing=mailing,
        state=State(mailing.state).label if mailing else "",
        tag=language(mailing.language).tag if mailing else "",
        sent=_moment(mailing.sent_at) if mailing and mailing.sent_at else "",
    )


@blueprint.post("/letters/<int:letter_id>/read")
@signed_in
@commits
def read(letter_id: int) -> ResponseReturnValue:
    mark_read(actor(), [queries.get_letter(letter_id, visible_to=actor())])
    return redirect(url_for("post.letters"), 303)


@blueprint.post("/letters/read")
@signed_in
@commits
def read_all() -> ResponseReturnValue:
    mark_all_read(actor(), _until())
    flash(_("All your letters are marked as read."))
    return redirect(url_for("post.letters"), 303)


@blueprint.get("/letters/settings")
@signed_in
def choice() -> ResponseReturnValue:
    return render_template("post/settings_page.html", form=ChoiceForm(obj=actor()))


@blueprint.post("/letters/settings")
@signed_in
@commits
def save_choice() -> ResponseReturnValue:
    form = ChoiceForm()
    if not form.validate_on_submit():
        return render_template("post/settings_page.html", form=form), 422
    choose(actor(), form.details())
    flash(_("Letters come to you as you chose."))
    return redirect(url_for("post.choice"), 303)


@blueprint.get("/outbox")
@allowed_to(Permission.MAIL_READ)
def outbox() -> ResponseReturnValue:
    page, counts = _page(), queries.count_mailings(visible_to=actor())
    mailings = queries.mailings_to_look_at(page, visible_to=actor())
    ensure(mailings or page == 1, NotFound(_("There are no e-mails on this page.")))
    total = counts[State.FAILED] + counts[State.WAITING] + counts[State.SENDING]
    return render_template(
        "post/outbox_page.html",
        counts=[{"label": state.label, "text": count} for state, count in counts.items()],
        failed=counts[State.FAILED],
        outcomes=Outcome.labels(),
        lines=[(each, State(each.state), rules.may_send_again(actor(), each)) for each in mailings],
        position=_position(page, len(mailings), total),
        previous_url=url_for("post.outbox", page=page - 1) if page > 1 else "",
        next_url=url_for("post.outbox", page=page + 1) if page * queries.PAGE < total else "",
    )


@blueprint.post("/outbox/<int:mailing_id>/again")
@allowed_to(Permission.MAIL_READ)
@commits
def again(mailing_id: int) -> ResponseReturnValue:
    try:
        send_again(actor(), [queries.get_mailing(mailing_id, visible_to=actor())])
    except OutOfTurn as refused:
        flash(str(refused.sentence), "warning")
    else:
        flash(_("The e-mail is tried again with the next pass."))
    return redirect(url_for("post.outbox"), 303)


@blueprint.post("/outbox/again")
@allowed_to(Permission.MAIL_READ)
@commits
def all_again() -> ResponseReturnValue:
    failed = queries.failed_mailings(visible_to=actor())
    send_again(actor(), failed)
    flash(
        ngettext(
            "%(num)s e-mail is tried again with the next pass.",
            "%(num)s e-mails are tried again with the next pass.",
            len(failed),
        )
    )
    return redirect(url_for("post.outbox"), 303)


def _moment(moment: dt.datetime) -> str:
    """In the zone of the reader, as in the letters."""
    return show_moment(moment, language=current(), zone=zone_of(actor()))


def _until() -> dt.datetime:
    """When the newest letter was written that the page showed."""
    try:
        return dt.datetime.strptime(request.args.get("until", ""), MOMENT).replace(tzinfo=dt.UTC)
    except ValueError:
        return now()


def _page() -> int:
    return min(max(1, request.args.get("page", 1, type=int)), FARTHEST)


def _position(page: int, shown: int, total: int) -> str:
    first = (page - 1) * queries.PAGE + 1
    words: str = _(
        "%(first)s to %(last)s of %(total)s", first=first, last=first + shown - 1, total=total
    )
    return words
