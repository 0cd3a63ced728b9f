"""Senders that are killed at each point of their work: no letter is lost, repeats are known."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask

from tests.post.conftest import Senders
from tests.post.outbox import Stands, digests_of, standing, write_for_digest, write_letters
from tests.post.postman import STAGES, Postman

KILLED = -signal.SIGKILL
AN_HOUR = 3600  # longer than a claim holds
INTERRUPTED = Stands("sent", ["interrupted", "sent"])


def repeats_of(app: Flask, senders: Senders, postman: Postman, letters: list[str]) -> int:
    """How many came twice; each came, at most one did twice, and the log says which."""
    counts, stand = postman.counts(), standing(app)
    assert set(counts) >= set(letters), "a letter is lost"
    twice = [letter for letter in letters if counts[letter] > 1]
    assert len(twice) <= 1, "more than one repeat for one kill"
    for letter in letters:
        assert stand[letter] in (INTERRUPTED, Stands("sent", ["sent"]))
    for letter in twice:
        assert counts[letter] == 2
        assert stand[letter] == INTERRUPTED
        assert f"goes out again under the same Message-ID {letter}" in senders.log()
        assert len(contents(postman, letter)) == 1
    return len(twice)


def contents(postman: Postman, letter: str) -> set[bytes]:
    return {bytes(each.message) for each in postman.received if each.message_id == letter}


def test_a_sender_killed_at_any_look_at_the_database_loses_nothing(
    shared_app: Flask, senders: Senders, postman: Postman
) -> None:
    repeats: Counter[int] = Counter()
    ended, point = [KILLED], 0
    while ended == [KILLED]:
        point += 1
        person = write_for_digest(shared_app)
        letters = write_letters(shared_app, 1)
        ended = senders(dies_at=point)
        assert senders(ahead=AN_HOUR) == [0]
        digests = digests_of(shared_app, person)
        assert len(digests) == 1, "a digest is lost, or there are two"
        repeats[repeats_of(shared_app, senders, postman, letters + digests)] += 1
    assert ended == [0]
    assert point > 20
    # Between the answer and its note there are a few points for each of the two letters.
    assert set(repeats) == {0, 1}
    assert repeats[1] < point / 2


@pytest.mark.parametrize("stage", STAGES)
def test_a_sender_killed_at_a_stage_of_smtp_loses_nothing(
    shared_app: Flask, senders: Senders, postman: Postman, stage: str
) -> None:
    letters = write_letters(shared_app, 3)
    postman.at_stage = killer(senders, stage)
    assert senders() in ([KILLED], [0] if stage == "answered" else [KILLED])
    postman.at_stage = lambda _stage: None
    assert senders(ahead=AN_HOUR) == [0]
    twice = repeats_of(shared_app, senders, postman, letters)
    if stage not in ("DATA", "answered"):
        assert twice == 0


def killer(senders: Senders, stage: str) -> Callable[[str], None]:
    """Kills the sender at its second letter, or when it opens the line."""
    seen: Counter[str] = Counter()

    def at(reached: str) -> None:
        seen[reached] += 1
        if reached == stage and seen[reached] == (1 if stage in ("connect", "EHLO") else 2):
            os.kill(senders.pids.get(timeout=10), signal.SIGKILL)

    return at
