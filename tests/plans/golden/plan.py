"""One rich plan that never changes: counts, other answers, groups, periods, money in many forms."""

from __future__ import annotations

import datetime as dt
from typing import Any

from engage.kit.locales import CODES
from engage.plans import exports
from engage.plans.document import Json, assemble
from engage.plans.vocabulary import Status
from engage.rehearsal.people import PARTY

CITATIONS = {
    "8/COP.16": {
        "ar": "المقرر 8/م أ-16",
        "zh": "第8/COP.16号决定",
        "en": "decision 8/COP.16",
        "fr": "décision 8/COP.16",
        "ru": "решение 8/COP.16",
        "es": "decisión 8/COP.16",
    }
}
NONE, UNKNOWN = {"answer": "none"}, {"answer": "unknown"}


def row(key: str, number: str = "", parent: str = "", **values: Any) -> Json:
    place = {name: each for name, each in (("number", number), ("parent", parent)) if each}
    return {"key": key, **place, "values": values}


def money(amount: str, currency: str, **more: Any) -> Json:
    return {"amount": amount, "currency": currency, **more}


FIELDS: dict[str, Json] = {
    "identity": {
        "title": "People of the grassland, 2026 to 2027",
        "language": "en",
        "other_languages": ["fr", {"words": "Ossan, spoken only"}],
        "period": {"start": "2026-01", "end": "2027-12"},
        "scope": "national",
        "depth": "simple",
        "lead_institution": "Ministry of Land and Forests",
        "focal_point": {"name": "Ilen Dorrin", "phone": "+999 20 555 0141"},
        "body_meetings": 4,
        "other_focal_points": NONE,
        "strategic_objectives": ["so1", "so5"],
    },
    "purpose": {
        "purpose": "Herder families, women and young people take part in deciding which seasonal "
        "routes and wells are rested, and hear within 14 days what was decided and why.",
        "land_issues": ["drought", {"words": "Wells that fall dry earlier each year"}],
        "limits": UNKNOWN,
    },
    "stakeholders": {
        "not_relevant": {
            "media": "Messages go by radio, which the plan counts as a channel.",
            "private_sector": "No company works on the plateau.",
        }
    },
    "feedback": {
        "feedback_ways": "At the well, in writing or by telephone; the school reads and writes for "
        "whoever asks.",
        "feedback_channels": ["community_radio", "sms", "market_day", {"words": "Wool days"}],
        "who_answers": {"institution": "Directorate of Land", "email": "land@orvanda.example"},
        "answer_days": 14,
        "anonymous": "yes",
        "safeguards": NONE,
    },
    "resources": {"funding_sources": ["gef", "in_kind"], "support_wanted": NONE},
    "monitoring": {"reporting_rhythm": "half_yearly", "review_date": {"start": "2027-11-01"}},
    "signature": {"prepared_by": {"name": "Ilen Dorrin", "on": "2026-11-11"}},
}

WHO = [
    row("land", name="People on the land", level="involve", messages=["Routes stay open."]),
    row("herders", "1", "land", name="Herder families", groups=["pastoralists"], level="empower"),
    row("women", "1.1", "herders", name="Herder women", groups=["women", "pastoralists"]),
    row("farmers", "2", "land", name="Farmers of both valleys", groups=["farmers", "local_comm"]),
    row("youth", "(i)", name="Pupils", groups=["youth"], level="consult"),
    row("state", name="Councils", groups=["policymakers", "parliamentarians"], level="inform"),
    row("wells", name="Keepers of wells", level="collaborate", groups=NONE),
]

# Each with another form of time, and with counts of 0, 1, 2, 5, 11 and 100.
ACTIVITIES = [
    row(
        "radio",
        "1",
        title="Radio round table",
        type="broadcast",
        when={"start": "2026-02-01", "frequency": "weekly", "words": "Sundays after the news"},
        places=["Marenta"],
        responsible=["Directorate of Land"],
        cost=money("1250", "USD", source="national_budget"),
        funded="funded",
        target_total={"number": 0, "certainty": "exact"},
    ),
    row(
        "assembly",
        "2",
        title="Herders’ assembly",
        when={"start": "2026-06-20", "end": "2026-06-22"},
        places=["Karo plateau", "Upper Teshen"],
        responsible=["District council", "Elders of the valley"],
        cost=money("18.5", "USD", unit=1000, certainty="about"),
        funded="partly",
        target_total={"number": 1000, "certainty": "at_least"},
        target_women={"number": 100, "certainty": "about", "words": "a third of the seats"},
        target_youth={"number": 11},
    ),
    row(
        "map",
        "3",
        title="Map of routes (scale 1:50,000)",
        when={"start": "2026-08", "end": "2026-10"},
        places=UNKNOWN,
        responsible=["University of Marenta"],
        cost=money("3500.75", "EUR"),
        funded="not_funded",
        target_total={"number": 2},
        target_youth={"number": 1},
    ),
    row(
        "forum",
        title="Forum on wells",
        when={"start": "2027-04-17", "further": ["2027-05-17", "2027-06-17"]},
        places=["Marenta"],
        responsible=["Committee for Land and Water"],
        cost=NONE,
        status="postponed",
        target_total={"number": 5},
    ),
    row(
        "school",
        title="Lessons at the boarding schools",
        when={"start": "2027", "frequency": "throughout"},
        responsible=["Ministry of Education"],
        target_total=UNKNOWN,
    ),
    row("rain", title="Walk of the wells", when={"words": "after the first rain"}),
]

BUDGET = [
    row("b1", item="Vehicles", amount=money("24000", "USD"), funded="funded"),
    row("b2", item="Map", amount=money("1.2", "XOF", unit=1000000), funded="in_kind"),
    row("b3", item="Radio", amount=money("900.50", "USD", certainty="about"), funded="not_funded"),
    row("b4", item="Tents", amount=money("2500", "EUR", certainty="at_least"), funded="funded"),
    row("b5", item="Printing", amount=UNKNOWN),
]

INDICATORS = [
    row("i1", name="Seats of women in committees of wells", baseline="4 of 30", target="10 of 30"),
    row("i2", name="Days until an answer", baseline=UNKNOWN, target="14"),
]

REGISTERS: dict[str, list[Json]] = {
    "mandates": [row("m1", symbol="8/COP.16"), row("m2", symbol="5/COP.15")],
    "objectives": [row("o1", "1", text="Routes and wells have one calendar.", groups=["farmers"])],
    "stakeholders": WHO,
    "own_groups": [row("g1", name="Salt traders", groups=["private_sector"])],
    "activities": ACTIVITIES,
    "budget": BUDGET,
    "indicators": INDICATORS,
}


def golden_document() -> Json:
    return assemble("XA", FIELDS, REGISTERS)


def golden_copy(**facts: Any) -> exports.Copy:
    return exports.Copy(
        **{
            "document": golden_document(),
            "party": {code: PARTY["names"][code] for code in CODES},
            "is_rehearsal": True,
            "ref": "XA-2026-1",
            "version": 2,
            "round": 3,
            "status": Status.RETURNED,
            "since": dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC),
            "printed_at": dt.datetime(2026, 11, 22, 14, 40, tzinfo=dt.UTC),
            "is_draft": True,
            "citations": CITATIONS,
            **facts,
        }
    )
