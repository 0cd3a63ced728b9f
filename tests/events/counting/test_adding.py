"""The seven rules of counting, over several events."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from engage.events.counting.adding import (
    Band,
    EventCounts,
    Media,
    MediaTotal,
    Total,
    for_others,
    media_total,
    total,
    totals_by_party,
)
from engage.events.counting.grid import Figure, Slot, cell_at
from engage.events.counting.telling import RULES, age_label, number_shown, remarks
from engage.kit.values.number import Certainty
from engage.reference.vocabulary.counting import Age, GridRow, MediaChannel, Sex, Stage, Unit
from tests.speaking import spoken

EVERYONE = Slot(Stage.ACTUAL, Unit.ATTENDANCE)
WOMEN = EVERYONE._replace(sex=Sex.WOMEN)
YOUTH = EVERYONE._replace(age=Age.YOUTH)
PERSONS = EVERYONE._replace(unit=Unit.PERSONS)
PLANNED = EVERYONE._replace(stage=Stage.PLANNED)
ABOUT, AT_LEAST = Certainty.ABOUT, Certainty.AT_LEAST


def held_event(ref: str, *, lead: str = "KZ", parties: str = "", **figures: Figure) -> EventCounts:
    """An event with figures by the names of the slots above."""
    slots = {"everyone": EVERYONE, "women": WOMEN, "youth": YOUTH}
    slots |= {"persons": PERSONS, "planned": PLANNED}
    cells = tuple(cell_at(slots[name], figure) for name, figure in figures.items())
    return EventCounts(ref, lead, frozenset(parties.split()), cells)


def test_attendances_are_added_and_it_is_told_how_many_events_know_them() -> None:
    events = [
        held_event("E1", everyone=Figure(40), women=Figure(15)),
        held_event("E2", everyone=Figure(60)),
        held_event("E3"),
    ]
    assert total(events, EVERYONE) == Total(100, known=2, of=3)
    assert total(events, WOMEN) == Total(15, known=1, of=3)
    with spoken():
        assert remarks(total(events, WOMEN)) == ("Known for 1 of 3 events.",)


def test_what_no_event_knows_is_not_nought() -> None:
    assert total([held_event("E1")], EVERYONE) == Total(None, known=0, of=1)
    assert total([], EVERYONE) == Total(None, known=0, of=0)
    assert total([held_event("E1", everyone=Figure(0))], EVERYONE).number == 0
    with spoken():
        assert number_shown(Total()) == "Not known"


def test_a_total_is_no_surer_than_its_least_sure_figure() -> None:
    events = [held_event("E1", everyone=Figure(40)), held_event("E2", everyone=Figure(9, AT_LEAST))]
    assert total(events, EVERYONE).certainty is AT_LEAST
    events.append(held_event("E3", everyone=Figure(1500, ABOUT)))
    with spoken():
        assert number_shown(total(events, EVERYONE)) == "about 1,549"


def test_planned_and_actual_are_never_mixed() -> None:
    events = [held_event("E1", planned=Figure(80)), held_event("E2", everyone=Figure(50))]
    assert total(events, EVERYONE).number == 50
    assert total(events, PLANNED).number == 80


def test_persons_are_known_for_one_event_and_never_added_over_several() -> None:
    events = [held_event("E1", persons=Figure(30)), held_event("E2", persons=Figure(30))]
    assert total(events[:1], PERSONS).number == 30
    over = total(events, PERSONS)
    assert (over.number, over.known, over.is_apart) == (None, 2, True)
    with spoken():
        assert "may come again" in remarks(over)[0]


def test_a_total_is_of_one_row_so_that_overlapping_groups_have_no_sum() -> None:
    cells = tuple(cell_at(EVERYONE._replace(row=row), Figure(40)) for row in GridRow)
    event = EventCounts("E1", cells=cells)
    for row in GridRow:
        assert total([event], EVERYONE._replace(row=row)).number == 40
    groups_alone = replace(event, cells=cells[1:])
    assert total([groups_alone], EVERYONE).number is None


def test_a_total_that_follows_from_its_parts_is_added() -> None:
    cells = tuple(cell_at(EVERYONE._replace(sex=s), Figure(5)) for s in Sex if s is not Sex.ALL)
    assert total([EventCounts("E1", cells=cells)], EVERYONE).number == 20


def test_a_joint_event_counts_for_its_lead_and_is_shown_as_shared_for_the_others() -> None:
    events = [
        held_event("E1", lead="KZ", parties="KZ KG UZ", everyone=Figure(40)),
        held_event("E2", lead="KG", everyone=Figure(7)),
        held_event("E3", lead="", parties="UZ", everyone=Figure(100)),
    ]
    parties = totals_by_party(events, EVERYONE)
    assert list(parties) == ["KG", "KZ", "UZ"]
    assert (parties["KZ"].own.number, parties["KZ"].shared.number) == (40, None)
    assert (parties["KG"].own.number, parties["KG"].shared.number) == (7, 40)
    assert (parties["UZ"].own.number, parties["UZ"].shared.number) == (None, 140)
    assert total(events, EVERYONE) == Total(147, known=3, of=3, shared=2)


def test_different_meanings_of_youth_in_one_total_are_told() -> None:
    narrow = replace(held_event("E1", everyone=Figure(9), youth=Figure(5)), band=Band(15, 24))
    wide = replace(held_event("E2", everyone=Figure(9), youth=Figure(5)), band=Band(15, 35))
    assert total([narrow, wide], EVERYONE).bands == ()
    assert total([wide, narrow], YOUTH).bands == (Band(15, 24), Band(15, 35))
    with spoken():
        assert "Youth, 15 to 24; Youth, 15 to 35" in remarks(total([wide, narrow], YOUTH))[-1]
        assert age_label(Age.CHILDREN, Band(15, 24)) == "Younger than 15"
        assert age_label(Age.ADULTS, None) == "Older than youth"


def test_others_are_told_for_how_many_events_a_figure_is_kept_back() -> None:
    events = [held_event("E1", everyone=Figure(4)), held_event("E2", everyone=Figure(30))]
    seen = total(map(for_others, events), EVERYONE)
    assert seen == Total(30, known=1, of=2, hidden=1)
    with spoken():
        assert remarks(seen)[1].startswith("For 1 event it is known but not shown")


def test_media_are_added_by_channel_and_source_and_apart_from_participants() -> None:
    radio = Media(Stage.ACTUAL, MediaChannel.RADIO, "Station", Figure(2), Figure(9000, ABOUT))
    hoped = replace(radio, stage=Stage.PLANNED, items=Figure(50))
    posts = Media(Stage.ACTUAL, MediaChannel.SOCIAL, "Platform", None, Figure(700))
    events = [
        replace(held_event("E1", everyone=Figure(40)), media=(posts, radio, hoped)),
        replace(held_event("E2"), media=(replace(radio, items=None),)),
    ]
    assert media_total([*events, events[0]]) == (
        MediaTotal(
            MediaChannel.RADIO,
            "Station",
            Total(2, known=1, of=2),
            Total(18000, ABOUT, known=2, of=2),
        ),
        MediaTotal(
            MediaChannel.SOCIAL, "Platform", Total(known=0, of=1), Total(700, known=1, of=1)
        ),
    )
    assert total(events, EVERYONE).number == 40


def test_the_seven_rules_stand_as_whole_sentences() -> None:
    with spoken():
        sentences = [str(rule) for rule in RULES]
    assert len(set(sentences)) == 7
    assert all(sentence.endswith(".") for sentence in sentences)


figures = st.builds(Figure, st.integers(0, 60), st.sampled_from(Certainty))
parties = st.sampled_from(["", "KG", "KZ", "UZ"])
events_of = st.lists(
    st.tuples(parties, st.frozensets(parties.filter(bool)), st.none() | figures), max_size=6
)


@given(events_of, st.randoms())
def test_neither_order_nor_repetition_changes_a_total(
    drawn: list[tuple[str, frozenset[str], Figure | None]], random: Random
) -> None:
    events = [
        EventCounts(f"E{n}", lead, others, (cell_at(EVERYONE, figure),))
        for n, (lead, others, figure) in enumerate(drawn)
    ]
    again = [*events, *events[:2]]
    random.shuffle(again)
    assert total(again, EVERYONE) == total(events, EVERYONE)
    assert totals_by_party(again, EVERYONE) == totals_by_party(events, EVERYONE)


@given(events_of)
def test_what_parties_led_makes_the_total_and_no_event_counts_twice(
    drawn: list[tuple[str, frozenset[str], Figure | None]],
) -> None:
    events = [
        EventCounts(f"E{n}", lead or "KZ", others, (cell_at(EVERYONE, figure),))
        for n, (lead, others, figure) in enumerate(drawn)
    ]
    own = [each.own.number or 0 for each in totals_by_party(events, EVERYONE).values()]
    assert sum(own) == (total(events, EVERYONE).number or 0)
