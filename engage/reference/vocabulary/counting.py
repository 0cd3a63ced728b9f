"""What the people at an event are counted by."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary
from engage.reference.vocabulary.groups import Group


class Stage(Vocabulary):
    """Before or after: what was hoped for is never mixed with what came."""

    PLANNED = "planned", _lp("count", "Planned")
    ACTUAL = "actual", _lp("count", "Actual")


class Unit(Vocabulary):
    """What one is: somebody who comes on two days is two attendances (人次) and one person (人)."""

    ATTENDANCE = "attendance", _lp("count", "Attendances")
    PERSONS = "persons", _lp("count", "Different persons")


class Sex(Vocabulary):
    """The columns of the grid; the first is the total of the others."""

    ALL = "all", _lp("sex", "All")
    WOMEN = "women", _lp("sex", "Women")
    MEN = "men", _lp("sex", "Men")
    OTHER = "other", _lp("sex", "Other")
    NOT_STATED = "not_stated", _lp("sex", "Not stated")


class Age(Vocabulary):
    """Ages as seen from the band of ages that counts as youth; the first is the total."""

    ALL = "all", _lp("age", "All ages")
    CHILDREN = "children", _lp("age", "Younger than youth")
    YOUTH = "youth", _lp("age", "Youth")
    ADULTS = "adults", _lp("age", "Older than youth")
    NOT_STATED = "not_stated", _lp("age", "Age not stated")


class GridRow(Vocabulary):
    """The rows of the grid: everyone, then groups that overlap, so that they have no sum.

    Women and youth are groups of the decision too, but no rows here: they are a column and an age,
    and counting them twice would ask which of the two figures holds. Their organizations are
    counted with civil society. Persons with disabilities are no group of the decision, but
    reports ask for them.
    """

    EVERYONE = "everyone", _l("All participants")
    POLICYMAKERS = Group.POLICYMAKERS.value, Group.POLICYMAKERS.label
    CSO = Group.CSO.value, Group.CSO.label
    INDIGENOUS = Group.INDIGENOUS.value, Group.INDIGENOUS.label
    LOCAL_COMM = Group.LOCAL_COMM.value, Group.LOCAL_COMM.label
    LAND_OWNERS_MANAGERS = Group.LAND_OWNERS_MANAGERS.value, Group.LAND_OWNERS_MANAGERS.label
    FARMERS = Group.FARMERS.value, Group.FARMERS.label
    PASTORALISTS = Group.PASTORALISTS.value, Group.PASTORALISTS.label
    MEDIA = Group.MEDIA.value, Group.MEDIA.label
    PRIVATE_SECTOR = Group.PRIVATE_SECTOR.value, Group.PRIVATE_SECTOR.label
    PARLIAMENTARIANS = Group.PARLIAMENTARIANS.value, Group.PARLIAMENTARIANS.label
    DISABILITIES = "disabilities", _l("Persons with disabilities")


class MediaChannel(Vocabulary):
    """Where media spoke of an event. What they reach is no attendance."""

    RADIO = "radio", _lp("media", "Radio")
    TELEVISION = "television", _lp("media", "Television")
    PRINT = "print", _lp("media", "Newspapers and magazines")
    ONLINE = "online", _lp("media", "Online media")
    SOCIAL = "social", _lp("media", "Social media, as reported by the platform")


class Veil(Vocabulary):
    """What stands in a box whose figure only the Party and the secretariat see."""

    FEWER = "fewer", _lp("count", "Fewer than 5")
    WITHHELD = "withheld", _lp("count", "Not shown")
