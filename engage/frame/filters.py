"""Jinja filters: the formats of the kit in the language of the page."""

from __future__ import annotations

from flask import Flask


def init_app(app: Flask) -> None:
    pass
