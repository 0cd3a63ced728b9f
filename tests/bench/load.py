"""Sends requests over connections that stay open, and times the answers.

Runs as a process of its own: a task as JSON on standard input, what was measured on standard
output. Requests are ready-made bytes, so that the load costs little beside the server.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass

TIMEOUT = 60.0
CHUNK = 262144


@dataclass(frozen=True, slots=True)
class Measured:
    per_second: float
    median: float
    late: float  # the 95th percentile
    statuses: dict[str, int]


def measure(port: int, requests: list[bytes], connections: int, seconds: float) -> Measured:
    """Let another process ask; each connection keeps to one of the requests."""
    task = {
        "port": port,
        "requests": [base64.b64encode(each).decode() for each in requests],
        "connections": connections,
        "seconds": seconds,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        input=json.dumps(task).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return Measured(**json.loads(done.stdout))


class Connection:
    """Asks the same again and again until told to stop."""

    def __init__(self, port: int, request: bytes) -> None:
        self.port, self.request = port, request
        self.times: list[float] = []
        self.statuses: Counter[str] = Counter()

    def run(self, end: float) -> None:
        sock = self._connect()
        while time.perf_counter() < end:
            began = time.perf_counter()
            sock.sendall(self.request)
            head, stays = receive(sock)
            self.times.append(time.perf_counter() - began)
            self.statuses[head[9:12].decode()] += 1
            if not stays:
                sock.close()
                sock = self._connect()
        sock.close()

    def _connect(self) -> socket.socket:
        sock = socket.create_connection(("127.0.0.1", self.port), TIMEOUT)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock


def receive(sock: socket.socket) -> tuple[bytes, bool]:
    """The head of one answer, its body read and dropped; and whether the connection stays."""
    got = sock.recv(CHUNK)
    while (split := got.find(b"\r\n\r\n")) < 0:
        more = sock.recv(CHUNK)
        if not more:
            raise ConnectionError("the server hung up")
        got += more
    head = got[:split].lower()
    left = _length(head) - (len(got) - split - 4)
    while left > 0:
        more = sock.recv(CHUNK)
        if not more:
            raise ConnectionError("the server hung up")
        left -= len(more)
    return got[:split], b"connection: close" not in head


def _length(head: bytes) -> int:
    _before, found, after = head.partition(b"content-length:")
    return int(after.split(b"\r\n", 1)[0]) if found else 0


def _ask(task: dict[str, object]) -> Measured:
    requests = [base64.b64decode(each) for each in list(task["requests"])]  # type: ignore[call-overload]  # JSON
    number, seconds = int(str(task["connections"])), float(str(task["seconds"]))
    asking = [
        Connection(int(str(task["port"])), requests[place % len(requests)])
        for place in range(number)
    ]
    began = time.perf_counter()
    threads = [threading.Thread(target=each.run, args=(began + seconds,)) for each in asking]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - began
    times = sorted(each for one in asking for each in one.times)
    return Measured(
        per_second=len(times) / spent,
        median=times[len(times) // 2],
        late=times[min(len(times) - 1, int(len(times) * 0.95))],
        statuses=dict(sum((each.statuses for each in asking), Counter[str]())),
    )


if __name__ == "__main__":
    answer = _ask(json.load(sys.stdin))
    fields = ("per_second", "median", "late", "statuses")
    json.dump({name: getattr(answer, name) for name in fields}, sys.stdout)
