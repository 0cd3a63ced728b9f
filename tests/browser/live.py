"""A running app: where it answers, and the app itself."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask


@dataclass(frozen=True, slots=True)
class Live:
    url: str
    app: Flask
