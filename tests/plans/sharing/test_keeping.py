from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.queries import entries_for
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn
from engage.plans.document import Json, compose, fields_of, rows_of
from engage.plans.imports import NotTaken
from engage.plans.models import Plan, Version
from engage.plans.queries import latest_version
from engage.plans.sharing.actions import begin_from
from engage.plans.sharing.beginnings import choices, find_beginning
from engage.plans.sharing.details import TemplateDetails
from engage.plans.sharing.documents import for_a_plan, of_a_plan
from engage.plans.sharing.keeping import (
    add_template,
    add_template_of,
    change_template,
    left_out_of,
    put_in_use,
    subject,
)
from engage.plans.sharing.models import PlanTemplate
from engage.plans.sharing.queries import templates
from engage.plans.vocabulary import Status
from engage.reference.actions import load_reference
from engage.reference.queries import mandates
from engage.upkeep.actions import stamp
from tests.factories import make_plan, make_user
from tests.plans.documents import filled_document

NAMES = {"en": "Plan of a dry region", "fr": "Plan d’une région sèche"}


def details(document: Json | None = None, **facts: Any) -> TemplateDetails:
    text = None if document is None else json.dumps(document)
    given = {"names": NAMES, "note": "", "language": "en", "text": text}
    return TemplateDetails(**{**given, **facts})


def kept(reviewer: User, **facts: Any) -> PlanTemplate:
    return add_template(reviewer, details(filled_document(), **facts))


def begun(writer: User, template: PlanTemplate) -> Plan:
    assert writer.party is not None
    beginning = find_beginning(f"template:{template.code}", writer.party.ui_language)
    assert beginning is not None
    return begin_from(writer, writer.party, beginning)


def made_public(session: Session, visibility: str, **facts: Any) -> tuple[Plan, Version]:
    """A plan whose review is complete, with every answer."""
    status = facts.pop("status", Status.COMPLETE)
    plan = make_plan(session, status, **facts)
    version = latest_version(plan)
    assert version is not None
    document = filled_document()
    document["sections"]["signature"]["fields"]["visibility"] = visibility
    session.expunge(version)
    version.document = document
    return plan, version


# ---------------------------------------------------------------- keeping


def test_a_template_holds_the_whole_document_in_its_own_language(
    session: Session, reviewer: User
) -> None:
    document = filled_document()
    template = kept(reviewer, language="ru")
    document["sections"]["identity"]["fields"]["language"] = "ru"
    assert template.document == document
    assert template.code == "plan_of_a_dry_region"
    assert left_out_of(template.document) == ()
    assert "added “Plan of a dry region”" in entries_for(subject(template))[0].sentence


def test_all_that_cannot_be_taken_is_named_and_nothing_is_kept(
    session: Session, reviewer: User
) -> None:
    document = filled_document()
    document["sections"]["identity"]["fields"] |= {"title": 7, "colour": "blue"}
    with pytest.raises(NotTaken) as refused:
        add_template(reviewer, details(document))
    paths = [each.path for each in refused.value.left_out]
    assert paths == ["sections.identity.fields.title", "sections.identity.fields.colour"]
    assert templates(with_inactive=True) == []


def test_the_rest_is_taken_when_asked_for(session: Session, reviewer: User) -> None:
    document = filled_document()
    document["sections"]["identity"]["fields"]["colour"] = "blue"
    template = add_template(reviewer, details(document, take_the_rest=True))
    assert "colour" not in fields_of(template.document, "identity")
    assert rows_of(template.document, "activities", "activities")


@pytest.mark.parametrize("text", ["", "not a document", "[1, 2]", b"\xff\xfe\x00", '{"a":1,"a":2}'])
def test_what_is_no_document_is_refused_even_with_the_rest(
    session: Session, reviewer: User, text: str | bytes
) -> None:
    with pytest.raises(Invalid):
        add_template(reviewer, details(text=text, take_the_rest=True))
    assert templates(with_inactive=True) == []


def test_a_document_of_any_party_or_none_will_do(session: Session, reviewer: User) -> None:
    document = filled_document()
    del document["party"]
    assert add_template(reviewer, details(document)).id


def test_a_template_has_a_name_in_every_language(session: Session, reviewer: User) -> None:
    template = kept(reviewer, names={"ar": "خطة"}, language="ar")
    assert {template.name(language) for language in ("ar", "en", "zh")} == {"خطة"}
    assert kept(reviewer, names={"en": "New"}).code != "new"


def test_without_a_new_document_the_present_one_stays(session: Session, reviewer: User) -> None:
    template = kept(reviewer)
    change_template(
        reviewer, template, details(names={"en": "Renamed"}, language="es"), seen=stamp(template)
    )
    assert template.name("en") == "Renamed"
    assert fields_of(template.document, "identity")["language"] == "es"
    assert rows_of(template.document, "activities", "activities")
    assert template.code == "plan_of_a_dry_region"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    session: Session, reviewer: User
) -> None:
    template = kept(reviewer)
    seen = stamp(template)
    change_template(reviewer, template, details(names={"en": "Theirs"}), seen=seen)
    with pytest.raises(OutOfTurn):
        change_template(reviewer, template, details(names={"en": "Mine"}), seen=seen)
    assert template.name("en") == "Theirs"


def test_what_is_not_in_use_is_not_offered_until_it_is_brought_back(
    session: Session, reviewer: User
) -> None:
    template = kept(reviewer)
    mark = f"template:{template.code}"
    put_in_use(reviewer, template, in_use=False)
    assert mark not in dict(choices("en"))
    assert find_beginning(mark, "en") is None
    put_in_use(reviewer, template, in_use=True)
    assert dict(choices("en"))[mark] == "Template: Plan of a dry region"
    assert dict(choices("fr"))[mark] == "Template: Plan of a dry region · English"


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.ADVISER])
def test_a_party_changes_no_template(session: Session, reviewer: User, role: Role) -> None:
    person, template = make_user(session, role), kept(reviewer)
    with pytest.raises(NotAllowed):
        kept(person)
    with pytest.raises(NotAllowed):
        change_template(person, template, details(), seen=stamp(template))
    with pytest.raises(NotAllowed):
        put_in_use(person, template, in_use=False)


# ---------------------------------------------------------------- from a plan


def test_a_template_of_a_plan_holds_nothing_that_is_of_one_party_alone() -> None:
    document = of_a_plan(filled_document())
    assert set(fields_of(document, "identity")) == {
        "language",
        "depth",
        "scope",
        "strategic_objectives",
    }
    for section in ("so_far", "resources", "signature"):
        assert fields_of(document, section) == {}
        assert not any(document["sections"][section]["registers"].values())
    assert rows_of(document, "identity", "contributors") == []
    [activity] = rows_of(document, "activities", "activities")
    gone = {"when", "places", "responsible", "partners", "cost", "may_be_borrowed", "origin"}
    assert not set(activity["values"]) & gone
    assert {"title", "methods", "stakeholders", "objectives"} <= set(activity["values"])
    [row, *_below] = rows_of(document, "stakeholders", "stakeholders")
    assert {"name", "level", "methods", "messages"} <= set(row["values"])
    assert not set(row["values"]) & {"size", "decides_when", "shared_when"}


@pytest.mark.parametrize(
    ("visibility", "status", "may"),
    [
        ("public_full", Status.COMPLETE, True),
        ("public_summary", Status.COMPLETE, False),
        ("secretariat", Status.COMPLETE, False),
        ("public_full", Status.IN_REVIEW, False),
        ("public_full", Status.DRAFT, False),
    ],
)
def test_only_a_plan_that_everybody_may_read_becomes_a_template(
    session: Session, reviewer: User, visibility: str, status: Status, may: bool
) -> None:
    plan, version = made_public(session, visibility)
    plan.status = status.value
    if may:
        assert add_template_of(reviewer, details(), plan, version).id
    else:
        with pytest.raises(NotAllowed):
            add_template_of(reviewer, details(), plan, version)


def test_any_plan_of_the_rehearsal_may_become_a_template(
    session: Session, reviewer: User, rehearser: User
) -> None:
    plan, version = made_public(session, "party", party=rehearser.party, status=Status.IN_REVIEW)
    template = add_template_of(reviewer, details(language="fr"), plan, version)
    assert fields_of(template.document, "identity")["language"] == "fr"


# ---------------------------------------------------------------- a plan begins


def test_a_plan_begins_with_the_template_and_says_so(
    session: Session, reviewer: User, lender: User
) -> None:
    load_reference()
    template = kept(reviewer)
    plan = begun(lender, template)
    assert plan.party == lender.party
    assert plan.copied_from == f"template:{template.code}"
    assert "as a copy of “Plan of a dry region”" in entries_for(("plan", plan.id))[0].sentence
    symbols = [row.content["symbol"] for row in plan.rows if row.register == "mandates"]
    assert symbols[1:] == [each.symbol for each in mandates()]
    assert len({row.key for row in plan.rows if row.register == "mandates"}) == len(symbols)


def test_a_plan_says_its_period_its_signature_and_its_consents_anew(
    session: Session, reviewer: User, lender: User
) -> None:
    document = compose(begun(lender, kept(reviewer)))
    assert "period" not in fields_of(document, "identity")
    assert fields_of(document, "signature") == {}
    assert rows_of(document, "signature", "set_aside") == []
    [activity] = rows_of(document, "activities", "activities")
    assert "may_be_borrowed" not in activity["values"]
    assert activity["values"]["when"]


def test_every_other_answer_of_the_template_arrives(
    session: Session, reviewer: User, lender: User
) -> None:
    template = kept(reviewer)
    assert compose(begun(lender, template))["sections"] == for_a_plan(template.document)["sections"]
