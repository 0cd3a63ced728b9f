"""The budget of the summary, in the language spoken now."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.kit.formats import capitalised, show_number, show_sentences
from engage.kit.paper import Table
from engage.kit.pieces import Cell
from engage.kit.values.currencies import name_of
from engage.kit.values.number import Certainty, with_certainty
from engage.plans.document import Json
from engage.plans.funds import Sum, funds_of


def budget_table(document: Json, language: str) -> Table:
    """One line for each currency and list; currencies and lists are never added together."""
    funds = funds_of(document)
    both = bool(funds.lines and funds.costs)
    sums = [*((each, False) for each in funds.lines), *((each, True) for each in funds.costs)]
    rows = [
        _sum_row(each, _list_name(each, language, costs=costs, both=both), language)
        for each, costs in sorted(sums, key=lambda pair: (pair[0].currency, pair[1]))
    ]
    notes = [_("Currencies are not added together.")] if rows else []
    if both:
        notes.append(_("Budget lines and costs of activities may speak of the same money."))
    if funds.lines_unknown:
        notes.append(_lines_unknown(funds.lines_unknown))
    if funds.costs_unknown:
        notes.append(_costs_unknown(funds.costs_unknown))
    return {
        "heading": _("Budget per currency"),
        "head": [_("Currency"), _("Needed"), _("Secured"), _("Gap")],
        "align": ["start", "end", "end", "end"],
        "rows": rows,
        "more": _("More in the full plan: {n}"),
        "empty": _("No amount is named yet."),
        "note": show_sentences(notes, language=language) or None,
    }


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


def _list_name(each: Sum, language: str, *, costs: bool, both: bool) -> str:
    currency = capitalised(currency_name(each.currency, language))
    if not both:
        return currency
    if costs:
        return _("%(currency)s, costs of activities", currency=currency)
    return _("%(currency)s, budget lines", currency=currency)


def _sum_row(each: Sum, name: str, language: str) -> list[Cell]:
    needed = _amount(each.needed, each, language)
    if each.unsure and not each.secured:
        return [name, needed, _("not known"), _("not known")]
    secured, gap = _plain(each.secured, language), _plain(each.gap, language)
    if each.unsure:
        return [
            name,
            needed,
            with_certainty(secured, Certainty.AT_LEAST),
            _("at most %(number)s", number=gap),
        ]
    return [name, needed, secured, _amount(each.gap, each, language) if each.gap else _("no gap")]


def _amount(amount: Decimal, each: Sum, language: str) -> str:
    certainty = Certainty.ABOUT if each.about else Certainty.AT_LEAST if each.at_least else None
    return with_certainty(_plain(amount, language), certainty)


def _plain(amount: Decimal, language: str) -> str:
    whole = amount == amount.to_integral_value()
    return show_number(int(amount) if whole else amount, language=language)


@cache
def currency_name(code: str, language: str) -> str:
    """`US dollar (USD)`."""
    name = name_of(code, language)
    return _("%(name)s (%(code)s)", name=name, code=code) if name else code
