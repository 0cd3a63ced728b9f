"""Files of an event: added, given out, removed."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from engage.accounts.access import actor, allowed_to, open_to_all, visitor
from engage.accounts.permissions import Permission
from engage.events import files
from engage.events.file_forms import ChoiceForm, FileForm
from engage.events.models import Event, EventFile
from engage.events.queries import get_event, own_event
from engage.events.vocabulary import FileKind
from engage.frame.files import given_out, refused_unread
from engage.kit.db import db
from engage.kit.errors import EngageError
from engage.kit.transaction import commits
from engage.kit.uploads import Upload

blueprint = Blueprint("events_files", __name__)


@blueprint.get("/events/<event_ref>/files")
@allowed_to(Permission.EVENT_EDIT)
def page(event_ref: str) -> ResponseReturnValue:
    return _page(own_event(event_ref, writer=actor()), FileForm())


@blueprint.post("/events/<event_ref>/files")
@allowed_to(Permission.EVENT_EDIT)
@commits
def add(event_ref: str) -> ResponseReturnValue:
    own_event(event_ref, writer=actor())
    db.session.rollback()  # nobody waits while the file is looked at
    upload = _looked_at()
    event = own_event(event_ref, writer=actor(), lock=True)
    form = FileForm()
    if not form.validate_on_submit() or isinstance(upload, EngageError):
        return _unfit(event, form, upload), 422
    try:
        files.add_file(actor(), event, upload, FileKind(form.kind.data), form.choice())
    except EngageError as refused:
        return _unfit(event, form, refused), refused.status
    flash(_("The file is added."))
    return redirect(url_for("events_files.page", event_ref=event_ref), 303)


@blueprint.get("/events/<event_ref>/files/<int:file_id>")
@open_to_all
def file(event_ref: str, file_id: int) -> ResponseReturnValue:
    found = files.get_file(get_event(event_ref, visible_to_reader=visitor()), file_id, visitor())
    data = files.SHELF.content_of(found.stored, found.digest)
    return given_out(Upload(found.name, data, found.media_type))


@blueprint.get("/events/<event_ref>/files/<int:file_id>/choose")
@allowed_to(Permission.EVENT_EDIT)
def choose_page(event_ref: str, file_id: int) -> ResponseReturnValue:
    event, found = _own_file(event_ref, file_id)
    return _choice_page(event, found, ChoiceForm(obj=found))


@blueprint.post("/events/<event_ref>/files/<int:file_id>/choose")
@allowed_to(Permission.EVENT_EDIT)
@commits
def choose(event_ref: str, file_id: int) -> ResponseReturnValue:
    event, found = _own_file(event_ref, file_id, lock=True)
    form = ChoiceForm()
    form.kind_of_file = found.kind
    if not form.validate_on_submit():
        return _choice_page(event, found, form), 422
    files.change_file(actor(), found, form.choice())
    flash(_("What is said of the file is saved."))
    return redirect(url_for("events_files.page", event_ref=event_ref), 303)


@blueprint.post("/events/<event_ref>/files/<int:file_id>/remove")
@allowed_to(Permission.EVENT_EDIT)
@commits
def remove(event_ref: str, file_id: int) -> ResponseReturnValue:
    _event, found = _own_file(event_ref, file_id, lock=True)
    files.remove_file(actor(), found)
    flash(_("The file is removed for good."))
    return redirect(url_for("events_files.page", event_ref=event_ref), 303)


@blueprint.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Response:
    return refused_unread(str(files.FAR_TOO_LARGE))


def _own_file(event_ref: str, file_id: int, *, lock: bool = False) -> tuple[Event, EventFile]:
    event = own_event(event_ref, writer=actor(), lock=lock)
    return event, files.get_file(event, file_id, actor())


def _looked_at() -> Upload | EngageError:
    try:
        return files.examined(request.files.get("file"))
    except EngageError as refused:
        return refused


def _unfit(event: Event, form: FileForm, upload: Upload | EngageError) -> str:
    if isinstance(upload, EngageError):
        form.file.errors = [upload.sentence]
    return _page(event, form)


def _page(event: Event, form: FileForm) -> str:
    shown = files.files_of(event, actor())
    return render_template("events/files_page.html", event=event, shown=shown, form=form)


def _choice_page(event: Event, found: EventFile, form: ChoiceForm) -> str:
    return render_template("events/file_page.html", event=event, file=found, form=form)
