"""Four senders at once, in processes of their own, on a database that all share."""

from __future__ import annotations

from flask import Flask

from tests.post.conftest import Senders
from tests.post.outbox import Stands, digests_of, standing, write_for_digest, write_letters
from tests.post.postman import Postman

LETTERS, SENDERS = 200, 4


def test_four_senders_send_each_of_200_letters_exactly_once(
    shared_app: Flask, senders: Senders, postman: Postman
) -> None:
    letters = write_letters(shared_app, LETTERS)
    assert senders(copies=SENDERS) == [0] * SENDERS
    assert postman.counts() == dict.fromkeys(letters, 1)
    assert standing(shared_app) == dict.fromkeys(letters, Stands("sent", ["sent"]))
    assert len({each.peer for each in postman.received}) == SENDERS


def test_four_workers_write_one_digest_a_person(
    shared_app: Flask, senders: Senders, postman: Postman
) -> None:
    people = [write_for_digest(shared_app) for _person in range(5)]
    assert senders(copies=SENDERS) == [0] * SENDERS
    digests = [digest for person in people for digest in digests_of(shared_app, person)]
    assert len(digests) == len(people)
    assert postman.counts() == dict.fromkeys(digests, 1)
