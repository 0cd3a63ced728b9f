"""Made-up events in which every shape of published events occurs at least once.

The shapes were counted in 37 published events and 22 plans: how events nest and repeat, how days,
hours and zones are known, who organises them, how people are counted and by whom, and how texts of
six languages and two directions are written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Answers = dict[str, Any]

# 257 characters, as an address of a page in Arabic comes out of the line of a browser.
ADDRESS = "https://example.org/" + "%D8%A7%D9%84%D8%B1%D8%B9%D9%8A/" * 7 + "a" * 20
NUMBERED = "http://203.0.113.7:8080/ev?id=17"


class Shape(NamedTuple):
    """`part_of` is the name of the larger event, which comes before it."""

    name: str
    answers: Answers
    rows: Mapping[str, Sequence[Answers]] = {}
    part_of: str = ""


def about(number: int, certainty: str = "", words: str = "") -> Answers:
    said: Answers = {"number": number}
    if certainty:
        said["certainty"] = certainty
    return said | ({"words": words} if words else {})


def hours(start: str, end: str = "", **more: Any) -> Answers:
    return {"hours": {"from": start, "to": end} if end else {"from": start}, **more}


# ---------------------------------------------------------------- parts, series, sites, organisers

TREE = [
    Shape("conference", {"title": "Conference of the rangelands", "type": "meeting"}),
    Shape(
        "session", {"title": "Session 1.10", "part": "session", "number": "1.10"}, {}, "conference"
    ),
    Shape("satellite", {"title": "Evening of songs", "part": "satellite"}, {}, "session"),
    Shape("series", {"title": "Days of the wells"}),
    *(
        Shape(
            f"edition of {year}",
            {"title": f"Days of the wells {year}", "part": "edition", "when": {"start": str(year)}},
            {},
            "series",
        )
        for year in (2024, 2025, 2026)
    ),
    Shape(
        "sites",
        {"title": "Planting on one day", "mode": "in_person", "place": "General"},
        {
            "sites": [
                {"name": "Sirdaryo", "coordinates": {"lat": "40.835", "lon": "68.6617"}},
                {"name": "Syrdarya", "when": {"start": "2026-04-12"}},
                {"name": "Côte d’Ivoire : 19 États et un territoire fédéral"},
            ]
        },
    ),
    Shape(
        "organisers",
        {"title": "Walk along the fence", "organiser": "Ministère des terres ; ONG ; Université"},
        {
            "organisers": [
                {"name": "Village of Karo", "role": "host"},
                {"name": "Direction des parcours", "role": "co_organiser"},
                {"name": "协会", "role": "partner", "website": "https://example.org/协会"},
                {"name": "اتحاد الرعاة (UPR)", "role": "endorser"},
                {"name": "Stadium", "role": "venue_owner"},
                {"name": "NO", "role": "implementer"},
            ]
        },
    ),
    Shape(
        "hybrid",
        {
            "title": "Talk in two halls",
            "mode": "hybrid",
            "place": "Bonn",
            "online_link": ADDRESS,
            "online_note": "Radio 98.1 FM, and on the page of the ministry",
        },
    ),
]

# ---------------------------------------------------------------- days and hours

DAYS: dict[str, Answers] = {
    "day": {"start": "2026-06-17"},
    "month": {"start": "2026-06"},
    "year": {"start": "2011"},
    "around a day": {"words": "around 17 June", "start": "2026-06"},
    "end without start": {"end": "2027-12"},
    "not in a row": {"start": "2026-01-22", "end": "2026-01-25", "further": ["2026-01-23"]},
    "words only": {"words": "August last year"},
    "hijri": {"words": "١٥ رمضان ١٤٤٧ هـ"},
    "duration": {"words": "3 days"},
    "month to month": {"start": "2026-03", "end": "2026-05"},
    "weekday that disagrees": {"words": "Monday, 17 June 2026", "start": "2026-06-17"},
}
TIME = [
    *(
        Shape(f"when: {name}", {"title": f"Day {name}", "when": when})
        for name, when in DAYS.items()
    ),
    Shape("no day at all", {"title": "Still to be found"}),
    Shape(
        "hours with a zone",
        {"title": "Morning", "when": {"start": "2026-06-17"}, "zone": "Asia/Tashkent"},
        {"hours": [hours("09:30", "12:00", zone="Asia/Tashkent")]},
    ),
    Shape(
        "online without a zone",
        {"title": "Online talk", "mode": "online", "when": {"start": "2026-06-17"}},
        {"hours": [hours("15:00", what="Talk")]},
    ),
    Shape(
        "one moment in four zones",
        {"title": "Talk around the world", "mode": "online", "when": {"start": "2026-06-17"}},
        {
            "hours": [
                hours("14:00", "15:30", zone="Europe/Berlin", kind="session"),
                hours("08:00", "09:30", zone="America/New_York", kind="same_moment"),
                hours("15:00", "16:30", zone="Africa/Nairobi", kind="same_moment"),
                hours("20:00", "21:30", zone="Asia/Shanghai", kind="same_moment"),
            ]
        },
    ),
    Shape(
        "sessions on days of their own, over a change of summer time",
        {"title": "Three days of talks", "when": {"start": "2026-10-24", "end": "2026-10-26"}},
        {
            "hours": [
                hours("09:00", "10:00", day={"start": f"2026-10-{day}"}, zone="Europe/Berlin")
                for day in (24, 25, 26)
            ]
        },
    ),
]

# ---------------------------------------------------------------- where it stands

WHY = "The road is under water."
STATES = [
    Shape(
        f"status: {status}",
        {"title": f"Walk {status}", "status": status, "when": {"start": "2026-06-17"}, **more},
    )
    for status, more in (
        ("proposed", {}),
        ("announced", {"announced": {"start": "2026-05-02"}, "focal_point_told": "yes"}),
        ("changed", {"status_note": "It begins an hour later."}),
        ("postponed", {"status_note": WHY}),
        ("cancelled", {"status_note": WHY}),
        ("not_held", {"status_note": "Nobody came; the market was elsewhere."}),
        ("done", {}),
    )
]

# ---------------------------------------------------------------- people

PEOPLE = [
    Shape(
        "sources that disagree",
        {"title": "Day of planting", "participants": about(500, "about"), "counted": "estimated"},
        {
            "figures": [
                {
                    "of": "participants",
                    "number": about(620),
                    "stage": "actual",
                    "source": "Radio Karo",
                },
                {"of": "participants", "number": about(480, "at_least"), "source": "人民日报"},
                {"of": "trees", "number": about(12000), "stage": "planned", "source": "Ministère"},
                {"of": "applications", "number": about(67), "source": "صحيفة (XA)"},
                {
                    "of": "other",
                    "what": "份",
                    "number": about(300),
                    "source": "Annual report, page 1.10",
                },
            ]
        },
    ),
    Shape(
        "planned and actual",
        {
            "title": "Course for young herders",
            "expected": about(40, "about", "une quarantaine"),
            "participants": about(67, "", "人次"),
            "persons": about(31, "", "人"),
            "expected_counts": {"everyone": {"women.all": about(20)}},
            "counts": {
                "everyone": {"women.all": about(31), "men.all": about(36)},
                "pastoralists": {"all.youth": about(25, "about")},
            },
            "persons_counts": {"everyone": {"women.all": about(15), "men.all": about(16)}},
        },
    ),
    Shape("nought", {"title": "Empty hall", "participants": about(0), "persons": about(0)}),
    Shape("at least", {"title": "Crowd", "participants": about(24_000_000, "at_least", "83 %")}),
    Shape(
        "groups of their own",
        {"title": "Fair", "groups": ["women", {"words": "vendeuses de lait"}]},
    ),
]

# ---------------------------------------------------------------- texts and scripts

TEXTS = [
    Shape(
        "themes",
        {
            "title": "Día de la tierra",
            "language": "es",
            "titles": {"en": "Day of the land", "ar": "يوم الأرض", "zh": "土地日"},
            "theme": {
                "en": "United for land",
                "fr": "Unis pour la terre",
                "es": "Unidos por la tierra",
                "ar": "متحدون من أجل الأرض",
            },
            "national_theme": {"es": "¿Quién cuida el suelo? ¡Todos!"},
        },
    ),
    Shape(
        "right to left with codes",
        {
            "title": "تجمع الرعاة (GCP/ABC/001) في القرية",
            "language": "ar",
            "place": "سبها (Sabha)",
            "number": "1.10",
            "summary": "اجتماع حول الآبار (UNCCD) في يوم 17/9/21، نيسان/أبريل.",
        },
    ),
    Shape("long address", {"title": "Page of the day", "website": ADDRESS, "place": "Karo"}),
    Shape("number for an address", {"title": "Camera at the well", "online_link": NUMBERED}),
    Shape("long title", {"title": "RENCONTRE NATIONALE DES ÉLEVEURS " * 4 + "FIN DU TITRE"}),
    Shape(
        "marks and letters",
        {
            "title": "Étude « Parcours » : “6·17”, 《土地》, «Земля» – Iğdır",
            "summary": "First line\n\nSecond line, and a third.\n" + "Long text. " * 60 + "End.",
        },
    ),
    Shape("code NO", {"title": "NO", "place": "NO", "organiser": "NA", "number": "NE"}),
    Shape(
        "code NA",
        {"title": "NA", "place": {"answer": "unknown"}, "organiser": "ML", "number": "1.10"},
    ),
    Shape(
        "results",
        {
            "title": "Assembly with a declaration",
            "feedback": "The road is far.",
            "answer": "A second market day.",
            "feedback_use": "The well opens in May.",
            "languages": ["ar", {"words": "Tamasheq"}],
        },
        {
            "outcomes": [
                {"type": "statement", "what": "Declaration of Karo", "link": ADDRESS},
                {
                    "type": "pledge",
                    "what": "Three wells",
                    "quantity": "300 ha",
                    "due": {"start": "2027"},
                },
            ],
            "media": [
                {"outlet": "Radio Karo", "audience": about(40_000, "about"), "source": "Radio"}
            ],
            "costs": [
                {"item": "Tents", "amount": {"amount": "1807547.00", "currency": "XOF"}},
                {
                    "item": "Bus",
                    "amount": {"words": "9 milliards 875 millions"},
                    "in_kind": "Diesel",
                },
            ],
        },
    ),
]

SHAPES = [
    shape._replace(
        answers={"status": "planned", "type": "meeting", "visibility": "public"} | shape.answers
    )
    for shape in (*TREE, *TIME, *STATES, *PEOPLE, *TEXTS)
]
