"""Every address, with who may ask for it. A new one fails here until it is written down."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from werkzeug.routing import Rule

from engage.frame.navigation import FOOTER, MENU

GUARDS = {
    "accounts.account": "signed in",
    "accounts.save_account": "signed in",
    "accounts.save_password": "signed in",
    "accounts.sign_in_page": "open",
    "accounts.sign_in_person": "open",
    "accounts.sign_out": "open",
    "changes.page": "plan:read",
    "checklist.page": "plan:review",
    "checklist.save": "plan:review",
    "checks.ask": "plan:edit",
    "checks.check": "plan:comment",
    "checks.checks": "plan:read",
    "checks.finish": "plan:comment",
    "advising.advice": "plan:read",
    "advising.set_aside": "plan:edit",
    "advising.take_up_again": "plan:edit",
    "assignments.add": "plan:review",
    "assignments.remove": "plan:review",
    "assignments.rules": "plan:review",
    "assignments.work": "plan:review",
    "board.our_party": "plan:submit",
    "board.page": "plan:review",
    "board.save_our_party": "plan:submit",
    "events_counts.counts": "event:edit",
    "events_counts.save": "event:edit",
    "events_of_journey.open_stop": "event:edit",
    "events_of_journey.page": "open",
    "events_paper.document": "open",
    "events_paper.document_schema": "open",
    "events_paper.page": "open",
    "events_paper.pdf": "open",
    "events_tally.any_tally": "signed in",
    "events_tally.any_tally_pdf": "signed in",
    "events_tally.form": "signed in",
    "events_tally.form_pdf": "signed in",
    "events_tally.tally": "signed in",
    "events_tally.tally_pdf": "signed in",
    "events_totals.totals": "event:edit",
    "filters.keep": "plan:review",
    "filters.kept": "plan:review",
    "filters.remove": "plan:review",
    "frame.health": "open",
    "frame.home": "open",
    "glance.glance": "plan:read",
    "guides.about": "open",
    "guides.accessibility": "open",
    "guides.help_page": "open",
    "guides.page": "open",
    "guides.part": "open",
    "guides.pdf": "open",
    "hints.page": "plan:edit",
    "journeys.listing": "open",
    "journeys.route": "open",
    "journeys_baton.add": "event:edit",
    "journeys_baton.change": "event:edit",
    "journeys_baton.item": "event:edit",
    "journeys_baton.page": "event:edit",
    "journeys_baton.save": "event:edit",
    "journeys_hosting.answer": "stop:answer",
    "journeys_hosting.host": "journey:plan",
    "journeys_hosting.keep": "stop:answer",
    "journeys_hosting.propose": "journey:plan",
    "journeys_order.add": "journey:plan",
    "journeys_order.mine": "signed in",
    "journeys_order.plan": "signed in",
    "journeys_order.put_in_order": "journey:plan",
    "journeys_planning.add_party": "journey:plan",
    "journeys_planning.begin": "journey:plan",
    "journeys_planning.close_journey": "journey:plan",
    "journeys_planning.edit": "journey:plan",
    "journeys_planning.new": "journey:plan",
    "journeys_planning.open_journey": "journey:plan",
    "journeys_planning.parties": "journey:plan",
    "journeys_planning.remove_party": "journey:plan",
    "journeys_planning.save": "journey:plan",
    "journeys_sheets.of_stop": "signed in",
    "journeys_sheets.of_stop_pdf": "signed in",
    "journeys_sheets.whole": "open",
    "journeys_sheets.whole_pdf": "open",
    "journeys_stops.change": "event:edit",
    "journeys_stops.save": "event:edit",
    "journeys_stops.stop": "open",
    "journeys_stops.take_town": "event:edit",
    "papers.attach": "paper:attach",
    "papers.change_clearance": "plan:edit",
    "papers.clearance": "plan:read",
    "papers.clearance_page": "plan:edit",
    "papers.clearance_pdf": "plan:read",
    "papers.new_clearance": "plan:edit",
    "papers.new_signed_page": "paper:attach",
    "papers.note_clearance": "plan:edit",
    "papers.papers_page": "plan:read",
    "papers.remove_clearance": "plan:edit",
    "papers.remove_signed_page": "paper:attach",
    "papers.sheet": "plan:read",
    "papers.sheet_pdf": "plan:read",
    "papers.signed_page": "plan:read",
    "paper.document": "plan:read",
    "paper.page": "plan:read",
    "paper.pdf": "plan:read",
    "pasting.page": "plan:edit",
    "pasting.read": "plan:edit",
    "pasting.undo": "plan:edit",
    "plans.history": "plan:read",
    "plans.plan": "plan:read",
    "plans.plans": "plan:read",
    "post.again": "mail:read",
    "post.all_again": "mail:read",
    "post.choice": "signed in",
    "post.letter": "signed in",
    "post.letters": "signed in",
    "post.outbox": "mail:read",
    "post.read": "signed in",
    "post.read_all": "signed in",
    "post.save_choice": "signed in",
    "promises.page": "plan:read",
    "review.change": "plan:comment",
    "review.change_page": "plan:comment",
    "review.close": "plan:comment",
    "review.comment": "plan:comment",
    "review.comment_inside": "plan:comment",
    "review.comment_inside_page": "plan:comment",
    "review.comment_page": "plan:comment",
    "review.comments": "plan:read",
    "review.decide": "plan:review",
    "review.desk": "plan:review",
    "review.finish": "plan:review",
    "review.keep_open": "plan:comment",
    "review.lead": "plan:review",
    "review.letter": "plan:read",
    "review.letter_pdf": "plan:read",
    "review.moved": "plan:review",
    "review.object": "plan:review",
    "review.objection": "plan:review",
    "review.people": "plan:review",
    "review.preview": "plan:review",
    "review.queue": "plan:review",
    "review.remove": "plan:comment",
    "review.reopen": "plan:review",
    "review.resolve": "plan:review",
    "review.save_answers": "plan:edit",
    "review.save_people": "plan:review",
    "review.send": "plan:review",
    "review.take_up": "plan:review",
    "review.timeline": "plan:review",
    "review.topics": "plan:review",
    "review.withdraw_objection": "plan:review",
    "rows.add": "plan:edit",
    "rows.change": "plan:edit",
    "rows.row": "plan:edit",
    "rows.save": "plan:edit",
    "sharing.borrow": "plan:edit",
    "sharing.offer": "activity:read",
    "sharing.offers": "activity:read",
    "sharing.ours": "plan:edit",
    "sharing.template": "template:edit",
    "sharing.template_create": "template:edit",
    "sharing.template_document": "template:edit",
    "sharing.template_edit": "template:edit",
    "sharing.template_new": "template:edit",
    "sharing.template_save": "template:edit",
    "sharing.template_step": "template:edit",
    "sharing.templates": "template:edit",
    "start.start": "signed in",
    "steps.amend": "plan:submit",
    "steps.before_step": "plan:submit",
    "steps.before_submitting": "plan:submit",
    "steps.begin": "plan:edit",
    "steps.new": "plan:edit",
    "steps.submit": "plan:submit",
    "steps.take_step": "plan:submit",
    "writing.save": "plan:edit",
    "writing.section": "plan:edit",
    "together.here": "plan:edit",
    "together.receipt": "plan:edit",
    "upkeep.create_row": "reference:edit",
    "upkeep.edit_party": "reference:edit",
    "upkeep.edit_row": "reference:edit",
    "upkeep.new_row": "reference:edit",
    "upkeep.overview": "reference:edit",
    "upkeep.party_list": "reference:edit",
    "upkeep.rows": "reference:edit",
    "upkeep.save_party": "reference:edit",
    "upkeep.save_row": "reference:edit",
}
GUARDED_BY_FLASK = {"static"}


@pytest.fixture
def rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in GUARDED_BY_FLASK]


def test_every_route_declares_the_guard_that_is_written_here(app: Flask) -> None:
    declared = {
        endpoint: getattr(view, "guard", "no guard at all")
        for endpoint, view in app.view_functions.items()
        if endpoint not in GUARDED_BY_FLASK
    }
    assert declared == GUARDS


def test_a_route_that_only_reads_never_commits(app: Flask, rules: list[Rule]) -> None:
    wrong = [
        rule.endpoint
        for rule in rules
        if hasattr(app.view_functions[rule.endpoint], "commits")
        and "POST" not in (rule.methods or set())
    ]
    assert wrong == []


def test_addresses_are_written_in_kebab_case(rules: list[Rule]) -> None:
    plain = [re.sub(r"<[^>]+>", "x", rule.rule) for rule in rules]
    assert [path for path in plain if not re.fullmatch(r"/[a-z0-9./-]*", path)] == []


def test_every_entry_of_menu_and_foot_leads_somewhere(app: Flask) -> None:
    named = [entry.endpoint for entry in (*MENU, *FOOTER)]
    assert [endpoint for endpoint in named if endpoint not in app.view_functions] == []
