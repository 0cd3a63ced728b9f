"""Plans for pictures: as many stakeholders and activities as a test asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from engage.kit.drawing import Drawing, Words
from engage.kit.pictures import Gallery, Picture
from engage.kit.pieces import plain
from engage.plans.document import Json, assemble
from engage.reference.vocabulary.activities import ActivityStatus
from engage.reference.vocabulary.groups import Attitude, Group, Rating
from tests.plans.golden.plan import row

PERIOD = {"start": "2026-01", "end": "2027-12"}
UNKNOWN = {"answer": "unknown"}


def plan(fields: Json | None = None, **registers: list[Json]) -> Json:
    """A plan of two years, with these registers and nothing else."""
    identity = {"period": PERIOD, "language": "en"}
    return assemble("XA", {"identity": identity, **(fields or {})}, registers)


def stakeholders(number: int) -> list[Json]:
    """In all nine squares, each fifth without a rating; every attitude met."""
    return [_stakeholder(each) for each in range(number)]


def _stakeholder(number: int) -> Json:
    ratings, attitudes = list(Rating), list(Attitude)
    rated: Json = {} if number % 5 == 4 else {"influence": ratings[number % 3]}
    return row(
        f"s{number}",
        name=f"Herders of camp {number}",
        groups=[list(Group)[number % len(Group)]],
        level=["inform", "consult", "involve"][number % 3],
        interest_degree=ratings[number // 3 % 3],
        attitude_now=attitudes[number % 5],
        attitude_wanted=attitudes[-1 - number % 4],
        **rated,
    )


def activities(number: int) -> list[Json]:
    """In every quarter of the two years and every state; each ninth has no date."""
    return [_activity(each) for each in range(number)]


def _activity(number: int) -> Json:
    states = list(ActivityStatus)
    dated: Json = {} if number % 9 == 8 else {"when": {"start": month(number * 5 % 24)}}
    return row(
        f"a{number}",
        title=f"Meeting {number} at the wells of the northern camps, before the autumn move",
        groups=[list(Group)[number % 7]],
        status=states[number % len(states)],
        **dated,
    )


def month(number: int) -> str:
    return f"{2026 + number // 12}-{number % 12 + 1:02}"


def money(amount: str, currency: str = "USD", **more: Any) -> Json:
    return {"amount": amount, "currency": currency, **more}


def full_plan(number: int = 12) -> Json:
    return plan(
        {"stakeholders": {"not_relevant": {"media": "Messages go by radio."}}},
        stakeholders=stakeholders(number),
        activities=activities(number),
        own_groups=[row("g1", name="Salt traders", groups=["private_sector"])],
        budget=[row("b1", item="Fares", amount=money("900", source="gef"), funded="funded")],
    )


def the(gallery: Gallery, code: str) -> Picture:
    return next(each for each in gallery["pictures"] if each["code"] == code)


def words_in(drawings: Iterable[Drawing]) -> Iterator[Words]:
    for drawing in drawings:
        for mark in drawing["marks"]:
            if mark["kind"] == "words":
                yield mark


def said_in(drawings: Iterable[Drawing]) -> list[str]:
    return [plain(each["text"]) for each in words_in(drawings)]


def cells_of(picture: Picture, chart: int = 0) -> list[list[str]]:
    return [[plain(each["text"]) for each in row] for row in picture["charts"][chart]["rows"]]


def numbers_in_table(picture: Picture) -> list[str]:
    return [cells[0].split(" ")[0] for cells in cells_of(picture)]
