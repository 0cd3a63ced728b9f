"""Sentences of the internal check that are said in more than one place."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

NO_CHECK = _l("There is no such check, or you have no access to it.")
NO_PLAN = _l("There is no such plan, or you have no access to it.")
NOBODY = _l("Please choose who should read the plan.")
ASKED_ALREADY = _l(
    "One of these people is asked already, or no longer works for your Party. Please choose again."
)
FINISHED = _l("This check is finished already. Nothing was changed; your text is still below.")
