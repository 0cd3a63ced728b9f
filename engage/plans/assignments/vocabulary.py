"""The parts a reviewer may take in the review of a plan, and the sections each topic looks at."""

from __future__ import annotations

from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class Topic(Vocabulary):
    """The lead looks after the whole plan and decides; a topic has its reviewer, or none."""

    LEAD = "lead", _lp("review topic", "Lead")
    GENDER = "gender", _lp("review topic", "Gender")
    YOUTH = "youth", _lp("review topic", "Youth")
    INDIGENOUS = "indigenous", _lp("review topic", "Indigenous Peoples and local communities")
    LAND = "land", _lp("review topic", "Land users, farmers and pastoralists")
    PRIVATE_SECTOR = "private_sector", _lp("review topic", "Private sector")
    POLICY = "policy", _lp("review topic", "Policymakers and parliamentarians")
    COMMUNICATION = "communication", _lp("review topic", "Awareness, communication and media")
    RESOURCES = "resources", _lp("review topic", "Budget and partnerships")
    FEEDBACK = "feedback", _lp("review topic", "Feedback, safeguards and monitoring")


TOPICS: tuple[Topic, ...] = tuple(each for each in Topic if each is not Topic.LEAD)

_PEOPLE = ("so_far", "stakeholders", "activities")

# Codes of the sections of a plan that each topic looks at; the lead looks at all.
SECTIONS_OF: dict[Topic, tuple[str, ...]] = {
    Topic.GENDER: _PEOPLE,
    Topic.YOUTH: _PEOPLE,
    Topic.INDIGENOUS: (*_PEOPLE, "feedback"),
    Topic.LAND: _PEOPLE,
    Topic.PRIVATE_SECTOR: ("stakeholders", "activities", "resources"),
    Topic.POLICY: ("identity", "purpose", "stakeholders"),
    Topic.COMMUNICATION: ("awareness", "activities"),
    Topic.RESOURCES: ("resources",),
    Topic.FEEDBACK: ("feedback", "monitoring"),
}
