"""Kinds made of a few plain texts side by side."""

from __future__ import annotations

from collections.abc import Mapping

from engage.kit.values.base import Json, Problem
from engage.kit.values.given import Given
from engage.kit.values.shape import Schema, line_shape, too_long


def read_texts(given: Given, limits: Mapping[str, int]) -> tuple[dict[str, Json], list[Problem]]:
    """The texts that were given, by key, and those that are too long."""
    texts = {key: given.one(key) for key in limits if given.one(key)}
    problems = [
        Problem("too_long", too_long(text, limits[key]), key)
        for key, text in texts.items()
        if len(text) > limits[key]
    ]
    return dict(texts), problems


def text_shapes(limits: Mapping[str, int]) -> dict[str, Schema]:
    return {key: line_shape(most) for key, most in limits.items()}
