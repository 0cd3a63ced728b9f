"""Pages of shared activities and of templates."""

from __future__ import annotations

from flask import Blueprint

# The table of addresses needs the models of this alcove, also where nothing else asks for them.
from engage.plans.sharing import models as models

blueprint = Blueprint("sharing", __name__)
