"""`python -m tests.bench`: seed, serve, measure, print. Nothing here passes or fails by seconds."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from engage._build import compile_catalogues
from engage.app import create_app
from engage.config import ROOT, Settings
from tests.bench.comparing import told_comparing
from tests.bench.counting import queries_of
from tests.bench.floor import FOLDER
from tests.bench.load import Measured, measure
from tests.bench.pages import Subject, comparing, people, subjects
from tests.bench.seed import SMALL, WHOLE, Size, seed
from tests.bench.server import served
from tests.bench.table import CONNECTIONS, Line, Side, Weight, told
from tests.bench.visitor import Visitor, assets_of
from tests.postgres import NO_BINARIES, binaries, cluster, new_database

WARM_UP = 0.5
FLOOR_QUERIES = 3
OPENING = (
    "Each figure beside a bare Flask, Jinja and SQLAlchemy page with three indexed queries and the "
    "same bytes,\nserved and compressed the same way (gunicorn, 2 workers of 4 threads) in the "
    "same run. “con.” are connections\nthat stay open; “first” is what comes over the wire at the "
    "first visit with all that the page asks for,\n“next” at the next visit when nothing changed. "
    "The floor of a save changes one row.\n"
)


@dataclass(frozen=True, slots=True)
class Effort:
    size: Size
    seconds: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Ports:
    ours: int
    floor: int


@click.command()
@click.option("--small", is_flag=True, help="A tenth of the Parties: for a quick look.")
@click.option("--seconds", default=0.5, show_default=True, help="How long each measurement takes.")
@click.option("--rounds", default=2, show_default=True, help="Measurements of each figure.")
@click.option("--only", type=click.Choice(["sqlite", "postgresql"]), help="One database alone.")
@click.option("--page", "page", default="", help="Only pages with this in their name.")
def main(small: bool, seconds: float, rounds: int, only: str | None, page: str) -> None:
    """Measure pages against a bare floor, on SQLite and on PostgreSQL."""
    effort = Effort(SMALL if small else WHOLE, seconds, rounds)
    compile_catalogues(ROOT / "translations")
    click.echo(OPENING)
    with tempfile.TemporaryDirectory(prefix="engage-bench-") as name:
        folder = Path(name)
        if only != "postgresql":
            bench("SQLite", folder, f"sqlite:///{folder / 'bench.sqlite'}", effort, page)
        if only != "sqlite":
            with postgres() as address:
                bench("PostgreSQL", folder, address, effort, page)


@contextmanager
def postgres() -> Iterator[str]:
    if binaries() is None and "TEST_DATABASE_URL" not in os.environ:
        yield ""
        return
    with cluster() as server:
        yield new_database(server, "engage_bench")


def bench(title: str, folder: Path, database_url: str, effort: Effort, page: str) -> None:
    if not database_url:
        click.echo(f"{title}: {NO_BINARIES}\n")
        return
    environ = {
        "ENGAGE_INSTANCE": str(folder),
        "ENGAGE_DATABASE_URL": database_url,
        "ENGAGE_SECRET_KEY": "a key for the bench only",
        FOLDER: str(folder),
    }
    app = create_app(Settings.from_environment(environ))
    began = time.perf_counter()
    seed(app, effort.size)
    click.echo(
        f"{title}: {effort.size.parties} Parties with {effort.size.plans} plans each, "
        f"written in {time.perf_counter() - began:.0f} s",
        err=True,
    )
    with ExitStack() as servers:
        serving = served("engage.cli", "serve", environ=environ)
        ours = servers.enter_context(serving)
        found = subjects(people(ours, database_url))
        wanted = [each for each in found if page in each.name]
        weights = {each.name: weigh(each, folder) for each in wanted}
        floor = servers.enter_context(served("tests.bench.floor", environ=environ))
        compared = [told_comparing(app, *pair) for pair in comparing(wanted)]
        counts = {each.name: queries_of(app, each) for each in wanted}
        lines = [
            line_of(each, Ports(ours, floor), effort, weights[each.name], counts[each.name])
            for each in wanted
        ]
    app.extensions["engage.engine"].dispose()
    click.echo("\n".join([told(title, lines), *compared]) + "\n")


def weigh(subject: Subject, folder: Path) -> Weight | None:
    """The bytes of two visits; leaves the page itself for the floor to serve as its own."""
    asked = subject.asked[0]
    if asked.pairs is not None:
        return None
    plain = asked.visitor.get(asked.path, packed=False).body
    if subject.name.endswith(".pdf"):
        (folder / subject.name).write_bytes(plain)
        assets = []
    else:
        (folder / subject.name).write_text(floor_page(plain.decode()), "utf-8")
        assets = assets_of(plain.decode())
    first = asked.visitor.get(asked.path)
    rest = sum(asked.visitor.get(each).wire for each in assets)
    again = asked.visitor.get(asked.path, etag=first.headers.get("ETag", ""))
    return Weight(first.wire + rest, 1 + len(assets), again.wire, again.status)


def floor_page(page: str) -> str:
    """A template that says what its queries found and fills up with our page to the same size."""
    head = (
        "<h1>{{ plan.title }}</h1><p>{{ person.name }}</p>"
        "{% for entry in entries %}<p>{{ entry.actor_name }}</p>{% endfor %}"
    )
    return head + "{% raw %}" + page[len(head) :] + "{% endraw %}"


def line_of(
    subject: Subject, ports: Ports, effort: Effort, weight: Weight | None, queries: int
) -> Line:
    requests = {
        ports.ours: [each.request for each in subject.asked],
        ports.floor: subject.at_floor(ports.floor),
    }
    rounds: dict[int, dict[int, list[Measured]]] = {
        port: {number: [] for number in CONNECTIONS} for port in requests
    }
    for port, asked in requests.items():
        good(measure(port, asked, CONNECTIONS[1], WARM_UP), subject)
    for _round in range(effort.rounds):
        for number in CONNECTIONS:
            for port, asked in requests.items():
                found = measure(port, asked, number, effort.seconds)
                rounds[port][number].append(good(found, subject))
    floor = floor_weight(ports.floor, subject) if weight else None
    return Line(
        subject.title,
        Side(queries, weight, rounds[ports.ours]),
        Side(FLOOR_QUERIES + (weight is None), floor, rounds[ports.floor]),
    )


def floor_weight(port: int, subject: Subject) -> Weight:
    """The floor knows no tags: the next visit costs what the first did."""
    answer = Visitor(port).get(subject.floor_path(subject.asked[0]))
    return Weight(answer.wire, 1, answer.wire, answer.status)


def good(found: Measured, subject: Subject) -> Measured:
    if not found.statuses.keys() <= {"200", "303"}:
        raise RuntimeError(f"{subject.title}: not every answer is good: {found.statuses}")
    return found


if __name__ == "__main__":
    main()
