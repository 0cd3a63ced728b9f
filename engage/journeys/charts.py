"""The map of a journey: its stops by where they stand, the way between them, and the legend.

The numbers on it are those of the list beside it. What stops look like says where they stand, each
by its line or its filling, so that a print in black and white says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.config import settings
from engage.journeys.reading import SeenStop
from engage.journeys.route import OFF, point_of
from engage.journeys.vocabulary import StopState
from engage.kit import route_map
from engage.kit.atlas import atlas
from engage.kit.formats import show_items, show_number
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.pictures import Key
from engage.kit.route_map import RouteMap

LOOKS: Mapping[str, str] = {
    StopState.HELD: "solid",
    StopState.ACCEPTED: "hollow",
    StopState.PROPOSED: "broken",
    StopState.DECLINED: "dotted",
    StopState.SKIPPED: "dotted",
}
NEXT = "bold"
REMEMBERED = 100  # a map takes some hundredths of a second: its coasts are cut out of all land

_maps: Memo[RouteMap] = Memo(REMEMBERED)


@dataclass(frozen=True, slots=True)
class Chart:
    """A map, and what the looks on it mean."""

    map: RouteMap
    legend: list[Key]


def chart_of(stops: Sequence[SeenStop], ahead: SeenStop | None) -> Chart | None:
    """The map of the stops of which a position is known, in the language spoken now; nothing
    where there is none. `ahead` is the next stop of the journey."""
    placed = [(stop, point) for stop in stops if (point := point_of(stop))]
    if not placed:
        return None
    spots = tuple(
        route_map.Stop(
            label=show_number(stop.number, language=current()),
            latitude=point[0],
            longitude=point[1],
            look=_look(stop, ahead),
            on_route=stop.state not in OFF,
        )
        for stop, point in placed
    )
    parties = {stop.party_code: None for stop in stops if stop.is_agreed and stop.party_code}
    legend = _legend([stop for stop, _point in placed], ahead)
    return Chart(_map(spots, tuple(parties)), legend)


def _map(spots: tuple[route_map.Stop, ...], outlined: tuple[str, ...]) -> RouteMap:
    """Drawn once for the same stops: it depends on nothing else but the language and the file."""
    file = settings().map_file
    says = ngettext(
        "The map shows %(num)s stop. The list says what its number stands for.",
        "The map shows %(num)s stops and the way between them. The list says what their numbers "
        "stand for.",
        len(spots),
    )
    return _maps.get(
        (spots, outlined, file, current()),
        lambda: route_map.route_map(
            atlas(file), spots, title=_("Map of the stops"), says=says, outlined=outlined
        ),
    )


def _look(stop: SeenStop, ahead: SeenStop | None) -> str:
    is_next = ahead is not None and stop.key == ahead.key and stop.state == StopState.ACCEPTED
    return NEXT if is_next else LOOKS[stop.state]


def _legend(stops: Sequence[SeenStop], ahead: SeenStop | None) -> list[Key]:
    """What is to be seen, and nothing else, in the order in which a stop goes its way."""
    words: dict[str, dict[str, None]] = {}
    for state in (StopState.HELD, StopState.ACCEPTED, StopState.PROPOSED, *sorted(OFF)):
        for stop in stops:
            if stop.state == state:
                look = _look(stop, ahead)
                said = _("Next stop") if look == NEXT else str(state.label)
                words.setdefault(look, {})[said] = None
    return [
        {"shapes": route_map.key_of(look), "words": show_items(list(said), language=current())}
        for look, said in words.items()
    ]
