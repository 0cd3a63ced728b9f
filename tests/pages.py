"""The page reader: what must be true of every page that any test fetches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

DIRECTIONS = {"ar": "rtl", "zh-Hans": "ltr", "en": "ltr", "fr": "ltr", "ru": "ltr", "es": "ltr"}
UNLABELLED = frozenset({"hidden", "submit", "button", "image", "reset"})
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")


@lru_cache(maxsize=8)
def parse(html: str) -> Element:
    """The tree of a page, read strictly: one slip in the HTML raises.

    The client has just read the page that a test asks about: the test is given the same tree, and
    must leave it as it is.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    return tree


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def faults(html: str, *, whole: bool = True) -> list[str]:
    """Everything that is wrong with a page, or with a piece of one when not `whole`."""
    try:
        tree = parse(html if whole else f"<!doctype html><title>-</title><body>{html}")
    except ParseError as error:
        return [f"not valid HTML: {error}"]
    checks: tuple[Callable[[Element], Iterator[str]], ...] = (_ids, _fields, _forms, _inline)
    if whole:
        checks = (_headings, _language, _references, *checks)
    return [fault for check in checks for fault in check(tree)]


def _headings(tree: Element) -> Iterator[str]:
    headings = [text_of(heading) for heading in tree.iter("h1")]
    if len(headings) != 1:
        yield f"{len(headings)} h1 where there should be one: {headings}"
    title = " ".join(text_of(found) for found in tree.findall("head/title"))
    if not title:
        yield "no title"
    elif headings and headings[0] not in title:
        yield f"the title “{title}” does not hold the heading “{headings[0]}”"


def _language(tree: Element) -> Iterator[str]:
    lang, direction = tree.get("lang"), tree.get("dir")
    if lang not in DIRECTIONS:
        yield f"lang is {lang!r}"
    elif DIRECTIONS[lang] != direction:
        yield f"dir is {direction!r} for {lang}"


def _ids(tree: Element) -> Iterator[str]:
    # What stands in a template is not in the page until a script puts it there.
    inert = {part for found in tree.iter("template") for part in found.iter() if part is not found}
    living = (element for element in tree.iter() if element not in inert)
    counted = Counter(element.get("id") for element in living if element.get("id") is not None)
    for name, times in counted.items():
        if times > 1:
            yield f"id {name!r} stands {times} times"
        if not name or " " in name:
            yield f"id {name!r} is empty or holds a space"


def _living(element: Element) -> Iterator[Element]:
    """The elements of the page itself: what stands in a template is not part of it yet."""
    yield element
    if element.tag != "template":
        for child in element:
            yield from _living(child)


def _references(tree: Element) -> Iterator[str]:
    ids = {element.get("id") for element in tree.iter()}
    for element in tree.iter():
        for attribute in REFERENCES:
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} points at nothing"
        target = element.get("href") or ""
        if target.startswith("#") and len(target) > 1 and target[1:] not in ids:
            yield f"href={target!r} points at nothing"


def _fields(tree: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {field for label in tree.iter("label") for field in label.iter()}
    for field in tree.iter():
        if field.tag not in {"input", "select", "textarea"}:
            continue
        if field.tag == "input" and field.get("type", "text") in UNLABELLED:
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not (named or field in inside or field.get("id") in labelled):
            yield f"{field.tag} {field.get('name')!r} has no label"


def _forms(tree: Element) -> Iterator[str]:
    for form in tree.iter("form"):
        method = (form.get("method") or "").lower()
        if method not in {"get", "post"}:
            yield f"form with method {method!r}"
        if not form.get("action"):
            yield "form without an action"
        names = [field.get("name") for field in form.iter("input")]
        if method == "post" and names.count("csrf_token") != 1:
            yield f"form to {form.get('action')!r} has {names.count('csrf_token')} CSRF tokens"


def _inline(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if element.tag == "style":
            yield "inline style sheet"
        is_data = element.get("type") in {"application/json", "application/ld+json"}
        runs = not is_data and not element.get("src")
        if element.tag == "script" and runs:
            yield "inline script"
        for attribute in element.attrib:
            if attribute == "style" or attribute.startswith("on"):
                yield f"{element.tag} with {attribute}="
