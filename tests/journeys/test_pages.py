"""What pages and papers say of stops: how far clocks are apart, who said yes, what stands first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from engage.journeys.charts import chart_of
from engage.journeys.pages import accepted, clocks_apart, next_of, told_stops
from engage.journeys.reading import SeenStop
from engage.kit.locales import force
from engage.kit.web import web_address

TODAY = dt.date(2027, 3, 1)
SUMMER, WINTER = dt.date(2027, 7, 1), dt.date(2027, 1, 15)


def seen(number: int = 1, state: str = "accepted", party: str = "UZ", **values: Any) -> SeenStop:
    day = values.pop("day", None)
    return SeenStop(
        id=number,
        key=f"s{number}",
        number=number,
        party_code=party,
        party_names={"en": f"Land {party}"},
        state=state,
        values={"place": f"Place {number}", **values},
        first_day=day,
        last_day=day,
        precision="day" if day else "",
        sequence=0,
        changed_at=dt.datetime.now(dt.UTC),
    )


@pytest.mark.parametrize(
    ("here", "before", "day", "said"),
    [
        ("Asia/Tashkent", "Asia/Samarkand", SUMMER, "The time is the same"),
        (
            "Asia/Tashkent",
            "Europe/Istanbul",
            SUMMER,
            "ahead of those at the stop before, by 2",
        ),
        ("Europe/Istanbul", "Asia/Tashkent", SUMMER, "behind those at the stop before, by 2"),
        (
            "Europe/Brussels",
            "Europe/Istanbul",
            SUMMER,
            "behind those at the stop before, by 1",
        ),
        (
            "Europe/Brussels",
            "Europe/Istanbul",
            WINTER,
            "behind those at the stop before, by 2",
        ),
        ("Asia/Kathmandu", "Asia/Tashkent", SUMMER, "by 0:45 hours"),
    ],
)
def test_clocks_are_compared_on_the_day_of_the_stop(
    app: Flask, here: str, before: str, day: dt.date, said: str
) -> None:
    with app.app_context(), force("en"):
        assert said in clocks_apart(seen(zone=here, day=day), seen(zone=before))


def test_nothing_is_said_of_clocks_where_day_or_zone_is_not_known(app: Flask) -> None:
    with app.app_context(), force("en"):
        assert clocks_apart(seen(zone="Asia/Tashkent"), seen(zone="Europe/Istanbul")) == ""
        assert clocks_apart(seen(day=SUMMER), seen(zone="Europe/Istanbul")) == ""


def test_the_map_shows_where_stops_stand_by_their_lines(app: Flask) -> None:
    def at(number: int, state: str, **more: Any) -> SeenStop:
        where = {"lat": str(40 + number), "lon": str(60 + number * 4)}
        return seen(number, state, coordinates=where, **more)

    stops = [at(1, "held"), at(2, "accepted"), at(3, "accepted"), at(4, "declined"), seen(5)]
    with app.app_context(), force("en"):
        chart = chart_of(stops, stops[1])
        assert chart is not None
        assert [each["words"] for each in chart.legend] == [
            "Took place",
            "Next stop",
            "Accepted by the host",
            "Declined by the host",
        ]
        marks = chart.map["drawing"]["marks"]
        assert [each["text"] for each in marks if each["kind"] == "words"] == ["1", "2", "3", "4"]
        assert chart_of([seen()], None) is None


def test_the_european_union_hosts_without_a_shape(app: Flask) -> None:
    stop = seen(party="EU", coordinates={"lat": "50.85", "lon": "4.35"})
    with app.app_context(), force("en"):
        chart = chart_of([stop], stop)
        assert chart is not None
        assert not [each for each in chart.map["drawing"]["ground"] if each["look"] == "own"]


def test_a_party_counts_once_and_only_after_it_accepted(app: Flask) -> None:
    stops = [seen(1, "held"), seen(2), seen(3, party="TR"), seen(4, "proposed", party="KZ")]
    with app.app_context(), force("en"):
        assert accepted(stops, "en") == ["Land TR", "Land UZ"]


def test_the_next_stop_is_the_first_one_ahead(app: Flask) -> None:
    stops = (seen(1, "held", day=WINTER), seen(2, day=WINTER), seen(3), seen(4, day=SUMMER))
    with app.app_context(), force("en"):
        told = next_of(told_stops(stops, "en", TODAY))
        assert told is not None
        assert told.number == 3
        assert next_of(told_stops((replace(stops[0]),), "en", TODAY)) is None


ADDRESSES: Mapping[str, str] = {
    "https://example.org/a": "https://example.org/a",
    "www.example.org": "https://www.example.org",
    "example.org/day?x=1": "https://example.org/day?x=1",
    "javascript:alert(1)": "",
    "our page, see there": "",
    "data:text/html,x": "",
}


@pytest.mark.parametrize("typed", ADDRESSES)
def test_only_addresses_of_the_web_are_followed(typed: str) -> None:
    assert web_address(typed) == ADDRESSES[typed]
