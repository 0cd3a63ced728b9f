"""The sentences of the rules of practice: what was seen, why it matters, and what would help."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from engage.kit.values.vocabulary import Label
from engage.reference.vocabulary.advice import AdviceCode as Code

# `row` is what the plan calls the row; own words and lists stand apart, in brackets or before a
# colon, so that they need no case, article or number.
SENTENCES: Mapping[Code, Label] = {
    Code.R_PAS1: _l(
        "%(row)s: the calendar has herders on the move or out of reach then (%(months)s), so few "
        "could come; radio, market days, water points or a visit to the camps would reach them."
    ),
    Code.R_PAS2: _l(
        "%(row)s: all channels need the internet, which few herders use; radio, voice messages, "
        "market days or water points would reach more of them."
    ),
    Code.R_PAS3: _l(
        "%(row)s: the group crosses a border and nobody on the other side is named; a contact "
        "there helps to meet people wherever they are."
    ),
    Code.R_PAS4: _l(
        "%(row)s: some of the herders have neither a row nor a session of their own (%(groups)s), "
        "and others may speak for them; either of the two would let them speak themselves."
    ),
    Code.R_WOM1: _l(
        "%(row)s: no measure of inclusion is chosen, and unpaid work, distance or safety may keep "
        "women away; childcare, transport, a female facilitator or a separate session would help."
    ),
    Code.R_WOM2: _l(
        "%(row)s: women are %(share)s per cent of the people to reach, less than the %(norm)s per "
        "cent taken as a mark here; a separate session or an invitation through women’s groups "
        "would bring more of them."
    ),
    Code.R_WOM3: _l(
        "%(row)s: it starts late or lasts long, and women with children or a long way home may "
        "stay away; childcare, safe transport or a shorter session in daytime would help."
    ),
    Code.R_WOM4: _l(
        "%(row)s: women are only informed in this plan, so that what they know cannot change it; "
        "to consult them on one decision would be a first step."
    ),
    Code.R_YOU1: _l(
        "%(row)s: people under 18 are expected, and nothing is said of their protection; the "
        "consent of parents or guardians and a safeguard for children protect everybody."
    ),
    Code.R_YOU2: _l(
        "%(row)s: young people have examinations then (%(months)s), so few could come; a date "
        "before or after would bring more of them."
    ),
    Code.R_YOU3: _l(
        "%(row)s: young people take part without a say; a seat in an advisory or deciding body "
        "would give weight to what they bring."
    ),
    Code.R_YOU4: _l(
        "%(row)s: young people have to travel and no measure covers the cost; travel costs paid "
        "in advance or a venue near home would let those without means come."
    ),
    Code.R_IND1: _l(
        "%(row)s: an activity touches their lands or resources and the state of consent is blank; "
        "any answer will do, also that consent was not given."
    ),
    Code.R_IND3: _l(
        "%(row)s: nobody is known to speak for them, so that nobody can say whether they agree; "
        "to ask how they choose their representatives comes first."
    ),
    Code.R_IND4: _l(
        "%(row)s: Indigenous Peoples are counted inside civil society here, although they hold "
        "rights of their own; a row apart would show both."
    ),
    Code.R_LOC1: _l(
        "%(row)s: Indigenous Peoples and local communities share one count, so that neither can "
        "be reported; a number for each would help, be it an estimate."
    ),
    Code.R_CSO1: _l(
        "%(row)s: only international civil society organizations are named, and few people on "
        "the land know them; a national or local organization would add their voice."
    ),
    Code.R_CSO2: _l(
        "%(row)s: civil society organizations only carry out work here, so that what they know "
        "does not shape it; a part in an advisory or deciding body would change that."
    ),
    Code.R_LAND1: _l(
        "%(row)s: women who hold or inherit land are not mentioned, and titles are often in the "
        "name of men; a row or a line about them keeps their rights in sight."
    ),
    Code.R_LAND2: _l(
        "%(row)s: people who use land without a title appear nowhere in the plan, although "
        "decisions on land reach them first; a row for tenants, herders or users of common land "
        "would close the gap."
    ),
    Code.R_FARM1: _l(
        "%(row)s: farmers are busy with sowing, harvest or lambing then (%(months)s), so few "
        "could come; another month, a market day or a visit to the fields would suit them better."
    ),
    Code.R_PAR1: _l(
        "%(row)s: parliament is in recess, in an election campaign or dissolved then (%(months)s), "
        "so few members could come; a month in which it sits would reach more of them."
    ),
    Code.R_PAR2: _l(
        "%(row)s: only one chamber of parliament is named, and laws and budgets may need both; "
        "the other chamber or a cross-party caucus would widen support."
    ),
    Code.R_PAR3: _l(
        "%(row)s: no committee is named, although committees prepare laws and budgets; the one "
        "for land, environment or agriculture is a good door."
    ),
    Code.R_POL1: _l(
        "%(row)s: only the lead institution is named among policymakers, and land is also decided "
        "by finance, agriculture, water and local government; a row for one of them would widen "
        "support."
    ),
    Code.R_PRI1: _l(
        "%(row)s: the partnership with a company is signed and the state of due diligence is "
        "blank; any answer will do, also that it is still to be done."
    ),
    Code.R_PRI2: _l(
        "%(row)s: a logo or an endorsement is wished for, and a national partnership does not "
        "imply endorsement by the United Nations; the wording is best agreed before printing."
    ),
    Code.R_PRI3: _l(
        "%(row)s: only large companies are named, and most land is worked by small ones; small "
        "companies, cooperatives or companies led by women would add what they know."
    ),
    Code.R_PRI4: _l(
        "%(row)s: the pledge has no date or no quantity yet, so that nobody can tell when it is "
        "kept; both would help, be they approximate."
    ),
    Code.R_MED1: _l(
        "Media carry the messages of the plan, and no activity is for the people who work there; "
        "a briefing or a training course would help them to report correctly."
    ),
    Code.R_GRP1: _l(
        "%(group)s: the plan describes the group, and no activity is for it yet; one small "
        "activity, or the group added to one that exists, would close the gap."
    ),
    Code.R_SEA1: _l(
        "%(row)s: a calendar of those invited has other things then (%(months)s: %(states)s), so "
        "some could not come; another month, or a word with them first, would help."
    ),
    Code.R_OCC1: _l(
        "%(row)s: the date is close to an international day (%(occasion)s, %(date)s), which draws "
        "attention at no cost; it can be named as the occasion."
    ),
    Code.R_OCC2: _l(
        "%(row)s: a session takes place then (%(occasion)s, %(date)s) and the delegation may be "
        "away; another week, or somebody who stays in charge, would help."
    ),
    Code.R_FEE1: _l(
        "All ways to give feedback need the internet, which many people on the land do not have; "
        "a telephone number, a box or a person in the village would open it to them."
    ),
    Code.R_TIM1: _l(
        "%(row)s: the date lies outside of the period of the plan, so that nobody may look for "
        "it; another date or another period would bring them together."
    ),
}


def _invitation(num: int) -> str:
    return ngettext(
        "%(row)s: the invitation goes out less than %(num)s day ahead, and the diaries of members "
        "of parliament fill early; an earlier letter through the Speaker’s office would help.",
        "%(row)s: the invitation goes out less than %(num)s days ahead, and the diaries of members "
        "of parliament fill early; an earlier letter through the Speaker’s office would help.",
        num,
        row="%(row)s",
    )


def _time_to_decide(num: int) -> str:
    return ngettext(
        "%(row)s: less than %(num)s day lies between information and decision, which is short for "
        "people who decide together; to share earlier or to decide later would give them time.",
        "%(row)s: less than %(num)s days lie between information and decision, which is short for "
        "people who decide together; to share earlier or to decide later would give them time.",
        num,
        row="%(row)s",
    )


def _long_period(num: int) -> str:
    return ngettext(
        "The plan runs for more than %(num)s month, in which much may change; a shorter period or "
        "a review half-way would keep it close to what happens.",
        "The plan runs for more than %(num)s months, in which much may change; a shorter period or "
        "a review half-way would keep it close to what happens.",
        num,
    )


COUNTED: Mapping[Code, Callable[[int], str]] = {
    Code.R_IND2: _time_to_decide,
    Code.R_PAR4: _invitation,
    Code.R_TIM2: _long_period,
}
