"""Words for people that no translator would ever see: in templates, in code, in scripts.

Everything that a person reads goes through gettext. What is left for developers and administrators
(docstrings, logs, errors of programming, the help of commands) stays in English.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment, nodes

MARKED = frozenset({"_", "_l", "_ln", "_lp", "trans", "translated"})
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = re.compile(r"\b(?:Engage|UNCCD|PDF|JSON|CSV|ICCD|COP|DOI|WCAG|EN|AA)\b")
ADDRESS = re.compile(r"https?://\S*|[\w.-]+@[\w.-]+")
SPOKEN = frozenset(
    {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder"}
    | {"aria-valuetext", "label", "summary"}
)
BUTTONS = frozenset({"submit", "button", "reset"})
SILENT = frozenset({"script", "style", "template-code"})

# Names of classes, and pieces of attributes: “govuk-tag--red”, “-hint”.
CLASSES = re.compile(r"(?<!\S)-\S*|\S*--\S*|\S*-(?!\S)")
ATTRIBUTE = re.compile(r"([\w-]+)=\"([^\"]*)\"")

LABEL = re.compile(r"[A-Z][a-z]{2,}[.:?…]?")
SENTENCE = re.compile(r"^\W*[A-Z][a-z’]+(?:[ \u00a0]\S|[.:?…]$)|\w+ \w+ \w+.*[.?…]$")
SHOWN_AS = frozenset({"label", "description", "message", "title", "sentence", "hint", "caption"})
SHOWING = frozenset({"flash", "echo", "secho", "confirm", "prompt"})
# What a programmer or an administrator reads: logs, and errors that are faults of the program.
UNSEEN = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})
FAULTS = re.compile(
    r"(?:Key|Value|Type|Runtime|Lookup|Attribute|Assertion|NotImplemented|OS|Import|Index)Error"
    r"|WrongSetting"
)
TYPING = frozenset({"TypeVar", "NewType", "cast", "NamedTuple", "type"})
HELP = frozenset({"help", "short_help", "epilog", "metavar", "comment"})

Found = tuple[int, str]


def is_marking(name: str) -> bool:
    return name in MARKED or name.endswith("gettext")


def has_words(text: str) -> bool:
    return bool(WORD.search(NAMES.sub("", ADDRESS.sub("", text))))


class _Reader(HTMLParser):
    """Text that is seen, and attributes that are spoken or shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent = tag
        own = {name: value or "" for name, value in attrs}
        for name, value in own.items():
            if self._is_spoken(tag, name, own) and has_words(value):
                self._keep(f'{name}="{value}"')

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        # A macro that gives attributes has them in its text.
        for name, value in ATTRIBUTE.findall(data):
            if name in SPOKEN and has_words(value):
                self._keep(f'{name}="{value}"')
        if has_words(CLASSES.sub("", ATTRIBUTE.sub("", data))):
            self._keep(data.strip())

    def _is_spoken(self, tag: str, name: str, own: dict[str, str]) -> bool:
        if name == "content":
            return own.get("name") == "description"
        if name == "value":
            return tag == "input" and own.get("type") in BUTTONS
        return name in SPOKEN or (name.startswith("data-") and bool(SENTENCE.search(own[name])))

    def _keep(self, text: str) -> None:
        self.found.append((self.getpos()[0], " ".join(text.split())))


def in_template(source: str, environment: Environment) -> list[Found]:
    reader = _Reader()
    reader.feed(_bare_html(source, environment))
    reader.close()
    return reader.found + list(_in_expressions(environment.parse(source)))


def _bare_html(source: str, environment: Environment) -> str:
    """The template with each piece of Jinja gone, and with it what stands between trans tags."""
    kept: list[str] = []
    inside, starts, statement = False, False, ""
    for _line, kind, text in environment.lex(source):
        if kind == "data":
            kept.append("\n" * text.count("\n") if inside else text)
            continue
        if kind == "variable_begin" and kept and kept[-1].endswith("<"):
            kept.append("x")  # the name of an element comes from a variable
        kept.append("\n" * text.count("\n"))
        if kind == "block_begin":
            starts = True
        elif starts and kind == "name":
            starts, statement = False, text
            inside = statement == "trans" or (inside and statement != "endtrans")
    return "".join(kept)


def _in_expressions(tree: nodes.Template) -> Iterator[Found]:
    """Strings in expressions of Jinja, such as the argument of a macro."""
    marked: set[int] = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and is_marking(call.node.name):
            marked |= {id(constant) for constant in call.find_all(nodes.Const)}
    for constant in tree.find_all(nodes.Const):
        text = constant.value
        if id(constant) in marked or not isinstance(text, str):
            continue
        if _reads_like_words(text) or ("<" in text and has_words(re.sub("<[^>]*>", "", text))):
            yield constant.lineno, text


def _reads_like_words(text: str) -> bool:
    return bool(SENTENCE.search(text) or LABEL.fullmatch(text))


def in_code(source: str) -> list[Found]:
    finder = _Finder()
    finder.visit(ast.parse(source))
    return finder.found


class _Finder(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[Found] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring, or a note between lines
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        called = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        if not FAULTS.fullmatch(_name(called)):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if is_marking(name) or name in TYPING or (name in UNSEEN and _is_log(node.func)):
            return
        if name in SHOWING:
            self._keep_words(node.args[:1])
        self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg in HELP:
            return
        if node.arg in SHOWN_AS:
            self._keep_words([node.value])
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and _reads_like_words(node.value):
            self._keep(node.lineno, node.value)

    def _keep_words(self, shown: list[ast.expr]) -> None:
        """What is shown to people is marked even if it is one word."""
        for node in shown:
            pieces = node.values if isinstance(node, ast.JoinedStr) else [node]
            for piece in pieces:
                text = piece.value if isinstance(piece, ast.Constant) else None
                if isinstance(text, str) and has_words(text):
                    self._keep(piece.lineno, text)

    def _keep(self, line: int, text: str) -> None:
        if (line, text) not in self.found:
            self.found.append((line, text))


def _name(node: ast.expr | None) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_log(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and "log" in ast.unparse(node.value).lower()


# A string, a comment or an address in a script, in that order of reading.
JS_PIECE = re.compile(
    r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`", re.DOTALL
)
JS_SHOWN = re.compile(r"\.(?:textContent|innerText|title|ariaLabel|alt|placeholder)\s*=\s*$")

THREE_WORDS = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}")


def in_script(source: str) -> list[Found]:
    """Strings of a script that read like words; a script takes its words from the page."""
    found = []
    for piece in JS_PIECE.finditer(source):
        text = re.sub(r"\$\{[^}]*\}", "", piece.group()[1:-1])
        if piece.group().startswith(("//", "/*")):
            continue
        shown = JS_SHOWN.search(source[: piece.start()]) and has_words(text)
        if shown or SENTENCE.search(text) or THREE_WORDS.search(text):
            found.append((source.count("\n", 0, piece.start()) + 1, text))
    return found


STRING = re.compile(r"\"((?:\\.|[^\"\\])*)\"")
FONT = re.compile(r"^Noto \w+")
BRACKETS = re.compile(r"\[([^\[\]\"]*)\]")


def in_paper(source: str) -> list[Found]:
    """Words in a layout of Typst: in strings, and in brackets, which are text."""
    bare = re.sub(r"//[^\n]*", "", source)
    strings = [p for p in STRING.finditer(bare) if SENTENCE.search(FONT.sub("", p.group(1)))]
    texts = [p for p in BRACKETS.finditer(bare) if has_words(_without_calls(p.group(1)))]
    return [(bare.count("\n", 0, p.start()) + 1, p.group(1)) for p in strings + texts]


def _without_calls(text: str) -> str:
    while (shorter := re.sub(r"\([^()]*\)", "", text)) != text:
        text = shorter
    return re.sub(r"#[\w.-]+|<[\w-]+>", "", text)


def in_style(source: str) -> list[Found]:
    """Words that a style sheet would write on the page."""
    return [
        (source.count("\n", 0, piece.start()) + 1, piece.group(1))
        for piece in re.finditer(r"content\s*:\s*([^;}]*)", source)
        if has_words(" ".join(re.findall(r"\"([^\"]*)\"", piece.group(1))))
    ]
