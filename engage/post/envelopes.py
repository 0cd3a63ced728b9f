"""Writing e-mails into the outbox: one letter that goes out at once, or a digest of several.

The text is written once, in the language and zone of the reader, and never again: whatever happens
on the way, what arrives is what was written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit
from uuid import uuid4

from flask import render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.models import User
from engage.config import settings
from engage.kit.formats import isolated
from engage.kit.locales import force, language
from engage.kit.pieces import Cell
from engage.post.letters import Told, told
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Pace, State

LONGEST_DIGEST = 50  # letters that are told of one by one
SETTINGS = "/letters/settings"
ALL_LETTERS = "/letters"


@dataclass(frozen=True, slots=True)
class Group:
    """Letters about one thing, the newest first."""

    about: Cell
    code: str
    party: str
    url: str
    letters: tuple[Told, ...]


def write_letter(person: User, notice: Notice, moment: dt.datetime) -> Mailing:
    """The e-mail of one letter."""
    with force(person.language):
        letter = told(notice, person)
        subject = letter.subject
        if letter.code:
            # Translators: the subject of an e-mail, such as “Your plan was returned: MN-2026-1”.
            subject = _("%(what)s: %(code)s", what=letter.subject, code=letter.code)
        html = _html("letter", person, subject, letter=letter)
        return _mailing(person, moment, subject, _plain_letter(person, letter), html)


def write_digest(
    person: User,
    notices: Sequence[Notice],
    steps: Sequence[Notice],
    period: dt.date,
    moment: dt.datetime,
) -> Mailing:
    """One e-mail of several letters, the newest first; `steps` ask for something."""
    with force(person.language):
        letters = [told(notice, person) for notice in notices[:LONGEST_DIGEST]]
        left_out = len(notices) - len(letters)
        subject = ngettext("%(num)s new letter", "%(num)s new letters", len(notices))
        groups, asked = grouped(letters), [told(notice, person) for notice in steps]
        more = _more(left_out) if left_out else ""
        html = _html("digest", person, subject, groups=groups, steps=asked, more=more)
        plain = _plain_digest(person, subject, groups, asked, more)
        mailing = _mailing(person, moment, subject, plain, html)
        mailing.period = period
        return mailing


def grouped(letters: Sequence[Told]) -> list[Group]:
    """By what they are about, in the order of the newest letter of each."""
    found: dict[tuple[str, int], list[Told]] = {}
    for letter in letters:
        found.setdefault(letter.group, []).append(letter)
    return [
        Group(of[0].about, of[0].code, of[0].party, of[0].url, tuple(of)) for of in found.values()
    ]


def _mailing(person: User, moment: dt.datetime, subject: str, plain: str, html: str) -> Mailing:
    domain = urlsplit(settings().address).hostname or "localhost"
    return Mailing(
        message_id=f"<{uuid4().hex}@{domain}>",
        person=person,
        address=person.email,
        language=person.language,
        subject=subject,
        plain=plain,
        html=html,
        written_at=moment,
        due_at=moment,
        state=State.WAITING.value,
    )


def _html(kind: str, person: User, subject: str, **words: object) -> str:
    return render_template(
        f"post/{kind}_mail.html",
        spoken=language(person.language),
        subject=subject,
        site=settings().address,
        foot=_foot(person),
        **words,
    )


def _more(count: int) -> str:
    return ngettext(
        "%(num)s further letter can be read in Engage.",
        "%(num)s further letters can be read in Engage.",
        count,
    )


def _foot(person: User) -> list[tuple[str, str]]:
    """Why it came, and where that can be changed: a sentence and a path each."""
    pace = _("How often e-mail comes to you: %(pace)s", pace=Pace(person.pace).label)
    return [
        (_("All your letters can be read in Engage."), ALL_LETTERS),
        (pace, SETTINGS),
    ]


def _plain_letter(person: User, letter: Told) -> str:
    facts = [_fact(label, cell) for label, cell in letter.facts]
    return _joined(
        [letter.subject],
        [letter.sentence],
        facts,
        [letter.action, _address(letter.url)],
        [_("Written on %(moment)s", moment=letter.moment)],
        _plain_foot(person),
    )


def _plain_digest(
    person: User, subject: str, groups: Sequence[Group], steps: Sequence[Told], more: str
) -> str:
    asked = [[letter.action, _isolated(letter.about), _address(letter.url)] for letter in steps]
    told_of = chain.from_iterable(_plain_group(group) for group in groups)
    return _joined(
        [subject],
        *([[_("Next steps")], *asked] if asked else []),
        *told_of,
        [more] if more else [],
        _plain_foot(person),
    )


def _plain_group(group: Group) -> list[list[str]]:
    head = [_isolated(group.about), group.code, group.party, _address(group.url)]
    lines = [[_fact(each.day, each.subject), each.sentence] for each in group.letters]
    return [list(dict.fromkeys(line for line in head if line)), *lines]


def _plain_foot(person: User) -> list[str]:
    lines = chain.from_iterable((sentence, _address(path)) for sentence, path in _foot(person))
    return ["-- ", *lines]


def _fact(label: str, cell: Cell) -> str:
    # Translators: a label and what stands under it, in a line of an e-mail.
    return _("%(label)s: %(value)s", label=label, value=_isolated(cell))


def _isolated(cell: Cell) -> str:
    """In plain text the words of somebody are set apart from the sentence around them."""
    if isinstance(cell, str):
        return cell
    pieces = [cell] if isinstance(cell, dict) else cell
    return "".join(one if isinstance(one, str) else isolated(one["text"]) for one in pieces)


def _address(path: str) -> str:
    return f"{settings().address}{path}"


def _joined(*paragraphs: Sequence[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"
