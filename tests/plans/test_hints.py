"""Help where the question is asked: what fits a row, good practice, examples, standard words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from flask import Flask

from engage.kit.locales import CODES, force
from engage.kit.pieces import plain
from engage.plans.chapters import chapter
from engage.plans.document import assemble
from engage.plans.hints.places import hints_of, lines_beside
from engage.plans.hints.prompts import PROMPTS, prompts_beside
from engage.plans.hints.ways import CHANNELS_BY_GROUP, MOST, channels_for, methods_for
from engage.plans.outline.plan import every_field
from engage.plans.outline.stakeholders import SECTION, STAKEHOLDERS
from engage.plans.reading import ReadRow, read_section
from engage.reference.vocabulary.approach import CHANNELS_ONLINE, Channel, EngagementLevel, Method
from engage.reference.vocabulary.groups import Group

LONGEST = 170  # a prompt is a short sentence or two


@pytest.fixture(autouse=True)
def _speaking(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def beside(values: Mapping[str, Any], language: str = "en") -> dict[str, str]:
    lines = lines_beside(STAKEHOLDERS, values, values, language)
    return {code: plain(line) for code, line in lines.items()}


# ---------------------------------------------------------------- what is written down


def test_every_prompt_stands_beside_a_question_that_is_asked() -> None:
    questions = {
        f"{register.code if register else section.code}.{field.code}"
        for section, register, field in every_field()
    }
    assert {each for prompt in PROMPTS for each in prompt.beside} <= questions


def test_each_group_has_two_to_four_prompts() -> None:
    counted = Counter(prompt.group for prompt in PROMPTS if prompt.group)
    assert counted.keys() == set(Group)
    assert {group: n for group, n in counted.items() if not 2 <= n <= 4} == {}


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: str(prompt.sentence)[:30])
def test_a_prompt_is_a_short_whole_sentence(prompt: Any) -> None:
    sentence = str(prompt.sentence)
    assert sentence.endswith(".")
    assert len(sentence) <= LONGEST


def test_rangelands_are_land_in_use_and_their_people_right_holders() -> None:
    said = " ".join(str(each.sentence) for each in PROMPTS if each.group is Group.PASTORALISTS)
    assert "Rangelands are land in use" in said
    assert "right-holders" in said
    assert not any("wasteland" in str(each.sentence) for each in PROMPTS)


def test_every_group_has_its_channels_and_those_on_the_land_none_online() -> None:
    assert CHANNELS_BY_GROUP.keys() == set(Group)
    on_the_land = (Group.PASTORALISTS, Group.FARMERS, Group.LOCAL_COMM, Group.INDIGENOUS)
    for group in on_the_land:
        assert not CHANNELS_ONLINE & set(CHANNELS_BY_GROUP[group]), group


def test_about_35_questions_have_an_example_of_one_line() -> None:
    examples = [str(field.example) for _section, _register, field in every_field() if field.example]
    assert 25 <= len(examples) <= 40
    assert len(set(examples)) == len(examples)
    assert max(map(len, examples)) <= 100


@pytest.mark.parametrize("language", CODES)
def test_an_example_fits_the_question_it_is_given_for(language: str) -> None:
    with force(language):
        for _section, _register, field in every_field():
            most = getattr(field.kind, "max", None)
            assert most is None or len(str(field.example)) <= most, field.code


# ---------------------------------------------------------------- what follows from a row


def test_channels_that_reach_most_of_the_groups_come_first() -> None:
    assert channels_for(["women", "pastoralists"])[:2] == (Channel.COMMUNITY_RADIO, Channel.VOICE)
    assert len(channels_for([each.value for each in Group])) == MOST
    assert channels_for([]) == ()


def test_methods_belong_to_the_level_that_was_chosen() -> None:
    assert Method.PARTICIPATORY_MAPPING in methods_for(EngagementLevel.INVOLVE)
    assert Method.POSTERS not in methods_for(EngagementLevel.INVOLVE)
    assert methods_for("") == ()


def test_a_row_that_says_nothing_has_empty_lines_beside_its_boxes() -> None:
    assert beside({}) == {"channels": "", "methods": "", "promise": ""}


def test_lines_name_channels_methods_and_the_standard_words_in_the_language_of_the_plan() -> None:
    lines = beside({"groups": ["parliamentarians"], "level": "consult"}, "fr")
    assert lines["channels"] == "Often reached by: Letter; Face to face"
    assert lines["methods"].startswith("What fits the level: Survey; Focus group; ")
    with force("fr"):
        words = str(EngagementLevel.CONSULT.label)
    assert words != "Consult"  # the catalogue is there
    assert "Nous vous tiendrons" in lines["promise"]


@pytest.mark.parametrize(
    "odd", [{"as_typed": {"": ["?"]}}, {"answer": "unknown"}, [{"words": "x"}]]
)
def test_answers_that_are_no_codes_lead_to_no_line(odd: Any) -> None:
    assert beside({"groups": odd, "level": odd}) == {"channels": "", "methods": "", "promise": ""}


def test_prompts_are_for_the_groups_of_the_row_and_for_everybody() -> None:
    said = prompts_beside("stakeholders.representation", frozenset({"youth"}))
    assert {each.group for each in said} == {Group.YOUTH}
    assert {each.group for each in prompts_beside("stakeholders.barriers", frozenset())} == {None}
    every = prompts_beside("stakeholders.representation", None)
    assert {Group.INDIGENOUS, Group.PASTORALISTS, Group.WOMEN} <= {each.group for each in every}


def test_a_hint_is_named_by_what_it_holds() -> None:
    fields = [STAKEHOLDERS.field(code) for code in ("promise", "consent", "representation", "size")]
    named = {
        each.code: each.summary
        for each in hints_of(STAKEHOLDERS, fields, frozenset({"indigenous"}))
    }
    assert named == {
        "promise": "An example",
        "consent": "Good practice",
        "representation": "Good practice and an example",
    }


# ---------------------------------------------------------------- the promise of the level


def row_read(**values: Any) -> ReadRow:
    rows = {"stakeholders": [{"key": "a", "values": {"name": "Herders", **values}}]}
    document = assemble("XA", {"identity": {"language": "es"}}, rows)
    read = read_section(document, SECTION, "en")
    return next(each for each in read.registers if each.code == "stakeholders").rows[0]


def lines_of(row: ReadRow, code: str) -> list[tuple[str, bool]]:
    entry = row.entry(code)
    assert entry is not None
    return [(line.text, line.own) for line in entry.lines]


def test_a_promise_left_blank_is_read_in_the_standard_words_of_its_level() -> None:
    said = lines_of(row_read(level="empower"), "promise")
    with force("es"):
        standard = lines_beside(STAKEHOLDERS, {"level": "empower"}, {}, "es")["promise"]
    assert said[0][0] in plain(standard)
    assert said[0][1], "it is marked with the language of the plan"
    assert said[1] == ("In the standard words of this level.", False)


def test_the_words_of_the_party_stand_for_themselves() -> None:
    said = lines_of(row_read(level="empower", promise="Decidimos juntos."), "promise")
    assert said == [("Decidimos juntos.", True)]


def test_without_a_level_nothing_is_promised() -> None:
    assert lines_of(row_read(), "promise") == []
    assert lines_of(row_read(level={"as_typed": {"": ["x"]}}), "promise") == []


def test_the_standard_words_are_on_paper_and_not_in_the_document() -> None:
    rows = {"stakeholders": [{"key": "a", "values": {"level": "inform"}}]}
    document = assemble("XA", {"identity": {"language": "en"}}, rows)
    printed = chapter(read_section(document, SECTION, "en"))
    assert "We will keep you informed." in str(printed)
    assert "We will keep you informed." not in str(document)
