"""Which ways fit: methods for a level of engagement, channels that often reach a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from engage.reference.vocabulary.approach import (
    METHODS_BY_LEVEL,
    Channel,
    EngagementLevel,
    Method,
)
from engage.reference.vocabulary.groups import Group

MOST = 8  # more than these is no hint

CHANNELS_BY_GROUP: dict[Group, tuple[Channel, ...]] = {
    Group.POLICYMAKERS: (Channel.LETTER, Channel.EMAIL, Channel.FACE_TO_FACE),
    Group.WOMEN: (
        Channel.FACE_TO_FACE,
        Channel.COMMUNITY_RADIO,
        Channel.VOICE,
        Channel.ASSOCIATION,
        Channel.WATER_POINT,
    ),
    Group.YOUTH: (
        Channel.MESSAGING_APPS,
        Channel.SOCIAL_MEDIA,
        Channel.SCHOOL,
        Channel.THEATRE_FILM,
    ),
    Group.CSO: (Channel.ASSOCIATION, Channel.EMAIL, Channel.WEBSITE),
    Group.INDIGENOUS: (
        Channel.FACE_TO_FACE,
        Channel.CUSTOMARY_LEADER,
        Channel.ASSOCIATION,
        Channel.COMMUNITY_RADIO,
    ),
    Group.LOCAL_COMM: (
        Channel.LOCAL_COUNCIL,
        Channel.COMMUNITY_RADIO,
        Channel.POSTER,
        Channel.PLACE_OF_WORSHIP,
        Channel.MARKET_DAY,
    ),
    Group.LAND_OWNERS_MANAGERS: (
        Channel.LETTER,
        Channel.ASSOCIATION,
        Channel.LOCAL_COUNCIL,
        Channel.EXTENSION_SERVICE,
    ),
    Group.FARMERS: (
        Channel.EXTENSION_SERVICE,
        Channel.COOPERATIVE,
        Channel.MARKET_DAY,
        Channel.COMMUNITY_RADIO,
        Channel.POSTER,
    ),
    Group.PASTORALISTS: (
        Channel.COMMUNITY_RADIO,
        Channel.VOICE,
        Channel.MARKET_DAY,
        Channel.WATER_POINT,
        Channel.VETERINARY_SERVICE,
        Channel.ASSOCIATION,
        Channel.SCHOOL,
    ),
    Group.MEDIA: (Channel.EMAIL, Channel.TELEPHONE, Channel.FACE_TO_FACE),
    Group.PRIVATE_SECTOR: (Channel.ASSOCIATION, Channel.EMAIL, Channel.EXHIBITION),
    Group.PARLIAMENTARIANS: (Channel.LETTER, Channel.FACE_TO_FACE),
}


def channels_for(groups: Iterable[str]) -> tuple[Channel, ...]:
    """Channels that often reach these groups: first those that reach most of them."""
    named = frozenset(groups)
    known = [CHANNELS_BY_GROUP[each] for each in Group if each in named]
    reached = Counter(channel for channels in known for channel in channels)
    return tuple(channel for channel, _times in reached.most_common(MOST))


def methods_for(level: str) -> tuple[Method, ...]:
    """Methods that belong to a level; none where no level is chosen."""
    known = level in EngagementLevel.labels()
    return METHODS_BY_LEVEL[EngagementLevel(level)] if known else ()
