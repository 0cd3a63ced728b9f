"""The addresses of shared activities and of templates; the pages stand in `pages`."""

from __future__ import annotations

from flask import Blueprint

from engage.plans.sharing.pages import offers, templates

blueprint = Blueprint("sharing", __name__)

READ, POST = ("GET",), ("POST",)
TABLE = (
    ("/activities", "offers", offers.offers_page, READ),
    ("/activities/ours", "ours", offers.ours, READ),
    ("/activities/<int:offer_id>", "offer", offers.offer_page, READ),
    ("/activities/<int:offer_id>", "borrow", offers.borrow_it, POST),
    ("/templates", "templates", templates.list_page, READ),
    ("/templates/new", "template_new", templates.new, READ),
    ("/templates/new", "template_create", templates.create, POST),
    ("/templates/<code>", "template", templates.template_page, READ),
    ("/templates/<code>/document.json", "template_document", templates.document, READ),
    ("/templates/<code>/edit", "template_edit", templates.edit, READ),
    ("/templates/<code>/edit", "template_save", templates.save, POST),
    ("/templates/<code>/<any(retire, restore):step>", "template_step", templates.step, POST),
)

for _address, _endpoint, _view, _methods in TABLE:
    blueprint.add_url_rule(_address, _endpoint, _view, methods=_methods)
