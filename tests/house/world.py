"""Two Parties and a secretariat, and one thing of each kind that an address can name.

`World` has the accounts of all who ask, and the things; `World.addresses` puts the addresses of a
rule together, with what `NAMED` knows of each word in them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from engage.accounts.models import User
from engage.accounts.permissions import Role
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
from tests.house import outings, things
from tests.house.asking import READERS, Asked, Asking, Reader, keys_of, words_of
from tests.plans.advice.steps import NAME, put
from tests.plans.sharing.lending import lend

TEMPLATE = {"en": "Plan of a dry region", "fr": "Plan d’une région sèche"}


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
        self.asked = abroad
        self._plan_a_way(session)
        self._set_the_desk(session)
        session.commit()

    def _plan_a_way(self, session: Session) -> None:
        """Each side has an event; that of the Party at home is at a stop that it hosts."""
        writer, reviewer = self.person(Role.FOCAL_POINT), self.person(Role.REVIEWER)
        self.way = outings.way_of(session, writer)
        at_it = {"journey_id": self.way.journey_id, "stop_id": self.way.stop_id}
        self.at_the_stop = outings.outing_of(session, writer, self.asked, **at_it)
        self.of_the_secretariat = outings.outing_of(session, reviewer, self.asked)
        self.feeds = {
            reader: outings.feed_of(session, person) for reader, person in self.people.items()
        }

    def _set_the_desk(self, session: Session) -> None:
        reviewer, writer = self.person(Role.REVIEWER), self.person(Role.FOCAL_POINT)
        things.assign(session, self.with_the_secretariat, reviewer)
        self.rule = things.rule_for(session, reviewer)
        self.filter = things.filter_of(session, reviewer)
        self.checks = {
            reader: things.check_by(session, self.with_the_party, person, writer)
            for reader, person in self.people.items()
            if not reader.is_of_the_secretariat
        }
        self.given = things.given_to_the_minister(session, self.with_the_party, writer)
        self.pages = {
            plan: things.signed_page(plan, person)
            for plan, person in (
                (self.with_the_party, writer),
                (self.with_the_secretariat, reviewer),
            )
        }
        desk = self.with_the_secretariat
        self.disputed = things.disputed(session, desk, reviewer, is_ours=True)
        self.undisputed = things.disputed(session, desk, reviewer)

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

    def outing_for(self, asking: Asking) -> outings.Outing:
        """The event of the reader's own side, where it is to be there; else that of the Party."""
        if asking.is_shown and asking.reader.is_of_the_secretariat:
            return self.of_the_secretariat
        return self.at_the_stop

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


CLOSING = frozenset({"", "close", "keep-open"})


def _comment(world: World, asked: Asked) -> int:
    if "/objection" in asked.rule.rule:
        return world.disputed if asked.step == "withdraw" else world.undisputed
    if asked.rule.endpoint == "review.resolve":
        return world.disputed
    own = world.comments.get(asked.asking.owner) or world.comments[Reader(Role.FOCAL_POINT)]
    return own[asked.step if asked.step in CLOSING else ""].id


def _event(world: World, asked: Asked) -> str:
    outing = world.outing_for(asked.asking)
    return outing.deleted if asked.step == "restore" else outing.ref


def _row(world: World, asked: Asked) -> str:
    return world.outing_for(asked.asking).row


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
    "rules/<rule_id>": lambda world, _asked: world.rule,
    "<page>/<filter_id>": lambda world, _asked: world.filter,
    "topics/<topic>": _text("gender"),
    "check/<check_id>": lambda world, asked: world.checks.get(
        asked.asking.owner, world.checks[Reader(Role.FOCAL_POINT)]
    ),
    "<paper>/<number>": _text(1),
    "<paper>/<round_>": _text(1),
    "given/<clearance_id>": lambda world, _asked: world.given,
    "signed/<page_id>": lambda world, asked: world.pages.get(
        asked.asking.plan, world.pages[world.with_the_party]
    ),
    "events/<event_ref>": _event,
    "edit/<section_code>": _text("place"),
    "rows/<list_code>": _text(outings.LIST),
    "<list_code>/<row_key>": _row,
    "promises/<row_key>": _row,
    "files/<file_id>": lambda world, asked: world.outing_for(asked.asking).file,
    "place/<town_id>": _text(outings.TOWN),
    "partners/<party_code>": lambda world, _asked: world.asked.code,
    "journeys/<journey_ref>": lambda world, _asked: world.way.journey,
    "parties/<party_code>": lambda world, _asked: world.at_home.code,
    "stops/<stop_key>": lambda world, _asked: world.way.stop,
    "<stop_key>/<step>": _text("held"),
    "baton/<item_key>": lambda world, _asked: world.way.item,
    "<item_key>/<step>": _text("done"),
    "feeds/<feed_id>": lambda world, asked: world.feeds[asked.asking.owner].id,
    "feeds/<token>": lambda world, asked: world.feeds[asked.asking.owner].token,
}
