"""Two Parties and a secretariat, and one thing of each kind that an address can name.

`Reader` is who asks: nobody, each role of the Party that the things belong to, each of another
Party, and the secretariat. `World` has their accounts and the things; `World.addresses` puts the
addresses of a rule together. The words of an address are known by the step before them: `NAMED` has
`plans/<ref>` apart from `sections/<code>`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy.orm import Session
from werkzeug.routing import AnyConverter, Rule

from engage.accounts.models import User
from engage.accounts.permissions import PARTY_ROLES, Role
from engage.kit.clock import now
from engage.plans.models import Plan
from engage.plans.review.actions import comment_on, return_plan
from engage.plans.review.details import CommentDetails
from engage.plans.review.models import Comment
from engage.plans.review.vocabulary import CommentKind
from engage.plans.sharing.details import TemplateDetails
from engage.plans.sharing.keeping import add_template
from engage.plans.sharing.models import Offer
from engage.plans.sharing.starting import Start, document_of
from engage.plans.vocabulary import Status
from engage.post.actions import tell
from engage.post.models import Mailing
from engage.post.vocabulary import Cause, State
from engage.reference.actions import load_reference
from engage.reference.models import Occasion, Party
from engage.reference.queries import rows_of
from engage.reference.vocabulary.rows import RowKind
from tests.factories import make_party, make_plan, make_user, make_version
from tests.plans.advice.steps import NAME, put
from tests.plans.sharing.lending import lend

ARGUMENT = re.compile(r"<(?:[^:>]*:)?(\w+)>")
TEMPLATE = {"en": "Plan of a dry region", "fr": "Plan d’une région sèche"}


# ---------------------------------------------------------------- who asks


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the door; `role` is None for who is not signed in."""

    role: Role | None = None
    is_abroad: bool = False  # of another Party than the one that the things belong to

    def __str__(self) -> str:
        whose = " of another Party" if self.is_abroad else ""
        return f"{self.role}{whose}" if self.role else "nobody"

    @property
    def is_of_the_secretariat(self) -> bool:
        return self.role is not None and self.role not in PARTY_ROLES


NOBODY = Reader()
READERS = (
    NOBODY,
    *(Reader(role) for role in Role),
    *(Reader(role, is_abroad=True) for role in Role if role in PARTY_ROLES),
)


# ---------------------------------------------------------------- what there is


class World:
    """The people, and the things of the Party at home."""

    def __init__(self, session: Session) -> None:
        load_reference()
        self.session = session
        home, abroad = make_party(session, "Orvanda"), make_party(session, "Telmara")
        self.people = {
            reader: make_user(session, reader.role, party=self._party(reader, home, abroad))
            for reader in READERS
            if reader.role is not None
        }
        self.at_home = home
        self.never_submitted = make_plan(session, party=home)
        self.with_the_party = self._returned("Wells")
        self.with_the_secretariat = self._submitted_again(self._returned("Routes"))
        self.offer: Offer = lend(session)
        self.template = self._template()
        self.comments = {
            reader: self._comments(reader, person)
            for reader, person in self.people.items()
            if not reader.is_abroad and reader.role is not Role.ADMINISTRATOR
        }
        self.letters = {
            reader: tell([person], Cause.CALL_OPENED, ("party", 0))[0]
            for reader, person in self.people.items()
        }
        self.mailing = self._mailing()
        session.commit()

    @staticmethod
    def _party(reader: Reader, home: Party, abroad: Party) -> Party | None:
        if reader.is_of_the_secretariat:
            return None
        return abroad if reader.is_abroad else home

    def person(self, role: Role) -> User:
        return self.people[Reader(role)]

    def plan_for(self, reader: Reader) -> Plan:
        """The plan on which the reader has most to do."""
        if reader.is_of_the_secretariat:
            return self.with_the_secretariat
        return self.with_the_party

    def _returned(self, title: str) -> Plan:
        """A plan that was given back with a letter, with a row of which there is advice."""
        writer, reviewer = self.person(Role.FOCAL_POINT), self.person(Role.REVIEWER)
        plan = make_plan(self.session, party=self.at_home, title=title)
        put(writer, plan, "stakeholders", "weavers", name="Weavers’ circle", groups=["women"])
        put(writer, plan, "set_aside", "taken-up", reason="They asked for it.")
        plan.status, plan.submitted_at, plan.round = Status.IN_REVIEW.value, now(), 1
        make_version(self.session, plan)
        return_plan(reviewer, plan, "Clear.", "One point.")
        return plan

    def _submitted_again(self, plan: Plan) -> Plan:
        plan.status, plan.round = Status.IN_REVIEW.value, 2
        make_version(self.session, plan)
        return plan

    def _template(self) -> str:
        text = json.dumps(document_of(Start.FULL, "en"))
        details = TemplateDetails(names=TEMPLATE, note="", language="en", text=text)
        return add_template(self.person(Role.REVIEWER), details).code

    def _mailing(self) -> Mailing:
        """An e-mail that could not be sent."""
        person, moment = self.person(Role.ADMINISTRATOR), now()
        mailing = Mailing(
            message_id="<1@engage.example>",
            person_id=person.id,
            address=person.email,
            language="en",
            subject="A call for plans is open",
            plain="A call for plans is open.",
            html="<p>A call for plans is open.</p>",
            written_at=moment,
            due_at=moment,
            state=State.FAILED.value,
        )
        self.session.add(mailing)
        self.session.flush()
        return mailing

    def _comments(self, reader: Reader, person: User) -> dict[str, Comment]:
        """One's own by the step that may be taken with each; "" may be changed and removed."""
        plan, details = self.plan_for(reader), CommentDetails(CommentKind.MUST_CHANGE, "Who?", "en")
        written = {step: comment_on(person, plan, "purpose", details) for step in CLOSING}
        if reader.is_of_the_secretariat:
            for step in CLOSING - {""}:
                written[step].sent_at = now()
        written["keep-open"].closed_at = now()
        self.session.flush()
        return written

    # ------------------------------------------------------------ addresses

    def addresses(self, rule: Rule, asking: Asking) -> Iterator[str]:
        """The addresses of a rule, one for each word that may stand in it, with things in them."""
        known = {name: [self._named(key, Asked(rule, asking))] for name, key in keys_of(rule)}
        found = {**known, **words_of(rule)}
        for words in product(*found.values()):
            built = rule.build(dict(zip(found, words, strict=True)), append_unknown=False)
            assert built is not None, rule.rule
            yield built[1]

    def _named(self, key: str, asked: Asked) -> object:
        if key not in NAMED:
            raise AssertionError(
                f"{asked.rule.rule}: nothing is known for “{key}”. Give it a line in NAMED of "
                "tests/house/world.py, and if it is a new kind of thing, one in World."
            )
        return NAMED[key](self, asked)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, for which plan, and whether that plan, or a thing of one's own, is there at all.

    Where it is not, the things of somebody else are named.
    """

    reader: Reader
    plan: Plan
    is_shown: bool = True

    @property
    def owner(self) -> Reader:
        """Whose letters and comments are named."""
        writer = Reader(Role.FOCAL_POINT)
        return self.reader if self.is_shown and self.reader.role is not None else writer


@dataclass(frozen=True, slots=True)
class Asked:
    """The rule whose address is asked for, and by whom."""

    rule: Rule
    asking: Asking

    @property
    def step(self) -> str:
        return self.rule.rule.rpartition("/")[2]


def keys_of(rule: Rule) -> Iterator[tuple[str, str]]:
    """The arguments that name things, each with the step of the path before it."""
    before = ""
    for step in rule.rule.split("/"):
        bare = ARGUMENT.sub(r"<\1>", step)
        for name in ARGUMENT.findall(step):
            if not isinstance(rule._converters[name], AnyConverter):
                yield name, f"{before}/<{name}>"
        before = bare


def words_of(rule: Rule) -> dict[str, Sequence[str]]:
    """The arguments that are one of a few words, with the words."""
    few = {name: each for name, each in rule._converters.items() if isinstance(each, AnyConverter)}
    return {name: ONLY.get((rule.endpoint, name), sorted(each.items)) for name, each in few.items()}


# Where not every word goes with what stands beside it: one guide has no parts.
ONLY: Mapping[tuple[str, str], Sequence[str]] = {("guides.part", "kind"): ["focal-point"]}
CLOSING = frozenset({"", "close", "keep-open"})


def _comment(world: World, asked: Asked) -> int:
    own = world.comments.get(asked.asking.owner) or world.comments[Reader(Role.FOCAL_POINT)]
    return own[asked.step if asked.step in CLOSING else ""].id


def _text(text: str | int) -> Callable[[World, Asked], object]:
    return lambda _world, _asked: text


NAMED: Mapping[str, Callable[[World, Asked], object]] = {
    "plans/<ref>": lambda _world, asked: asked.asking.plan.ref,
    "review/<ref>": lambda _world, asked: asked.asking.plan.ref,
    "comments/<comment_id>": _comment,
    "sections/<code>": _text("stakeholders"),
    "hints/<section>": _text("stakeholders"),
    "comment/<section>": _text("stakeholders"),
    "<section>/<register>": _text("stakeholders"),
    "rows/<register>": _text("stakeholders"),
    "<register>/<key>": _text("weavers"),
    "<key>/<do>": _text("up"),
    "advice/<name>": lambda _world, asked: "taken-up" if asked.step == "again" else NAME,
    "versions/<number>": _text(1),
    "versions/<round_>": _text(1),
    "letter/<number>": _text(1),
    "letter/<round_>": _text(1),
    "letters/<letter_id>": lambda world, asked: world.letters[asked.asking.owner].id,
    "outbox/<mailing_id>": lambda world, _asked: world.mailing.id,
    "activities/<offer_id>": lambda world, _asked: world.offer.id,
    "templates/<code>": lambda world, _asked: world.template,
    "reference/<kind>": _text(RowKind.OCCASIONS.value),
    "<kind>/<code>": lambda _world, _asked: rows_of(Occasion)[0].code,
    "parties/<code>": lambda world, _asked: world.at_home.code,
    "<kind>/<part>": _text("questions"),
}
