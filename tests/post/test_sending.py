"""What becomes of a letter in the outbox, with a mail server on loopback."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask

from engage.kit.clock import now, telling
from engage.kit.db import db
from engage.post.models import Mailing
from engage.post.rules import PAUSES
from engage.post.sending import LEASE, claim_next, note, send_due
from engage.post.server import Reply
from engage.post.vocabulary import Outcome, State
from engage.post.worker import Worker, one_pass
from tests.post.outbox import Stands, standing, write_letters
from tests.post.postman import Postman

DAY = dt.timedelta(days=1)


@pytest.fixture
def post(shared_app: Flask) -> Iterator[Flask]:
    """The shared app, in a context of its own."""
    with shared_app.app_context():
        yield shared_app


def mailing() -> Mailing:
    with db.sessions() as session:
        return session.scalars(sa.select(Mailing)).one()


def send_later(after: dt.timedelta) -> Counter[State]:
    with telling(now() + after):
        return send_due()


def test_a_letter_is_sent_and_not_sent_again(post: Flask, postman: Postman) -> None:
    letters = write_letters(post, 3)
    assert send_due() == Counter({State.SENT: 3})
    assert send_later(DAY) == Counter()
    assert postman.counts() == dict.fromkeys(letters, 1)


def test_who_is_refused_for_good_holds_up_nobody(post: Flask, postman: Postman) -> None:
    (refused,) = write_letters(post, 1)
    postman.refuses[mailing().address] = "550 Nobody of that name"
    write_letters(post, 2)
    assert send_due() == Counter({State.FAILED: 1, State.SENT: 2})
    assert standing(post)[refused] == Stands("failed", ["refused"])


def test_what_is_not_taken_now_is_tried_again_after_growing_pauses(
    post: Flask, postman: Postman
) -> None:
    (letter,) = write_letters(post, 1)
    postman.refuses["RCPT"] = "450 Come back later"
    passed = dt.timedelta()
    for pause in PAUSES:
        assert send_later(passed) == Counter({State.WAITING: 1})
        assert send_later(passed + pause - dt.timedelta(seconds=20)) == Counter()
        passed += pause + dt.timedelta(seconds=20)
    assert send_later(passed) == Counter({State.FAILED: 1})
    assert standing(post)[letter].outcomes == ["put_off"] * (len(PAUSES) + 1)
    assert send_later(passed + 30 * DAY) == Counter()


def test_when_no_server_answers_the_pass_stops_and_all_letters_stay(
    post: Flask, postman: Postman
) -> None:
    letters = write_letters(post, 3)
    postman.refuses["MAIL"] = "451 Out of order"
    assert send_due() == Counter({State.WAITING: 1})
    assert Counter(each.state for each in standing(post).values()) == {"waiting": 3}
    postman.refuses.clear()
    send_later(DAY)
    assert postman.counts() == dict.fromkeys(letters, 1)


def test_a_claim_that_has_run_out_no_longer_decides(
    post: Flask, postman: Postman, caplog: pytest.LogCaptureFixture
) -> None:
    (letter,) = write_letters(post, 1)
    slow = claim_next()
    assert slow is not None
    assert claim_next() is None
    with telling(now() + LEASE + dt.timedelta(seconds=1)):
        assert send_due() == Counter({State.SENT: 1})
        note(slow, Reply(Outcome.PUT_OFF))
    assert standing(post)[letter] == Stands("sent", ["put_off", "sent"])
    assert "was in hand for too long" in caplog.text
    assert f"goes out again under the same Message-ID {letter}" in caplog.text


def test_a_letter_whose_person_is_gone_meanwhile_is_noted_nowhere(post: Flask) -> None:
    write_letters(post, 1)
    claim = claim_next()
    assert claim is not None
    with db.sessions.begin() as session:
        session.execute(sa.delete(Mailing))
    assert note(claim, Reply(Outcome.SENT)) is State.SENT


def test_a_pass_goes_on_when_a_step_before_it_fails(
    post: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    write_letters(post, 1)
    assert one_pass([lambda: 1 // 0]) == Counter({State.SENT: 1})
    assert "A step before sending failed" in caplog.text


def test_a_worker_sends_beside_the_pages(shared_app: Flask, postman: Postman) -> None:
    letters = write_letters(shared_app, 2)
    worker = Worker(shared_app, seconds=0.01)
    worker.start()
    postman.wait_for(2)
    worker.stop()
    assert postman.counts() == dict.fromkeys(letters, 1)
