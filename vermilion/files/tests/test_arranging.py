"""Papers put together from pages: split, merged, turned, left out; originals stay as they are."""

import io

import pikepdf
import pypdfium2
import pytest

from vermilion.audit.models import Trace
from vermilion.files import actions, models, vault
from vermilion.files.tests import samples, scans
from vermilion.files.tests.conftest import NOON
from vermilion.files.types import PageOf, Piece
from vermilion.kernel.refusals import NotFound

THREE = samples.pdf("one", "two", "three")


@pytest.fixture
def arrange(lan):
    def arrange(*pieces: Piece) -> list[bytes]:
        made = actions.arrange(actor=lan, pieces=pieces, at=NOON)
        return [b"".join(vault.opened(blob_of(each))) for each in made]

    return arrange


def blob_of(handed_in) -> models.Blob:
    return models.Blob.objects.select_related("key").get(pk=handed_in.blob_id)


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range().strip() for page in document]


def pages(blob: models.Blob, *numbers: int, turn: int = 0) -> tuple[PageOf, ...]:
    return tuple(PageOf(blob.pk, number, turn) for number in numbers)


def test_one_file_becomes_several_papers(examined, arrange, lan):
    blob, _stages = examined(THREE)
    first, second = arrange(Piece("a", pages(blob, 1)), Piece("b.pdf", pages(blob, 3, 2)))
    assert words(first) == ["one"]
    assert words(second) == ["three", "two"]
    assert b"".join(vault.opened(blob)) == THREE
    names = models.Upload.objects.order_by("begun_at", "name").values_list("name", flat=True)
    assert {"a.pdf", "b.pdf"} <= set(names)


def test_a_left_out_page_leaves_nothing_behind(examined, arrange):
    blob, _stages = examined(THREE)
    [made] = arrange(Piece("a", pages(blob, 1, 3)))
    with pikepdf.open(io.BytesIO(made)) as document:
        streams = b"".join(
            each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream)
        )
    assert b"(one)" in streams
    assert b"(two)" not in streams


def test_several_files_become_one_paper_pictures_unchanged(examined, arrange):
    content = scans.jpeg(scans.scan(noise=0, dpi=100), dpi=100)
    picture, _stages = examined(content, "scan.jpg")
    blob, _stages = examined(THREE)
    [made] = arrange(Piece("both", pages(picture, 1) + pages(blob, 2)))
    assert words(made) == ["", "two"]
    with pikepdf.open(io.BytesIO(made)) as document:
        raw = [
            each.read_raw_bytes() for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]  # fmt: skip
        assert raw == [content] or raw[0] in content
        width, height = (float(side) for side in document.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)


def test_pages_are_turned_and_set_straight(examined, arrange):
    blob, _stages = examined(scans.pdf(scans.scan(turn=90, leaning=2.0)))
    [made] = arrange(Piece("a", (PageOf(blob.pk, 1, 270, straight=True),)))
    page = pypdfium2.PdfDocument(made)[0]
    assert page.get_rotation() == 270
    [origin] = models.Origin.objects.all()
    assert (origin.source_id, origin.source_number, origin.turn) == (blob.pk, 1, 270)
    assert origin.leaning == pytest.approx(-2.0, abs=0.2)
    assert (origin.by, origin.appointment_id, origin.at) == ("Lan", 11, NOON)


def test_a_page_that_was_turned_before_is_turned_from_where_it_stands(examined, arrange):
    with pikepdf.open(io.BytesIO(THREE)) as document:
        document.pages[0].Rotate = 90
        out = io.BytesIO()
        document.save(out)
    blob, _stages = examined(out.getvalue())
    [made] = arrange(Piece("a", pages(blob, 1, turn=180)))
    assert pypdfium2.PdfDocument(made)[0].get_rotation() == 270


def test_a_whole_file_unchanged_is_that_file(examined, arrange):
    blob, _stages = examined(THREE)
    [made] = arrange(Piece("again", pages(blob, 1, 2, 3)))
    assert made == THREE
    assert models.Blob.objects.count() == 1
    assert not models.Origin.objects.exists()


def test_a_signed_file_is_never_rewritten_but_taken_whole(examined, arrange):
    signed = samples.signed(THREE)
    blob, _stages = examined(signed)
    with pytest.raises(actions.SignedIsNotRewritten, match="digitally signed"):
        arrange(Piece("a", pages(blob, 1)))
    with pytest.raises(actions.SignedIsNotRewritten):
        arrange(Piece("a", pages(blob, 1, 2, 3, turn=90)))
    other, _stages = examined(samples.pdf("more"))
    with pytest.raises(actions.SignedIsNotRewritten):
        arrange(Piece("a", pages(other, 1) + pages(blob, 1, 2, 3)))
    assert arrange(Piece("a", pages(blob, 1, 2, 3))) == [signed]


def test_a_locked_file_is_refused(examined, arrange):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(THREE)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    blob, _stages = examined(out.getvalue())
    with pytest.raises(actions.LockedIsNotRewritten):
        arrange(Piece("a", pages(blob, 1)))


def test_what_is_not_there_or_not_to_read_is_refused(examined, arrange, tuan):
    blob, _stages = examined(THREE)
    with pytest.raises(actions.NoSuchPage):
        arrange(Piece("a", pages(blob, 4)))
    with pytest.raises(actions.NothingArranged):
        arrange(Piece("a", ()))
    with pytest.raises(NotFound):
        arrange(Piece("a", (PageOf(10**6, 1),)))
    with pytest.raises(NotFound):
        actions.arrange(actor=tuan, pieces=[Piece("a", pages(blob, 1))], at=NOON)
    assert models.Upload.objects.count() == 1


def test_all_of_it_or_nothing(examined, arrange):
    blob, _stages = examined(THREE)
    with pytest.raises(actions.NoSuchPage):
        arrange(Piece("a", pages(blob, 1)), Piece("b", pages(blob, 9)))
    assert models.Upload.objects.count() == 1
    assert not Trace.objects.filter(act="files.pages.arranged").exists()


def test_put_together_twice_it_is_one_file_and_one_origin(examined, arrange):
    blob, _stages = examined(THREE)
    once, again = arrange(Piece("a", pages(blob, 2))), arrange(Piece("a", pages(blob, 2)))
    assert once == again
    assert models.Origin.objects.count() == 1
    assert Trace.objects.filter(act="files.pages.arranged").count() == 2


def test_links_and_forms_do_not_drag_other_pages_along(examined, arrange):
    with pikepdf.open(io.BytesIO(THREE)) as document:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link,
            Rect=pikepdf.Array([0, 0, 10, 10]),
            Dest=pikepdf.Array([document.pages[1].obj, pikepdf.Name.Fit]),
        )  # fmt: skip
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(link)])
        out = io.BytesIO()
        document.save(out)
    blob, _stages = examined(out.getvalue())
    [made] = arrange(Piece("a", pages(blob, 1)))
    assert len(pypdfium2.PdfDocument(made)) == 1
    assert b"(two)" not in made
