"""Small things stay readable: budgets for functions, views, files and templates."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from engage.config import ROOT

FUNCTION, VIEW, FILE, TEMPLATE = 40, 25, 300, 80
ROUTES = frozenset({"route", "get", "post"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files() -> list[Path]:
    return sorted([*(ROOT / "engage").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Lines from `def` on; decorators and docstring count little and are left out."""
    end = function.end_lineno or function.lineno
    documented = ast.get_docstring(function, clean=False)
    return end - function.lineno + 1 - (documented.count("\n") + 1 if documented else 0)


def is_view(function: Function) -> bool:
    return any(
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in ROUTES
        for decorator in function.decorator_list
    )


def named(path: Path, function: Function) -> str:
    return f"{path.relative_to(ROOT)}:{function.lineno} {function.name} {length(function)} lines"


def test_functions_are_short() -> None:
    long = [
        named(path, function)
        for path in python_files()
        for function in functions(path)
        if length(function) > FUNCTION
    ]
    assert long == []


def test_views_are_shorter() -> None:
    long = [
        named(path, function)
        for path in python_files()
        for function in functions(path)
        if is_view(function) and length(function) > VIEW
    ]
    assert long == []


def test_files_hold_one_subject() -> None:
    long = [
        f"{path.relative_to(ROOT)} {lines} lines"
        for path in python_files()
        if (lines := len(path.read_text("utf-8").splitlines())) > FILE
    ]
    assert long == []


def test_templates_are_made_of_pieces() -> None:
    long = [
        f"{path.relative_to(ROOT)} {lines} lines"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if (lines := len(path.read_text("utf-8").splitlines())) > TEMPLATE
    ]
    assert long == []


def test_rooms_open_with_a_docstring_and_nothing_else() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "engage").rglob("__init__.py")
        if [type(node) for node in ast.parse(path.read_text("utf-8")).body] != [ast.Expr]
    ]
    assert wrong == []
