"""What holds for every rule of practice: it is tested both ways, has a source and a sentence."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings

from engage.kit.locales import CODES, force
from engage.kit.pieces import plain
from engage.plans.advice.aside import set_aside_in, still_given
from engage.plans.advice.rules import BLOCKS, RULES, blocks, found
from engage.plans.advice.seen import Seen
from engage.plans.advice.sentences import COUNTED, SENTENCES
from engage.plans.advice.shape import LONGEST_KEY, Advice, Rule
from engage.plans.advice.words import in_words
from engage.plans.document import KEY, Json
from engage.plans.outline.plan import every_field, find_register
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.advice import AdviceCode
from tests.plans.advice.made_up import NORMS, Cases, advice_on, partnership, plan, stakeholder
from tests.plans.documents import documents, filled_document

HERE = Path(__file__).parent
MODULES = [
    import_module(f"tests.plans.advice.{path.stem}")
    for path in sorted(HERE.glob("test_*.py"))
    if path != Path(__file__)
]


def cases(kind: str) -> Cases:
    return {
        f"{module.__name__}: {told}": case
        for module in MODULES
        for told, case in getattr(module, kind, {}).items()
    }


def codes(kind: str) -> set[AdviceCode]:
    return {code for code, _document in cases(kind).values()}


def said_by(rule: Rule, document: Json) -> list[Advice]:
    return list(rule(Seen(document), NORMS))


@pytest.mark.parametrize("kind", ["SPEAKS", "SILENT"])
def test_every_rule_has_a_plan_of_which_it_speaks_and_one_of_which_it_is_silent(kind: str) -> None:
    assert codes(kind) == set(AdviceCode)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_says_one_thing_and_names_its_source(rule: Rule) -> None:
    documents = [document for _code, document in cases("SPEAKS").values()]
    said = {each.code for document in documents for each in said_by(rule, document)}
    assert len(said) == 1
    assert "Source:" in (rule.__doc__ or "")


def test_no_two_rules_say_the_same() -> None:
    assert len(RULES) == len(set(RULES)) == len(AdviceCode)


def test_two_rules_hold_up_submission_and_no_more() -> None:
    every = [each for _code, plan in cases("SPEAKS").values() for each in found(plan, NORMS)]
    held_up = {each.code for each in every if each.level is Level.MUST}
    assert held_up == {AdviceCode.R_IND1, AdviceCode.R_PRI1}
    assert len(BLOCKS) == len(held_up)


def test_an_advice_leads_to_a_question_that_there_is() -> None:
    declared = {
        (section.code, register.code if register else "", field.code)
        for section, register, field in every_field()
    }
    for _code, document in cases("SPEAKS").values():
        for each in found(document, NORMS):
            place = (each.section, each.register, each.field)
            assert place in declared or (find_register(each.register) and not each.field)


def test_what_an_advice_is_set_aside_by_is_the_key_of_a_row() -> None:
    every = [each for _code, plan in cases("SPEAKS").values() for each in found(plan, NORMS)]
    long = Advice(AdviceCode.R_PAS1, "activities", about="x" * LONGEST_KEY)
    assert all(re.fullmatch(KEY, each.name) for each in (*every, long))


def test_advice_on_two_rows_has_two_names() -> None:
    rows = (stakeholder("women"), stakeholder("women"))
    names = [each.name for each in found(plan(*rows), NORMS)]
    assert len(names) == len(set(names)) == 2


# ---------------------------------------------------------------- private answers


def test_private_answers_change_nothing() -> None:
    rows = {
        "stakeholders": {"attitude_now": "resistant", "attitude_wanted": "leading"},
        "partnerships": {"due_diligence_note": "A concern", "conflict_note": "A cousin"},
    }
    secret = {
        field.code
        for _section, register, field in every_field()
        if field.private and register and register.code in rows
    }
    assert secret >= {code for values in rows.values() for code in values}
    without = plan(stakeholder("women"), partnership(state="signed"))
    with_them = plan(
        stakeholder("women", **rows["stakeholders"]),
        partnership(state="signed", **rows["partnerships"]),
    )
    assert found(with_them, NORMS) == found(without, NORMS)


def test_no_rule_names_a_private_answer() -> None:
    private = {field.code for _section, _register, field in every_field() if field.private}
    source = "".join(path.read_text() for path in Path("engage/plans/advice").glob("*.py"))
    named = {code for code in private if f'"{code}"' in source}
    assert named == set()


# ---------------------------------------------------------------- words


def test_every_rule_has_one_sentence() -> None:
    assert set(SENTENCES) | set(COUNTED) == set(AdviceCode)
    assert not set(SENTENCES) & set(COUNTED)


@pytest.mark.parametrize("language", CODES)
def test_every_advice_is_put_into_words(app: Flask, language: str) -> None:
    with app.test_request_context(), force(language):
        for _code, document in cases("SPEAKS").values():
            for told in in_words(found(document, NORMS), document, NORMS, "en"):
                assert not re.search(r"%\(|None", plain(told.sentence))
                assert told.title


def test_a_sentence_calls_a_row_by_the_words_of_the_plan(app: Flask) -> None:
    document = plan(stakeholder("women", name="Weavers’ circle"))
    with app.test_request_context(), force("en"):
        [told] = in_words(found(document, NORMS), document, NORMS, "en")
    assert not isinstance(told.sentence, str)
    assert plain(told.sentence).startswith("1 Weavers’ circle: no measure of inclusion")


# ---------------------------------------------------------------- documents of all sorts


def test_a_plan_with_every_field_is_read_to_an_end() -> None:
    assert isinstance(found(filled_document(), NORMS), tuple)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_document_is_read_to_an_end(document: Json) -> None:
    assert isinstance(found(document, NORMS), tuple)


def test_a_document_that_is_older_than_the_lists_is_read_too() -> None:
    document = plan(stakeholder("women"))
    for section in document["sections"].values():
        section["registers"] = {
            code: rows for code, rows in section["registers"].items() if code == "stakeholders"
        }
    assert AdviceCode.R_WOM1 in advice_on(document)
    assert blocks(document) == ()


def test_what_cannot_be_read_is_passed_over() -> None:
    kept = {"as_typed": {"": ["at noon"]}}
    document = plan(
        stakeholder(
            "pastoralists", "women", "indigenous", level=kept, channels=kept, inclusion=kept
        ),
        ("activities", {"values": {"groups": kept, "when": kept, "starts_at": kept}}),
        ("calendars", {"values": {"months": kept, "groups": kept, "stakeholders": kept}}),
        fields={"identity": {"period": kept, "lead_institution": kept}},
    )
    assert found(document, NORMS)


# ---------------------------------------------------------------- set aside


def test_what_is_set_aside_is_not_given_again() -> None:
    aside = {"key": "r_wom1-r1", "values": {"advice": "r_wom1", "reason": "They meet at home."}}
    document = plan(stakeholder("women"), stakeholder("women"), ("set_aside", aside))
    given = still_given(found(document, NORMS), set_aside_in(document))
    assert [each.key for each in given] == ["r2"]
    assert set_aside_in(document)["r_wom1-r1"].reason == "They meet at home."


def test_what_holds_up_submission_cannot_be_set_aside() -> None:
    aside = {"key": "r_pri1-r1", "values": {"advice": "r_pri1", "reason": "No."}}
    document = plan(partnership(state="signed"), ("set_aside", aside))
    given = still_given(found(document, NORMS), set_aside_in(document))
    assert AdviceCode.R_PRI1 in {each.code for each in given}
    assert blocks(document)
