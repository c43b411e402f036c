from dataclasses import replace

import pypdfium2
import pytest
from django.utils import translation

from tests.cast import MONDAY
from vermilion.registry import actions, printing, queries


def left_edge(page: pypdfium2.PdfPage, words: str) -> float:
    """How far from the left of a page the words begin."""
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found is not None, text.get_text_range()
    return float(text.get_charbox(found[0])[0])


def test_more_than_can_be_set_while_somebody_waits_is_refused_in_words(lan, a_letter, monkeypatch):
    monkeypatch.setattr(queries.books, "MOST_PRINTED", 1)
    for number in (1, 2):
        stated = replace(a_letter.particulars, symbol=f"{number}-CV/VPTW")
        letter = replace(a_letter, particulars=stated)
        actions.register_incoming(actor=lan, received=letter, at=MONDAY)

    with pytest.raises(queries.books.TooMuchToPrint, match="At most 1 lines"):
        queries.for_printing(lan, queries.Wanted())
    monkeypatch.setattr(queries.books, "MOST_PRINTED", 2)
    assert len(queries.for_printing(lan, queries.Wanted())[1]) == 2


@pytest.mark.parametrize("language", ["vi", "hi", "ar"])
def test_no_language_turns_a_number_and_notation_round(lan, a_letter, language):
    actions.register_incoming(actor=lan, received=a_letter, at=MONDAY)
    with translation.override(language):
        period, lines = queries.for_printing(lan, queries.Wanted())
        content = printing.register(series=period, entries=lines, actor=lan, at=MONDAY)

    with pypdfium2.PdfDocument(content) as document:
        book = document[1]
        assert left_edge(book, "1568") < left_edge(book, "CV") < left_edge(book, "VPTW")
