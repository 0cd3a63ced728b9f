"""Plans on paper: what stands in the PDF, in every language, however long the plan is."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import threading
import time
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest

from engage.config import ROOT
from engage.kit import glyphs
from engage.kit.pdf import PdfError, typeset
from tests.kit import papers

SIGNS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
VOWELS = re.compile("[\u064b-\u0652]")
NOT_PRINTED = {"words", "lang", "dir", "more", "title_lang", "own_lang", "align", "page", "level"}
POPPLER = shutil.which("pdftotext")
needs_poppler = pytest.mark.skipif(not POPPLER, reason="poppler's pdftotext is not installed")
TEMPLATES = ["summary", "full", "letter", "slip"]


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def pages(pdf: bytes) -> int:
    return len(opened(pdf).pages)


def text_of(pdf: bytes, *, in_order: bool = False) -> str:
    """The words of the file, by poppler where it is installed: as they stand, or put in order."""
    if POPPLER:
        asked = ["pdftotext", *([] if in_order else ["-raw"]), "-", "-"]
        said = subprocess.run(asked, input=pdf, capture_output=True, check=True)
        return plain(said.stdout.decode())
    return plain("\n".join(page.extract_text() for page in opened(pdf).pages))


def plain(text: str) -> str:
    return VOWELS.sub("", SIGNS.sub("", unicodedata.normalize("NFKC", text)))


def strings(payload: Any) -> Iterator[str]:
    if isinstance(payload, str):
        yield payload
    elif isinstance(payload, dict):
        for key, value in payload.items():
            yield from strings(value) if key not in NOT_PRINTED else ()
    elif isinstance(payload, list | tuple):
        for value in payload:
            yield from strings(value)


def words(texts: Iterator[str], letters: str) -> set[str]:
    return {word for text in texts for word in re.findall(letters, plain(text))}


def arabic_words(*texts: str) -> set[str]:
    """Words with their vowel marks."""
    plainly = (SIGNS.sub("", unicodedata.normalize("NFKC", text)) for text in texts)
    return {word for text in plainly for word in re.findall(r"[\u0621-\u0652]+", text)}


def crowded(lang: str, groups: int = 40, activities: int = 120, times: int = 1) -> Any:
    """A plan with far more than two pages hold."""
    paper: Any = papers.summary(lang)
    for table, wanted in zip(paper["tables"], (groups, activities), strict=False):
        rows = (table["rows"] * wanted)[:wanted]
        table["rows"] = [[" ".join([cell] * times) for cell in row] for row in rows]
    return paper


# ---------------------------------------------------------------- both papers


@pytest.mark.parametrize("lang", papers.LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_paper_is_a_tagged_pdf_for_everyone(template: str, lang: str) -> None:
    begun = time.perf_counter()
    pdf = typeset(template, getattr(papers, template)(lang))
    print(f"{template} {lang}: {(time.perf_counter() - begun) * 1000:.0f} ms, {len(pdf)} bytes")
    root: Any = opened(pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(lang)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert opened(pdf).metadata["/Title"] == papers.PAPERS[lang]["title"]  # type: ignore[index]  # a title is a must of PDF/UA


@pytest.mark.parametrize("template", ["summary", "full"])
def test_each_page_says_whose_it_is_and_where_in_the_paper(template: str) -> None:
    pdf = typeset(template, papers.full(times=8) if template == "full" else papers.summary())
    count = pages(pdf)
    assert count == 2 if template == "summary" else count > 2
    for number, page in enumerate(opened(pdf).pages, start=1):
        said = page.extract_text()
        assert f"Page {number} of {count}" in said
        for words_everywhere in ("Orvanda", "DRAFT", "Not an official document", "XA-27-2"):
            assert words_everywhere in said


def test_a_plan_that_is_no_draft_does_not_say_so() -> None:
    assert "DRAFT" not in text_of(typeset("summary", papers.summary() | {"draft": None}))


@pytest.mark.parametrize(
    ("lang", "letters"),
    [("en", r"[^\W_]+"), ("ru", r"[\u0400-\u04ff]+"), ("zh", r"[\u4e00-\u9fff]")],
)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_word_can_be_found_again(template: str, lang: str, letters: str) -> None:
    paper = getattr(papers, template)(lang)
    found = words(iter([text_of(typeset(template, paper))]), letters)
    assert not words(strings(paper), letters) - found


@pytest.mark.parametrize("template", TEMPLATES)
def test_arabic_words_can_be_found_again(template: str) -> None:
    """Each, but for those with a vowel mark: Typst ties it to its letter, and extractors then write
    both twice. pypdf leaves more of the words in pieces."""
    paper = getattr(papers, template)("ar")
    wanted = arabic_words(*strings(paper))
    found = arabic_words(text_of(typeset(template, paper), in_order=True))
    whole = {word for word in wanted if not VOWELS.search(word)}
    again = {word for word in wanted if plain(word) in found}
    print(f"{len(again)} of {len(wanted)} Arabic words, {len(whole)} without a vowel mark")
    assert len(again) / len(wanted) > (0.9 if POPPLER else 0.6)
    assert not POPPLER or not whole - found


@needs_poppler
@pytest.mark.parametrize("lang", papers.LANGUAGES)
def test_the_name_of_every_party_can_be_found_again(lang: str) -> None:
    """And no letter of it lacks a glyph."""
    with (ROOT / "engage/reference/data/parties.csv").open(encoding="utf-8", newline="") as file:
        names = [party[lang] for party in csv.DictReader(file)]
    assert len(names) == 197
    lines = [{"text": name, "own": False} for name in names]
    paper: Any = papers.full(lang)
    paper["sections"][0]["entries"] = [{"label": "1", "lines": lines}]
    said = text_of(typeset("full", paper), in_order=True)
    assert glyphs.BOX not in said
    if lang == "ar":
        assert not arabic_words(*names) - arabic_words(said)
    else:
        packed = re.sub(r"\s+", "", said)
        assert [name for name in names if re.sub(r"\s+", "", plain(name)) not in packed] == []


@needs_poppler
@pytest.mark.parametrize("word", ["الأراضي", "إلى", "الأول", "خلال", "الولايات", "الآبار"])
def test_an_arabic_word_with_lam_alef_can_be_found_again(word: str) -> None:
    assert word in text_of(typeset("summary", papers.summary("ar")))


@pytest.mark.parametrize("template", ["summary", "full"])
def test_what_people_write_never_becomes_code(template: str) -> None:
    evil = "#evil[x] *b* $a$ @x <label> \\u{41} #sys.inputs // c /* d */ = e \" ' `f` ~ --- ..."
    paper: Any = getattr(papers, template)() | {"title": evil, "party": evil}
    paper["facts"] = [["Party", papers.own(evil)], [evil, evil]]
    paper["foot"] = paper["foot"] | {"prepared": evil, "page": "{page}" + evil}
    if template == "summary":
        paper["tables"][0]["rows"][0] = [evil, papers.own(evil), evil]
        paper["purpose"] = {"heading": evil, "text": evil}
    said = re.sub(r"\s+", "", text_of(typeset(template, paper)))
    assert said.count(re.sub(r"\s+", "", evil)) >= 5


# ---------------------------------------------------------------- the summary


@pytest.mark.parametrize("lang", ["ar", "zh", "ru"])
def test_a_summary_never_runs_over_two_pages(lang: str) -> None:
    begun = time.perf_counter()
    pdf = typeset("summary", crowded(lang))
    print(f"40 groups, 120 activities {lang}: {(time.perf_counter() - begun) * 1000:.0f} ms")
    assert pages(pdf) == 2
    if lang != "ar":  # an Arabic line comes out of the file in another order
        more = plain(papers.PAPERS[lang]["more"]).replace("{n}", r"\d+")
        assert re.search(more, text_of(pdf))


@pytest.mark.parametrize(("groups", "activities"), [(0, 60), (3, 45), (24, 24)])
def test_each_row_is_printed_or_counted(groups: int, activities: int) -> None:
    paper: Any = papers.summary()
    for table, wanted, name in zip(paper["tables"], (groups, activities), "GA", strict=False):
        table["rows"] = [[f"{name}{n}x", *table["rows"][0][1:]] for n in range(wanted)]
        table["empty"] = "none"
    said = text_of(typeset("summary", paper))
    left_out = sum(int(count) for count in re.findall(r"More in the full plan: (\d+)", said))
    assert len(set(re.findall(r"[GA]\d+x", said))) + left_out == groups + activities


@pytest.mark.parametrize("title", ["", " ", "\ufeff\x00", "\u202e\n"])
def test_a_plan_without_a_title_is_named_by_its_kind(title: str) -> None:
    pdf = typeset("full", papers.full() | {"title": title})
    assert opened(pdf).metadata["/Title"] == papers.PAPERS["en"]["kind"]  # type: ignore[index]  # see above


def test_a_long_cell_is_printed_to_its_end() -> None:
    paper: Any = papers.summary()
    paper["tables"][0]["rows"][0][2] = "\n".join(f"line{n}" for n in range(70))
    paper["tables"][1]["rows"] = []
    said = text_of(typeset("summary", paper))
    assert "line69" in said or "is longer in the full plan" in said


def test_the_groups_of_the_decision_stay_when_rows_are_left_out() -> None:
    said = text_of(typeset("summary", crowded("en", groups=40, activities=60)))
    assert all(group in said for group, *_ in papers.PAPERS["en"]["groups"][2])


@pytest.mark.parametrize("times", [30])
def test_long_texts_are_shortened_and_the_paper_says_so(times: int) -> None:
    paper = crowded("ru", times=times)
    paper["purpose"]["text"] = " ".join([paper["purpose"]["text"]] * times)
    pdf = typeset("summary", paper)
    assert pages(pdf) == 2
    assert plain(papers.PAPERS["ru"]["words"][1]) in re.sub(r"\s+", " ", text_of(pdf))


def test_an_ordinary_summary_leaves_nothing_out() -> None:
    said = text_of(typeset("summary", papers.summary()))
    assert "More in the full plan" not in said
    assert "is longer in the full plan" not in said


def test_a_table_without_rows_says_so() -> None:
    paper: Any = papers.summary()
    paper["tables"][1] |= {"rows": [], "empty": "There are no activities yet."}
    assert "There are no activities yet." in text_of(typeset("summary", paper))


def test_a_word_longer_than_its_column_breaks() -> None:
    paper: Any = papers.summary()
    paper["tables"][0]["rows"][0][1] = "https://example.org/" + "a-very-long-path/" * 12
    assert pages(typeset("summary", paper)) <= 2


# ---------------------------------------------------------------- characters


def test_a_character_without_a_glyph_becomes_a_box_and_the_paper_says_so() -> None:
    paper: Any = papers.summary()
    paper["tables"][0]["rows"][0][2] = "Rain 🌧️ and herders 👩🏽‍🌾 in ኢትዮጵያ, \x00\ufeff\ud83c end"
    said = re.sub(r"\s+", " ", text_of(typeset("summary", paper)))
    assert "Rain □ and herders □ in □□□□□" in said
    assert "□ stands for a character" in said


@pytest.mark.parametrize(
    "text",
    [
        "→ ← ✓ ✔ ☐ □ ■ ● ○ ≥ ≤ ≠ ± × ½ ² ³ ° № € ₽ ₸ ₺ ₫ ① ※",
        "Đặng Thị Mỹ · ğışçöü İ · Łódź · Ñandú · œuvre · Ünïcödé",
        "Ҳаво, Қазақстан, ҷумҳурӣ, Ўзбек, Өвөрхангай, Ђорђе",
        "پژوهش گچ، ڤ، ٹ، ھ، ۱۲۳ ١٢٣، ﷺ",
        "𝐁𝐨𝐥𝐝 ﬁeld 草原牧民婞喆堃，谰耪锨。",
    ],
)
def test_letters_of_many_languages_are_drawn(text: str) -> None:
    drawn, boxed = glyphs.printable(text)
    assert not boxed, drawn
    paper: Any = papers.summary() | {"title": text}
    assert "□ stands for" not in text_of(typeset("summary", paper))


# ---------------------------------------------------------------- at work


def test_papers_are_set_by_several_threads_at_once() -> None:
    set_papers: list[bytes] = []

    def work(lang: str) -> None:
        set_papers.extend(typeset("summary", papers.summary(lang)) for _ in range(2))

    threads = [threading.Thread(target=work, args=(lang,)) for lang in papers.LANGUAGES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set_papers) == 2 * len(papers.LANGUAGES)


def test_a_paper_that_cannot_be_set_is_refused_with_a_sentence() -> None:
    broken: Any = papers.full()
    broken["sections"][0]["number"] = {"not": "a number"}
    with pytest.raises(PdfError, match="could not be made"):
        typeset("full", broken)
