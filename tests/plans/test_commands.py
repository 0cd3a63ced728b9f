"""Commands about plans and the rehearsal, each on a database of its own."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result

from engage.accounts.permissions import Role
from engage.cli import main

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _on_a_day_of_november() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC), tick=True):
        yield


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on a database of its own."""
    monkeypatch.setenv("ENGAGE_INSTANCE", str(tmp_path))
    monkeypatch.setenv("ENGAGE_PASSWORD_COST", "test")
    monkeypatch.delenv("ENGAGE_DATABASE_URL", raising=False)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments)

    for arguments in (["init"], ["rehearsal"]):
        done = invoke(*arguments)
        assert done.exit_code == 0, done.output
    return invoke


def test_the_command_prints_the_accounts_for_people_and_for_scripts(run: Run) -> None:
    first, again = run("rehearsal"), run("rehearsal", "--json")
    assert first.exit_code == again.exit_code == 0, first.output + again.output
    accounts = json.loads(again.output)
    assert {account["role"] for account in accounts} == {role.value for role in Role}
    for account in accounts:
        assert account["email"] in first.output
        assert account["password"] in first.output


def test_a_plan_is_taken_out_and_in_again(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    assert run("plan", "export", "XA-2026-4", "-o", str(file)).exit_code == 0
    taken = run("plan", "import", str(file), "--party", "xa")
    assert taken.exit_code == 0, taken.output
    assert "XA-2026-6" in taken.output
    printed = run("plan", "export", "XA-2026-6")
    assert json.loads(printed.output) == json.loads(file.read_text(encoding="utf-8"))


def test_what_cannot_be_taken_is_told_and_nothing_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    document = json.loads(run("plan", "export", "XA-2026-5").output)
    document["sections"]["identity"]["fields"]["scope"] = "everywhere"
    file.write_text(json.dumps(document), encoding="utf-8")
    refused = run("plan", "import", str(file), "--party", "XA")
    assert refused.exit_code == 1
    assert 'sections.identity.fields.scope = "everywhere"' in refused.output
    assert "Expected one of these codes: national" in refused.output
    assert run("plan", "export", "XA-2026-6").exit_code == 1
    assert run("plan", "import", str(file), "--party", "XA", "--take-the-rest").exit_code == 0


def test_a_pdf_and_the_schema_are_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    done = run("plan", "export", "XA-2026-2", "--format", "pdf", "--lang", "fr", "-o", str(file))
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(b"%PDF-")
    assert json.loads(run("schema").output)["title"] == "Stakeholder engagement plan"
