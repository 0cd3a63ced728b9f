"""Fields over kinds of value, and the form they stand in: saving always works."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel, force_locale
from werkzeug.datastructures import MultiDict
from wtforms import StringField
from wtforms.validators import InputRequired

from engage.kit import fields
from engage.kit.fields import EngageForm, Finding, ValueField, set_kept_source
from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.links import Links
from engage.kit.values.options import Option
from engage.kit.values.strip import Strip
from engage.kit.values.text import Text
from engage.kit.values.when import When
from tests.kit.values.samples import Colour, Shade

PERIOD = SimpleNamespace(
    code="period", label="Period", help="As far as it is known.", kind=When(), level="must"
)


class PlanForm(EngageForm):
    title = ValueField(kind=Text(20, answers=frozenset({Answer.UNKNOWN})), label="Title", hint="…")
    period = ValueField(PERIOD)
    colours = ValueField(kind=Choices(Colour, open=True, ranked=True), label="Colours")
    note = StringField("Note", validators=[InputRequired("Please write a note.")])


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Flask:
    """A bare app, without the people and the kept text of the real one."""
    monkeypatch.setattr(fields, "_kept_sources", [])
    app = Flask(__name__)
    app.config.update(SECRET_KEY="for tests", WTF_CSRF_ENABLED=False)
    Babel(app)
    return app


@pytest.fixture
def kept(app: Flask) -> dict[str, MultiDict[str, str]]:
    texts: dict[str, MultiDict[str, str]] = {}
    set_kept_source(texts.get)
    return texts


def post(app: Flask, typed: dict[str, Any], **stored: Any) -> PlanForm:
    with app.test_request_context(method="POST", data=typed):
        return PlanForm(data=stored)


def get(app: Flask, path: str = "/", **stored: Any) -> PlanForm:
    with app.test_request_context(path):
        return PlanForm(data=stored)


def test_a_field_takes_its_value_from_its_parts(app: Flask) -> None:
    form = post(app, {"title": "Plan", "period-start_year": "٢٠٢٦", "colours": ["blue", "red", ""]})
    assert form.title.data == "Plan"
    assert form.period.data == {"start": "2026"}
    assert form.colours.data == ["blue", "red"]


def test_a_field_with_a_problem_keeps_the_text_and_does_not_stop_the_form(app: Flask) -> None:
    typed = {"period-start_day": "31", "period-start_month": "6", "period-start_year": "2027"}
    form = post(app, typed | {"note": "A note"})
    with app.test_request_context():
        assert form.validate()
    assert form.period.data == {
        "as_typed": {"start_day": ["31"], "start_month": ["6"], "start_year": ["2027"]}
    }
    assert form.period.typed["start_day"] == ["31"]
    assert [problem.part for problem in form.period.problems] == ["start_day"]


def test_posted_blanks_clear_a_field(app: Flask) -> None:
    assert post(app, {"title": " ", "note": "A note"}, title="Plan").title.data is None


def test_a_stored_value_is_shown_in_its_boxes(app: Flask) -> None:
    form = get(app, period={"start": "2026-03"}, title="Plan")
    assert form.period.typed == {part: [] for part in form.period.kind.parts()} | {
        "start_month": ["3"],
        "start_year": ["2026"],
    }
    assert form.period.problems == ()
    assert form.title.data == "Plan"


def test_text_that_was_kept_as_typed_shows_its_problem_again(app: Flask) -> None:
    form = get(app, title={"as_typed": {"": ["A title that is too long"]}})
    assert form.title.typed[""] == ["A title that is too long"]
    assert [problem.code for problem in form.title.problems] == ["too_long"]


def test_a_stored_value_shows_its_warnings_again(app: Flask) -> None:
    form = get(app, period={"start": "2027-03-20", "end": "2027-03-12"})
    assert [(each.href) for each in form.warnings_list()] == ["#period-end_day"]


def test_a_declared_field_lends_its_label_help_and_level(app: Flask) -> None:
    field = get(app).period
    assert (field.label.text, field.hint, field.level) == (
        "Period",
        "As far as it is known.",
        "must",
    )
    assert field.label.field_id == "period-words"


def test_parts_have_names_and_ids_of_their_own(app: Flask) -> None:
    field = get(app).period
    assert (field.part_name(), field.part_name("start_day")) == ("period", "period-start_day")
    assert (field.part_id(), field.part_id("start_day")) == ("period", "period-start_day")
    assert (field.hint_id, field.error_id) == ("period-hint", "period-error")


def test_a_prefix_keeps_rows_apart(app: Flask) -> None:
    with app.test_request_context(method="POST", data={"row-title": "Plan"}):
        form = PlanForm(prefix="row-")
    assert form.title.data == "Plan"
    assert form.title.part_name("answer") == "row-title-answer"


def test_options_are_pairs_of_code_and_label(app: Flask) -> None:
    form = get(app, colours=["blue", {"words": "griots"}])
    assert form.colours.options("") == [
        ("red", "Red"),
        ("green", "Green"),
        ("blue", "Blue"),
        ("words:griots", "griots"),
    ]
    assert form.period.options("words") == []
    assert form.title.answers_allowed == [("unknown", "Not known")]
    assert form.colours.answers_allowed == []


def test_a_field_by_group_names_its_groups(app: Flask) -> None:
    class GroupForm(EngageForm):
        part = ValueField(kind=ByGroup(Colour, Choice(Shade)), label="Part")

    with app.test_request_context():
        field = GroupForm().part
    assert field.groups() == [("red", "Red"), ("green", "Green"), ("blue", "Blue")]
    assert field.options("red") == [("light", "Light shade"), ("dark", "Dark shade")]


def test_a_field_of_links_offers_the_rows_it_is_given_and_loses_none_that_it_holds(
    app: Flask,
) -> None:
    class LinkForm(EngageForm):
        rows = ValueField(kind=Links("stakeholders"), label="Rows")

    with app.test_request_context():
        field = LinkForm(data={"rows": ["r2", "gone"]}).rows
    field.rows = (Option("r1", "1 Herders", own=True), Option("r2", "2 Women", own=True))
    assert field.options("") == [("r1", "1 Herders"), ("r2", "2 Women"), ("gone", "gone")]
    assert field.own_codes("") == {"r1", "r2", "gone"}


def test_a_field_of_months_names_them_in_the_reader_s_language(app: Flask) -> None:
    class YearForm(EngageForm):
        year = ValueField(kind=Strip(Shade), label="Year")

    with app.test_request_context(), force_locale("fr"):
        field = YearForm().year
        months = field.months()
    assert months[0] == ("m1", "Janvier")
    assert [part for part, _name in months] == list(field.kind.parts())


def test_the_summary_leads_to_each_box_in_the_order_of_the_form(app: Flask) -> None:
    with app.test_request_context(
        method="POST", data={"title": "A title that is too long", "period-further": "soon"}
    ):
        form = PlanForm()
        assert not form.validate()
        findings = form.problems_list()
    assert [finding.href for finding in findings] == ["#title", "#period-further", "#note"]
    assert findings[-1] == Finding("#note", "Please write a note.")


def test_a_problem_without_a_box_leads_to_the_first_one(app: Flask) -> None:
    form = post(app, {"colours": ["pink"]})
    assert [finding.href for finding in form.problems_list()] == ["#colours"]


def test_kept_text_fills_the_form_of_its_page(
    app: Flask, kept: dict[str, MultiDict[str, str]]
) -> None:
    kept["/plan"] = MultiDict([("title", "Typed before"), ("period-start_year", "2026")])
    form = get(app, "/plan", title="Stored")
    assert form.is_kept
    assert form.title.data == "Typed before"
    assert form.period.data == {"start": "2026"}
    assert not get(app, "/other", title="Stored").is_kept


def test_kept_text_of_another_form_is_left_alone(
    app: Flask, kept: dict[str, MultiDict[str, str]]
) -> None:
    kept["/plan"] = MultiDict([("csrf_token", "x"), ("comment", "Typed before")])
    form = get(app, "/plan", title="Stored")
    assert not form.is_kept
    assert form.title.data == "Stored"


def test_posted_text_goes_before_kept_text(
    app: Flask, kept: dict[str, MultiDict[str, str]]
) -> None:
    kept["/"] = MultiDict([("title", "Typed before")])
    assert post(app, {"title": "Now"}).title.data == "Now"
