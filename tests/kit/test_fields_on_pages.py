"""What a page shows of a value and posts back unchanged is the same value."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask, render_template_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from engage.kit.fields import EngageForm, ValueField
from engage.kit.values.base import Kind
from tests.kit.values.samples import SAMPLES, fits

PAGE = """{% from "components/value_field.html" import value_field -%}
<form>{{ value_field(field) }}</form>"""
# Boxes to tick are sent in the order of the page.
OUT_OF_ORDER = {"choices", "open choices"}


def form_of(kind: Kind) -> type[EngageForm]:
    class ValueForm(EngageForm):
        value = ValueField(kind=kind, label="A label", hint="A hint")

    return ValueForm


def posted(page: str) -> MultiDict[str, str]:
    """What a browser would send of the form as it stands."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    typed: MultiDict[str, str] = MultiDict()
    for element in root.iter():
        for text in _sent(element):
            typed.add(element.attrib["name"], text)
    return typed


def _sent(element: Element) -> list[str]:
    if element.tag == "textarea":
        return [(element.text or "").replace("\n", "\r\n")]
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if "selected" in each.attrib] or options[:1]
        return [each.attrib["value"] for each in chosen]
    if element.tag != "input":
        return []
    if element.attrib["type"] in ("radio", "checkbox"):
        return [element.attrib["value"]] if "checked" in element.attrib else []
    return ["".join(element.attrib["value"].splitlines())]


def one_line(value: Any) -> Any:
    """Line breaks that a box of one line cannot hold."""
    if isinstance(value, dict):
        return {key: one_line(each) for key, each in value.items()}
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("name", sorted(SAMPLES))
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_value_comes_back_from_its_page(app: Flask, name: str, data: st.DataObject) -> None:
    kind, values = SAMPLES[name]
    value = data.draw(values.filter(fits).map(one_line))
    with app.test_request_context("/"):
        field = form_of(kind)(data={"value": value}).value
        page = render_template_string(PAGE, field=field)
    with app.test_request_context("/", method="POST", data=posted(page)):
        back = form_of(kind)().value
    assert back.problems == ()
    if name in OUT_OF_ORDER:
        assert sorted(map(str, back.data)) == sorted(map(str, value))
    else:
        assert back.data == value
