"""Words out of scans, by the Tesseract of this machine, in the confined process."""

import io
import tempfile
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from tests.papers import make
from vermilion.files import queries, recognising
from vermilion.files.reading import upright
from vermilion.files.reading.trouble import Trouble
from vermilion.files.tests import samples, scans

pytestmark = scans.needs_tesseract


def text_in(content: bytes, pages: int = 3):
    return queries.text_in(io_file(content), pages)


def io_file(content: bytes):
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the test
    file.write(content)
    file.seek(0)
    return file


def test_a_leaning_noisy_scan_is_read_with_places_and_certainty():
    [page] = text_in(scans.jpeg(scans.scan(leaning=1.4)))
    assert "15/UBND-KT" in page.text
    assert "ỦY BAN NHÂN DÂN" in page.text
    assert page.recognised
    assert (round(page.width), round(page.height)) == (595, 842)
    line = next(line for line in page.lines if "15/UBND-KT" in line.text)
    assert line.certainty > 0.6
    left, top, right, bottom = line.box
    assert 0 < left < right < 0.5
    assert 0.05 < top < bottom < 0.2
    assert [word.text for word in line.words][-1] == "15/UBND-KT"


def test_columns_of_the_heading_are_lines_of_their_own():
    [page] = text_in(scans.jpeg(scans.scan()))
    texts = [line.text for line in page.lines]
    assert "ỦY BAN NHÂN DÂN" in texts
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_the_wrong_way_up_is_read_upright(turn):
    [page] = text_in(scans.jpeg(scans.scan(turn=turn)))
    assert "UBND-KT" in page.text
    assert page.width < page.height


@pytest.mark.parametrize(
    ("kind", "language", "words"),
    [
        ("english", "eng", "Cooperation on electronic exchange of documents"),
        ("hindi", "hin", "संचार मंत्रालय"),
        ("arabic", "ara", "وزارة الاتصالات"),
    ],
)
def test_the_script_of_a_page_decides_the_language(kind, language, words):
    if language not in scans.languages_here():
        pytest.skip(f"Tesseract here does not know {language}")
    [page] = text_in(scans.jpeg(scans.scan(kind)))
    assert words in page.text


def test_a_tiff_of_several_pages_is_read_page_by_page():
    pages = text_in(scans.tiff(scans.scan(), scans.scan("english", turn=180)))
    assert [page.number for page in pages] == [1, 2]
    assert "15/UBND-KT" in pages[0].text
    assert "Department of Posts" in pages[1].text


def test_of_a_mixed_pdf_only_pages_without_text_are_recognised():
    mixed = pikepdf.open(io.BytesIO(make("letter")))
    scanned = pikepdf.open(io.BytesIO(scans.pdf(scans.scan("english"))))
    mixed.pages.extend(scanned.pages)
    out = io.BytesIO()
    mixed.save(out)
    first, *_, last = text_in(out.getvalue())
    assert not first.recognised
    assert "15/UBND-KT" in first.text
    assert last.recognised
    assert "Department of Posts" in last.text


def test_without_the_engine_scans_have_no_text_and_nothing_fails(settings):
    settings.VERMILION = replace(settings.VERMILION, ocr="none")
    assert recognising.engine() is None
    assert text_in(scans.jpeg(scans.scan())) == []


def test_an_empty_page_has_no_words():
    [page] = text_in(scans.jpeg(Image.new("RGB", (1654, 2339), "white")))
    assert page.text == ""
    assert page.lines == ()


def test_a_bomb_is_refused_before_it_is_unpacked():
    found = recognising.engine()
    assert found is not None
    with pytest.raises(Trouble) as refused:
        recognising.recognised(io_file(samples.png_bomb()), "image", [1], found)
    assert refused.value.code in {"too-much-memory", "damaged"}


def test_a_torn_picture_is_told_as_damaged():
    found = recognising.engine()
    assert found is not None
    torn = io_file(scans.jpeg(scans.scan())[:2000])
    [page] = recognising.recognised(torn, "image", [1], found)
    assert page["trouble"] == "damaged"


def test_one_page_that_takes_too_long_is_told_as_such(monkeypatch):
    monkeypatch.setattr(recognising, "SECONDS_OF_A_PAGE", 0.01)
    found = recognising.engine()
    assert found is not None
    [page] = recognising.recognised(io_file(scans.jpeg(scans.scan())), "image", [1], found)
    assert page["trouble"] == "too-long"


@pytest.mark.parametrize("leaning", [-4.0, -1.3, 0.0, 2.2, 5.0])
def test_leaning_is_measured_within_a_tenth_of_a_degree(leaning):
    measured = upright.leaning_of(scans.scan(leaning=leaning))
    assert measured == pytest.approx(-leaning, abs=0.15)
