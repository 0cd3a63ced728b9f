"""A mail server on loopback: it keeps what it takes, refuses when told to, tells each stage."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, AnyStr

from aiosmtpd.smtp import SMTP

TAKEN = "250 Taken"
STAGES = ("connect", "EHLO", "MAIL", "RCPT", "DATA", "answered")


@dataclass(frozen=True, slots=True)
class Received:
    message: EmailMessage
    receiver: str
    peer: tuple[str, int]

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])


class Postman:
    """`refuses` holds an answer for a stage or an address; `at_stage` is told of each stage."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.refuses: dict[str, str] = {}
        self.at_stage: Callable[[str], None] = lambda _stage: None
        self.port = 0
        self._arrived = threading.Condition()

    def wait_for(self, count: int) -> None:
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.received) >= count, timeout=30)

    def counts(self) -> Counter[str]:
        """How often each letter came, by its Message-ID."""
        return Counter(each.message_id for each in self.received)

    def answer(self, stage: str, address: str = "") -> str:
        self.at_stage(stage)
        return self.refuses.get(address) or self.refuses.get(stage) or "250 Fine"

    async def handle_EHLO(  # noqa: N802  # aiosmtpd's name
        self, _server: SMTP, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.at_stage("EHLO")
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802  # the same
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.answer("MAIL")

    async def handle_RCPT(  # noqa: N802  # the same
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        answer = self.answer("RCPT", address)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        answer = self.answer("DATA")
        if not answer.startswith("250"):
            return answer
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        with self._arrived:
            self.received.append(Received(message, envelope.rcpt_tos[0], session.peer))
            self._arrived.notify_all()
        return TAKEN


class _Conversation(SMTP):
    def connection_made(self, transport: Any) -> None:
        self.event_handler.at_stage("connect")
        super().connection_made(transport)

    async def push(self, status: AnyStr) -> None:
        await super().push(status)
        if status == TAKEN:
            self.event_handler.at_stage("answered")


@contextmanager
def at_work() -> Iterator[Postman]:
    """In a thread of its own, on a free port."""
    postman, ready = Postman(), threading.Event()
    loop = asyncio.new_event_loop()

    def run() -> None:
        asyncio.set_event_loop(loop)
        opened = loop.run_until_complete(
            loop.create_server(lambda: _Conversation(postman, loop=loop), "127.0.0.1", 0)
        )
        postman.port = opened.sockets[0].getsockname()[1]
        ready.set()
        loop.run_forever()
        opened.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0.01))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10)
    yield postman
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
