"""Pages laid out to be sorted: what is proposed, what a form says, with and without script."""

import json
import re

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from PIL import Image

from vermilion.files import actions, forms, models, queries, rules, types
from vermilion.files.rules import SeenPage
from vermilion.files.tests import samples, scans
from vermilion.files.tests.conftest import EXAMINER, NOON
from vermilion.files.types import PageOf, Piece
from vermilion.kernel.refusals import NotFound

PLAIN, BLANK, SHEET = SeenPage(), SeenPage(blank=True), SeenPage(separates=True)
FIRST = SeenPage(begins="15/UBND-KT")


@pytest.fixture
def pile(examined):
    blob, _stages = examined(samples.pdf("one", "two", "three"), "pile.pdf")
    return blob


def posted(**fields: object) -> forms.Arrangement:
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data[name.replace("_", "-")] = str(value)
    return forms.Arrangement(data)


@pytest.mark.parametrize(
    ("pages", "papers"),
    [
        ([PLAIN, PLAIN], [1, 1]),
        ([FIRST, PLAIN, FIRST, PLAIN], [1, 1, 2, 2]),
        ([PLAIN, BLANK, FIRST], [1, 0, 2]),
        ([SHEET, PLAIN, SHEET, PLAIN, SHEET], [0, 1, 0, 2, 0]),
        ([SHEET, SHEET, PLAIN], [0, 0, 1]),
        ([BLANK, BLANK], [0, 0]),
        ([], []),
    ],
)
def test_where_papers_begin_is_proposed(pages, papers):
    assert rules.proposed_papers(pages) == papers


def test_a_file_is_one_paper_under_its_name_as_long_as_nothing_else_is_seen(pile, lan):
    table = queries.sorting(lan, [pile.pk], NOON)
    assert [(card.number, card.paper, card.place) for card in table.cards] == [
        (1, 1, 1), (2, 1, 2), (3, 1, 3),
    ]  # fmt: skip
    assert table.names == ((1, "pile"),)


def test_a_page_that_reads_like_the_first_of_a_paper_begins_one(pile, lan, monkeypatch):
    monkeypatch.setattr(types, "beginnings", [lambda page: "Two" if "two" in page.text else ""])
    monkeypatch.setattr("vermilion.files.sorting.beginnings", types.beginnings)
    table = queries.sorting(lan, [pile.pk], NOON)
    assert [card.paper for card in table.cards] == [1, 2, 2]
    assert table.names == ((1, "pile (1)"), (2, "Two"))
    assert table.cards[1].why


def test_each_file_is_a_paper_of_its_own_and_a_signed_one_is_one_card(pile, examined, lan):
    signed, _stages = examined(samples.signed(samples.pdf("a", "b")), "signed.pdf")
    table = queries.sorting(lan, [signed.pk, pile.pk], NOON)
    whole, *others = table.cards
    assert (whole.number, whole.pages, whole.paper) == (0, 2, 1)
    assert "signed" in str(whole.fixed)
    assert [card.paper for card in others] == [2, 2, 2]
    assert table.several_files


def test_what_one_may_not_read_is_not_here(pile, tuan):
    with pytest.raises(NotFound):
        queries.sorting(tuan, [pile.pk], NOON)


@scans.needs_tesseract
def test_blank_pages_separators_and_turned_pages_are_seen(examined, lan):
    blank = Image.new("RGB", (1654, 2339), "white")
    sheet = scans.drawn(rules.SEPARATOR)
    pages = [scans.scan(turn=180, noise=0), blank, sheet, scans.scan("english", noise=0)]
    blob, _stages = examined(scans.pdf(*pages), "pile.pdf")
    while actions.recognise(actor=EXAMINER, blob_id=blob.pk, at=NOON) is actions.Outcome.MORE:
        pass
    table = queries.sorting(lan, [blob.pk], NOON)
    assert [card.paper for card in table.cards] == [1, 0, 0, 2]
    assert [card.turn for card in table.cards] == [180, 0, 0, 0]
    assert [str(card.why) for card in table.cards][1:3] == ["Blank page", "Separator sheet"]


def test_the_plan_of_the_script_is_read():
    plan = {"papers": [{"name": "a", "pages": [[7, 2, 90], [7, 1, 0]]}, {"name": "", "pages": []}]}
    form = posted(plan=json.dumps(plan), straight="on")
    assert form.is_valid(), form.errors
    assert form.pieces == [Piece("a", (PageOf(7, 2, 90, True), PageOf(7, 1, 0, True)))]


def test_the_plain_fields_are_read_without_script():
    form = forms.Arrangement(
        QueryDict(
            "paper-7-1=2&place-7-1=1&turn-7-1=180&paper-7-2=1&place-7-2=2&paper-7-3=0&place-7-3=3"
            "&paper-8-1=1&place-8-1=1&turn-8-1=0&name-1=First&name-2="
        )
    )
    assert form.is_valid(), form.errors
    assert form.pieces == [
        Piece("First", (PageOf(8, 1), PageOf(7, 2))),
        Piece("2", (PageOf(7, 1, 180),)),
    ]


def test_a_file_taken_whole_stands_for_all_of_its_pages(pile):
    form = posted(plan=json.dumps({"papers": [{"name": "a", "pages": [[pile.pk, 0, 0]]}]}))
    assert form.is_valid(), form.errors
    assert [page.number for page in form.pieces[0].pages] == [1, 2, 3]


@pytest.mark.parametrize(
    "plan",
    ["no json", "[]", '{"papers": 3}', '{"papers": [{"name": "a", "pages": [[1, 2]]}]}',
     '{"papers": [{"name": "a", "pages": [[1, 2, 45]]}]}', '{"papers": []}'],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(plan):
    form = posted(plan=plan)
    assert not form.is_valid()
    assert form.non_field_errors()


def test_a_form_shown_again_lies_as_it_was_sorted(pile, lan):
    table = queries.sorting(lan, [pile.pk], NOON)
    again = table.laid([Piece("x", (PageOf(pile.pk, 3, 90), PageOf(pile.pk, 1)))])
    assert [(card.number, card.paper, card.turn) for card in again.cards] == [
        (3, 1, 90), (1, 1, 0), (2, 0, 0),
    ]  # fmt: skip
    assert again.names == ((1, "x"),)


def test_the_fields_of_the_page_are_those_that_the_form_reads(pile, lan):
    """What the template says without script, sent back as it stands, is what was proposed."""
    table = queries.sorting(lan, [pile.pk], NOON)
    html = render_to_string("files/sorter.html", {"table": table})
    fields = re.findall(r'<input class="input"[^>]* name="([^"]+)" value="([^"]*)"', html)
    data = QueryDict(mutable=True)
    for name, value in fields:
        data[name] = value
    form = forms.Arrangement(data)
    assert form.is_valid(), form.errors
    assert form.pieces == [Piece("pile", tuple(PageOf(pile.pk, n) for n in (1, 2, 3)))]


def test_the_table_asks_the_database_a_fixed_number_of_times(
    pile, examined, lan, django_assert_max_num_queries
):
    other, _stages = examined(samples.pdf(*["x"] * 40), "long.pdf")
    with django_assert_max_num_queries(12):
        queries.sorting(lan, [pile.pk, other.pk], NOON)
    assert models.Blob.objects.count() == 2
