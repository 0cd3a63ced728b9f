"""What an address asks for, as it is kept."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

LONGEST = 3000  # characters; 200 of Chinese take 1,800 in an address
# What the filters of a list are called in its address.
ASKED = ("words", "state", "annex", "language", "group", "reviewer", "sort", "order")


def cleaned(query: str) -> str:
    """Only what filters and sorts, each once, in one order; neither a page nor a language."""
    given = dict(parse_qsl(query))
    return urlencode({name: given[name] for name in ASKED if given.get(name)})


def id_in(asked: str) -> int:
    """The id of a row that an address names; nought for anything else."""
    return int(asked) if asked.isdecimal() and len(asked) < 10 else 0
