"""A made-up plan in which every shape of published plans occurs at least once.

The shapes were counted in 22 published plans and 24 tables of contents: how stakeholders nest,
how time, money and numbering are written, what is left empty and how.
"""

from __future__ import annotations

from typing import Any

from engage.plans.document import Json, assemble

NONE = {"answer": "none"}
UNKNOWN = {"answer": "unknown"}
OTHERWISE = {"answer": "not_applicable", "because": "The mandate ends before the first harvest."}
ADDRESS = "https://example.org/" + "%D8%A7%D9%84%D9%85%D8%B1%D8%A7%D8%B9%D9%8A/" * 5 + "a" * 17


def row(key: str, number: str = "", parent: str = "", **values: Any) -> Json:
    made: Json = {"key": key, "values": values}
    return made | ({"number": number} if number else {}) | ({"parent": parent} if parent else {})


IDENTITY = {
    "title": "Étude « Parcours » (GCP/ABC/001) : plan d’engagement, «خطة» and 《计划》",
    "period": {"start": "2026", "end": "2030-06"},
    "language": "fr",
    "scope": "transboundary",
    "depth": "full",
    "document_number": "GCP/ABC/001/XYZ",
    "document_kind": "annexe d’un programme de plusieurs pays",
    "annexes": ["africa", "asia"],
    "areas": "19 États et un territoire fédéral",
    "lead_institution": "Ministère des terres",
    "focal_point": {"name": "Ilen Dorrin", "email": "land@example.org", "phone": "+000 12 34"},
    "other_focal_points": OTHERWISE,  # one kind of empty: does not apply, with its reason
    "other_languages": UNKNOWN,  # another: not known
    "strategic_objectives": ["so5", "so1"],  # in the author's order
}
PURPOSE = {
    "purpose": "Les éleveurs décident des puits à mettre au repos.",
    "legal_framework": "Loi nº 12.\n\nArt. 3 : « toute personne »…\n"
    + "Texte long.\n" * 100
    + "Fin.",
    "limits": NONE,  # another kind of empty: there are none
    # `decision` is left blank by the author: the fourth kind.
}
FEEDBACK = {
    "feedback_ways": "Un registre dans chaque village.",
    "anonymous": "no",
    "confidential_track": "yes",
    "confidential_note": "Une conseillère les reçoit seule.",
    "complaint_categories": ["foncier > limites", "foncier > accès", "bruit"],
    "complaints_a_year": {"number": 120, "certainty": "about", "words": "une centaine et plus"},
    "appeal": "Tribunal de première instance",
}
# The author's own numbers, never made anew: four levels, Chinese, in brackets, with a nought.
OBJECTIVES = [
    row("s1", "1", text="Stratégie", kind="strategy"),
    row("s2", "1.1", "s1", text="Résultat", kind="result"),
    row("s3", "1.1.1", "s2", text="Objectif", kind="objective"),
    row("s4", "1.1.1.2", "s3", text="Activité", groups=["women", {"words": "vendeuses de lait"}]),
    row("s5", "一", text="第一项目标"),
    row("s6", "(i)", text="الهدف الأول (GCP/1)"),
    row("s7", "1.10", text="Ni 1.1"),
    row("s8", text="Sans numéro"),
]
# Three deep: a category, a level, a body, a division of it.
STAKEHOLDERS = [
    row("c1", name="Secteur public", groups=["policymakers"]),
    row("c2", parent="c1", name="Niveau régional"),
    row("c3", parent="c2", name="Direction de la Sirdarya (Syrdarya)", groups=NONE),
    row(
        "c4",
        parent="c3",
        name="Bureau des parcours ; antenne de l’Ouest ; moughataa",
        role=["participates", "leads"],
        size={"number": 24_000_000, "certainty": "at_least", "words": "ou 83 pour cent"},
        mobility="cross_border",
        neighbour_contact="Comité des puits, de l’autre côté",
        barriers=["literacy", {"words": "87 % des femmes ne lisent pas"}, "distance"],
        needs=["De l’eau", "Des routes"],
        channels=["voice", {"words": "crieur public"}, "market_day"],
        influence="high",
        interest_degree="low",
        consent="step_3",
        consent_when={"start": "2026-05"},
    ),
]
# `When` of every precision that was seen.
WHENS: dict[str, Any] = {
    "day": {"start": "2026-06-17"},
    "month": {"start": "2026-06"},
    "year": {"start": "2011"},
    "around": {"words": "around 17 June", "start": "2026-06"},
    "duration": {"words": "3 days"},
    "status": {"words": "in progress"},
    "frequency": {"frequency": "monthly"},
    "fixed day": {"words": "a fixed date of every month", "frequency": "monthly"},
    "throughout": {"frequency": "throughout", "words": "throughout the project cycle"},
    "end only": {"end": "2027-12"},
    "not in a row": {"start": "2026-01-22", "end": "2026-01-25", "further": ["2026-01-23"]},
    "hijri": {"words": "١٥ رمضان ١٤٤٧ هـ"},
    "without a year": {"words": "August last year"},
    "in two places": {"words": "17/9/21, نيسان/أيار", "start": "2021-09-17"},
}
ACTIVITIES = [
    row(f"w{number}", "ToR 4" if number == 1 else "", title=f"Réunion {name}", when=when)
    for number, (name, when) in enumerate(WHENS.items(), start=1)
] + [
    row(
        "a1",
        "Phase II",
        title="Caravane « 6·17 » des parcours",
        groups=["pastoralists", "women", {"words": "éleveurs de la lagune"}],
        stakeholders=["c4", "c2"],
        objectives=["s4"],
        places=["General", "Tunisia and elsewhere", "where many people pass"],
        responsible=["Ministère", "ONG", "Université"],
        methods=["workshop", "radio", {"words": "théâtre"}],
        channels=["community_radio", "market_day", {"words": "crieur"}],
        formats=["T-shirt", "dépliant", "vidéo"],
        messages=["L’eau d’abord", "La route reste ouverte", "On décide ensemble", "Merci"],
        cost={"amount": "123456789012345678", "currency": "UZS"},
        target_total={"number": 40, "certainty": "about"},
        target_groups={"number": 0},
        status="replaced",
        status_note="La route est coupée.",
        replaced_by=["w1"],
        partnerships=["l1"],
        lasts_hours=67,
    ),
]
PRODUCTS = [  # several dated products of one activity, each with its own precision and state
    row("p1", name="Dépliant", activity=["a1"], when={"start": "2026-03-02"}, state="done"),
    row("p2", name="Film", activity=["a1"], when={"start": "2026-09"}, state="planned"),
    row("p3", name="Rapport", activity=["a1"], when={"start": "2027"}, quantity={"number": 500}),
]
BUDGET = [  # two currencies, two stages of one item, words where the figure is written otherwise
    row(
        "b1",
        "1.10",
        item="Réunions",
        amount={"amount": "1807547.00", "currency": "XOF", "words": "1 807 547 F CFA"},
        stage="concept",
    ),
    row(
        "b2",
        item="Réunions",
        amount={"amount": "18.75", "currency": "USD", "unit": 1_000_000, "certainty": "about"},
        stage="agreed",
        funded="partly",
    ),
    row("b3", item="Radio", amount={"words": "9 milliards 875 millions 173 mille 172 FCFA"}),
    row("b4", item="Imprévus", amount=UNKNOWN),
]
FUNDING = [  # three sources for one line
    row(
        f"f{number}",
        giver=giver,
        budget_line=["b2"],
        source=source,
        amount={"amount": amount, "currency": "USD"},
    )
    for number, (giver, source, amount) in enumerate(
        [
            ("Trésor", "national_budget", "250000"),
            ("FEM", "gef", "400404"),
            ("Éleveurs", "in_kind", "0.5"),
        ],
        start=1,
    )
]
HANDLING = [  # steps in their order, with limits in hours, days and months
    row("h1", "1", step="Accusé", body="Comité du village", within=48, within_unit="hours"),
    row("h2", "2", step="Enquête", body="Unité pastorale", within=15, within_unit="days", next="3"),
    row("h3", "3", step="Recours", body="Wilaya", within=1, within_unit="months", next="Tribunal"),
]
VERSIONS = [
    row("v0", label="0", on={"start": "2025-01-10"}, state="draft"),
    row("v1", label="1.0", on={"start": "2025-01-13"}, state="draft", body="Comité de pilotage"),
    row("v2", label="3.0", on={"start": "2026"}, state="adopted", body="Conseil des ministres"),
]
RELATED = [
    row("x1", title="Programme parent", relation="parent", country="NO", link=ADDRESS),
    row("x2", title="Plan frère", relation="sister", country="NA"),
]
TRANSLATIONS = [
    row("t1", title="خطة المراعي", language="ar", summary="ملخص قصير."),
    row("t2", title="牧场计划", language="zh"),
    row("t3", title="План для пастбищ", language="ru"),
]
PREVIOUS = [
    row(
        "e1",
        name="Atelier",
        when={"words": "January 2021", "start": "2021-01"},
        places=["Médenine"],
        participants={"number": 67, "words": "人次"},
        lasts_days=3,
        main_points=["La distance", "Le coût"],
    )
]
INDICATORS = [  # on results as often as on activities; the rest often missing
    row("i1", name="Hectares", unit="ha", objectives=["s2"], baseline=UNKNOWN, target="1.10"),
    row("i2", name="Réunions tenues", activities=["a1", "w1"], actual="2 of 9"),
    row("i3", name="Sans unité"),
]
PARTNERSHIPS = [row("l1", name="Coopérative", type="private_sector", agreement="letter")]
CHANNELS = [
    row("k1", name="Ligne verte", route="telephone", address="80 00", service="announced"),
    row("k2", name="Registre", route="local_leader", service="in_service"),
]

PLAN = assemble(
    "XA",
    {"identity": IDENTITY, "purpose": PURPOSE, "feedback": FEEDBACK},
    {
        "translations": TRANSLATIONS,
        "versions": VERSIONS,
        "related_plans": RELATED,
        "objectives": OBJECTIVES,
        "previous": PREVIOUS,
        "stakeholders": STAKEHOLDERS,
        "activities": ACTIVITIES,
        "products": PRODUCTS,
        "budget": BUDGET,
        "funding": FUNDING,
        "partnerships": PARTNERSHIPS,
        "intake": [row("n1", name="Village", level="village"), row("n2", name="Mahalla")],
        "handling": HANDLING,
        "complaint_channels": CHANNELS,
        "indicators": INDICATORS,
    },
)
