"""What the people of the rehearsal wrote to one another, and what the Party keeps to itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Section, kind and text of each comment.
Remarks = tuple[tuple[str, str, str], ...]
# Answer and its words, in the order of the comments that ask for one.
Answers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What the secretariat wrote at the end of a round; without a reason the review is complete."""

    comments: Remarks
    strengths: str
    reason: str = ""


PURPOSE_1 = (
    "By the end of 2027, herder families are heard before seasonal routes and wells are rested."
)
CHANGED_IN_VERSION_2: dict[str, dict[str, Any]] = {
    "women": {"level": "consult", "promise": "We ask you before a well near your camp is rested."},
    "teshi": {"consent": "step_2", "consent_when": {"start": "2026-05"}},
}

GRASSLAND_1 = Review(
    comments=(
        ("stakeholders", "praise", "Names, places and seasons are concrete; this helps others."),
        (
            "stakeholders",
            "suggestion",
            (
                "Women are consulted, yet the purpose says that they decide. "
                "A higher level would fit, if you can keep it."
            ),
        ),
    ),
    strengths=(
        "The plan begins with what people said, and says plainly what did not change. "
        "The register names real groups with their seasons and their languages."
    ),
)

GRASSLAND_2 = Review(
    comments=(
        ("purpose", "praise", "The purpose can be read aloud. Thank you."),
        (
            "stakeholders",
            "must_change",
            (
                "The seven houses are to decide, and the talks are in the list of activities. "
                "Please say at which step of consent you are, with its date."
            ),
        ),
        (
            "activities",
            "question",
            "The map of seasonal routes has no cost. Is it known who pays for it?",
        ),
        (
            "activities",
            "suggestion",
            (
                "School field days could carry the name of an occasion; "
                "this makes them easier to find for others."
            ),
        ),
        (
            "feedback",
            "must_change",
            "Please say who answers, and within how many days.",
        ),
    ),
    strengths=(
        "Women now have a vote, and every consultation has a date for its answer. "
        "The list of activities tells who does what, and where."
    ),
    reason=(
        "Two points keep a reader from seeing how people are protected: the step of consent with "
        "the seven houses, and who answers a complaint. Both are small to write."
    ),
)

ANSWERS: Answers = (
    ("done", "Step 4 since 14 September 2026. The houses asked for the winter to talk."),
    ("partly", "The survey looks for a donor; the amount stays unknown until spring."),
    ("not_done", "The schools prefer a day of their own, without a campaign."),
    ("done", "The office of the Director of Land answers, within 20 days."),
)

GRASSLAND_3 = Review(
    comments=(
        (
            "stakeholders",
            "question",
            "Landowners are consulted in confidence. Will the other groups hear the outcome?",
        ),
        (
            "activities",
            "suggestion",
            (
                "A radio round table before the forum would let the camps hear the same words "
                "as the town."
            ),
        ),
        (
            "resources",
            "must_change",
            (
                "Budget line B2 and the activities speak of the map in two amounts. "
                "Please say which of them holds."
            ),
        ),
    ),
    strengths=(
        "The consent steps are clear and unhurried. The answers to our comments were short "
        "and honest, also where nothing changed."
    ),
    reason="One figure of the budget contradicts another; the rest are questions only.",
)

PUITS = Review(
    comments=(
        ("activities", "praise", "Un registre à chaque puits : une mesure simple, qui tient."),
        (
            "monitoring",
            "suggestion",
            "Un second indicateur, sur les réponses données, compléterait utilement le premier.",
        ),
    ),
    strengths=(
        "Un plan court, précis et réalisable. Les gardiens des puits décident vraiment, "
        "et chacun sait à qui s’adresser."
    ),
)

VALLE: Remarks = (
    (
        "stakeholders",
        "praise",
        "El calendario del plan sigue el de las siete casas: es un buen comienzo.",
    ),
    (
        "activities",
        "question",
        "¿Quién acompaña a las mujeres del valle durante el invierno de palabra?",
    ),
)

ADVICE: Remarks = (
    (
        "monitoring",
        "suggestion",
        "The baseline of the second indicator can be had from the minutes of 2025.",
    ),
)
ADVICE_DUST: Remarks = (
    (
        "stakeholders",
        "question",
        "Do the health posts count as public sector, or as a group apart?",
    ),
)

RADIO_ROUND_TABLE: tuple[str, str, dict[str, Any]] = (
    "radio",
    "10",
    {
        "title": "Radio round table",
        "type": "broadcast",
        "groups": ["pastoralists", "media", "women"],
        "when": {"start": "2026-12-09"},
        "places": ["Marenta"],
        "reach": "national",
        "status": "planned",
        "cost": {"answer": "unknown"},
    },
)

# ---------------------------------------------------------------- private

PRIVATE_ROWS: dict[str, dict[str, Any]] = {
    "herd": {
        "attitude_now": "neutral",
        "attitude_wanted": "leading",
        "contact": {"institution": "Assembly of camps", "phone": "+999 20 555 0162"},
    },
    "women": {"attitude_now": "supportive", "attitude_wanted": "leading"},
    "own": {
        "attitude_now": "resistant",
        "attitude_wanted": "neutral",
        "contact": {
            "name": "Office of the union",
            "institution": "Union of landowners",
            "email": "office@landowners.example",
        },
    },
    "cso": {
        "attitude_now": "leading",
        "attitude_wanted": "leading",
        "contact": {"institution": "Grass Roots Union", "email": "grass@roots.example"},
    },
}
PRIVATE_GRASSLAND: dict[str, Any] = {
    "sensitive": "Talk of the fence around the reserve runs high in Upper Teshen. "
    "Not to be raised on the radio before the assembly."
}
PRIVATE_DUST: dict[str, Any] = {
    "sensitive": "A rumour says that the dust carries illness from the old mine."
}
PRIVATE_WELLS: tuple[str, dict[str, Any]] = (
    "herd",
    {"attitude_now": "neutral", "attitude_wanted": "supportive"},
)
