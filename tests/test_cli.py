from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text

from engage.cli import main
from tests.house import catalogues

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on a database of its own."""
    monkeypatch.setenv("ENGAGE_INSTANCE", str(tmp_path))
    monkeypatch.setenv("ENGAGE_PASSWORD_COST", "test")
    monkeypatch.delenv("ENGAGE_DATABASE_URL", raising=False)

    def invoke(*arguments: str, **options: str) -> Result:
        return CliRunner().invoke(main, arguments, **options)  # type: ignore[arg-type]  # passed on

    return invoke


def count(folder: Path, table: str) -> int:
    engine = create_engine(f"sqlite:///{folder / 'engage.sqlite'}")
    with engine.connect() as connection:
        found = connection.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608  # our own
        number = int(found.scalar_one())
    engine.dispose()
    return number


def test_init_can_be_repeated(run: Run, tmp_path: Path) -> None:
    for _turn in range(2):
        result = run("init")
        assert result.exit_code == 0, result.output
        assert result.output.endswith("Ready.\n")
    assert count(tmp_path, "party") == 197


def test_the_commands_of_migrations_find_the_database(run: Run) -> None:
    run("init")
    current, heads = run("db", "current"), run("db", "heads")
    assert current.exit_code == 0, current.output
    assert current.output == heads.output != ""


def test_commands_ask_for_init_first(run: Run) -> None:
    result = run(
        "user", "add", "a@example.org", "--name", "A", "--role", "reviewer", input="x\nx\n"
    )
    assert result.exit_code == 1
    assert "run: engage init" in result.output


def test_a_person_is_added(run: Run, tmp_path: Path) -> None:
    run("init")
    password = "a long pass phrase\n"
    person = ("user", "add", "a@example.org", "--name", "Ana", "--role", "focal_point")
    result = run(*person, "--party", "MN", input=password * 2)
    assert result.exit_code == 0, result.output
    assert "Ana: may sign in now, as a@example.org." in result.output
    assert count(tmp_path, "user_account") == 1
    again = run(*person, "--party", "MN", input=password * 2)
    assert again.exit_code == 1
    assert "There is an account with this email address already." in again.output


def test_a_role_of_a_party_needs_the_party(run: Run) -> None:
    run("init")
    person = ("user", "add", "a@example.org", "--name", "Ana", "--role", "focal_point")
    result = run(*person, "--password", "a long pass phrase")
    assert result.exit_code == 1
    assert "please name it" in result.output


def test_every_command_says_what_it_does(run: Run) -> None:
    for command in ("init", "serve", "rehearsal", "plan", "schema", "user", "db", "vendor", "work"):
        result = run(command, "--help")
        assert result.exit_code == 0
        assert len(result.output.splitlines()[2].strip()) > 5


def test_a_pass_without_letters_says_so(run: Run) -> None:
    run("init")
    result = run("work")
    assert result.exit_code == 0, result.output
    assert "Letters sent: 0." in result.output


def test_a_command_speaks_the_language_of_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    french = catalogues.read("fr").get("Ready.")
    assert french is not None
    assert run("init").output.splitlines()[-1] == french.string != "Ready."
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert run("init").output.splitlines()[-1] == "Ready."
