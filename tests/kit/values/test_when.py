"""Time: as exact as it is known, never corrected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engage.kit.values.base import Line
from engage.kit.values.days import Written, read_line
from engage.kit.values.meant import Meant
from engage.kit.values.months import month_number, weekdays_in
from engage.kit.values.when import When


def boxes(key: str, day: str = "", month: str = "", year: str = "") -> dict[str, list[str]]:
    return {f"{key}_day": [day], f"{key}_month": [month], f"{key}_year": [year]}


def sentence(problems: Any) -> str:
    [problem] = problems
    return str(problem.sentence)


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        (("", "", "2026"), "2026"),
        (("", "3", "2026"), "2026-03"),
        (("20", "03", "2026"), "2026-03-20"),
        (("٢٠", "٣", "٢٠٢٦"), "2026-03-20"),
        (("２０", "۳", "2026"), "2026-03-20"),
        (("29", "mars", "2027"), "2027-03-29"),
        (("1", "آذار", "2027"), "2027-03-01"),
    ],
)
def test_a_date_stays_as_exact_as_it_was_typed(typed: tuple[str, str, str], start: str) -> None:
    assert When().take(boxes("start", *typed)).value == {"start": start}


def test_a_day_that_does_not_exist_is_kept_and_named() -> None:
    taken = When().take(boxes("start", "31", "6", "2027"))
    assert taken.value == {
        "as_typed": {"start_day": ["31"], "start_month": ["6"], "start_year": ["2027"]}
    }
    assert sentence(taken.problems) == (
        "Day 31 does not exist in June 2027: that month ends on day 30. "
        "Please correct the day, or clear its box if only the month is known."
    )


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        (("20", "3", ""), "start_year"),
        (("20", "", "2027"), "start_month"),
        (("20", "13", "2027"), "start_month"),
        (("32", "3", "2027"), "start_day"),
        (("0", "3", "2027"), "start_day"),
        (("29", "2", "2027"), "start_day"),
        (("1", "3", "27"), "start_year"),
        (("1", "9", "1448"), "start_year"),
        (("1st", "9", "2027"), "start_day"),
    ],
)
def test_a_date_that_cannot_be_read_names_its_box(typed: tuple[str, str, str], part: str) -> None:
    taken = When().take(boxes("start", *typed))
    assert [problem.part for problem in taken.problems] == [part]
    assert When().typed(taken.value) == {k: v for k, v in boxes("start", *typed).items() if v[0]}


def test_an_end_before_the_start_is_warned_of_and_kept() -> None:
    taken = When().take(boxes("start", "20", "3", "2027") | boxes("end", "12", "3", "2027"))
    assert taken.value == {"start": "2027-03-20", "end": "2027-03-12"}
    assert taken.problems == ()
    assert sentence(taken.warnings) == (
        "The end, 12 March 2027, lies before the start, 20 March 2027. "
        "Both are kept as you typed them."
    )


@pytest.mark.parametrize(
    ("start", "end"), [("2027-03-20", "2027-03"), ("2027", "2027-01"), ("2027-05-01", "2027-05-01")]
)
def test_an_end_that_may_lie_after_the_start_is_not_warned_of(start: str, end: str) -> None:
    assert When().warn({"start": start, "end": end}) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Monday 20 March",
        "lundi 20 mars",
        "в понедельник",
        "يوم الإثنين",
        "el lunes",
        "星期一",
    ],
)
def test_a_weekday_that_contradicts_the_date_is_warned_of(words: str) -> None:
    [warning] = When().warn({"words": words, "start": "2027-03-20"})
    assert str(warning.sentence) == (
        "The words name a Monday, but 20 March 2027 is a Saturday. Both are kept as you typed them."
    )


@pytest.mark.parametrize(
    "value",
    [
        {"words": "Saturday", "start": "2027-03-20"},
        {"words": "Monday", "start": "2027-03"},
        {"words": "every Monday", "start": "2027-03-20"},
        {"words": "每星期一", "start": "2027-03-20"},
        {"words": "Monday", "start": "2027-03-20", "frequency": "weekly"},
        {"words": "from Saturday to Monday", "start": "2027-03-20", "end": "2027-03-22"},
        {"words": "Monday", "start": "2027-03-01", "end": "2027-03-31"},
        {"words": "среди пастухов, mercredis, 周期", "start": "2027-03-20"},
        {"words": "Friday and Monday", "further": ["2027-01-22", "2027-01-25"]},
    ],
)
def test_weekdays_are_not_warned_of_where_they_may_be_right(value: dict[str, Any]) -> None:
    assert When().warn(value) == ()


def test_weekdays_are_known_in_the_six_languages() -> None:
    assert weekdays_in("الخميس والجمعة") == (3, 4)
    assert weekdays_in("miércoles y sabado") == (2, 5)
    assert weekdays_in("周日") == (6,)


def test_months_are_known_by_name() -> None:
    names = [
        "août",
        "agosto",
        "августа",
        "август",
        "八月",
        "آب",
        "أغسطس",
        "آب/أغسطس",
        "أوت",
        "AUG.",
    ]
    assert {month_number(name) for name in names} == {8}
    assert month_number("Thermidor") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2027-03-20", "2027-03-20"),
        ("2027/3/20", "2027-03-20"),
        ("20/3/2027", "2027-03-20"),
        ("20.03.2027", "2027-03-20"),
        ("٢٠/٣/٢٠٢٧", "2027-03-20"),
        ("3/3/2027", "2027-03-03"),
        ("03.2027", "2027-03"),
        ("2027", "2027"),
        ("2027-03", "2027-03"),
        ("20 March 2027", "2027-03-20"),
        ("20 de marzo de 2027", "2027-03-20"),
        ("1er août 2027", "2027-08-01"),
        ("mars 2027", "2027-03"),
        ("٢٠ آذار/مارس ٢٠٢٧", "2027-03-20"),
        ("2027年3月20日", "2027-03-20"),
        ("2027年", "2027"),
    ],
)
def test_a_line_is_read_as_a_date_without_doubt(line: str, day: str) -> None:
    assert read_line(line) == Written(day)


def test_further_dates_keep_their_gap_and_their_order() -> None:
    taken = When().take({"further": ["25/1/2027\n2027-01-22\r\n\n23/1/2027"]})
    assert taken.value == {"further": ["2027-01-25", "2027-01-22", "2027-01-23"]}


def test_a_date_that_could_be_turned_round_is_read_day_first_and_warned_of() -> None:
    taken = When().take({"further": ["3/4/2027"]})
    assert taken.value == {"further": ["2027-04-03"]}
    assert sentence(taken.warnings) == (
        "“3/4/2027” was read with the day first, as 3 April 2027. "
        "If you meant 4 March 2027, please write 2027-03-04."
    )


@pytest.mark.parametrize("line", ["17/9/21", "soon", "31/6/2027", "2027-13", "20 Thermidor 2027"])
def test_a_line_that_is_no_date_is_kept_as_typed(line: str) -> None:
    taken = When().take({"further": [f"2027-01-22\n{line}"]})
    assert taken.value == {"as_typed": {"further": [f"2027-01-22\n{line}"]}}
    assert [problem.part for problem in taken.problems] == ["further"]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"start": "2026-03", "end": "2027-06"}, "from March 2026 to June 2027"),
        ({"end": "2027-06"}, "until June 2027"),
        ({"start": "2026"}, "2026"),
        ({"start": "2026-03-20", "end": "2026-03-20"}, "20 March 2026"),
        ({"frequency": "monthly"}, "Monthly"),
        (
            {"further": ["2027-01-22", "2027-02"]},
            "Further dates: 22 January 2027 and February 2027",
        ),
    ],
)
def test_time_is_said_in_whole_phrases(value: dict[str, Any], line: str) -> None:
    assert When().show(value, "en") == (Line(line, own=False),)


def test_the_words_as_written_follow_what_was_made_of_them() -> None:
    value = {"words": "dans le courant de 2026", "start": "2026"}
    assert When().show(value, "en") == (
        Line("2026", own=False),
        Line("dans le courant de 2026", own=True),
    )


def test_a_date_alone_asks_for_nothing_else() -> None:
    kind = When(only=("start",))
    assert kind.parts() == ("start_day", "start_month", "start_year")
    assert [problem.part for problem in kind.check({"end": "2026"})] == ["end"]


@pytest.mark.parametrize(
    ("value", "first", "quarter"),
    [
        ({"start": "2027-05-20", "end": "2027-09"}, date(2027, 5, 20), (2027, 2)),
        ({"start": "2027-10"}, date(2027, 10, 1), (2027, 4)),
        ({"start": "2027"}, date(2027, 1, 1), (2027, None)),
        ({"further": ["2027-08-01", "2027-03"]}, date(2027, 3, 1), (2027, 1)),
        ({"end": "2027-12-31"}, date(2027, 12, 31), (2027, 4)),
        ({"words": "some day"}, None, None),
        ({"as_typed": {"start_day": ["31"]}}, None, None),
        ({"answer": "unknown"}, None, None),
        (None, None, None),
    ],
)
def test_a_time_has_its_place_in_a_time_line(value: Any, first: date, quarter: Any) -> None:
    assert When.first_day(value) == first
    assert When.quarter(value) == quarter


def test_a_very_long_line_is_not_pored_over() -> None:
    taken = When().take({"further": ["a" + " " * 200_000 + "b"]})
    assert [problem.part for problem in taken.problems] == ["further"]
    assert len(str(taken.problems[0].sentence)) < 300


def test_a_document_says_which_day_does_not_exist() -> None:
    [problem] = When().check({"start": "2027-06-31"})
    assert "Day 31 does not exist in June 2027" in str(problem.sentence)
    assert sentence(When().check({"strat": "2027"})) == (
        "The part “strat” is not known here. Known are: words, start, end, frequency, further."
    )


def january(*days: int) -> tuple[date, ...]:
    return tuple(date(2027, 1, day) for day in days)


def test_days_that_do_not_follow_each_other_are_all_meant() -> None:
    typed = boxes("start", "22", "1", "2027") | {"further": ["2027-01-25\n2027-01-23"]}
    value = When().take(typed).value
    assert When.days(value) == Meant(
        january(22, 23, 25), date(2027, 1, 22), date(2027, 1, 25), "day"
    )


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ({"start": "2027-01-30", "end": "2027-01-31"}, (january(30, 31), *january(30, 31), "day")),
        ({"start": "2026"}, ((), date(2026, 1, 1), date(2026, 12, 31), "year")),
        ({"start": "2026-06"}, ((), date(2026, 6, 1), date(2026, 6, 30), "month")),
        (
            {"start": "2027-01-22", "end": "2027-02"},
            (january(22), date(2027, 1, 22), date(2027, 2, 28), "month"),
        ),
        ({"end": "2027-01-22"}, (january(22), *january(22, 22), "day")),
        ({"start": "2027-01-22", "end": "2027-01-20"}, (january(20, 22), *january(20, 22), "day")),
        (
            {"start": "2026-01-01", "end": "2027-01-06"},
            ((date(2026, 1, 1), *january(6)), date(2026, 1, 1), *january(6), "day"),
        ),
        ({"words": "after the rains"}, ()),
        ({"answer": "unknown"}, ()),
        ({"as_typed": {"start_day": ["?"]}}, ()),
        (None, ()),
    ],
)
def test_a_calendar_learns_which_days_are_meant_and_how_exactly(value: Any, meant: Any) -> None:
    assert When.days(value) == Meant(*meant)


def test_a_year_of_days_is_the_most_that_stands_in_a_calendar() -> None:
    assert len(When.days({"start": "2026-01-01", "end": "2027-01-05"}).days) == 370
