"""What others see of a grid never gives away what is left out.

The brute-force tests play a reader who knows the rules by heart: of all grids that look the same
to him, a figure of one to four that is left out must differ in at least two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.events.counting.adding import EventCounts, for_others, total
from engage.events.counting.grid import AGES, SEXES, Cell, Figure, Slot, cell_at, figure_at, held
from engage.events.counting.veils import FEWEST, points_at_people, veils, whole
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit, Veil

EVERYONE = Slot(Stage.ACTUAL, Unit.ATTENDANCE)
WOMEN, MEN, OTHER, NOT_STATED = (EVERYONE._replace(sex=sex) for sex in SEXES)
YOUTH = EVERYONE._replace(age=Age.YOUTH)

Grid = dict[Slot, int | None]


def cells_of(grid: Grid) -> tuple[Cell, ...]:
    return tuple(cell_at(s, None if n is None else Figure(n)) for s, n in grid.items())


def sexes(total: int | None, *numbers: int | None, at: Slot = EVERYONE) -> Grid:
    parts = zip(SEXES, numbers, strict=True)
    return {at: total, **{at._replace(sex=sex): number for sex, number in parts}}


def view(grid: Grid) -> dict[Slot, object]:
    event = for_others(EventCounts("E1", cells=cells_of(grid)))
    hidden = veils(cells_of(grid))
    return {slot: hidden.get(slot) or event.figures.get(slot) for slot in (*grid, *hidden)}


def given_away(grids: Iterable[Grid], *, within: int) -> list[tuple[Slot, Grid]]:
    """Figures that point at people, are left out, and are the same in all grids of one view; only
    of views whose shown totals are so small that all of their grids were tried."""
    seen: dict[tuple[tuple[Slot, object], ...], list[Grid]] = defaultdict(list)
    for grid in grids:
        seen[tuple(view(grid).items())].append(grid)
    return [
        (slot, alike[0])
        for shown, alike in seen.items()
        if all(not isinstance(f, Figure) or f.number <= within for _slot, f in shown)
        for slot, veil in shown
        if isinstance(veil, Veil)
        and len({grid.get(slot) for grid in alike}) == 1
        and points_at_people(alike[0].get(slot) or 0)
    ]


def test_five_people_are_shown_and_four_are_fewer_than_five() -> None:
    assert view({EVERYONE: FEWEST}) == {EVERYONE: Figure(FEWEST)}
    assert view({EVERYONE: FEWEST - 1}) == {EVERYONE: Veil.FEWER}
    assert str(FEWEST) in str(Veil.FEWER.label)


def test_one_small_part_takes_its_whole_split_with_it_and_leaves_the_total() -> None:
    shown = view(sexes(40, 33, 4, 0, 3))
    assert shown.pop(EVERYONE) == Figure(40)
    assert set(shown.values()) == {Veil.WITHHELD}


def test_nought_is_shown_where_nothing_beside_it_is_left_out() -> None:
    assert view(sexes(40, 20, 20, 0, 0))[OTHER] == Figure(0)


def test_a_small_total_leaves_out_all_its_parts() -> None:
    assert set(view(sexes(4, 4, 0, 0, 0)).values()) == {Veil.FEWER, Veil.WITHHELD}


def test_what_is_not_known_stays_so_and_is_not_left_out() -> None:
    shown = view(sexes(40, 3, None, None, None))
    assert shown[WOMEN] is Veil.WITHHELD
    assert shown[MEN] is None


def test_few_people_who_are_missing_from_known_parts_are_protected_too() -> None:
    assert view(sexes(40, 37, None, None, None))[WOMEN] is Veil.WITHHELD
    assert view(sexes(40, 30, None, None, None))[WOMEN] == Figure(30)


def test_a_blank_total_is_shown_though_the_parts_it_follows_from_are_not() -> None:
    assert view(sexes(None, 37, 3, 0, 0))[EVERYONE] == Figure(40)


def by_age(*numbers: int, at: Slot = EVERYONE) -> Grid:
    return {at._replace(age=age): number for age, number in zip(AGES, numbers, strict=True)}


def test_sexes_that_are_left_out_do_not_return_by_sex_and_age() -> None:
    men = by_age(0, 10, 10, 0, at=MEN)
    shown = view(sexes(23, 3, 20, 0, 0) | by_age(0, 11, 12, 0) | men)
    assert {shown[slot] for slot in men} == {Veil.WITHHELD}
    assert shown[YOUTH] == Figure(11)


def test_ages_that_are_left_out_do_not_return_by_sex_and_age() -> None:
    youth = sexes(20, 10, 10, 0, 0, at=YOUTH)
    shown = view({EVERYONE: 23} | by_age(3, 20, 0, 0) | youth)
    assert {shown[slot] for slot in youth} == {Veil.WITHHELD}


def test_a_group_is_not_split_where_everyone_is_not() -> None:
    farmers = EVERYONE._replace(row=GridRow.FARMERS)
    shown = view(sexes(23, 3, 20, 0, 0) | sexes(20, None, 20, None, None, at=farmers))
    assert shown[farmers] == Figure(20)
    assert shown[farmers._replace(sex=Sex.MEN)] is Veil.WITHHELD


def test_planned_figures_are_judged_by_themselves() -> None:
    planned = EVERYONE._replace(stage=Stage.PLANNED)
    shown = view(sexes(23, 3, 20, 0, 0) | sexes(40, 20, 20, 0, 0, at=planned))
    assert shown[planned._replace(sex=Sex.MEN)] == Figure(20)


def _one_split() -> Iterable[Grid]:
    numbers = (None, *range(8))
    for parts in product(numbers, repeat=3):
        least = sum(number or 0 for number in parts)
        spare = range(4) if None in parts else (0,)
        for whole_of in (None, *(least + more for more in spare)):
            yield sexes(whole_of, *parts, 0)


def test_no_part_of_a_split_can_be_worked_out_from_total_and_other_parts() -> None:
    assert given_away(_one_split(), within=7) == []


def _two_by_two() -> Iterable[Grid]:
    for women_youth, women_older, men_youth, men_older in product(range(9), repeat=4):
        women, men = women_youth + women_older, men_youth + men_older
        youth, older = women_youth + men_youth, women_older + men_older
        if max(women, men, youth, older) <= 8:
            yield {
                EVERYONE: women + men,
                WOMEN: women,
                MEN: men,
                YOUTH: youth,
                EVERYONE._replace(age=Age.ADULTS): older,
                WOMEN._replace(age=Age.YOUTH): women_youth,
                WOMEN._replace(age=Age.ADULTS): women_older,
                MEN._replace(age=Age.YOUTH): men_youth,
                MEN._replace(age=Age.ADULTS): men_older,
            }


def test_no_box_by_sex_and_age_can_be_worked_out_from_the_totals_around_it() -> None:
    assert given_away(_two_by_two(), within=16) == []


def _within_everyone(part: Slot) -> Iterable[Grid]:
    for women in range(13):
        for men in range(13 - women):
            for some_women, some_men in product(range(women + 1), range(men + 1)):
                inner = sexes(some_women + some_men, some_women, some_men, 0, 0, at=part)
                yield sexes(women + men, women, men, 0, 0) | inner


@pytest.mark.parametrize(
    "part",
    [EVERYONE._replace(row=GridRow.FARMERS), EVERYONE._replace(unit=Unit.PERSONS)],
    ids=["group", "persons"],
)
def test_a_group_and_everyone_give_nothing_of_each_other_away(part: Slot) -> None:
    assert given_away(_within_everyone(part), within=12) == []


slots = st.builds(
    Slot,
    st.just(Stage.ACTUAL),
    st.sampled_from(Unit),
    st.sampled_from([GridRow.EVERYONE, GridRow.FARMERS]),
    st.sampled_from(Sex),
    st.sampled_from(Age),
)
grids = st.dictionaries(slots, st.sampled_from([None, *range(12), 40]), max_size=40)


@given(grids)
def test_what_is_left_out_does_not_follow_from_what_is_shown(grid: Grid) -> None:
    hidden = veils(cells_of(grid))
    event = for_others(EventCounts("E1", cells=cells_of(grid)))
    assert all(figure_at(event.figures, slot) is None for slot in hidden)
    assert not any(points_at_people(figure.number) for figure in event.figures.values())
    assert event.figures.keys() | hidden.keys() == held(whole(cells_of(grid))).keys()


@given(grids)
def test_what_others_see_looks_the_same_to_others(grid: Grid) -> None:
    once = for_others(EventCounts("E1", cells=cells_of(grid)))
    assert for_others(once).figures == once.figures


@given(st.lists(grids, max_size=4), slots)
def test_totals_for_others_are_made_of_what_others_see(many: Sequence[Grid], slot: Slot) -> None:
    """So no difference of two totals, however they are chosen, tells more than the events do."""
    events = [EventCounts(f"E{n}", cells=cells_of(grid)) for n, grid in enumerate(many)]
    seen, inner = total(map(for_others, events), slot), total(events, slot)
    assert not points_at_people(seen.number or 0)
    assert seen.known + seen.hidden == inner.known
