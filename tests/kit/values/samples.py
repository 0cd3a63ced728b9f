"""One kind of each sort with a strategy for its valid values, and text as people may type it."""

from __future__ import annotations

from calendar import monthrange
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from engage.kit.locales import CODES
from engage.kit.values.angles import write_degrees
from engage.kit.values.base import Answer, Json, Kind
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.clean import lines_of, tidy
from engage.kit.values.contact import Contact
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.groups import ByGroup
from engage.kit.values.hours import Hours
from engage.kit.values.links import Links
from engage.kit.values.money import Money
from engage.kit.values.number import Certainty, Count, WholeNumber
from engage.kit.values.signature import Signature
from engage.kit.values.strip import Strip
from engage.kit.values.text import Text, Texts
from engage.kit.values.tongues import Tongues
from engage.kit.values.vocabulary import Vocabulary
from engage.kit.values.when import Frequency, When
from engage.kit.values.zone import Zone

Values = st.SearchStrategy[Any]


class Colour(Vocabulary):
    RED = "red", "Red"
    GREEN = "green", "Green"
    BLUE = "blue", "Blue"


class Shade(Vocabulary):
    LIGHT = "light", "Light shade"
    DARK = "dark", "Dark shade"


def own_groups() -> list[tuple[str, str]]:
    return [("own-1", "Herders of the north")]


SCRIPTS = "aZé9 .,-'«»“”٣مرحبا۵अ土地Жя\u200f\u00a0\U0001f33e"
letters = st.text(SCRIPTS) | st.text(st.characters(exclude_categories=["Cc", "Cs"]))
words = letters.map(tidy).filter(bool)
line = words.map(lambda text: " ".join(lines_of(text))).filter(bool)
text = st.lists(words, min_size=1, max_size=3).map("\n\n".join).map(tidy).filter(bool)

years = st.integers(1900, 2199)
months = st.tuples(years, st.integers(1, 12))
days = months.flatmap(lambda ym: st.tuples(st.just(ym), st.integers(1, monthrange(*ym)[1])))
full_day = days.map(lambda day: f"{day[0][0]}-{day[0][1]:02}-{day[1]:02}")
day = years.map(str) | months.map(lambda ym: f"{ym[0]}-{ym[1]:02}") | full_day

amount = st.from_regex(
    r"(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?", fullmatch=True, alphabet="0123456789."
)
certainty = st.sampled_from(Certainty).map(str)


def some(keys: dict[str, Values]) -> Values:
    """A record with at least one of the keys."""
    return st.fixed_dictionaries({}, optional=keys).filter(bool)


def _degrees(most: int) -> Values:
    """Degrees as they are kept: five decimals at most, and no nought at their end."""
    smallest = st.integers(-most * 10**5, most * 10**5)
    return smallest.map(lambda number: write_degrees(Decimal(number).scaleb(-5)))


def choices(extra: Values | None = None) -> Values:
    codes = st.sampled_from(Colour).map(str)
    item = codes if extra is None else codes | extra
    return st.lists(item, min_size=1, unique_by=repr)


own_words = st.fixed_dictionaries({"words": line})
contact = some(dict.fromkeys(("name", "title", "institution", "email", "phone"), line))
when = {
    "words": text,
    "start": day,
    "end": day,
    "frequency": st.sampled_from(Frequency).map(str),
    "further": st.lists(day, min_size=1, max_size=4),
}
priced = st.fixed_dictionaries(
    {"amount": amount, "currency": st.sampled_from(["USD", "TND", "XOF", "ZZZ"])},
    optional={
        "unit": st.sampled_from([1, 1000, 1_000_000]),
        "certainty": certainty,
        "source": st.sampled_from(Shade).map(str),
        "words": text,
    },
)
said = some({"source": st.sampled_from(Shade).map(str), "words": text})
counted = st.fixed_dictionaries(
    {"number": st.integers(0, 10**12 - 1)}, optional={"certainty": certainty, "words": text}
)

tongues = some(dict.fromkeys(CODES, line))
coordinates = st.fixed_dictionaries({"lat": _degrees(90), "lon": _degrees(180)})
zone = st.sampled_from(
    ["Asia/Tashkent", "Africa/Nairobi", "America/Argentina/Ushuaia", "Asia/Kolkata", "UTC"]
)
time = st.times().map(lambda moment: f"{moment:%H:%M}")
hours = st.fixed_dictionaries({"from": time}, optional={"to": time})

row_keys = st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True)
in_year = st.dictionaries(st.integers(1, 12).map(str), st.sampled_from(Shade).map(str), min_size=1)

ANY = frozenset(Answer)

SAMPLES: dict[str, tuple[Kind, Values]] = {
    "text": (Text(10_000, answers=ANY), text),
    "texts": (Texts(10_000), st.lists(line, min_size=1)),
    "choice": (Choice(Colour), st.sampled_from(Colour).map(str)),
    "choice of pairs": (Choice(own_groups), st.just("own-1")),
    "choice with own": (Choice(Colour, own_groups), st.sampled_from(["red", "own-1"])),
    "choices": (Choices(Colour, answers=ANY), choices()),
    "open choices": (Choices(Colour, open=True), choices(own_words)),
    "ranked choices": (Choices(Colour, ranked=True, extra=own_groups), choices()),
    "open ranked": (Choices(Colour, open=True, ranked=True), choices(own_words)),
    "whole number": (WholeNumber(0, 5000), st.integers(0, 5000)),
    "count": (Count(), counted | some({"words": text})),
    "when": (When(answers=ANY), some(when)),
    "date": (When(only=("start",)), st.fixed_dictionaries({"start": day})),
    "money": (Money(Shade, ("ZZZ",)), priced | said),
    "contact": (Contact(answers=ANY), contact),
    "signature": (Signature(), some({"name": line, "title": line, "on": full_day})),
    "groups and codes": (
        ByGroup(Colour, Choice(Shade)),
        some(dict.fromkeys(Colour.labels(), st.sampled_from(Shade).map(str))),
    ),
    "groups and words": (
        ByGroup(Colour, Text(10_000), own_groups),
        some(dict.fromkeys(("red", "own-1"), text)),
    ),
    "links": (Links("stakeholders", answers=ANY), st.lists(row_keys, min_size=1, unique=True)),
    "one link": (Links("activities", one=True), row_keys.map(lambda key: [key])),
    "tongues": (Tongues(answers=ANY), tongues),
    "coordinates": (Coordinates(answers=ANY), coordinates),
    "zone": (Zone(answers=ANY), zone),
    "hours": (Hours(answers=ANY), hours),
    "months": (Strip(Shade, answers=ANY), in_year),
}


def fits(value: Json) -> bool:
    """Short enough for the smallest box of a record."""
    return max((len(each) for each in _texts(value)), default=0) <= 60


def _texts(value: Json) -> list[str]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in _texts(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in _texts(inner)]
    return [value] if isinstance(value, str) else []
