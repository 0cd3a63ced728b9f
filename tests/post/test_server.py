"""How a mail is written, and what becomes of it at a mail server on loopback."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from threading import Thread

import pytest

from engage.config import MailServer
from engage.post.server import Line, Mail, as_bytes, composed, written_address
from engage.post.vocabulary import Outcome
from tests.post.postman import Postman

SENDER = "engage@example.org"
MAIL = Mail(
    message_id="<1@plans.example.org>",
    address="ana@example.org",
    language="ar",
    subject="أعيدت خطتكم للمراجعة: MN-2026-1",
    plain="أعيدت خطتكم.\n.نقطة\n",
    html='<p dir="rtl">أعيدت خطتكم.</p>',
    written_at=dt.datetime(2026, 11, 22, 14, 32, tzinfo=dt.UTC),
)


@pytest.fixture
def line(postman: Postman) -> Iterator[Line]:
    line = Line(MailServer(way="smtp", host="127.0.0.1", port=postman.port), SENDER)
    yield line
    line.close()


def test_a_mail_says_what_it_is_plain_and_in_html() -> None:
    message = composed(MAIL, SENDER)
    assert message["Message-ID"] == MAIL.message_id
    assert message["From"] == "Engage <engage@example.org>"
    assert message["To"] == MAIL.address
    assert message["Date"] == "Sun, 22 Nov 2026 14:32:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "ar"
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "text/plain",
        "text/html",
    ]


def test_a_mail_goes_through_servers_that_know_ascii_only_and_is_the_same_each_time() -> None:
    raw = as_bytes(MAIL, SENDER)
    assert raw.isascii()
    assert raw == as_bytes(MAIL, SENDER)
    assert raw.endswith(b"\r\n.\r\n")
    assert max(len(each) for each in raw.split(b"\r\n")) < 999


def test_nothing_can_be_smuggled_into_the_head_of_a_mail() -> None:
    smuggled = replace(MAIL, subject="Plan\r\nBcc: all@example.org\r\n\r\nText")
    message = message_from_bytes(as_bytes(smuggled, SENDER), policy=default)
    assert message["Bcc"] is None
    assert message["Subject"] == "Plan Bcc: all@example.org Text"


@pytest.mark.parametrize(
    "address",
    [
        "ana",
        "ana@",
        "a..b@example.org",
        "ana@example..org",
        "a b@example.org",
        "ana@example.org>\r\nRCPT TO:<b@example.org",
    ],
)
def test_an_address_that_is_none_is_refused_for_good(line: Line, address: str) -> None:
    assert line.carry(replace(MAIL, address=address)).outcome is Outcome.REFUSED


def test_a_domain_in_its_own_script_is_written_as_servers_read_it() -> None:
    assert written_address("ana@degradación.example.org") == "ana@xn--degradacin-obb.example.org"


def test_several_mails_go_over_one_line(line: Line, postman: Postman) -> None:
    replies = [line.carry(replace(MAIL, message_id=f"<{each}@x>")) for each in range(3)]
    assert [reply.outcome for reply in replies] == [Outcome.SENT] * 3
    assert replies[0].answer == "250 Taken"
    assert len({each.peer for each in postman.received}) == 1
    plain = postman.received[0].message.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().splitlines() == MAIL.plain.splitlines()


@pytest.mark.parametrize(
    ("stage", "answer", "outcome", "goes_on"),
    [
        ("MAIL", "550 We take nothing from you", Outcome.PUT_OFF, False),
        ("RCPT", "450 Come back later", Outcome.PUT_OFF, True),
        ("RCPT", "550 Nobody of that name", Outcome.REFUSED, True),
        ("DATA", "451 No room now", Outcome.PUT_OFF, True),
        ("DATA", "554 We do not like it", Outcome.REFUSED, True),
        ("RCPT", "421 Closing", Outcome.PUT_OFF, False),
    ],
)
def test_a_refusal_is_for_good_or_for_now(
    line: Line, postman: Postman, stage: str, answer: str, outcome: Outcome, goes_on: bool
) -> None:
    postman.refuses[stage] = answer
    reply = line.carry(MAIL)
    assert (reply.outcome, reply.answer, reply.goes_on) == (outcome, answer, goes_on)
    postman.refuses.clear()
    assert line.carry(MAIL).outcome is Outcome.SENT


def test_a_server_that_closes_after_some_letters_is_called_again(
    line: Line, postman: Postman
) -> None:
    assert line.carry(MAIL).outcome is Outcome.SENT
    postman.refuses["RCPT"] = "421 Enough for this time"
    assert line.carry(MAIL).goes_on
    assert not line.carry(MAIL).goes_on


def test_without_a_server_a_mail_is_put_off() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    reply = Line(MailServer(way="smtp", host="127.0.0.1", port=port), SENDER).carry(MAIL)
    assert (reply.outcome, reply.goes_on) == (Outcome.PUT_OFF, False)
    assert "refused" in reply.answer


def test_a_line_lost_after_the_content_may_mean_that_it_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        reply = _told_all_but_the_end(server, port)
    assert reply is Outcome.INTERRUPTED


def test_nothing_is_sent_to_where_nobody_can_be(line: Line, postman: Postman) -> None:
    reply = line.carry(replace(MAIL, address="ilen.dorrin@orvanda.example"))
    assert reply.outcome is Outcome.SHOWN
    assert postman.received == []


def _told_all_but_the_end(server: socket.socket, port: int) -> Outcome:
    """A server that takes the content and hangs up without a word."""

    def talk() -> None:
        line, _peer = server.accept()
        with line, line.makefile("rwb", buffering=0) as spoken:
            spoken.write(b"220 here\r\n")
            for answer in (b"250 hello", b"250 fine", b"250 fine", b"354 go"):
                spoken.readline()
                spoken.write(answer + b"\r\n")
            while spoken.readline() != b".\r\n":
                pass

    thread = Thread(target=talk)
    thread.start()
    reply = Line(MailServer(way="smtp", host="127.0.0.1", port=port), SENDER).carry(MAIL)
    thread.join()
    return reply.outcome
