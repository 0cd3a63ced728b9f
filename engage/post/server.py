"""Handing letters over: to a mail server, or to nobody where letters are only shown.

The one place that knows SMTP (RFC 5321) and how a mail is written (RFC 5322).
"""

from __future__ import annotations

import datetime as dt
import re
import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Protocol

from engage.config import EMAIL, MailServer
from engage.kit.locales import language
from engage.post.vocabulary import Outcome

# Seconds that a mail server may be silent. Who takes a letter may look at it for long: to hang up
# early is how letters are sent twice (RFC 5321, 4.5.3.2.6).
PATIENCE, PATIENCE_AT_THE_END = 60, 600
# Opening a line takes six exchanges at most; a letter then takes four and the last answer.
LONGEST_SEND = dt.timedelta(seconds=10 * PATIENCE + PATIENCE_AT_THE_END)
LONGEST_ANSWER = 500
TAKEN, CONTENT_PLEASE, CLOSING = 250, 354, 421
REFUSED_FROM = 500

# Where nobody can be (RFC 2606), such as the people of the rehearsal: nothing is sent there.
NOWHERE = (".example", ".invalid", ".test")


@dataclass(frozen=True, slots=True)
class Mail:
    """What goes out: a mailing as the mail server needs it."""

    message_id: str
    address: str
    language: str
    subject: str
    plain: str
    html: str
    written_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a mail; `goes_on` says whether another may be tried now."""

    outcome: Outcome
    answer: str = ""
    goes_on: bool = True


class Carrier(Protocol):
    """Takes one mail after the other; never raises."""

    def carry(self, mail: Mail) -> Reply: ...

    def close(self) -> None: ...


class Shelf:
    """Where letters are shown in the app and not sent."""

    def carry(self, mail: Mail) -> Reply:  # noqa: ARG002  # a carrier
        return Reply(Outcome.SHOWN)

    def close(self) -> None:
        """Nothing was opened."""


class Line:
    """A connection to the mail server, opened for the first mail and again when it was lost."""

    def __init__(self, server: MailServer, sender: str) -> None:
        self._server, self._sender = server, sender
        self._open: smtplib.SMTP | None = None
        self._taken = 0

    def carry(self, mail: Mail) -> Reply:
        try:
            receiver, content = written_address(mail.address), as_bytes(mail, self._sender)
        except (ValueError, LookupError) as wrong:
            return Reply(Outcome.REFUSED, _short(wrong))
        if receiver.endswith(NOWHERE):
            return Reply(Outcome.SHOWN)
        try:
            connection = self._opened()
        except (OSError, ValueError) as lost:  # smtplib's own errors are the former
            return self._lost(Outcome.PUT_OFF, lost)
        return self._hand_over(connection, receiver, content)

    def close(self) -> None:
        connection, self._open, self._taken = self._open, None, 0
        if connection is None:
            return
        try:
            connection.quit()
        except OSError:  # the line has gone already
            connection.close()

    def _opened(self) -> smtplib.SMTP:
        if self._open is None:
            self._open = _connect(self._server)
        return self._open

    def _hand_over(self, connection: smtplib.SMTP, receiver: str, content: bytes) -> Reply:
        """Until the content has gone, a lost line means that nothing was sent."""
        if_lost = Outcome.PUT_OFF
        try:
            refusal = self._announce(connection, receiver)
            if refusal is not None:
                return refusal
            if_lost = Outcome.INTERRUPTED
            connection.send(content)
            _be_patient(connection, PATIENCE_AT_THE_END)
            code, answer = connection.getreply()
            _be_patient(connection, PATIENCE)
        except OSError as lost:
            return self._lost(if_lost, lost)
        if code != TAKEN:
            return self._refused(code, answer)
        self._taken += 1
        return Reply(Outcome.SENT, _said(code, answer))

    def _announce(self, connection: smtplib.SMTP, receiver: str) -> Reply | None:
        """From whom, to whom, and that the content follows; what the server said against it."""
        code, answer = connection.mail(self._sender)
        if code != TAKEN:  # it takes nothing from us now: that is not the letter's fault
            self.close()
            return Reply(Outcome.PUT_OFF, _said(code, answer), goes_on=False)
        code, answer = connection.rcpt(receiver)
        if code not in range(TAKEN, TAKEN + 3):
            return self._refused(code, answer)
        code, answer = connection.docmd("DATA")
        return None if code == CONTENT_PLEASE else self._refused(code, answer)

    def _refused(self, code: int, answer: bytes) -> Reply:
        """For good, or for now; the line begins anew with the next letter."""
        said = _said(code, answer)
        if code == CLOSING or self._open is None:
            return self._lost(Outcome.PUT_OFF, said)
        try:
            self._open.rset()
        except OSError:
            self.close()
        return Reply(Outcome.REFUSED if code >= REFUSED_FROM else Outcome.PUT_OFF, said)

    def _lost(self, outcome: Outcome, why: object) -> Reply:
        """A server that took letters on this line may take more on the next; another rests."""
        goes_on = self._taken > 0
        self.close()
        return Reply(outcome, _short(why), goes_on=goes_on)


def _connect(server: MailServer) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if server.way == "smtps":
        line: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=PATIENCE, context=secure
        )
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        line.ehlo_or_helo_if_needed()
        if server.way == "smtp+starttls":
            line.starttls(context=secure)
            line.ehlo_or_helo_if_needed()  # what was said before counts no more (RFC 3207, 4.2)
        if server.user:
            line.login(server.user, server.password)
    except OSError:
        line.close()
        raise
    return line


def _be_patient(connection: smtplib.SMTP, seconds: int) -> None:
    if connection.sock is not None:  # a lost line has none
        connection.sock.settimeout(seconds)


def written_address(address: str) -> str:
    """As mail servers read it, with the domain in ASCII; raises `ValueError` if none can."""
    local, _at, domain = address.rpartition("@")
    ascii_domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    whole = f"{local}@{ascii_domain}"
    if not EMAIL.fullmatch(whole):
        raise ValueError(f"No mail can be sent to this address: {address!r}")
    return whole


def composed(mail: Mail, sender: str) -> EmailMessage:
    """The same for every attempt, so that two copies can be known as one."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))  # goes through every server
    message["Message-ID"] = mail.message_id
    message["Date"] = format_datetime(mail.written_at)
    message["From"] = Address("Engage", addr_spec=sender)
    message["To"] = Address(addr_spec=written_address(mail.address))
    message["Subject"] = one_line(mail.subject)
    message["Auto-Submitted"] = "auto-generated"  # nobody's absence need be answered (RFC 3834)
    message.set_content(mail.plain, charset="utf-8")
    message.add_alternative(mail.html, subtype="html", charset="utf-8")
    message["Content-Language"] = language(mail.language).tag
    message.set_boundary(f"=_{mail.message_id.strip('<>').partition('@')[0]}")
    return message


def as_bytes(mail: Mail, sender: str) -> bytes:
    """With the dots of lines doubled and the dot that ends it (RFC 5321, 4.5.2)."""
    text = composed(mail, sender).as_bytes()
    return re.sub(rb"(?m)^\.", b"..", text).rstrip(b"\r\n") + b"\r\n.\r\n"


def one_line(words: str) -> str:
    """What a header may hold: no line break and no other mark that steers a machine."""
    return " ".join("".join(each if each.isprintable() else " " for each in words).split())


def _said(code: int, answer: bytes) -> str:
    return _short(f"{code} {answer.decode('utf-8', 'replace')}")


def _short(words: object) -> str:
    named = str(words) or type(words).__name__
    return one_line(named)[:LONGEST_ANSWER]
