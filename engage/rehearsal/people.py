"""The made-up Party, and those who work for it and review it. All of them are invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engage.accounts.permissions import Role

# XA and XAA are kept free for users by ISO 3166, so that they never become a State.
CODE = "XA"
PARTY: Mapping[str, Any] = {
    "code": CODE,
    "iso3": "XAA",
    "names": {
        "ar": "أورفاندا",
        "zh": "奥尔万达",
        "en": "Orvanda",
        "fr": "Orvanda",
        "ru": "Орванда",
        "es": "Orvanda",
    },
    "annexes": ["asia"],
    "languages": ["en", "ar", "fr"],
    "ui_language": "en",
    "is_rehearsal": True,
}


@dataclass(frozen=True, slots=True)
class Account:
    """A rehearsal account, with its password for everyone to know."""

    role: Role
    name: str
    function: str
    email: str
    password: str
    party_code: str | None = CODE


ACCOUNTS: tuple[Account, ...] = (
    Account(
        Role.FOCAL_POINT,
        "Ilen Dorrin",
        "National focal point, Ministry of Land and Forests",
        "ilen.dorrin@orvanda.example",
        "two leaves over three furrows",
    ),
    Account(
        Role.CONTRIBUTOR,
        "Sefa Maron",
        "Communications officer, Directorate of Land",
        "sefa.maron@orvanda.example",
        "listening evenings in lower ossa",
    ),
    Account(
        Role.ADVISER,
        "Tovi Hale",
        "Science and technology correspondent, University of Marenta",
        "tovi.hale@orvanda.example",
        "eleven of fifty-eight camps",
    ),
    Account(
        Role.REVIEWER,
        "Maro Selten",
        "Programme officer",
        "maro.selten@secretariat.example",
        "strengths come first here",
        None,
    ),
    Account(
        Role.ADMINISTRATOR,
        "Ansa Reul",
        "Administrator",
        "ansa.reul@secretariat.example",
        "names in six languages",
        None,
    ),
)
