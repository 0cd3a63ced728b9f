"""What spreadsheets copy and save is read cell by cell, and no cell changes on the way."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engage.kit.tabular import COMMA, NONE, SEMICOLON, TAB, cells_of, decode, likely_mark

TEXTS = {
    "ar": "اسم المجموعة;المستوى\nالرعاة في الشمال;إشراك\nنساء;UNCCD",
    "ru": "Название группы;Уровень\nСкотоводы северных районов;Вовлекать\nЖенщины;МСХ",
    "fr": "Nom du groupe;Niveau\nÉleveurs pasteurs du nord;été – Associer\nCœur;Ñandú",
    "zh": "组名;级别\n北方牧民;参与",
}
WINDOWS = {"ar": "cp1256", "ru": "cp1251", "fr": "cp1252", "zh": "gb18030"}
cells = st.text(st.sampled_from("aZ1 \"'\n\t,;=+@-ٱ草é”"), max_size=12).map(str.strip)


def written(rows: list[list[str]], mark: str) -> str:
    """As spreadsheets write: a cell is wrapped where it holds what would part it."""
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    return out.getvalue()


def without_ends(rows: list[list[str]]) -> list[list[str]]:
    """Blank cells and rows at the end say nothing."""
    cut = [row[: max((n for n, cell in enumerate(row, 1) if cell), default=0)] for row in rows]
    return cut[: max((n for n, row in enumerate(cut, 1) if row), default=0)]


@pytest.mark.parametrize("mark", [TAB, SEMICOLON, COMMA])
@settings(max_examples=200, deadline=None, derandomize=True)
@given(rows=st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=4))
@example(rows=[["a", '"Green" belt'], ["=SUM(A1:A2)", "1.10"]])
def test_cells_come_back_as_they_were(mark: str, rows: list[list[str]]) -> None:
    assert cells_of(written(rows, mark), mark) == without_ends(rows)


def test_what_is_copied_from_a_sheet_keeps_breaks_and_quotation_marks() -> None:
    copied = 'Name\tMessages\r\n"Women ""of"" the north"\t"First\nSecond"\r\n"Green" belt\t5"\r\n'
    assert cells_of(copied, TAB) == [
        ["Name", "Messages"],
        ['Women "of" the north', "First\nSecond"],
        ['"Green" belt', '5"'],
    ]


def test_a_blank_row_keeps_the_numbers_of_the_others() -> None:
    assert cells_of("a\tb\n\nc\td\n\n", TAB) == [["a", "b"], [], ["c", "d"]]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a\tb,c\n1\t2", TAB),
        ("a;b,c\n1;2,5", SEMICOLON),
        ("a,b\n1,2", COMMA),
        ("Herders, north\nWomen", NONE),
        ("One", NONE),
    ],
)
def test_the_mark_between_cells_is_found(text: str, mark: str) -> None:
    assert likely_mark(text) == mark


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("reader", ["ar", "ru", "fr", "en"])
@pytest.mark.parametrize("language", ["ar", "ru", "fr"])
def test_what_windows_writes_is_read_by_its_words(language: str, reader: str) -> None:
    text = TEXTS[language]
    assert decode(text.encode(WINDOWS[language]), (reader,)) == text


def test_chinese_of_windows_is_read_where_chinese_is_spoken() -> None:
    assert decode(TEXTS["zh"].encode("gb18030"), ("en", "zh")) == TEXTS["zh"]


@pytest.mark.parametrize("start", [b"PK\x03\x04\x14\x00\x06\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a"])
def test_a_workbook_is_no_text(start: bytes) -> None:
    assert decode(start + bytes(range(32)) * 40) is None


def test_a_long_row_of_quotation_marks_is_read_in_short_time() -> None:
    assert len(cells_of('"x\t' * 100_000, TAB)[0]) == 100_000
    assert cells_of('"' * 300_000 + "x", TAB) == [['"' * 300_000 + "x"]]
