"""The budget by currency, source and state: a bar for each sum, with its gap in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from engage.kit.drawing import NARROW, USUAL, Drawing, Mark, bar, fitting, width_of, words
from engage.kit.formats import show_sentences
from engage.kit.pictures import Chart, Key, Picture, square
from engage.plans.budget import Told, amount_of, heads, name_of_list, notes_on, sums_told
from engage.plans.document import Json
from engage.plans.funds import Amount, Funds, List, Sum, funds_of, shares
from engage.plans.pictures.doings import box
from engage.reference.vocabulary.activities import Funded
from engage.reference.vocabulary.resources import FundingSource

STEP = 94
LISTS = tuple(List)


def money_picture(document: Json, language: str) -> Picture:
    funds = funds_of(document)
    told = sums_told(funds, language)
    notes = [*notes_on(funds), *_sources_unknown(funds)]
    return {
        "code": "money",
        "title": _("Budget by currency, source and state"),
        "says": [] if funds.amounts else [_("No amount is named yet.")],
        "drawings": [_drawing(told)] if told else [],
        "names": [],
        "legend": _keys([each for each, _told in told]),
        "charts": [*_charts(told, funds, language)],
        "notes": [show_sentences(notes, language=language)] if notes else [],
    }


def _sources_unknown(funds: Funds) -> list[str]:
    if not funds.sources_unknown:
        return []
    return [_("Sources of funds without a known amount: %(number)s.", number=funds.sources_unknown)]


# ---------------------------------------------------------------- the drawing


def _drawing(told: Sequence[tuple[Sum, Told]]) -> Drawing:
    marks = [mark for place, pair in enumerate(told) for mark in _sum(*pair, y=place * float(STEP))]
    says = " ".join(f"{each.name}. {_gap(each)}" for _sum, each in told)
    return {"height": len(told) * STEP, "says": says, "marks": marks, "stamps": {}}


def _sum(each: Sum, told: Told, *, y: float) -> Iterator[Mark]:
    yield words(fitting(told.name, USUAL), 0, y + 16, look="bold", slim=fitting(told.name, NARROW))
    secured = min(float(each.secured / each.needed), 1.0) if each.needed else 0.0
    if secured:
        yield bar(0, y + 24, secured, 16, "solid")
    if secured < 1:
        yield bar(secured, y + 24, 1 - secured, 16, "broken" if each.unsure else "hollow")
    needed = _("Needed: %(needed)s. Secured: %(secured)s.", needed=told[1], secured=told[2])
    yield words(needed, 0, y + 57, slim=needed if width_of(needed) <= NARROW else "")
    yield words(_gap(told), 0, y + 77)


def _gap(told: Told) -> str:
    return _("Gap: %(gap)s.", gap=told.gap)


def _keys(sums: Sequence[Sum]) -> list[Key]:
    keys: list[Key] = []
    if any(each.secured for each in sums):
        keys.append({"shapes": [box(13, 7, "solid")], "words": _("Secured")})
    if any(each.gap and not each.unsure for each in sums):
        keys.append({"shapes": [box(13, 7, "hollow")], "words": _("Gap")})
    if any(each.unsure for each in sums):
        keys.append({"shapes": [box(13, 7, "broken")], "words": _("not known")})
    return keys


# ---------------------------------------------------------------- the tables


def _charts(told: Sequence[tuple[Sum, Told]], funds: Funds, language: str) -> Iterator[Chart]:
    if told:
        names = heads()
        yield {
            "title": _("Budget per currency"),
            "head": names,
            "rows": [
                [
                    square(each.name),
                    *(square(said, "num", label=names[at]) for at, said in enumerate(each[1:], 1)),
                ]
                for _sum, each in told
            ],
            "squared": False,
        }
    if funds.amounts:
        yield _by_source(funds, language)


def _by_source(funds: Funds, language: str) -> Chart:
    names = [_("Currency"), _("Source"), _("State"), _("Amount")]
    found = sorted(shares(funds.amounts), key=_place_of)
    return {
        "title": _("By source and state"),
        "head": names,
        "rows": [
            [
                square(name_of_list(each, each.list, language)),
                square(_source(each), label=names[1]),
                square(_state(each), label=names[2]),
                square(amount_of(together, language), "num", label=names[3]),
            ]
            for each, together in found
        ],
        "squared": False,
    }


def _place_of(share: tuple[Amount, Sum]) -> tuple[str, int]:
    return share[0].currency, LISTS.index(share[0].list)


def _source(each: Amount) -> str:
    known = each.source in FundingSource.labels()
    return str(FundingSource(each.source).label) if known else _("not known")


def _state(each: Amount) -> str:
    return str(Funded(each.state).label) if each.state in Funded.labels() else _("not known")
