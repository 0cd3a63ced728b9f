"""What may be answered to an item of the checklist."""

from __future__ import annotations

from flask_babel import lazy_pgettext as _lp

from engage.kit.values.vocabulary import Vocabulary


class Verdict(Vocabulary):
    """The four answers; an item without one is not answered yet."""

    YES = "yes", _lp("checklist", "Yes")
    PARTLY = "partly", _lp("checklist", "Partly")
    NO = "no", _lp("checklist", "No")
    NOT_APPLICABLE = "not_applicable", _lp("checklist", "Not applicable")
