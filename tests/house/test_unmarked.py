"""No words for people stand outside gettext."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from engage.config import ROOT
from tests.house import unmarked
from tests.house.unmarked import Found

JINJA = Environment(  # noqa: S701 (nothing is rendered)
    extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"]
)
# Rooms and files whose words are not for translators.
OTHERS = {
    "engage/_build.py": "for those who build the wheel",
    "engage/config.py": "settings, for administrators",
    "engage/reference/commands.py": "for those who renew the towns",
    "engage/reference/gazetteer.py": "for those who renew the towns",
    "engage/rehearsal/caravan.py": "words of the made-up Party",
    "engage/rehearsal/outings.py": "words of the made-up Party",
    "engage/rehearsal/people.py": "people of the made-up Party",
    "engage/rehearsal/stories.py": "words of the made-up Party",
    "engage/rehearsal/telling.py": "words of the made-up Party",
    "engage/rehearsal/words.py": "words of the made-up Party",
    "engage/vendor.py": "for those who renew the front-end files",
}
# Words of the web and of machines, and the name of the house.
MACHINES = {"Origin", "Lax", "Cookie", "Vary", "Engage"}
KNOWN = {
    ("engage/events/linked_data.py", "Event"): "name of a kind of thing at schema.org",
    ("engage/events/linked_data.py", "Place"): "name of a kind of thing at schema.org",
    ("engage/events/linked_data.py", "Organization"): "name of a kind of thing at schema.org",
    ("engage/events/schema.py", "Awareness or outreach event"): "title of the schema, for machines",
    ("engage/kit/outlines.py", "Topology"): "kind of a file of borders",
    ("engage/kit/outlines.py", "Polygon"): "kind of a shape in a file of borders",
    ("engage/kit/zones.py", "Factory"): "no zone of any place, in the list of zones",
    ("engage/kit/zones.py", "Etc"): "no zone of any place, in the list of zones",
    ("engage/post/server.py", "Date"): "name of a head line of e-mail",
    ("engage/post/server.py", "From"): "name of a head line of e-mail",
    ("engage/post/server.py", "Subject"): "name of a head line of e-mail",
    ("engage/plans/schema.py", "Stakeholder engagement plan"): "title of the schema, for machines",
    ("engage/reference/actions.py", "Africa"): "code of an annex in the data",
    ("engage/reference/actions.py", "Asia"): "code of an annex in the data",
}

IN_TEMPLATES = [
    ('<p>{{ _("A plan") }} · Engage</p>', []),
    ("{% trans %}A plan{% endtrans %}", []),
    ("{% trans num=n %}A plan{% pluralize %}{{ num }} plans{% endtrans %}<b>{{ n }}</b>", []),
    ("{# A remark #}<!-- another --><script>let words = 'A plan';</script>", []),
    ('<a class="{% if x %}one two{% endif %}" href="{{ url }}">{{ words }}</a>', []),
    ('<{{ tag }} class="row row--open">{{ words }}</{{ tag }}>', []),
    ('<input type="hidden" value="A plan of it">', []),
    ('{{ button(_("Save"), "govuk-button--secondary") }}', []),
    ("{{ ngettext('%(num)s plan', '%(num)s plans', n) }}", []),
    ("<p>A plan</p>", ["A plan"]),
    ("<p>{{ x }} plans</p>", ["plans"]),
    ("<p>\n{% if x %}Saved{% endif %}</p>", ["Saved"]),
    ("{% trans %}A{% endtrans %}<p>Read</p>", ["Read"]),
    ('<img alt="A map">', ['alt="A map"']),
    ('<nav aria-label="Pages">', ['aria-label="Pages"']),
    ('<input placeholder="Search">', ['placeholder="Search"']),
    ('<input type="submit" value="Save">', ['value="Save"']),
    ('<p title="{{ x }} plans">{{ x }}</p>', ['title=" plans"']),
    ('<p data-words="Saved just now">{{ x }}</p>', ['data-words="Saved just now"']),
    ('{{ button("Save the plan") }}', ["Save the plan"]),
    ('{{ button("Save") }}', ["Save"]),
    ('{% set words = "No plans yet." %}', ["No plans yet."]),
]
IN_CODE = [
    ('"""A room for plans."""\n"A remark of ours."', []),
    ('x = _l("A plan of yours.")', []),
    ('x = lazy_pgettext("queue", "Annex")', []),
    ('raise ValueError("No such plan.")', []),
    ('log.warning("Mail was not sent.")', []),
    ('current_app.logger.info("Mail was sent.")', []),
    ('command(help="Load a plan.")', []),
    ('execute("SELECT id FROM plan WHERE id = 1")', []),
    ('headers["Cache-Control"] = "no-store"', []),
    ('Row = TypeVar("Row")', []),
    ('raise NotFound("No such plan.")', ["No such plan."]),
    ('x = "A plan of yours."', ["A plan of yours."]),
    ('x = "Saved"', ["Saved"]),
    ('x = f"Saved at {time}"', ["Saved at "]),
    ('flash("saved")', ["saved"]),
    ('echo(f"{number} plans")', [" plans"]),
    ('Field("x", label="plan")', ["plan"]),
    ('Problem("late", sentence="too late")', ["too late"]),
    ('_("A plan") + x("Only for you.")', ["Only for you."]),
]
IN_SCRIPTS = [
    ('// A remark of ours.\nform.querySelector("[data-print] .row a");', []),
    ('const time = { hour: "2-digit" }; const key = `engage:${person}:`;', []),
    ('line.textContent = "Saved";', ["Saved"]),
    ('say("Your text is saved");', ["Your text is saved"]),
    ("confirm(`leave without saving ${it}`);", ["leave without saving "]),
]
IN_PAPERS = [
    ('// A remark of ours.\n#set text(font: "Noto Sans")\n[#box(text(dir: ltr, number))]', []),
    ('heading("Signed by the Party")', ["Signed by the Party"]),
    ("align(start)[Signed by #name]", ["Signed by #name"]),
]
IN_STYLES = [
    ('a::after { content: " (" attr(href) ")"; }', []),
    ('a::after { content: "page " counter(page); }', ['"page " counter(page)']),
]


def texts(found: list[Found]) -> list[str]:
    return [text for _line, text in found]


@pytest.mark.parametrize(("source", "words"), IN_TEMPLATES)
def test_words_are_found_in_a_template(source: str, words: list[str]) -> None:
    assert texts(unmarked.in_template(source, JINJA)) == words


@pytest.mark.parametrize(("source", "words"), IN_CODE)
def test_words_are_found_in_code(source: str, words: list[str]) -> None:
    assert texts(unmarked.in_code(source)) == words


@pytest.mark.parametrize(("source", "words"), IN_SCRIPTS)
def test_words_are_found_in_a_script(source: str, words: list[str]) -> None:
    assert texts(unmarked.in_script(source)) == words


@pytest.mark.parametrize(("source", "words"), IN_PAPERS)
def test_words_are_found_in_a_layout_for_paper(source: str, words: list[str]) -> None:
    assert texts(unmarked.in_paper(source)) == words


@pytest.mark.parametrize(("source", "words"), IN_STYLES)
def test_words_are_found_in_a_style_sheet(source: str, words: list[str]) -> None:
    assert texts(unmarked.in_style(source)) == words


def found(pattern: str, read: Callable[[str], list[Found]]) -> list[tuple[str, str]]:
    return [
        (f"{name}:{line}" if (name, text) not in KNOWN else name, text)
        for path in sorted(ROOT.glob(pattern))
        if (name := str(path.relative_to(ROOT))) not in OTHERS and "vendor" not in Path(name).parts
        for line, text in read(path.read_text("utf-8"))
        if text not in MACHINES
    ]


def test_templates_have_no_words_outside_gettext() -> None:
    assert found("templates/**/*.html", lambda text: unmarked.in_template(text, JINJA)) == []


def test_code_has_no_words_outside_gettext() -> None:
    left = found("engage/**/*.py", unmarked.in_code)
    assert [words for words in left if words not in KNOWN] == []
    assert set(KNOWN) - set(left) == set(), "an exception that is no longer needed"


def test_scripts_take_their_words_from_the_page() -> None:
    assert found("static/js/**/*.js", unmarked.in_script) == []


def test_layouts_for_paper_take_their_words_from_the_document() -> None:
    assert found("templates/pdf/*.typ", unmarked.in_paper) == []


def test_style_sheets_write_no_words() -> None:
    assert found("static/css/**/*.css", unmarked.in_style) == []


def test_files_of_other_readers_are_there() -> None:
    assert [name for name in OTHERS if not (ROOT / name).exists()] == []
