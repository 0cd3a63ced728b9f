"""What a browser would send of a form on a page, if nothing in it was touched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from tests.pages import parse

Sent = dict[str, list[str]]


def filled_form(page: str, form_id: str = "main-form") -> dict[str, Any]:
    """Name to values, in the order of the page; buttons are left out."""
    tree = parse(page)
    form = next(each for each in tree.iter("form") if each.get("id") == form_id)
    outside = [each for each in tree.iter() if each.get("form") == form_id]
    sent: Sent = {}
    for element in [*form.iter(), *outside]:
        name = element.get("name")
        if name and element.get("disabled") is None:
            for value in _values(element):
                sent.setdefault(name, []).append(value)
    return sent


def boxes_on(page: str) -> set[str]:
    """The questions of a page, by their codes."""
    marked = (str(element.get("id")) for element in parse(page).iter() if element.get("id"))
    return {each.removesuffix("-group") for each in marked if each.endswith("-group")}


def _values(element: Element) -> Iterator[str]:
    if element.tag == "textarea":
        # A browser drops the first line break of a text box and sends the others as CR LF.
        yield "".join(element.itertext()).removeprefix("\n").replace("\n", "\r\n")
    elif element.tag == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        yield from (each.get("value", "") for each in chosen)
    elif element.tag == "input":
        yield from _input_values(element)


def _input_values(element: Element) -> Iterator[str]:
    kind = element.get("type", "text")
    if kind in ("checkbox", "radio"):
        if element.get("checked") is not None:
            yield element.get("value", "on")
    elif kind not in ("submit", "button", "image", "reset"):
        yield element.get("value", "")
