"""A journey of eight stops over eight Parties: as it is planned, and as its hosts agree to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from engage.kit.clock import today

A_DAY = dt.timedelta(days=1)
BEGAN = today() - 4 * A_DAY


@dataclass(frozen=True, slots=True)
class Planned:
    """A stop: its days; a position is typed, or blank where that of the town is taken."""

    party: str
    place: str
    first: dt.date
    last: dt.date
    position: tuple[str, str, str] = ("", "", "")

    @property
    def host(self) -> str:
        return f"{self.party.lower()}@example.org"


def planned(number: int, party: str, place: str, *position: str) -> Planned:
    """Two days every two weeks; the first stop was the other day, all others are ahead."""
    first = BEGAN + (number - 1) * 14 * A_DAY
    lat, lon, zone = position or ("", "", "")
    return Planned(party, place, first, first + A_DAY, (lat, lon, zone))


STOPS = (
    planned(1, "SA", "Riyadh"),
    planned(2, "TR", "Konya"),
    planned(3, "UZ", "Samarkand"),
    planned(4, "KZ", "Almaty", "43.25", "76.91", "Asia/Almaty"),
    planned(5, "KG", "Naryn", "41.43", "75.99", "Asia/Bishkek"),
    planned(6, "CN", "Lanzhou"),
    planned(7, "RU", "Ulan-Ude", "51.83", "107.6", "Asia/Irkutsk"),
    planned(8, "MN", "Ulaanbaatar"),
)
RIYADH, KONYA, SAMARKAND, ALMATY, NARYN, *EAST = STOPS
# Two hosts change places, and so do their days.
ALMATY_NOW = replace(ALMATY, first=SAMARKAND.first, last=SAMARKAND.last)
SAMARKAND_NOW = replace(SAMARKAND, first=ALMATY.first, last=ALMATY.last)
AGREED = (RIYADH, KONYA, ALMATY_NOW, SAMARKAND_NOW, *EAST)
