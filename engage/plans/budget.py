"""The budget in words, for the summary and the pictures, in the language spoken now."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.kit.formats import capitalised, show_items, show_number, show_sentences
from engage.kit.paper import Table
from engage.kit.pieces import Cell
from engage.kit.values.currencies import name_of
from engage.kit.values.number import Certainty, with_certainty
from engage.kit.values.vocabulary import Label
from engage.plans.document import Json
from engage.plans.funds import Amount, Funds, List, Sum, funds_of
from engage.reference.vocabulary.resources import FigureStage

_LISTS: Mapping[List, Label] = {
    List.LINES: _l("%(currency)s, budget lines"),
    List.SOURCES: _l("%(currency)s, sources of funds"),
    List.COSTS: _l("%(currency)s, costs of activities"),
}


class Told(NamedTuple):
    """A sum in words: what is needed, what of it is secured, and the gap."""

    name: str
    needed: str
    secured: str
    gap: str


def budget_table(document: Json, language: str) -> Table:
    """One line for each currency and list; currencies and lists are never added together."""
    funds = funds_of(document)
    rows: list[list[Cell]] = [list(told) for _sum, told in sums_told(funds, language)]
    return {
        "heading": _("Budget per currency"),
        "head": heads(),
        "align": ["start", "end", "end", "end"],
        "rows": rows,
        "more": _("More in the full plan: {n}"),
        "empty": _("No amount is named yet."),
        "note": show_sentences(notes_on(funds), language=language) or None,
    }


def heads() -> list[str]:
    return [_("Currency"), _("Needed"), _("Secured"), _("Gap")]


def sums_told(funds: Funds, language: str) -> list[tuple[Sum, Told]]:
    """By currency, in each the budget lines first."""
    both = bool(funds.lines and funds.costs)
    sums = [*((each, List.LINES) for each in funds.lines)]
    sums += [(each, List.COSTS) for each in funds.costs]
    ordered = sorted(sums, key=lambda pair: (pair[0].currency, pair[1] is List.COSTS))
    return [
        (each, _told(each, name_of_list(each, where, language, alone=not both), language))
        for each, where in ordered
    ]


def notes_on(funds: Funds) -> list[str]:
    """What is not added, and what is not known."""
    notes = [_("Currencies are not added together.")] if funds.lines or funds.costs else []
    if funds.lines and funds.costs:
        notes.append(_("Budget lines and costs of activities may speak of the same money."))
    if funds.lines_unknown:
        notes.append(_lines_unknown(funds.lines_unknown))
    if funds.costs_unknown:
        notes.append(_costs_unknown(funds.costs_unknown))
    return notes


def _lines_unknown(number: int) -> str:
    return ngettext(
        "%(num)s budget line has no known amount.",
        "%(num)s budget lines have no known amount.",
        number,
    )


def _costs_unknown(number: int) -> str:
    return ngettext(
        "%(num)s activity has no cost yet.", "%(num)s activities have no cost yet.", number
    )


def name_of_list(each: Amount | Sum, where: List, language: str, *, alone: bool = False) -> str:
    """`US dollar (USD), budget lines; Agreed figure`; the currency alone where one list has all."""
    currency = capitalised(currency_name(each.currency, language))
    named = currency if alone else str(_LISTS[where]) % {"currency": currency}
    if each.stage not in FigureStage.labels():
        return named
    return show_items([named, str(FigureStage(each.stage).label)], language=language)


def _told(each: Sum, name: str, language: str) -> Told:
    needed = amount_of(each, language)
    if each.unsure and not each.secured:
        return Told(name, needed, _("not known"), _("not known"))
    secured, gap = plain_number(each.secured, language), plain_number(each.gap, language)
    if each.unsure:
        at_least = with_certainty(secured, Certainty.AT_LEAST)
        return Told(name, needed, at_least, _("at most %(number)s", number=gap))
    return Told(name, needed, secured, _rounded(each.gap, each, language) or _("no gap"))


def amount_of(each: Sum, language: str) -> str:
    """All that is needed, as sure as its parts are."""
    return with_certainty(plain_number(each.needed, language), _certainty(each))


def _rounded(gap: Decimal, each: Sum, language: str) -> str:
    return with_certainty(plain_number(gap, language), _certainty(each)) if gap else ""


def _certainty(each: Sum) -> Certainty | None:
    return Certainty.ABOUT if each.about else Certainty.AT_LEAST if each.at_least else None


def plain_number(amount: Decimal, language: str) -> str:
    whole = amount == amount.to_integral_value()
    return show_number(int(amount) if whole else amount, language=language)


@cache
def currency_name(code: str, language: str) -> str:
    """`US dollar (USD)`."""
    name = name_of(code, language)
    return _("%(name)s (%(code)s)", name=name, code=code) if name else code
