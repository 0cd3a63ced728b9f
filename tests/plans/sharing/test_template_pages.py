from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.locales import CODES
from engage.plans.models import Plan, Version
from engage.plans.sharing.models import PlanTemplate
from engage.plans.sharing.queries import find_template, templates
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.filled import filled_form
from tests.pages import parse, text_of
from tests.plans.documents import filled_document
from tests.plans.sharing.lending import EVENINGS, with_activities

SignIn = Callable[[FlaskClient, User], FlaskClient]
TEXT = json.dumps(filled_document())
NAMED = {"name_en": "Plan of a dry region", "language": "en"}


def said(page: TestResponse) -> str:
    return text_of(parse(page.text))


def addresses(page: TestResponse) -> set[str]:
    return {link.get("href") or "" for link in parse(page.text).iter("a")}


def added(desk: FlaskClient, **boxes: Any) -> PlanTemplate:
    answer = desk.post("/templates/new", data={**NAMED, "text": TEXT, **boxes})
    assert answer.status_code == 303, said(answer)
    template = find_template(answer.location.rpartition("/")[2])
    assert template is not None
    return template


def uploaded(content: bytes, name: str = "plan.json") -> dict[str, Any]:
    return {"file": (BytesIO(content), name)}


@pytest.mark.parametrize("language", CODES)
def test_the_pages_read_well_in_each_language(desk: FlaskClient, language: str) -> None:
    assert desk.get(f"/templates?lang={language}").status_code == 200
    template = added(desk, language=language, note="For a first plan.")
    here = f"/templates/{template.code}"
    for address in ("/templates", "/templates/new", here, f"{here}/edit"):
        assert desk.get(address).status_code == 200, address


@pytest.mark.parametrize("role", list(Role))
def test_the_secretariat_alone_opens_them(
    session: Session, client: FlaskClient, signed_in: SignIn, role: Role
) -> None:
    signed_in(client, make_user(session, role))
    status = 200 if role in (Role.REVIEWER, Role.ADMINISTRATOR) else 403
    assert client.get("/templates").status_code == status
    assert client.get("/templates/new").status_code == status


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_template_is_made_of_an_uploaded_file(desk: FlaskClient, mark: bytes) -> None:
    data = {**NAMED, **uploaded(mark + TEXT.encode())}
    answer = desk.post("/templates/new", data=data)
    assert answer.status_code == 303
    assert "is added" in said(desk.get(answer.location))


def test_what_a_plan_gives_out_a_template_takes_in(
    session: Session, client: FlaskClient, signed_in: SignIn, lender: User, reviewer: User
) -> None:
    plan = make_plan(session, party=lender.party)
    with_activities(session, plan, EVENINGS)
    given = signed_in(client, lender).get(f"/plans/{plan.ref}/document.json").data
    signed_in(client, reviewer)
    answer = client.post("/templates/new", data={**NAMED, **uploaded(given)})
    assert answer.status_code == 303
    taken = json.loads(client.get(f"{answer.location}/document.json").text)
    assert taken["sections"] == json.loads(given)["sections"]
    assert EVENINGS["title"] in client.get(answer.location).text


def test_without_a_choice_the_document_says_its_language(
    session: Session, desk: FlaskClient
) -> None:
    assert filled_form(desk.get("/templates/new").text, "template-form")["language"] == [""]
    template = added(desk, language="")
    said_there = json.loads(TEXT)["sections"]["identity"]["fields"]["language"]
    assert template.language == said_there


def test_a_name_in_any_one_language_is_enough(desk: FlaskClient) -> None:
    answer = desk.post("/templates/new", data={"name_ar": "خطة", "language": "ar", "text": TEXT})
    assert answer.status_code == 303
    nameless = desk.post("/templates/new", data={"language": "ar", "text": TEXT})
    assert nameless.status_code == 422
    assert "Please give the name in at least one language." in said(nameless)


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        ({}, "Please upload the document of a plan, or paste it."),
        ({"text": "{"}, "This is not a JSON document"),
        ({"text": "[]"}, "The document cannot be taken as it is."),
        ({"text": '{"schema": "engage-plan/9"}'}, "The document cannot be taken as it is."),
        (uploaded(b"\xff\xfe\x00\x01"), "This is not a JSON document"),
        (uploaded(b""), "Please upload the document of a plan, or paste it."),
        ({"text": TEXT, "file": "not a file"}, ""),
        ({"text": TEXT, **uploaded(TEXT.encode())}, "Please give the document once"),
        (
            {"text": '{"schema": "engage-plan/1"}', "language": ""},
            "Please say in which language the document is written.",
        ),
    ],
)
def test_what_is_amiss_is_said_and_nothing_typed_is_lost(
    session: Session, desk: FlaskClient, boxes: dict[str, Any], sentence: str
) -> None:
    data = {**NAMED, "note": "For a first plan.", **boxes}
    if "file" in data and not isinstance(data["file"], str):  # a file can be read once
        content, name = boxes["file"]
        content.seek(0)
        data |= uploaded(content.read(), name)
        content.seek(0)
    answer = desk.post("/templates/new", data=data)
    if not sentence:
        assert answer.status_code == 303
        return
    assert answer.status_code == 422
    assert sentence in said(answer)
    typed = filled_form(answer.text, "template-form")
    assert typed["name_en"] == ["Plan of a dry region"]
    assert typed["note"] == ["For a first plan."]
    assert typed["text"] == [boxes.get("text", "")]
    assert templates(with_inactive=True) == []


def test_what_cannot_be_taken_is_listed_and_can_be_left_out(
    session: Session, desk: FlaskClient
) -> None:
    document = filled_document()
    document["sections"]["identity"]["fields"]["colour"] = "<b>blue</b>"
    document["sections"]["activities"]["registers"]["activities"][0]["values"]["type"] = "dance"
    data = {**NAMED, **uploaded(json.dumps(document).encode())}
    answer = desk.post("/templates/new", data=data)
    assert answer.status_code == 422
    assert "sections.identity.fields.colour" in said(answer)
    assert "registers.activities[0].values.type" in said(answer)
    typed = filled_form(answer.text, "template-form")
    again = desk.post("/templates/new", data={**typed, "rest": "y"})
    assert again.status_code == 303
    assert "colour" not in desk.get(f"{again.location}/document.json").text


def test_a_template_is_changed_without_its_document(session: Session, desk: FlaskClient) -> None:
    template = added(desk)
    here = f"/templates/{template.code}/edit"
    typed = filled_form(desk.get(here).text, "template-form")
    assert typed["text"] == [""]
    answer = desk.post(here, data={**typed, "name_fr": "Une région sèche"})
    assert answer.status_code == 303
    session.refresh(template)
    assert template.names == {"en": "Plan of a dry region", "fr": "Une région sèche"}
    assert template.document["sections"]["activities"]["registers"]["activities"]


def test_nothing_is_half_changed(session: Session, desk: FlaskClient) -> None:
    template = added(desk)
    here = f"/templates/{template.code}/edit"
    typed = filled_form(desk.get(here).text, "template-form")
    for amiss in ({"text": "{"}, {"text": '{"schema": "engage-plan/1"}', "language": ""}):
        answer = desk.post(here, data={**typed, "name_en": "Half", **amiss})
        assert answer.status_code == 422
        session.refresh(template)
        assert template.name("en") == "Plan of a dry region"


def test_two_who_change_it_are_told_of_each_other(session: Session, desk: FlaskClient) -> None:
    template = added(desk)
    here = f"/templates/{template.code}/edit"
    typed = filled_form(desk.get(here).text, "template-form")
    desk.post(here, data={**typed, "name_en": "Theirs"})
    answer = desk.post(here, data={**typed, "name_en": "Mine"})
    assert answer.status_code == 409
    assert "Somebody else changed this meanwhile." in said(answer)
    again = filled_form(answer.text, "template-form")
    assert again["name_en"] == ["Mine"]
    assert desk.post(here, data=again).status_code == 303


def test_a_template_is_taken_out_of_use_and_brought_back(
    session: Session, desk: FlaskClient
) -> None:
    template = added(desk)
    here = f"/templates/{template.code}"
    page = desk.get(desk.post(f"{here}/retire").location)
    assert "The template is no longer offered." in said(page)
    assert "Not in use" in said(page)
    page = desk.get(desk.post(f"{here}/restore").location)
    assert "The template is offered again." in said(page)
    assert desk.post("/templates/nothing/retire").status_code == 404


def test_what_plans_have_no_place_for_any_more_is_told(session: Session, desk: FlaskClient) -> None:
    template = added(desk)
    document = json.loads(TEXT)
    document["sections"]["identity"]["fields"]["colour"] = "blue"
    template.document = document
    session.flush()
    page = desk.get(f"/templates/{template.code}")
    assert "Plans no longer have a place for the following." in said(page)
    assert "sections.identity.fields.colour" in said(page)


# ---------------------------------------------------------------- from a plan


def published(session: Session, **facts: Any) -> Plan:
    """A plan that everybody may read in full, its review complete."""
    plan = make_plan(session, Status.COMPLETE, **facts)
    document = json.loads(TEXT)
    document["sections"]["signature"]["fields"]["visibility"] = "public_full"
    session.execute(
        sa.update(Version).where(Version.plan_id == plan.id).values(document=document),
        execution_options={"synchronize_session": False},
    )
    session.expire_all()
    return plan


def test_the_desk_leads_to_a_template_of_a_public_plan(session: Session, desk: FlaskClient) -> None:
    public, other = published(session), make_plan(session, Status.COMPLETE)
    there = f"/templates/new?plan={public.ref}"
    assert there in addresses(desk.get(f"/review/{public.ref}"))
    assert f"/templates/new?plan={other.ref}" not in addresses(desk.get(f"/review/{other.ref}"))
    typed = filled_form(desk.get(there).text, "template-form")
    assert typed["name_en"] == [public.title]
    answer = desk.post("/templates/new", data=typed)
    assert answer.status_code == 303
    template = find_template(answer.location.rpartition("/")[2])
    assert template is not None
    assert "title" not in template.document["sections"]["identity"]["fields"]


def test_a_plan_that_is_not_public_gives_no_template(session: Session, desk: FlaskClient) -> None:
    plan = make_plan(session, Status.COMPLETE)
    assert desk.get(f"/templates/new?plan={plan.ref}").status_code == 403
    answer = desk.post("/templates/new", data={**NAMED, "plan": plan.ref})
    assert answer.status_code == 403
