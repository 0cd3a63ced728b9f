"""What every paper says of itself: its version, when it was printed, what its file is called."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from engage.config import settings
from engage.kit.formats import show_moment
from engage.kit.paper import Foot, Words
from engage.plans.models import Plan, Version


def version_label(version: int, round_: int, minor: int = 0) -> str:
    """`2`, `2.3` for the third round of version 2, or `2a` for the first small change after it."""
    if minor:
        return f"{version}{letters(minor)}"
    return f"{version}.{round_}" if round_ > 1 else str(version)


def letters(number: int) -> str:
    """`a`, `b` … `z`, `aa`, `ab` …: a number as letters count it."""
    before, last = divmod(number - 1, 26)
    return (letters(before) if before else "") + chr(ord("a") + last)


def label_of(plan: Plan) -> str:
    """Of the version that the plan is now."""
    return version_label(plan.version, plan.round, plan.small_changes)


def number_of(plan: Plan) -> str:
    """The same without its round, for lists: `2`, or `2a`."""
    return version_label(plan.version, 0, plan.small_changes)


def label_of_version(version: Version) -> str:
    return version_label(version.number, version.round, version.minor)


def file_name(ref: str, label: str, kind: str, language: str, ending: str) -> str:
    """`XA-2026-1-v2.2-summary-en.pdf`."""
    parts = (ref, f"v{label}", kind, language)
    return f"{'-'.join(part for part in parts if part)}.{ending}"


def foot(prepared: str, printed: str, code: str) -> Foot:
    return {
        "prepared": prepared,
        "print": printed,
        "page": _("Page {page} of {pages}"),
        "code": code,
    }


def printed_line(label: str, at: dt.datetime, language: str, *, is_rehearsal: bool) -> str:
    """Which version was printed when; a rehearsal says that it is one."""
    moment = show_moment(at, language=language, zone=settings().time_zone)
    if is_rehearsal:
        return _(
            "Rehearsal · version %(version)s · printed %(moment)s", version=label, moment=moment
        )
    return _("Version %(version)s · printed %(moment)s", version=label, moment=moment)


def words_of_paper() -> Words:
    return {
        "glyphs_missing": _(
            "Some characters cannot be printed here; □ stands for each. They are kept in the plan."
        ),
        "shortened": _("A text that ends with … is longer in the full plan."),
    }


def day_of(moment: dt.datetime) -> dt.date:
    """The day on which it was then where the service is: as the moment beside it says."""
    return moment.astimezone(ZoneInfo(settings().time_zone)).date()


def version_words(version: int, round_: int, minor: int = 0) -> str:
    """`2, round 3`; the first round of a version needs no word."""
    if minor:
        label = version_label(version, round_, minor)
        return _("%(version)s, small changes after the review", version=label)
    if round_ > 1:
        return _("%(version)s, round %(round)s", version=version, round=round_)
    return str(version)
