"""Rules of practice for the media: a partner to brief, more than a channel."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.advice.seen import Seen, codes_in
from engage.plans.advice.shape import Advice, about_field
from engage.reference.norms import Norms
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.approach import Channel
from engage.reference.vocabulary.groups import Group

MEDIA_CHANNELS = frozenset(
    {Channel.COMMUNITY_RADIO, Channel.NATIONAL_RADIO, Channel.TV, Channel.NEWSPAPER}
)


def channel_only(seen: Seen, _norms: Norms) -> Iterator[Advice]:
    """R-MED1: media carry messages, and no activity is for those who work there.

    Source: UNCCD secretariat, reports on the communication strategy to the Conference of the
    Parties (training of journalists).
    """
    if is_channel_only(seen):
        yield about_field(AdviceCode.R_MED1, "awareness", "channels")


def is_channel_only(seen: Seen) -> bool:
    named = codes_in(seen.fields("awareness").get("channels"))
    named = named.union(*(each.chosen("channels") for each in seen.activities))
    return bool(named & MEDIA_CHANNELS) and not seen.held_for(Group.MEDIA)
