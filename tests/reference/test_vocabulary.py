from __future__ import annotations

import importlib
import inspect
import pkgutil

import engage.reference.vocabulary as room
from engage.kit.values.vocabulary import Vocabulary
from engage.reference.vocabulary.approach import METHODS_BY_LEVEL, PROMISES, EngagementLevel, Method
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Annex, Region


def all_vocabularies() -> list[type[Vocabulary]]:
    modules = [
        importlib.import_module(f"{room.__name__}.{found.name}")
        for found in pkgutil.iter_modules(room.__path__)
    ]
    return [
        each
        for module in modules
        for _, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, Vocabulary) and each.__module__ == module.__name__
    ]


def test_groups_stand_in_the_order_of_the_decision() -> None:
    assert [group.value for group in Group] == [
        "policymakers",
        "women",
        "youth",
        "cso",
        "indigenous",
        "local_comm",
        "land_owners_managers",
        "farmers",
        "pastoralists",
        "media",
        "private_sector",
        "parliamentarians",
    ]


def test_each_code_has_a_label_of_its_own_within_its_list() -> None:
    vocabularies = all_vocabularies()
    assert len(vocabularies) > 50
    for vocabulary in vocabularies:
        labels = [str(label) for label in vocabulary.labels().values()]
        assert all(labels), vocabulary
        assert len(set(labels)) == len(labels), vocabulary


def test_labels_begin_with_a_capital() -> None:
    small = [
        str(label)
        for vocabulary in all_vocabularies()
        for label in vocabulary.labels().values()
        if not str(label)[0].isupper()
    ]
    assert small == []


def test_every_method_belongs_to_one_level() -> None:
    listed = [method for methods in METHODS_BY_LEVEL.values() for method in methods]
    assert listed == list(Method)


def test_every_level_has_its_promise() -> None:
    assert list(PROMISES) == list(EngagementLevel)


def test_annexes_and_regions_share_their_codes() -> None:
    assert [annex.value for annex in Annex] == [region.value for region in Region]
