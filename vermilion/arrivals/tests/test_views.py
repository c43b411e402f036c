"""The pages of the inbox."""

import pytest

from tests.cast import LONG_AGO, MONDAY, OPERATOR
from tests.papers import make
from vermilion.arrivals.models import Arrival
from vermilion.arrivals.types import Standing
from vermilion.documents.models import Hold
from vermilion.registry.models import Entry

HANDED_IN = {"grade": 0, "channel": "electronic", "together": "0", "each_apart": "0"}


@pytest.fixture
def as_lan(client, office):
    """Lan before her screen."""
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.lan).person
    client.force_login(User.objects.create(person=person, sign_in_name="lan"))
    return client


def fields_of(page) -> dict[str, str]:
    """What a browser would send of the form of a page if nothing was changed."""
    form = page.context["form"]
    values = {
        each.html_name: next(iter(getattr(each.field, "choices", [("",)])))[0]
        if each.value() is None
        else each.value()
        for each in form
    }
    return {
        name: value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else str(value)
        for name, value in values.items()
        if value is not None
    }


def test_an_empty_inbox_says_what_to_do(as_lan):
    page = as_lan.get("/arrivals/").content.decode()

    assert "Nothing waits to be registered" in page


def test_a_paper_that_was_read_is_registered_with_one_press(as_lan, lan, comes):
    arrival = comes(make("letter"))

    page = as_lan.get(f"/arrivals/{arrival.pk}/")
    answer = as_lan.post(f"/arrivals/{arrival.pk}/", fields_of(page))

    assert answer.status_code == 303, answer.context["form"].errors
    entry = Entry.objects.get()
    assert entry.document.symbol == "15/UBND-KT"
    assert entry.document.signer == "Nguyễn Văn An"


def test_after_it_comes_the_next_one(as_lan, comes):
    first, second = comes(make("letter")), comes(make("decision"))

    page = as_lan.get(f"/arrivals/{first.pk}/")
    answer = as_lan.post(f"/arrivals/{first.pk}/", fields_of(page))

    assert answer["Location"] == f"/arrivals/{second.pk}/"


def test_beside_the_list_the_next_one_comes_beside_the_list(as_lan, comes):
    first, second = comes(make("letter")), comes(make("decision"))

    page = as_lan.get("/arrivals/")
    answer = as_lan.post(f"/arrivals/{first.pk}/", {**fields_of(page), "beside": "list"})

    assert answer["Location"] == f"/arrivals/?chosen={second.pk}"


def test_a_form_sent_twice_leads_on_and_enters_nothing_more(as_lan, comes):
    arrival = comes(make("letter"))
    sent = fields_of(as_lan.get(f"/arrivals/{arrival.pk}/"))

    as_lan.post(f"/arrivals/{arrival.pk}/", sent)
    answer = as_lan.post(f"/arrivals/{arrival.pk}/", sent)

    assert answer.status_code == 303
    assert Entry.objects.count() == 1


def test_what_was_read_is_said_in_words(as_lan, comes):
    arrival = comes(make("letter"))

    page = as_lan.get(f"/arrivals/{arrival.pk}/").content.decode()

    assert "read, certain" in page or "read, nearly certain" in page
    assert 'data-reader-page="1"' in page


def test_a_marked_paper_is_held_before_it_is_shown(as_lan, comes):
    arrival = comes(make("decision", marks=("TỐI MẬT",)))

    page = as_lan.get(f"/arrivals/{arrival.pk}/").content.decode()

    assert "<pdf-reader" not in page
    assert f"/documents/held/{Hold.objects.get().pk}/" in page
    assert "27/QĐ-UBND" not in page


def test_a_twin_stands_side_by_side_and_is_joined(as_lan, lan, comes):
    first, copy = comes(make("letter")), comes(make("letter", text=("Bản giấy",)))
    as_lan.post(f"/arrivals/{first.pk}/", fields_of(as_lan.get(f"/arrivals/{first.pk}/")))

    page = as_lan.get(f"/arrivals/{copy.pk}/")
    assert "may be in the book already" in page.content.decode()
    entry = Entry.objects.get()
    as_lan.post(f"/arrivals/{copy.pk}/joining/", {"entry": entry.pk, "channel": "paper"})

    copy.refresh_from_db()
    assert (copy.standing, copy.entry) == (Standing.JOINED, entry)
    assert Entry.objects.count() == 1


def test_refusing_asks_for_a_reason(as_lan, comes):
    arrival = comes()

    short = as_lan.post(f"/arrivals/{arrival.pk}/refusal/", {"reason": "nhầm"})
    assert short.status_code == 422
    as_lan.post(f"/arrivals/{arrival.pk}/refusal/", {"reason": "Gửi nhầm cho xã bên"})

    arrival.refresh_from_db()
    assert arrival.standing == Standing.REFUSED


def test_fifty_files_become_fifty_arrivals_without_script(as_lan):
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SimpleUploadedFile(f"{each}.pdf", f"%PDF {each}".encode()) for each in range(50)]
    answer = as_lan.post("/arrivals/new/", {**HANDED_IN, "file": files})

    assert answer["Location"] == "/arrivals/"
    assert Arrival.objects.count() == 50


def test_several_files_become_one_arrival_if_one_says_so(as_lan):
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SimpleUploadedFile(f"{each}.pdf", f"%PDF {each}".encode()) for each in range(3)]
    said = {**HANDED_IN, "together": "1", "file": files}
    answer = as_lan.post("/arrivals/new/", said)

    arrival = Arrival.objects.get()
    assert arrival.enclosures.count() == 3
    assert answer["Location"] == f"/arrivals/{arrival.pk}/"


def test_a_file_handed_in_elsewhere_is_named_and_goes_along(as_lan, lan):
    from io import BytesIO

    from vermilion.files import actions as files

    upload = files.hand_in(actor=lan, stream=BytesIO(make("letter")), name="CV-15.pdf", at=MONDAY)

    page = as_lan.get(f"/arrivals/new/?upload={upload.pk}").content.decode()
    as_lan.post("/arrivals/new/", {**HANDED_IN, "upload": [str(upload.pk)]})

    assert "CV-15.pdf" in page
    assert Arrival.objects.get().enclosures.get().blob_id == upload.blob_id


def test_a_paper_opens_beside_its_form_before_it_is_examined(as_lan, comes):
    arrival = comes(make("decision"))

    assert "<pdf-reader" in as_lan.get(f"/arrivals/{arrival.pk}/").content.decode()


@pytest.mark.django_db(transaction=True)  # the attempt stays written whatever is undone
def test_a_grade_that_this_network_may_not_hold_is_refused_before_storing(as_lan):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from vermilion.files.models import Blob

    file = SimpleUploadedFile("a.pdf", b"%PDF secret")
    answer = as_lan.post("/arrivals/new/", {**HANDED_IN, "grade": 1, "file": [file]})

    assert answer.status_code == 422
    assert not Blob.objects.exists()
    assert not Arrival.objects.exists()


def test_a_paper_without_a_file_is_registered_once(as_lan):
    page = as_lan.get("/arrivals/paper/")
    sent = {**fields_of(page), "symbol": "15/UBND-KT", "issuer": "UBND", "abstract": "Giấy mời"}

    as_lan.post("/arrivals/paper/", sent)
    as_lan.post("/arrivals/paper/", sent)

    assert Entry.objects.get().channel == "paper"


TYPED = {"symbol": "15/UBND-KT", "dated_on": "30/10/2026", "issuer": "UBND tỉnh Lạng Sơn"}


def _registered_by_hand(as_lan, **typed):
    sent = {**fields_of(as_lan.get("/arrivals/paper/")), **TYPED, "abstract": "Giấy mời", **typed}
    as_lan.post("/arrivals/paper/", sent)
    return Entry.objects.order_by("pk").last()


def test_a_twin_of_a_paper_is_told_while_it_is_typed(as_lan):
    entry = _registered_by_hand(as_lan)

    page = as_lan.get("/arrivals/paper/known/", TYPED).content.decode()
    other = as_lan.get("/arrivals/paper/known/", {**TYPED, "symbol": "16/UBND-KT"})

    assert "may be in the book already" in page
    assert f'value="{entry.pk}" form="registration"' in page
    assert 'name="second_copy_reason"' in page
    assert "may be in the book already" not in other.content.decode()


def test_the_paper_copy_of_what_came_before_is_joined_and_uses_no_number(as_lan):
    entry = _registered_by_hand(as_lan, channel="electronic")
    sent = {**fields_of(as_lan.get("/arrivals/paper/")), **TYPED, "entry": entry.pk}

    once = as_lan.post("/arrivals/paper/joining/", sent)
    again = as_lan.post("/arrivals/paper/joining/", sent)

    assert (once.status_code, again.status_code) == (303, 303)
    assert Entry.objects.count() == 1
    assert [each.channel for each in entry.joinings.all()] == ["paper"]


def test_a_joining_that_cannot_be_keeps_what_was_typed(as_lan):
    entry = _registered_by_hand(as_lan)
    sent = {**TYPED, "entry": entry.pk, "channel": "paper", "arrived_on": "01/01/2090"}

    answer = as_lan.post("/arrivals/paper/joining/", sent)

    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()
    assert 'value="15/UBND-KT"' in answer.content.decode()


def test_what_earlier_papers_taught_is_offered_while_one_is_typed(as_lan, office):
    from vermilion.documents import actions as documents
    from vermilion.documents.queries import type_id_of

    documents.load_types(actor=OPERATOR, at=LONG_AGO)
    type_id = type_id_of("state-notice")
    _registered_by_hand(as_lan, laid_before=office.minh, type_id=type_id)

    page = as_lan.get("/arrivals/paper/known/", {**TYPED, "symbol": "99/UBND-KT"})

    offered = {each.name: each for each in page.context["suggestions"]}
    assert offered["laid_before"].value == str(office.minh)
    assert "as last time" in offered["laid_before"].why
    assert not offered["type_id"].words.isdecimal()
    assert f'data-suggests="laid_before" data-value="{office.minh}"' in page.content.decode()


def test_two_papers_whose_forms_bear_no_name_are_two_papers(as_lan):
    _registered_by_hand(as_lan, once="")
    _registered_by_hand(as_lan, once="", symbol="16/UBND-KT")

    assert Entry.objects.count() == 2


def test_who_is_no_clerk_is_told_of_no_twin(as_lan, client, office):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    _registered_by_hand(as_lan)
    hoa = Appointment.objects.get(pk=office.hoa).person
    client.force_login(User.objects.create(person=hoa, sign_in_name="hoa"))

    page = client.get("/arrivals/paper/known/", TYPED).content.decode()

    assert "may be in the book already" not in page
    assert "data-suggests" not in page


def test_the_state_is_asked_for_until_it_is_read(as_lan, comes):
    from vermilion.arrivals import looking

    arrival = comes(make("letter"))
    waiting = as_lan.get(f"/arrivals/{arrival.pk}/state/").content.decode()
    assert "hx-trigger" in waiting

    from vermilion.files import jobs

    jobs.examine(blob_id=arrival.enclosures.get().blob_id)
    looking.look_into(arrival.pk, at=MONDAY)
    done = as_lan.get(f"/arrivals/{arrival.pk}/state/").content.decode()
    assert "hx-trigger" not in done


def test_arrivals_of_another_body_are_not_here(as_lan, a_stranger, comes):
    other = comes(actor=a_stranger)

    assert as_lan.get(f"/arrivals/{other.pk}/").status_code == 404
    assert as_lan.post(f"/arrivals/{other.pk}/refusal/", {"reason": "x" * 20}).status_code == 404


def test_the_inbox_says_what_waits_longer_than_the_law_leaves(as_lan, lan, comes):
    from datetime import timedelta

    from vermilion.arrivals import queries

    old, urgent, fresh = comes(at=MONDAY), comes(at=MONDAY, urgency=1), comes(at=MONDAY)
    rows = [old, urgent, fresh]

    assert queries.overdue_among(lan, rows, at=MONDAY) == set()
    assert queries.overdue_among(lan, rows, at=MONDAY + timedelta(days=1)) == {urgent.pk}
    assert len(queries.overdue_among(lan, rows, at=MONDAY + timedelta(days=2))) == 3
    # The clock of the house has gone on since that Monday.
    assert "Late to be entered" in as_lan.get("/arrivals/").content.decode()
