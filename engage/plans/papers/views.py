"""The addresses of the paper chain, all in one table; the pages stand in `pages`."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.exceptions import RequestEntityTooLarge

from engage.plans.papers.pages import chain, clearances, sheets, signed

blueprint = Blueprint("papers", __name__, url_prefix="/plans/<ref>/papers")

READ, POST = ("GET",), ("POST",)
PAPER = "<any(cover, receipt):paper>/<int:number>.<int:round_>"
TABLE = (
    ("", "papers_page", chain.papers_page, READ),
    ("/clearance", "clearance", sheets.clearance, READ),
    ("/clearance.pdf", "clearance_pdf", sheets.clearance_pdf, READ),
    (f"/{PAPER}", "sheet", sheets.sheet, READ),
    (f"/{PAPER}.pdf", "sheet_pdf", sheets.sheet_pdf, READ),
    ("/given/new", "new_clearance", clearances.new, READ),
    ("/given/new", "note_clearance", clearances.note, POST),
    ("/given/<int:clearance_id>", "clearance_page", clearances.change_page, READ),
    ("/given/<int:clearance_id>", "change_clearance", clearances.change, POST),
    ("/given/<int:clearance_id>/remove", "remove_clearance", clearances.remove, POST),
    ("/signed/new", "new_signed_page", signed.new, READ),
    ("/signed/new", "attach", signed.attach, POST),
    ("/signed/<int:page_id>", "signed_page", signed.signed_page, READ),
    ("/signed/<int:page_id>/remove", "remove_signed_page", signed.remove, POST),
)

for _address, _endpoint, _view, _methods in TABLE:
    blueprint.add_url_rule(_address, _endpoint, _view, methods=_methods)
blueprint.register_error_handler(RequestEntityTooLarge, signed.too_large)
