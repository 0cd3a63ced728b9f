"""Amounts of money: decimal text, currency, unit, certainty, source, and the words as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.formats import show_money, show_number
from engage.kit.locales import current
from engage.kit.locales import language as find_language
from engage.kit.values.amounts import Amount, read_amount, write_amount
from engage.kit.values.base import Answer, Json, Kind, Line, Problem, Taken, record
from engage.kit.values.choice import code_shape, unknown_code
from engage.kit.values.clean import latin_digits, short
from engage.kit.values.currencies import decimals_of, is_known, options_in
from engage.kit.values.given import Given
from engage.kit.values.number import Certainty, with_certainty
from engage.kit.values.options import Option, Source, find_option, option_of, options_of
from engage.kit.values.shape import AMOUNT, CURRENCY, Schema, record_shape, text_shape, too_long
from engage.kit.values.vocabulary import Label, Vocabulary

WORDS_MAX = 300


class Unit(Vocabulary):
    """What one of the amount stands for."""

    ONE = "1", _l("In full")
    THOUSAND = "1000", _l("In thousands")
    MILLION = "1000000", _l("In millions")


@dataclass(frozen=True)
class Money(Kind):
    """`sources` are the codes of where the money comes from; `currencies` are codes allowed
    beside those that CLDR knows."""

    name: ClassVar[str] = "money"
    sources: Source | None = None
    currencies: tuple[str, ...] = ()
    answers: frozenset[Answer] = field(default=frozenset({Answer.UNKNOWN}), kw_only=True)

    def _parts(self) -> tuple[str, ...]:
        sources = () if self.sources is None else ("source",)
        return ("amount", "currency", "unit", "certainty", *sources, "words")

    def _options(self, part: str) -> tuple[Option, ...]:
        if part == "currency":
            more = tuple(Option(code, code) for code in self.currencies)
            return (*more, *options_in(current()))
        if part == "source" and self.sources is not None:
            return options_of(self.sources)
        lists = {"unit": Unit, "certainty": Certainty}
        return options_of(lists[part]) if part in lists else ()

    def _read(self, given: Given) -> Taken:
        amount = read_amount(given.one("amount"))
        currency = given.one("currency").upper()
        problems = [*self._amiss_in_codes(given, currency), *_amiss_in_amount(given, amount)]
        return Taken(_value(given, amount, currency), tuple(problems), _doubts(given, amount))

    def _amiss_in_codes(self, given: Given, currency: str) -> list[Problem]:
        problems = []
        if currency and not (is_known(currency) or currency in self.currencies):
            problems.append(Problem("unknown_code", _unknown_currency(currency), "currency"))
        for part in ("unit", "certainty", "source"):
            code, options = _code(given, part), self.options(part)
            if code and not find_option(options, code):
                problems.append(Problem("unknown_code", unknown_code(code, options), part))
        return problems

    def _write(self, value: Json) -> dict[str, list[str]]:
        parts = {part: [str(each)] for part, each in record(value).items()}
        if "amount" in parts:
            parts["amount"] = [write_amount(parts["amount"][0])]
        return parts

    def _shape(self) -> Schema:
        sources = {} if self.sources is None else {"source": code_shape(self.sources)}
        return record_shape(
            {
                "amount": {"type": "string", "pattern": AMOUNT},
                "currency": {"type": "string", "pattern": CURRENCY},
                "unit": {"type": "integer", "enum": [int(unit) for unit in Unit]},
                "certainty": {"type": "string", "enum": list(Certainty.labels())},
                **sources,
                "words": text_shape(WORDS_MAX),
            },
            anyOf=[{"required": [key]} for key in ("amount", *sources, "words")],
            dependentRequired={"amount": ["currency"], "unit": ["amount"], "certainty": ["amount"]},
        )

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        lines, money = [], record(value)
        if "amount" in money:
            amount = with_certainty(_say_amount(money, language), money.get("certainty"))
            lines.append(Line(amount, own=False))
        if "source" in money and self.sources is not None:
            option = option_of(str(money["source"]), self.sources)
            source = option.label if option else money["source"]
            lines.append(Line(_("Source of funds: %(source)s", source=source), own=False))
        if "words" in money:
            lines.append(Line(str(money["words"]), own=True))
        return lines


def _code(given: Given, part: str) -> str:
    return latin_digits(given.one(part)) if part == "unit" else given.one(part)


def _value(given: Given, amount: Amount | None, currency: str) -> Json:
    """Unit and certainty say nothing without an amount; a currency alone is half an answer."""
    value: dict[str, Json] = {}
    if amount:
        value["amount"] = amount.plain
    if currency:
        value["currency"] = currency
    if amount and given.one("unit"):
        unit = _code(given, "unit")
        value["unit"] = int(unit) if unit in Unit.labels() else unit
    if amount and given.one("certainty"):
        value["certainty"] = given.one("certainty")
    value |= {part: given.one(part) for part in ("source", "words") if given.one(part)}
    return value or None


def _amiss_in_amount(given: Given, amount: Amount | None) -> list[Problem]:
    problems, typed = [], given.one("amount")
    if typed and amount is None:
        problems.append(Problem("amount", _not_an_amount(typed), "amount"))
    elif amount and amount.in_doubt and _is_undecidable(given):
        problems.append(Problem("amount", _undecidable(typed, amount), "amount"))
    if typed and not given.one("currency"):
        problems.append(Problem("currency", _NO_CURRENCY, "currency"))
    if given.one("currency") and not any(map(given.one, ("amount", "source", "words"))):
        problems.append(Problem("amount", _NO_AMOUNT, "amount"))
    if len(given.one("words")) > WORDS_MAX:
        problems.append(Problem("too_long", too_long(given.one("words"), WORDS_MAX), "words"))
    return problems


def _is_undecidable(given: Given) -> bool:
    """Three decimals are as likely as thousands: in dinars, or when the unit is a million."""
    has_unit = _code(given, "unit") not in ("", Unit.ONE.value)
    return has_unit or decimals_of(given.one("currency").upper()) == 3


def _doubts(given: Given, amount: Amount | None) -> tuple[Problem, ...]:
    if not amount or not amount.in_doubt or _is_undecidable(given):
        return ()
    return (Problem("read_as", _read_as(given.one("amount"), amount), "amount"),)


def _say_amount(money: dict[str, Json], language: str) -> str:
    """The language must be spoken already."""
    amount, currency = Decimal(str(money["amount"])), str(money["currency"])
    unit = int(str(money.get("unit", 1)))
    if find_language(language).whole_amounts:
        return show_money(amount * unit, currency, language=language)
    number = show_number(amount, language=language)
    if unit == 1000:
        # Translators: an amount in thousands, such as “USD 18.5 thousand”. Use a short form where
        # the word would have to agree with the number.
        return str(_("%(currency)s %(number)s thousand", currency=currency, number=number))
    if unit == 1_000_000:
        # Translators: an amount in millions, such as “USD 18.5 million”. Use a short form where
        # the word would have to agree with the number.
        return str(_("%(currency)s %(number)s million", currency=currency, number=number))
    return show_money(amount, currency, language=language)


_NO_CURRENCY: Label = _l("Please choose the currency of the amount.")
_NO_AMOUNT: Label = _l("Please give the amount as well, or choose “not known”.")


def _unknown_currency(code: str) -> Label:
    return _l(
        "“%(code)s” is not a currency that is known here. "
        "Please give its three letters, such as USD.",
        code=short(code),
    )


def _not_an_amount(typed: str) -> Label:
    return _l(
        "“%(amount)s” is not read as an amount. Please write digits only, such as 18500.50; "
        "the currency has a box of its own.",
        amount=short(typed),
    )


def _undecidable(typed: str, amount: Amount) -> Label:
    return _l(
        "“%(amount)s” can be read in two ways. Please write %(whole)s if it is a whole number, "
        "or %(decimal)s if the mark stands before decimals.",
        amount=typed,
        whole=amount.plain,
        decimal=f"{amount.plain[:-3]}.{amount.plain[-3:]}0",
    )


def _read_as(typed: str, amount: Amount) -> Label:
    return _l(
        "“%(amount)s” was read as the whole number %(whole)s. If the mark stands before decimals, "
        "please write %(decimal)s.",
        amount=typed,
        whole=amount.plain,
        decimal=f"{amount.plain[:-3]}.{amount.plain[-3:]}0",
    )
